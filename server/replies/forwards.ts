import { type Actor, requireRole } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { inHouse } from '#server/base/spoken.ts'
import { moment, text as say } from '#server/base/text.ts'
import { queueMail } from '#server/channels/email/outbox/actions.ts'
import { attachmentsForMail } from '#server/conversations/attachments.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import { lettersToForward, writeForward } from '#server/conversations/forwards.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { writtenBefore } from '#server/conversations/write.ts'
import { transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate, inboxById } from '#server/team/queries.ts'
import { endingOf } from './ending.ts'
import { composeLetter } from './letter.ts'
import { type Given, outside, ownAddresses, readRecipients, unique } from './recipients.ts'
import { sender } from './sender.ts'
import { keyOf } from './write.ts'
import './tables.ts'

export interface Forwarding {
  conversationId: string
  to: Given[]
  cc: Given[]
  text: string
  messageIds: string[]
  files: string[]
  attachments: string[]
  undoSeconds: number
  clientKey: string | null
}

/** Passes letters on to somebody outside. The customer neither gets it nor sees it; nothing about their turn changes. */
export async function forward(
  house: House,
  by: Actor,
  given: Forwarding,
): Promise<{ messageId: string; conversationId: string; undoUntil: string | null }> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const conversation = await lockConversation(trx, by, given.conversationId)
    const clientKey = keyOf(by, given.clientKey)
    const until = (at: Date) =>
      given.undoSeconds > 0 ? new Date(at.getTime() + given.undoSeconds * 1000).toISOString() : null
    const before = clientKey && (await writtenBefore(trx, clientKey, conversation.id))
    if (before) return { messageId: before.id, conversationId: conversation.id, undoUntil: until(before.at) }
    const own = await ownAddresses(trx)
    const to = outside(readRecipients(given.to, '/to'), own, '/to')
    const cc = unique(outside(readRecipients(given.cc, '/cc'), own, '/cc'), to)
    const letters = await lettersToForward(trx, conversation.id, given.messageIds)
    const [inbox, company, author] = [
      await inboxById(trx, conversation.inboxId),
      await readCompany(trx),
      by.kind === 'teammate' ? await findTeammate(trx, by.id) : null,
    ]
    const subject = `Fwd: ${conversation.subject}`
    const text = [given.text.trim(), ...letters.map((letter) => passedOn(letter, company.timeZone))]
      .filter(Boolean)
      .join('\n\n')
    const address = { name: sender(author, company.name, inbox), email: inbox.address }
    const { messageId, at } = await writeForward(trx, by, conversation, {
      from: address,
      to,
      cc,
      subject,
      text,
      letters,
      files: given.files,
      attachmentIds: given.attachments,
      clientKey,
    })
    await queueMail(trx, house, by, {
      conversationId: conversation.id,
      messageId,
      inboxId: conversation.inboxId,
      kind: 'reply',
      from: address,
      to,
      cc,
      subject,
      ...composeLetter(
        { text, html: null },
        {
          signature: await endingOf(trx, author, inbox, company.name),
          pageUrl: null,
          language: 'en',
        },
      ),
      attachments: await attachmentsForMail(trx, conversation.id, messageId),
      notBefore: new Date(at.getTime() + given.undoSeconds * 1000),
      sample: conversation.demo,
      beside: true,
    })
    return { messageId, conversationId: conversation.id, undoUntil: until(at) }
  })
}

/** A letter as it is passed on: who, when, about what, and its words. */
const passedOn = (letter: MessageRow, timeZone: string): string =>
  `${say(
    'replies.forward.head',
    {
      name: letter.fromName || letter.fromAddress || '?',
      when: moment(letter.at, timeZone, inHouse()),
      subject: letter.subject,
    },
    inHouse(),
  )}\n\n${letter.text}`
