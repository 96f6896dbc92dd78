import type { Person } from '#contract/common.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conversationById, participantsOf } from '#server/conversations/queries.ts'
import { setWaiting } from '#server/conversations/state.ts'
import { firstUnansweredAt } from '#server/conversations/turn.ts'
import { addParticipants, writeMessage } from '#server/conversations/write.ts'
import type { Trx } from '#server/database/database.ts'
import { teammateByEmail } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { rememberHeaders } from './headers.ts'
import { inbox } from './imap/fetch.ts'
import type { TakenIn } from './intake.ts'
import type { KeptFiles, Letter } from './letters.ts'
import type { ReadMail } from './read/mail.ts'
import { answeredConversation, references, rememberIds } from './threading.ts'
import { isFor, isOurMessageId } from './token.ts'
import './tables.ts'

/** It lay in the mailbox's folder of what was sent: only somebody who may write in its name can have put it there. */
export const isFromSent = (letter: Pick<Letter, 'via' | 'folder'>): boolean =>
  letter.via === 'imap' && letter.folder !== null && letter.folder !== inbox

/** Servers that write their own Message-ID keep ours beside it. */
const originalIds = /^x-(microsoft|google)-original-message-id$/i

/** Every id a sent letter goes by. */
export const idsOf = (mail: { messageId: string | null; headers: readonly [string, string][] }): string[] =>
  [mail.messageId, ...mail.headers.filter(([name]) => originalIds.test(name)).map(([, value]) => value)]
    .filter((id): id is string => Boolean(id))
    .map((id) => id.trim().replace(/^<|>$/g, ''))

/**
 * A teammate answered from the mailbox's own program: what they sent is our answer, with the time it left. What Tend sent
 * itself is passed over, and so is what answers nothing of ours.
 */
export async function takeSent(
  trx: Trx,
  house: House,
  letter: Letter,
  mail: ReadMail,
  { own, files }: { own: readonly string[]; files: KeptFiles },
): Promise<TakenIn> {
  const nothing: TakenIn = { messageId: null, conversationId: null, outcome: 'ignored' }
  if (idsOf(mail).some((id) => isOurMessageId(house.key, id)) || mail.flags.autoReply || mail.flags.bounce)
    return nothing
  const isOwn = (person: Person) => own.some((address) => isFor(address, person.email))
  const to = mail.to.filter((person) => !isOwn(person))
  const cc = mail.cc.filter((person) => !isOwn(person))
  const conversationId = await answeredConversation(trx, letter.inboxId, references(mail), [...to, ...cc])
  if (!conversationId) return nothing
  const conversation = await conversationById(trx, tend, conversationId)
  const by = await writerOf(trx, mail, conversation.inboxId)
  const at = await leftAt(trx, mail, conversationId)
  const { messageId } = await writeMessage(trx, by, {
    conversationId,
    ...(mail.from && { from: mail.from }),
    to,
    cc,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachmentIds: [],
    clientKey: letter.id,
    at,
    letter: {
      textFull: mail.textFull,
      hasRemote: mail.hasRemote,
      rawFile: letter.rawFile,
      rawSize: letter.rawSize,
      files,
    },
  })
  const here = await participantsOf(trx, conversationId)
  const fresh = [...to, ...cc].filter((person) => !here.some((one) => one.email === person.email))
  await addParticipants(trx, conversationId, fresh, by.id, messageId)
  await rememberIds(trx, {
    inboxId: letter.inboxId,
    conversationId,
    messageId,
    mail,
    opened: false,
    ours: true,
  })
  await rememberHeaders(trx, mail, conversationId, messageId)
  // What they have written since still waits for us.
  if (!(await firstUnansweredAt(trx, conversationId))) await setWaiting(trx, by, conversationId)
  return { messageId, conversationId, outcome: 'joined' }
}

/** The teammate whose address it is; else the mailbox, under the name that stands on the letter. */
async function writerOf(trx: Trx, mail: ReadMail, inboxId: string): Promise<Actor> {
  const teammate = mail.from && (await teammateByEmail(trx, mail.from.email))
  if (teammate && !teammate.leftAt && teammate.inboxIds.includes(inboxId)) return actorOf(teammate, 'mail')
  return { ...tend, name: mail.from?.name || mail.from?.email || tend.name }
}

/** By its own date, which its writer's program gave it; never ahead of now, and never before what it answers reached us. */
async function leftAt(trx: Trx, mail: ReadMail, conversationId: string): Promise<Date> {
  const now = await clockNow(trx)
  const date = mail.date ? new Date(mail.date) : now
  if (Number.isNaN(date.getTime()) || date >= now) return now
  const answered = await trx
    .selectFrom('emailIds')
    .innerJoin('messages', 'messages.id', 'emailIds.messageId')
    .select((e) => e.fn.max('messages.at').as('at'))
    .where('emailIds.messageIdHeader', 'in', references(mail))
    .where('messages.conversationId', '=', conversationId)
    .executeTakeFirst()
  const after = answered?.at ? new Date(new Date(answered.at).getTime() + 1) : date
  return after > date ? after : date
}
