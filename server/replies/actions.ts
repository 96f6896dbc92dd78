import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordTogether } from '#server/base/events.ts'
import { atAGlance } from '#server/base/glance.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { demandTime } from '#server/callbacks/settling.ts'
import { type ConversationRow, gistOf } from '#server/conversations/conversation.ts'
import { crossed } from '#server/conversations/crossing.ts'
import { dropOwnDraft } from '#server/conversations/drafts.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { tickAsks } from '#server/conversations/reading.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import {
  assignLocked,
  close,
  sayTheirTurn,
  setWaiting,
  setWaitingLocked,
  snooze,
} from '#server/conversations/state.ts'
import { findOrAddCustomer, isAddedMeanwhile } from '#server/customers/actions.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { moveDue } from '#server/promises/moving.ts'
import { promiseRow } from '#server/promises/queries.ts'
import { askForFirst, askOfOpened, lockToAnswer } from './ahead.ts'
import { type AllTheSame, sayWhyAllTheSame } from './allTheSame.ts'
import { addressed, type Given, outside, ownAddresses, readRecipients, unique } from './recipients.ts'
import { asShown, keepWithLetter } from './translated.ts'
import { checkedBody, keyOf, type Outgoing, type Sent, sentBefore, type Words, write } from './write.ts'

export interface Reply extends Omit<Words, 'offer'> {
  offer?: Omit<NonNullable<Words['offer']>, 'timeZone' | 'language'> | null
  conversationId: string
  to?: Given[]
  cc?: Given[]
  bcc?: Given[]
  promises: Outgoing['promises']
  /** What the writer had seen of the conversation. */
  seen?: string
  anyway: boolean
  afterwards: 'waiting' | 'done' | 'open'
  goodbye?: 'next-step' | 'thanks' | 'nothing-more'
  later?: { until: string | null; reason: string }
  answeredAsks: string[]
  care?: Record<string, boolean>
  allTheSame?: AllTheSame
  /** When the draft of these words was last kept. */
  draft?: string | null
  /** Of these very words: what was shown of it leaves. */
  translation?: string
}

/** Answers: message, promises and outbox row in one transaction. A colleague's crossing answer stops it with 409. */
export async function sendReply(
  house: House,
  by: Actor,
  reply: Reply,
): Promise<Sent & { missing: string[] }> {
  requireRole(by, 'teammate')
  const send = (trx: Trx) => {
    recordTogether(trx)
    return atAGlance(() => sendReplyIn(house, trx, by, reply))
  }
  return transaction(house.db, send, { hold: true })
}

/** The same in the caller's transaction. */
export async function sendReplyIn(
  house: House,
  trx: Trx,
  by: Actor,
  asked: Reply,
): Promise<Sent & { missing: string[] }> {
  const conversation = await lockToAnswer(trx, by, asked.conversationId, keyOf(by, asked.clientKey))
  const own = asked.text
  const said = await asShown(trx, by, conversation.id, asked)
  const { offer: given } = said
  const they = given && (await spokenTo(trx, conversation))
  const offer = given && they ? { ...given, language: they.language, timeZone: they.timeZone } : null
  const reply = { ...said, offer }
  const before = await sentBefore(trx, by, reply, conversation.id)
  if (before) return { ...before, missing: [] }
  if (reply.seen && !reply.anyway) await stopIfCrossed(trx, by, reply.conversationId, reply.seen)
  const { to, cc, bcc, people } = await addressed(trx, conversation.id, reply)
  if (to.length === 0) throw invalid('/to', say('replies.nobody'))
  const me = teammateId(by)
  if (!conversation.assigneeId && me) await assignLocked(trx, by, conversation, me)
  const sent = await write(house, trx, by, {
    ...reply,
    isFirst: true,
    conversation,
    people,
    to,
    cc,
    bcc,
    subject: answerTo(conversation.subject),
  })
  await keepWithLetter(trx, reply.translation, sent)
  await sayWhyAllTheSame(trx, by, conversation, reply.allTheSame)
  if (reply.answeredAsks.length) await tickAsks(trx, by, conversation.id, reply.answeredAsks, sent.messageId)
  await dropOwnDraft(trx, by, conversation.id, 'reply', { keptAt: reply.draft, text: own })
  return { ...sent, missing: await settleAfterwards(trx, by, conversation, reply) }
}

