import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import { question } from '#server/database/statement.ts'
import { once } from './glance.ts'
import './tables.ts'

/**
 * The one clock of the domain: the database's time plus an offset that only tests move. Everything that promises,
 * snoozes, waits or expires for a person asks here (in SQL: `clock_now()`); nothing else calls `now()` for that.
 */
export const clockNow = (db: Db | Trx): Promise<Date> =>
  once('clock', async () => {
    const { now } = await askClock(db).executeTakeFirstOrThrow()
    return now
  })

/** For `askAhead`. */
export const askClock = (db: Db | Trx) => clock(db, {})
const clock = question((db) => ({ compile: () => sql<{ now: Date }>`select clock_now() as now`.compile(db) }))

/** The same as an SQL expression. */
export const sqlNow = sql<Date>`clock_now()`

/** Tests only: moves the clock forward, never back. */
export async function moveClock(db: Db, to: Date): Promise<void> {
  await sql`update clock set ahead = greatest(ahead, ${to.toISOString()}::timestamptz - clock_timestamp())`.execute(
    db,
  )
}

/** Tests only: what is told of a certain date begins there, also once that date has passed. Before anything has happened. */
export async function startClock(db: Db, at: Date): Promise<void> {
  await sql`update clock set ahead = ${at.toISOString()}::timestamptz - clock_timestamp()`.execute(db)
}
