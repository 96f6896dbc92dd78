import type { Person } from '#contract/common.ts'
import type { NewOffer } from '#contract/options.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { resend, undoMail } from '#server/channels/email/outbox/actions.ts'
import { attachmentShape, attachmentUrl } from '#server/conversations/attachments.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import { isBeside, undoForward } from '#server/conversations/forwards.ts'
import { freshPictures } from '#server/conversations/ownPictures.ts'
import { lockConversation, messageById } from '#server/conversations/queries.ts'
import { type SpokenTo, spokenTo } from '#server/conversations/spokenTo.ts'
import { undoMessage } from '#server/conversations/takeBack.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { unsayOffer } from '#server/options/moving.ts'
import { type Offered, offerAsHtml, offerAsText } from '#server/options/offer.ts'
import { unsayPromises } from '#server/promises/moving.ts'
import { takeOwnWords } from './translated.ts'
import './tables.ts'

export interface TakenBack {
  conversationId: string
  text: string
  html: string | null
  to: Person[]
  cc: Person[]
  bcc: Person[]
  attachments: ReturnType<typeof attachmentShape>[]
  offer?: NewOffer
}

/** Takes a reply back before it leaves; its words and files are its writer's draft again. 409 when it has left. */
export async function undoReply(house: House, by: Actor, messageId: string): Promise<TakenBack> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const { conversationId, inboxId } = await messageById(trx, by, messageId)
    await lockConversation(trx, by, conversationId)
    // Read again behind the lock: another window may have taken it back in between.
    const message = await messageById(trx, by, messageId)
    if (isBeside(message)) return takeBackForward(trx, by, message)
    if (message.direction !== 'out') throw conflict('not-ours', say('replies.notOurs'))
    if (!(await undoMail(trx, messageId))) throw conflict('already-sent', say('replies.alreadySent'))
    await unsayPromises(trx, by, { conversationId, messageId })
    await trx
      .deleteFrom('careResults')
      .where('conversationId', '=', conversationId)
      .where('messageId', '=', messageId)
      .execute()
    const offer = await unsayOffer(trx, conversationId, messageId)
    // A letter that would have left in another language is its writer's own words again.
    const written = await takeOwnWords(trx, messageId)
    const files = await undoMessage(trx, by, messageId, written)
    await recordEvent(trx, by, 'reply.undone', { inboxId, conversationId, messageId }, {})
    await audit(trx, by, 'reply.undone', { kind: 'conversation', id: conversationId, inboxId })
    const own =
      written ??
      (offer
        ? withoutOffer(message, offer, await spokenTo(trx, { ...message, id: conversationId }))
        : message)
    return {
      conversationId,
      ...(offer && { offer }),
      text: own.text,
      html: own.html && freshPictures(own.html, files, (file) => attachmentUrl(house, file)),
      to: message.to as Person[],
      cc: message.cc as Person[],
      bcc: message.bcc as Person[],
      attachments: files.map((file) => attachmentShape(house, file)),
    }
  })
}

async function takeBackForward(trx: Trx, by: Actor, message: MessageRow): Promise<TakenBack> {
  if (!message.authorId) throw conflict('not-ours', say('replies.notOurs'))
  if (!(await undoMail(trx, message.id))) throw conflict('already-sent', say('replies.alreadySent'))
  await undoForward(trx, by, message)
  const { conversationId, text, to, cc } = message
  return {
    conversationId,
    text,
    html: null,
    to: to as Person[],
    cc: cc as Person[],
    bcc: [],
    attachments: [],
  }
}

/** The words as they were written, before the choices were put behind them. */
function withoutOffer(
  { text, html }: { text: string; html: string | null },
  offer: Offered,
  tongue: Pick<SpokenTo, 'timeZone' | 'language'>,
): { text: string; html: string | null } {
  const [tail, htmlTail] = [offerAsText(offer, tongue), offerAsHtml(offer, tongue)]
  const at = text.lastIndexOf(offer.question)
  return {
    text: text.endsWith(tail) ? text.slice(0, -tail.length).trimEnd() : text.slice(0, at).trimEnd(),
    html: html && (html.endsWith(htmlTail) ? html.slice(0, -htmlTail.length) : html),
  }
}

/** Sends again what was refused or is not confirmed: same bytes, only to those who did not get it. */
export async function sendAgain(house: House, by: Actor, messageId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(house.db, async (trx) => {
    const message = await messageById(trx, by, messageId)
    await resend(trx, by, messageId)
    await audit(trx, by, 'message.sent-again', { kind: 'message', id: messageId, inboxId: message.inboxId })
  })
}
