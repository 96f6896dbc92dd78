import { readInbound } from '#care/inbound.ts'
import type { CustomerActor } from '#server/base/actor.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { cleanName, typeOf } from '#server/conversations/attachments.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { plain, receiveMessage } from '#server/conversations/receive.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { Voice } from './voice.ts'
import './tables.ts'

export interface Written {
  what: 'reply' | 'solved' | 'unhappy'
  text: string
  files: { name: string; bytes: Buffer }[]
  /** The form's own word: the same one is the same message. */
  once: string
}

/** Whom a link lets in. */
export interface PageLink {
  conversationId: string
  customerId: string
  inboxId: string
}

/** Whoever opened a page by its link, under the name the conversation knows. */
export async function actorOf(db: Db, link: PageLink, voice: Voice): Promise<CustomerActor> {
  const requester = await requesterOf(db, link.conversationId)
  return {
    kind: 'customer',
    id: link.customerId,
    name: requester?.name ?? requester?.address ?? voice.say('pages.you'),
    conversationId: link.conversationId,
    inboxIds: [link.inboxId],
    via: 'page',
  }
}

const requesterOf = (db: Db | Trx, conversationId: string) =>
  db
    .selectFrom('participants')
    .select(['address', 'name'])
    .where('conversationId', '=', conversationId)
    .where('role', '=', 'requester')
    .executeTakeFirst()

/** What the customer wrote on their page arrives like any message of theirs. */
export async function writeFromPage(
  house: House,
  by: CustomerActor,
  { conversationId, customerId, inboxId }: PageLink,
  { say }: Voice,
  written: Written,
): Promise<void> {
  const attachments = await Promise.all(
    written.files.map(async ({ name, bytes }) => ({
      filename: cleanName(name),
      contentType: await typeOf(name, bytes),
      size: bytes.length,
      inline: false,
      contentId: null,
      file: await house.files.keep(bytes),
    })),
  )
  const opening = written.what === 'reply' ? null : say(`pages.${written.what}Words`)
  const text = [opening, written.text].filter(Boolean).join('\n\n')
  await transaction(house.db, async (trx) => {
    const requester = await requesterOf(trx, conversationId)
    const conversation = await lockConversation(trx, by, conversationId)
    const { messageId, repeated } = await receiveMessage(trx, by, {
      conversationId,
      channel: 'page',
      at: await clockNow(trx),
      from: requester ? { name: requester.name, email: requester.address } : null,
      to: [],
      cc: [],
      subject: conversation.subject,
      text,
      textFull: text,
      ...plain,
      attachments,
      clientKey: `page:${written.once}`,
      // What is looked after and solved stays so; words or a file with it want to be read.
      reopens: !(
        written.what === 'solved' &&
        conversation.status === 'closed' &&
        !written.text &&
        !attachments.length
      ),
    })
    if (repeated || written.what === 'reply') return
    await recordEvent(trx, by, `page.${written.what}`, { inboxId, conversationId, customerId, messageId }, {})
    if (written.what === 'unhappy')
      await readAsUnhappy(trx, { conversationId, messageId, text, opening: opening! })
  })
}

/** They said so themselves: whatever else their words show, it weighs as upset, and lifts the conversation. */
async function readAsUnhappy(
  trx: Trx,
  message: { conversationId: string; messageId: string; text: string; opening: string },
): Promise<void> {
  const team = await trx.selectFrom('teammates').select('name').where('leftAt', 'is', null).execute()
  const reading = readInbound(message.text, { teammates: team.map((one) => one.name) })
  await recordReading(trx, tend, {
    conversationId: message.conversationId,
    messageId: message.messageId,
    asks: reading.asks.map((ask) => ask.text),
    signals: { ...reading.signals, upset: 1 },
    evidence: [
      { signal: 'upset', words: message.opening },
      ...reading.evidence.map(({ signal, words }) => ({ signal, words })),
    ],
    praised: reading.praised,
  })
}
