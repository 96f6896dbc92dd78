import { Temporal } from 'temporal-polyfill'
import { type Actor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { isOpenAt, lastShift, nextOpen, type WorkingTime } from '#server/calendar/workingTime.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { clearClocks, setClocks } from './clocks.ts'
import { change, lockPromise, record, settleRow, step } from './ledger.ts'
import { isOpen, type PromiseRow } from './promise.ts'
import './tables.ts'

export type Repeats = NonNullable<PromiseRow['repeats']>

const steps: Record<Repeats, Temporal.DurationLike> = {
  daily: { days: 1 },
  weekly: { weeks: 1 },
  fortnightly: { weeks: 2 },
  monthly: { months: 1 },
}

export interface Occurrence {
  /** By the series alone, so that one holiday does not move all that follow. */
  seriesDue: Date
  due: Date
}

/**
 * The next time of a series behind `after`, at the same hour of the wall. "Every day" means every day we are open; any other that
 * falls on a closed day is kept before it, or where that has passed, on the opening behind it.
 */
export function nextOccurrence(first: Date, repeats: Repeats, after: Date, working: WorkingTime): Occurrence {
  const start = Temporal.Instant.from(first.toISOString()).toZonedDateTimeISO(working.timeZone)
  for (let n = 1; ; n++) {
    // Counted from the start: the 31st stays the 31st behind a short month.
    const zoned = start.add(times(steps[repeats], n))
    const seriesDue = new Date(zoned.epochMilliseconds)
    if (seriesDue <= after) continue
    if (isOpenAt(seriesDue, working)) return { seriesDue, due: seriesDue }
    const opens = nextOpen(seriesDue, working)
    if (repeats === 'daily' && opens && n < 400) continue
    const before = lastShift(seriesDue, working)?.to
    return { seriesDue, due: before && before > after ? before : (opens ?? seriesDue) }
  }
}

const times = (one: Temporal.DurationLike, n: number): Temporal.DurationLike =>
  Object.fromEntries(Object.entries(one).map(([unit, count]) => [unit, (count as number) * n]))

/** One of a series is kept: the next appears, unless the matter is done. Returns its id. */
export async function promiseAgain(trx: Trx, by: Actor, row: PromiseRow): Promise<string | null> {
  if (!row.repeats || !row.due) return null
  const conversation = await trx
    .selectFrom('conversations')
    .select('status')
    .where('id', '=', row.conversationId)
    .executeTakeFirstOrThrow()
  if (conversation.status === 'closed') return null
  const now = await clockNow(trx)
  const first = await firstOf(trx, row)
  const last = row.seriesDue ?? row.due
  const next = nextOccurrence(first, row.repeats, last > now ? last : now, await workingTime(trx))
  const id = newId('promise')
  await trx
    .insertInto('promises')
    .values({
      conversationId: row.conversationId,
      id,
      customerId: row.customerId,
      inboxId: row.inboxId,
      messageId: row.messageId,
      what: row.what,
      to: row.to,
      quote: row.quote,
      makerId: row.makerId,
      handoverToId: null,
      due: next.due,
      seriesDue: next.seriesDue,
      seriesId: row.seriesId ?? row.id,
      repeats: row.repeats,
      condition: null,
      metAt: null,
      dueOnceMet: null,
      madeAt: now,
      nudgeAt: null,
      nudgedAt: null,
      lateAt: null,
      brokenAt: null,
      settledAt: null,
      demo: row.demo,
    })
    .execute()
  const people = await trx
    .selectFrom('promisePeople')
    .select(['conversationId', 'position', 'name'])
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .execute()
  if (people.length)
    await trx
      .insertInto('promisePeople')
      .values(people.map((person) => ({ ...person, promiseId: id, toldAt: null })))
      .execute()
  const made = await lockPromise(trx, tend, id)
  const due = next.due.toISOString()
  await step(trx, by, made, 'made', { due, after: row.id }, now)
  await setClocks(trx, made, now)
  await settleRow(trx, row.conversationId)
  await record(trx, by, made, 'promise.made', { what: made.what, due })
  return id
}

/** The due the whole series counts from. */
async function firstOf(trx: Trx, row: PromiseRow): Promise<Date> {
  if (!row.seriesId) return row.seriesDue ?? row.due!
  const first = await trx
    .selectFrom('promises')
    .select(['seriesDue', 'due'])
    .where('id', '=', row.seriesId)
    .executeTakeFirst()
  return first?.seriesDue ?? first?.due ?? row.seriesDue ?? row.due!
}

/**
 * The matter is done: what was promised "until it is solved" has come to its own end. One that is late stays so, for somebody
 * waited; it only does not come again. Safe to repeat.
 */
export async function endSeries(db: Db, conversationId: string): Promise<void> {
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('repeats', 'is not', null)
    .where('state', 'in', ['open', 'late', 'broken'])
    .execute()
  for (const { id } of rows)
    await transaction(db, async (trx) => {
      const row = await lockPromise(trx, tend, id)
      const { status } = await trx
        .selectFrom('conversations')
        .select('status')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow()
      if (status !== 'closed' || !row.repeats || !isOpen(row)) return
      if (row.state !== 'open') {
        await change(trx, row, { repeats: null })
        return
      }
      const at = await clockNow(trx)
      await change(trx, row, {
        state: 'released',
        settledAt: at,
        nudgeAt: null,
        handoverToId: null,
        told: true,
        repeats: null,
      })
      await step(trx, tend, row, 'ended', {}, at)
      await clearClocks(trx, id)
      await record(trx, tend, row, 'promise.released', { because: 'done' })
    })
}
