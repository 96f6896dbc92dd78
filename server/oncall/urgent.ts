import type { Selectable } from 'kysely'
import { readInbound } from '#care/inbound.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { type EventType, recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import type { ConversationRow, MessageRow } from '#server/conversations/conversation.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { rotaOf, whomToCall } from './rota.ts'
import { openAgain, tellThem } from './saying.ts'
import type { UrgentsTable } from './tables.ts'
import { readAnswer } from './turns.ts'
import './tables.ts'

export type UrgentRow = Selectable<UrgentsTable>

/** Reads as urgent: worth one question. */
const askFrom = 0.5
/** This bad for them, as where something burns, floods or leaks: a question would only cost time. Haste alone wakes nobody. */
const callFrom = 0.75
/** A letter that was hours on its way, or was brought in, is not of this night. */
const freshFor = 60 * 60_000

/** They wrote, and it has been read: does it need somebody now, while nobody is here? Safe to repeat. */
export async function considerUrgent(
  house: House,
  event: { conversationId?: string | null; messageId?: string | null },
): Promise<void> {
  if (!event.conversationId || !event.messageId) return
  await transaction(house.db, async (trx) => {
    if (!(await isOn(trx, 'onCall'))) return
    const conversation = await lock(trx, event.conversationId!)
    const message = await trx
      .selectFrom('messages')
      .selectAll()
      .where('id', '=', event.messageId!)
      .executeTakeFirst()
    if (!conversation || !message || !isTheirWord(message)) return
    const open = await openUrgent(trx, conversation.id)
    if (open) return open.state === 'asked' ? hearAnswer(house, trx, conversation, open, message) : undefined
    const rota = await rotaOf(trx, conversation.inboxId)
    const now = await clockNow(trx)
    if (!rota || now.getTime() - message.at.getTime() > freshFor || !(await isClosed(trx, now))) return
    if (await wasSettledTonight(trx, conversation.id, message)) return
    const { signals, severity } = readInbound(message.text)
    if (signals.urgent < askFrom) return
    await begin(house, trx, conversation, message.id, severity >= callFrom ? 'call' : 'ask')
  })
}

const isTheirWord = (message: MessageRow): boolean =>
  message.direction === 'in' &&
  !message.autoReply &&
  !message.isBounce &&
  !message.isReport &&
  !message.isList &&
  !message.held

async function isClosed(trx: Trx, now: Date): Promise<boolean> {
  const open = nextOpen(now, await workingTime(trx))
  return open === null || open > now
}

/** Somebody has taken it, or they have said that it can wait: the next letter of the same night starts nothing anew. */
async function wasSettledTonight(trx: Trx, conversationId: string, message: MessageRow): Promise<boolean> {
  const last = await trx
    .selectFrom('urgents')
    .select(['beganAt', 'messageId'])
    .where('conversationId', '=', conversationId)
    .orderBy('beganAt', 'desc')
    .executeTakeFirst()
  return (
    last !== undefined &&
    (last.messageId === message.id || message.at.getTime() - last.beganAt.getTime() < 12 * freshFor)
  )
}

