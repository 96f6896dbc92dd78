import { type Expression, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { lane as laneShape } from '#contract/promises.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { endOfDay } from '#server/calendar/workingTime.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import { graceOfCall } from './promise.ts'

/** The condition of a lane on `promises`: by the reader's own day, so that "today" ends when theirs does. */
export async function inLane(
  db: Db,
  by: Actor,
  lane: z.infer<typeof laneShape>,
): Promise<Expression<SqlBool>> {
  if (lane === 'untold') return sql`promises.state = 'kept' and not promises.told`
  if (lane === 'waits') return sql`promises.state = 'open' and promises.due is null`
  const now = await clockNow(db)
  const timeZone = await zoneOf(db, by)
  const [tomorrow, week] = [endOfDay(now, timeZone), endOfDay(now, timeZone, 7)]
  // A call that is due now is being made, not late.
  const callsSince = new Date(now.getTime() - graceOfCall)
  const ringing = sql<SqlBool>`(promises.kind = 'callback' and promises.due > ${callsSince})`
  // The sweep may be a second behind; what is due is late all the same.
  if (lane === 'late')
    return sql`(promises.state in ('late', 'broken') or (promises.state = 'open' and promises.due <= ${now} and not ${ringing}))`
  if (lane === 'today')
    return sql`promises.state = 'open' and promises.due > ${callsSince} and promises.due < ${tomorrow}
      and (promises.due > ${now} or ${ringing})`
  if (lane === 'week')
    return sql`promises.state = 'open' and promises.due >= ${tomorrow} and promises.due < ${week}`
  return sql`promises.state = 'open' and promises.due >= ${week}`
}

/** The reader's own time zone; for a key without a person, the company's. */
async function zoneOf(db: Db, by: Actor): Promise<string> {
  const me = teammateId(by)
  return ((me && (await findTeammate(db, me))) || (await readCompany(db))).timeZone
}
