import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { lane as laneShape } from '#contract/promises.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { once } from '#server/base/glance.ts'
import { endOfDay } from '#server/calendar/workingTime.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import { graceOfCall } from './promise.ts'

/** The order of every board: by the due, those without one last. The same words as in its indexes, or they would not serve. */
export const dueKey = sql<Date>`coalesce(promises.due, 'infinity'::timestamptz)`
export const isUnsettled = sql<SqlBool>`promises.state in ('open', 'late', 'broken')`

/**
 * What stands in a lane, in parts that share no promise: each is read from an index of its own. By the reader's own day, so that
 * "today" ends when theirs does.
 */
export async function inLane(
  db: Db,
  by: Actor,
  lane: z.infer<typeof laneShape>,
): Promise<readonly RawBuilder<SqlBool>[]> {
  if (lane === 'untold') return [sql`promises.state = 'kept' and not promises.told`]
  if (lane === 'waits') return [sql`promises.state = 'open' and ${dueKey} = 'infinity'::timestamptz`]
  const now = await clockNow(db)
  const timeZone = await zoneOf(db, by)
  const [tomorrow, week] = [endOfDay(now, timeZone), endOfDay(now, timeZone, 7)]
  // A call that is due now is being made, not late.
  const callsSince = new Date(now.getTime() - graceOfCall)
  const ringing = sql<SqlBool>`(promises.kind = 'callback' and promises.due > ${callsSince})`
  // The sweep may be a second behind; what is due is late all the same.
  if (lane === 'late')
    return [
      sql`promises.state in ('late', 'broken')`,
      sql`promises.state = 'open' and ${dueKey} <= ${now} and not ${ringing}`,
    ]
  if (lane === 'today')
    return [
      sql`promises.state = 'open' and ${dueKey} > ${callsSince} and ${dueKey} < ${tomorrow}
        and (promises.due > ${now} or ${ringing})`,
    ]
  if (lane === 'week')
    return [sql`promises.state = 'open' and ${dueKey} >= ${tomorrow} and ${dueKey} < ${week}`]
  return [sql`promises.state = 'open' and ${dueKey} >= ${week} and ${dueKey} < 'infinity'::timestamptz`]
}

/** The reader's own time zone; for a key without a person, the company's. */
const zoneOf = (db: Db, by: Actor): Promise<string> =>
  once('zone', async () => {
    const me = teammateId(by)
    return ((me && (await findTeammate(db, me))) || (await readCompany(db))).timeZone
  })