/** Writes first: opens a conversation and sends. */
export async function writeFirst(
  house: House,
  by: Actor,
  letter: Words & { inboxId: string; to: Given[]; cc: Given[]; bcc?: Given[]; subject: string },
): Promise<Sent> {
  requireRole(by, 'teammate')
  const to = readRecipients(letter.to, '/to')
  const cc = unique(readRecipients(letter.cc, '/cc'), to)
  const bcc = unique(readRecipients(letter.bcc ?? [], '/bcc'), [...to, ...cc])
  const first = to[0]!
  const open = async (trx: Trx): Promise<Sent> => {
    const messageId = newId('message')
    const key = keyOf(by, letter.clientKey)
    // Nothing of it exists yet that could be locked: the key itself is.
    if (key) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx)
    const before = await sentBefore(trx, by, letter)
    if (before) return before
    recordTogether(trx)
    await askForFirst(trx, by, letter.inboxId, first.email)
    const own = await ownAddresses(trx)
    outside(to, own, '/to')
    outside(cc, own, '/cc')
    outside(bcc, own, '/bcc')
    const body = checkedBody(letter)
    const customer = await findOrAddCustomer(trx, by, {
      name: first.name ?? first.email,
      email: first.email,
      inboxId: letter.inboxId,
      orFail: true,
    })
    const opened = await openConversation(trx, by, {
      inboxId: letter.inboxId,
      customerId: customer.id,
      subject: letter.subject,
      channel: 'email',
      at: await clockNow(trx),
      assigneeId: teammateId(by),
      requester: first,
      ours: { messageId, gist: gistOf(body.text) },
    })
    await askOfOpened(trx, { id: opened.id, customerId: customer.id })
    const written = await lockConversation(trx, by, opened.id)
    // Taken back, it stands as if nobody had written.
    const conversation: ConversationRow = { ...written, status: 'open', lastMessageId: null, gist: '' }
    const people = [{ name: first.name, email: first.email.toLowerCase(), role: 'requester' as const }]
    const words = {
      promises: [],
      ...letter,
      body,
      conversation,
      people,
      to,
      cc,
      bcc,
      isFirst: true,
      opens: messageId,
    }
    const sent = await write(house, trx, by, words)
    await sayTheirTurn(trx, by, conversation)
    return sent
  }
  const send = () => transaction(house.db, (trx) => atAGlance(() => open(trx)), { hold: true })
  return send().catch((error) => {
    if (!isAddedMeanwhile(error)) throw error
    return send()
  })
}

/** Tell them first: the words go to the customer, and the promise gets its new time, in one transaction. */
export async function tellThemFirst(
  house: House,
  by: Actor,
  promiseId: string,
  news: { due: string; text: string; undoSeconds: number; clientKey: string | null },
): Promise<Sent> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const promise = await promiseRow(trx, by, promiseId)
    const conversation = await lockConversation(trx, by, promise.conversationId)
    const words: Words = { ...news, attachments: [] }
    const before = await sentBefore(trx, by, words, conversation.id)
    if (before) return before
    const { to } = await addressed(trx, conversation.id, { cc: [] })
    if (to.length === 0) throw invalid('/text', say('replies.nobodyToTell'))
    const subject = answerTo(conversation.subject)
    const sent = await write(house, trx, by, { ...words, promises: [], conversation, to, cc: [], subject })
    await moveDue(trx, by, promiseId, new Date(news.due), { messageId: sent.messageId })
    await demandTime(trx, promiseId)
    await setWaiting(trx, by, conversation.id)
    return sent
  })
}

export async function stopIfCrossed(
  trx: Trx,
  by: Actor,
  conversationId: string,
  seen: string,
): Promise<void> {
  const newer = await crossed(trx, by, conversationId, seen)
  if (newer.length > 0) throw conflict('crossed', say('replies.crossed'), { messages: newer })
}

/** Gives back what a good goodbye would still need, where the conversation is done now. */
async function settleAfterwards(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  reply: Reply,
): Promise<string[]> {
  const { conversationId, later } = reply
  if (later)
    await snooze(trx, by, conversationId, {
      until: later.until ? new Date(later.until) : null,
      reason: later.reason,
    })
  else if (reply.afterwards === 'done')
    return (await close(trx, by, conversationId, reply.goodbye ?? null)).missing
  else if (reply.afterwards === 'waiting') await setWaitingLocked(trx, by, conversation)
  return []
}

export const answerTo = (subject: string): string =>
  /^(re|aw|sv|antw|odp|rif|res)\s*:/i.test(subject) ? subject : `Re: ${subject}`
