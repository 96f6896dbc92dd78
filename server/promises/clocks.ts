import { tend } from '#server/base/actor.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { recordEvents } from '#server/base/events.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { breakIfDue, setBreakTimer } from './breaking.ts'
import { change, lockIfThere, lockThose, record, step, subjectsOf, whoseIs } from './ledger.ts'
import { isOpen, lateFrom, nudgeTimeOf, type PromiseRow } from './promise.ts'
import './tables.ts'

/** Sets what is due when, from scratch; `began` is when the present due was given. */
export async function setClocks(trx: Trx, row: PromiseRow, began: Date): Promise<PromiseRow> {
  await clearClocks(trx, row.id)
  const runs = isOpen(row) && row.state !== 'broken' && row.due !== null
  const nudgeAt =
    runs && !row.nudgedAt
      ? nudgeTimeOf({ ...row, due: row.due! }, began, await workingTime(trx, row.makerId))
      : null
  if (nudgeAt) await setTimer(trx, 'promise.nudge', row.id, nudgeAt)
  if (runs && row.state === 'open')
    await setTimer(trx, 'promise.due', row.id, lateFrom({ ...row, due: row.due! }))
  if (row.state === 'late') await setBreakTimer(trx, row)
  return change(trx, row, { nudgeAt })
}

/** When one is at work has changed, for everybody or for one maker: nudges that are still to come find their hour anew. */
export async function setNudgesAnew(db: Db, makerId: string | null): Promise<void> {
  let after = ''
  for (;;) {
    let query = db
      .selectFrom('promises')
      .select('id')
      .where('state', '=', 'open')
      .where('nudgeAt', '>', sqlNow)
      .where('id', '>', after)
    if (makerId) query = query.where('makerId', '=', makerId)
    const rows = await query.orderBy('id').limit(200).execute()
    for (const { id } of rows)
      await transaction(db, async (trx) => {
        const row = await lockIfThere(trx, id)
        if (row?.state !== 'open' || row.nudgedAt || !row.nudgeAt || row.nudgeAt <= (await clockNow(trx)))
          return
        // What would now lie in the past is due at once, and the sweep finds it.
        await setClocks(trx, row, await givenAt(trx, row))
      })
    if (rows.length < 200) return
    after = rows.at(-1)!.id
  }
}

/** When its present due was given. */
async function givenAt(trx: Trx, row: PromiseRow): Promise<Date> {
  const moved = await trx
    .selectFrom('promiseSteps')
    .select('at')
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .where('kind', 'in', ['renegotiated', 'met'])
    .orderBy('position', 'desc')
    .executeTakeFirst()
  return moved?.at ?? row.madeAt
}

export async function clearClocks(trx: Trx, id: string): Promise<void> {
  await clearTimers(trx, 'promise.nudge', id)
  await clearTimers(trx, 'promise.due', id)
  await clearTimers(trx, 'promise.break', id)
}

/** The timers before the due: marks each nudge once, many in as few statements as one. Returns those there is something to nudge about. */
export async function nudgePromises(db: Db, ids: readonly string[]): Promise<PromiseRow[]> {
  return transaction(db, async (trx) => {
    const found = await lockThose(trx, ids)
    const now = await clockNow(trx)
    return nudge(
      trx,
      found
        .filter(({ row }) => isNudgeDue(row, now))
        .map(({ row, assigneeId }) => [row, row.makerId ?? assigneeId]),
      now,
    )
  })
}

export const nudgePromise = async (db: Db, id: string): Promise<PromiseRow | null> =>
  (await nudgePromises(db, [id]))[0] ?? null

/** The timer at the due: late from here on, and said so. */
export async function markLate(db: Db, id: string): Promise<PromiseRow | null> {
  return transaction(db, async (trx) => {
    const row = await lockIfThere(trx, id)
    return row && lateIfDue(trx, row, await clockNow(trx))
  })
}

/** A due that came back may have timers that fired already: what they would have done is done here. */
export async function catchUp(trx: Trx, row: PromiseRow): Promise<void> {
  const now = await clockNow(trx)
  const late = row.state === 'late' ? row : await lateIfDue(trx, row, now)
  if (late) await breakIfDue(trx, late, now)
  else await nudgeIfDue(trx, row, now)
}

async function nudgeIfDue(trx: Trx, row: PromiseRow, now: Date): Promise<PromiseRow | null> {
  if (!isNudgeDue(row, now)) return null
  return (await nudge(trx, [[row, await whoseIs(trx, row)]], now))[0]!
}

/** A timer whose job comes late may find that the due has moved away; that one has a timer of its own. */
const isNudgeDue = (row: PromiseRow, now: Date): boolean =>
  row.state === 'open' && !row.nudgedAt && row.due !== null && row.nudgeAt !== null && row.nudgeAt <= now

/** Each with who is to hear of it. */
async function nudge(
  trx: Trx,
  about: readonly (readonly [PromiseRow, string | null])[],
  now: Date,
): Promise<PromiseRow[]> {
  if (about.length === 0) return []
  const rows = about.map(([row]) => row)
  const detail = (row: PromiseRow) => ({ due: row.due!.toISOString() })
  await trx
    .updateTable('promises')
    .set({ nudgedAt: now })
    .where('conversationId', 'in', [...new Set(rows.map((row) => row.conversationId))])
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  await trx
    .insertInto('promiseSteps')
    .values(
      rows.map((row) => ({
        conversationId: row.conversationId,
        promiseId: row.id,
        kind: 'nudged' as const,
        at: now,
        byId: null,
        byName: null,
        detail: JSON.stringify(detail(row)),
      })),
    )
    .execute()
  await recordEvents(
    trx,
    tend,
    'promise.nudged',
    about.map(([row, teammate]) => ({ subjects: subjectsOf(row, teammate), detail: detail(row) })),
  )
  return rows.map((row) => ({ ...row, nudgedAt: now }))
}

async function lateIfDue(trx: Trx, row: PromiseRow, now: Date): Promise<PromiseRow | null> {
  if (row.state !== 'open' || !row.due || lateFrom({ ...row, due: row.due }) > now) return null
  const due = row.due.toISOString()
  const late = await change(trx, row, { state: 'late', lateAt: row.lateAt ?? now })
  await step(trx, tend, row, 'late', { due }, now)
  await setBreakTimer(trx, late)
  await record(trx, tend, late, 'promise.late', { due }, await whoseIs(trx, row))
  return late
}
