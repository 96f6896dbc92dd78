import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { type TeammateRow, teammateByEmail } from '#server/team/queries.ts'
import type { Authentication } from './authentication.ts'
import type { TakenIn } from './intake.ts'
import type { KeptFiles, Letter } from './letters.ts'
import type { ReadMail } from './read/mail.ts'
import { tokenAmong } from './threading.ts'
import './tables.ts'

/**
 * A teammate may answer from their own mail program: to the reply address of a conversation they see, and with a domain that
 * vouches for them (MAIL.md §3). Whoever only writes their address into From is held like every stranger. What they wrote
 * becomes our answer; null when this letter is nothing of the kind.
 */
export async function takeTeammatesAnswer(
  trx: Trx,
  house: House,
  letter: Letter,
  mail: ReadMail,
  given: { recipients: readonly string[]; authentication: Authentication; files: KeptFiles },
): Promise<TakenIn | null> {
  if (given.authentication.dmarc !== 'pass' || mail.flags.autoReply || mail.unreadable || !mail.from)
    return null
  const teammate = await teammateByEmail(trx, mail.from.email)
  if (!teammate || !mayAnswer(teammate, letter.inboxId)) return null
  const token = await tokenAmong(trx, house, letter.inboxId, given.recipients, mail.from.email)
  // Somebody of ours may be a customer too; in their own matter they write for themselves.
  if (!token || token.madeForSender || token.senderTakesPart) return null
  const { conversationId } = token
  const requester = (await participantsOf(trx, conversationId)).find((person) => person.role === 'requester')
  const wroteTo = [...mail.to, ...mail.cc].map((person) => person.email.toLowerCase())
  await recordEvent(
    trx,
    tend,
    'teammate.answered',
    { inboxId: letter.inboxId, conversationId, teammateId: teammate.id },
    {
      letterId: letter.id,
      text: mail.text,
      files: given.files.map(({ filename, file }) => ({ filename, file })),
      hasReachedThem: requester !== undefined && wroteTo.includes(requester.email.toLowerCase()),
    },
  )
  return { messageId: null, conversationId, outcome: 'joined' }
}

const mayAnswer = (teammate: TeammateRow, inboxId: string) =>
  teammate.role !== 'observer' && teammate.joinedAt !== null && teammate.inboxIds.includes(inboxId)