/** It begins: with the question, or with the answer to it where we have that. */
export async function begin(
  house: House,
  trx: Trx,
  conversation: ConversationRow,
  messageId: string,
  what: 'ask' | 'call' | 'wait',
): Promise<void> {
  const row = await trx
    .insertInto('urgents')
    .values({
      id: newId('urgent'),
      conversationId: conversation.id,
      inboxId: conversation.inboxId,
      messageId,
      state: 'asked',
      beganAt: await clockNow(trx),
      calledAt: null,
      nobodyAt: null,
      takenAt: null,
      takenById: null,
      callBy: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (what === 'call') return call(house, trx, conversation, row, messageId)
  if (what === 'wait') return letWait(trx, conversation, row)
  const { timeZone, language } = await spokenTo(trx, conversation)
  await tellThem(house, trx, conversation, {
    key: 'oncall.letter.ask',
    values: { open: await openAgain(trx, timeZone, language) },
    answers: messageId,
    by: 'machine',
  })
  await say(trx, conversation, 'urgent.asked', row.id)
}

/** They answer the one question, by mail: a plain yes or no, or words that are urgent themselves. */
async function hearAnswer(
  house: House,
  trx: Trx,
  conversation: ConversationRow,
  row: UrgentRow,
  message: MessageRow,
): Promise<void> {
  if (message.id <= row.messageId) return
  const answer = readAnswer(message.text)
  if (answer === 'no') return letWait(trx, conversation, row)
  if (answer === 'yes' || readInbound(message.text).signals.urgent >= askFrom)
    await call(house, trx, conversation, row, message.id)
}

/** Their answer on the page: one press. */
export async function answerTriage(
  house: House,
  trx: Trx,
  conversation: ConversationRow,
  cannotWait: boolean,
): Promise<boolean> {
  const row = await openUrgent(trx, conversation.id)
  if (row?.state !== 'asked') return false
  if (cannotWait) await call(house, trx, conversation, row, null)
  else await letWait(trx, conversation, row)
  return true
}

async function call(
  house: House,
  trx: Trx,
  conversation: ConversationRow,
  row: UrgentRow,
  answers: string | null,
): Promise<void> {
  const now = await clockNow(trx)
  await trx.updateTable('urgents').set({ state: 'calling', calledAt: now }).where('id', '=', row.id).execute()
  await tellThem(house, trx, conversation, {
    key: 'oncall.letter.calling',
    values: {},
    answers,
    by: 'machine',
  })
  await callNext(trx, conversation, row)
}

/** One that began before: the sample team's. Nobody is called anew. */
export async function bringUrgent(
  trx: Trx,
  given: { id: string; conversationId: string; inboxId: string; at: Date; calledId: string },
): Promise<void> {
  const id = newId('urgent')
  const { conversationId, inboxId, at, calledId } = given
  await trx
    .insertInto('urgents')
    .values({
      id,
      conversationId,
      inboxId,
      messageId: given.id,
      state: 'calling',
      beganAt: at,
      calledAt: at,
      nobodyAt: null,
      takenAt: null,
      takenById: null,
      callBy: null,
    })
    .execute()
  await trx.insertInto('urgentCalls').values({ urgentId: id, teammateId: calledId, at }).execute()
}

/** The timer of whoever has not taken it: the next one is called as well. Safe to repeat. */
export async function escalate(house: House, urgentId: string): Promise<void> {
  await transaction(house.db, async (trx) => {
    const found = await trx.selectFrom('urgents').selectAll().where('id', '=', urgentId).executeTakeFirst()
    const conversation = found && (await lock(trx, found.conversationId))
    const row = found && (await openUrgent(trx, found.conversationId))
    if (!conversation || row?.id !== urgentId || row.state !== 'calling' || row.nobodyAt) return
    const rota = await rotaOf(trx, row.inboxId)
    const last = await trx
      .selectFrom('urgentCalls')
      .select((e) => e.fn.max('at').as('at'))
      .where('urgentId', '=', urgentId)
      .executeTakeFirst()
    const wait = (rota?.escalateMinutes ?? 10) * 60_000
    // A job that runs twice must not call two.
    if (last?.at && last.at.getTime() + wait > (await clockNow(trx)).getTime()) return
    await callNext(trx, conversation, row)
  })
}

async function callNext(trx: Trx, conversation: ConversationRow, row: UrgentRow): Promise<void> {
  const now = await clockNow(trx)
  const called = await trx
    .selectFrom('urgentCalls')
    .select('teammateId')
    .where('urgentId', '=', row.id)
    .execute()
  const next = (await whomToCall(trx, row.inboxId, now)).find(
    (id) => !called.some((one) => one.teammateId === id),
  )
  if (!next) {
    await trx.updateTable('urgents').set({ nobodyAt: now }).where('id', '=', row.id).execute()
    return say(trx, conversation, 'urgent.nobody', row.id)
  }
  await trx.insertInto('urgentCalls').values({ urgentId: row.id, teammateId: next, at: now }).execute()
  const minutes = (await rotaOf(trx, row.inboxId))?.escalateMinutes ?? 10
  await setTimer(trx, 'urgent.escalate', row.id, new Date(now.getTime() + minutes * 60_000))
  await say(trx, conversation, 'urgent.called', row.id, next)
}

async function letWait(trx: Trx, conversation: ConversationRow, row: UrgentRow): Promise<void> {
  await settle(trx, row, { state: 'can-wait' })
  await say(trx, conversation, 'urgent.can-wait', row.id)
}

export async function settle(
  trx: Trx,
  row: UrgentRow,
  change: Partial<Pick<UrgentRow, 'state' | 'takenAt' | 'takenById' | 'callBy'>>,
): Promise<void> {
  await clearTimers(trx, 'urgent.escalate', row.id)
  await trx.updateTable('urgents').set(change).where('id', '=', row.id).execute()
}

const say = async (
  trx: Trx,
  { id: conversationId, inboxId, customerId }: ConversationRow,
  type: EventType & `urgent.${'asked' | 'called' | 'nobody' | 'can-wait'}`,
  urgentId: string,
  teammateId: string | null = null,
): Promise<void> =>
  void (await recordEvent(trx, tend, type, { inboxId, conversationId, customerId, teammateId }, { urgentId }))

export const openUrgent = (trx: Trx, conversationId: string): Promise<UrgentRow | undefined> =>
  trx
    .selectFrom('urgents')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('state', 'in', ['asked', 'calling'])
    .forUpdate()
    .executeTakeFirst()

const lock = (trx: Trx, id: string): Promise<ConversationRow | undefined> =>
  trx.selectFrom('conversations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
