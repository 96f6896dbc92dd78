import { Temporal } from 'temporal-polyfill'
import { type Actor, requireRole, sees, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { dayOf, nextOpen, startOf } from '#server/calendar/workingTime.ts'
import { messageById } from '#server/conversations/queries.ts'
import { standsIn } from '#server/conversations/theirWords.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { anInboxOf } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { today } from './queries.ts'
import './tables.ts'

export interface NewGoal {
  words: string
  messageId?: string
  inboxId?: string
  reviewOn: string
  at?: Date
}

/** Keeps what they want to reach, in their own words, with the day to look at it again. */
export async function keepGoal(db: Db | Trx, by: Actor, customerId: string, goal: NewGoal): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'goals')
    await demandKnown(trx, by, customerId)
    if (!goal.at) await demandAhead(trx, goal.reviewOn, '/reviewOn')
    const said = goal.messageId ? await messageById(trx, by, goal.messageId) : undefined
    if (said && (said.customerId !== customerId || said.direction !== 'in'))
      throw notFound(say('goals.message'))
    if (said && !standsIn(goal.words, said.textFull ?? said.text))
      throw invalid('/words', say('goals.notTheirWords'))
    const inboxId = said?.inboxId ?? goal.inboxId ?? (await anInboxOf(trx, by, customerId))
    if (!inboxId || !sees(by, inboxId)) throw notFound(say('goals.inbox'))
    const id = newId('goal')
    await trx
      .insertInto('goals')
      .values({
        id,
        customerId,
        inboxId,
        words: goal.words,
        conversationId: said?.conversationId ?? null,
        messageId: said?.id ?? null,
        reviewOn: goal.reviewOn,
        byId: by.id,
        settledAt: null,
        ...(goal.at && { madeAt: goal.at }),
      })
      .execute()
    await recordEvent(
      trx,
      by,
      'goal.kept',
      { customerId, inboxId, conversationId: said?.conversationId ?? null },
      { goalId: id, reviewOn: goal.reviewOn },
    )
    await audit(trx, by, 'goal.kept', { kind: 'goal', id, inboxId }, { customerId })
    return id
  })
}

/** A day to look at it must lie ahead; the sentence names the nearest good one: in three months, when somebody is here. */
async function demandAhead(trx: Trx, day: string, pointer: string): Promise<void> {
  if (day > (await today(trx))) return
  throw invalid(pointer, say('goals.past', { proposal: await nextGoodDay(trx) }))
}

async function nextGoodDay(trx: Trx): Promise<string> {
  const working = await workingTime(trx)
  const ahead = Temporal.PlainDate.from(dayOf(await clockNow(trx), working.timeZone))
    .add({ months: 3 })
    .toString()
  const open = nextOpen(startOf(ahead, working.timeZone), working)
  return open ? dayOf(open, working.timeZone) : ahead
}

async function lockGoal(trx: Trx, by: Actor, id: string) {
  const row = await trx.selectFrom('goals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('goals.this'))
  return row
}

export async function reviewGoal(
  db: Db,
  by: Actor,
  id: string,
  review: { outcome: 'done' | 'again' | 'dropped'; nextOn?: string; note?: string },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'goals')
    const row = await lockGoal(trx, by, id)
    if (row.state !== 'open') throw conflict('goal-settled', say('goals.settled'))
    const { outcome } = review
    const nextOn = outcome === 'again' ? review.nextOn : undefined
    if (outcome === 'again' && !nextOn)
      throw invalid('/nextOn', say('goals.noDay', { proposal: await nextGoodDay(trx) }))
    if (nextOn) await demandAhead(trx, nextOn, '/nextOn')
    await trx
      .insertInto('goalReviews')
      .values({
        goalId: id,
        byId: by.id,
        byName: by.kind === 'system' ? tend.name : by.name,
        outcome,
        note: review.note || null,
        nextOn: nextOn ?? null,
      })
      .execute()
    await trx
      .updateTable('goals')
      .set(nextOn ? { reviewOn: nextOn } : { state: outcome as 'done', settledAt: await clockNow(trx) })
      .where('id', '=', id)
      .execute()
    await recordEvent(
      trx,
      by,
      'goal.reviewed',
      { customerId: row.customerId, inboxId: row.inboxId, conversationId: row.conversationId },
      { goalId: id, outcome, nextOn: nextOn ?? null },
    )
    await audit(trx, by, 'goal.reviewed', { kind: 'goal', id, inboxId: row.inboxId }, { outcome })
  })
}

/** Kept by mistake: it is gone, with its words. */
export async function forgetGoal(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'goals')
    const row = await lockGoal(trx, by, id)
    await trx.deleteFrom('goals').where('id', '=', id).execute()
    await recordEvent(
      trx,
      by,
      'goal.forgotten',
      { customerId: row.customerId, inboxId: row.inboxId },
      { goalId: id },
    )
    await audit(trx, by, 'goal.forgotten', { kind: 'goal', id, inboxId: row.inboxId })
  })
}

/** Messages went into another conversation: goals quoted from them are found there. */
export async function moveGoals(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  await trx
    .updateTable('goals')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageId', 'in', [...messageIds])
    .execute()
}
