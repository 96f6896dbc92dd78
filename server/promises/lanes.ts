import { type Expression, type SqlBool, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { lane as laneShape } from '#contract/promises.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'

/** The condition of a lane on `promises`: by the reader's own day, so that "today" ends when theirs does. */
export async function inLane(
  db: Db,
  by: Actor,
  lane: z.infer<typeof laneShape>,
): Promise<Expression<SqlBool>> {
  if (lane === 'untold') return sql`promises.state = 'kept' and not promises.told`
  if (lane === 'waits') return sql`promises.state = 'open' and promises.due is null`
  const now = await clockNow(db)
  const { tomorrow, week } = await daysOf(db, by, now)
  // The sweep may be a second behind; what is due is late all the same.
  if (lane === 'late')
    return sql`(promises.state in ('late', 'broken') or (promises.state = 'open' and promises.due <= ${now}))`
  if (lane === 'today')
    return sql`promises.state = 'open' and promises.due > ${now} and promises.due < ${tomorrow}`
  if (lane === 'week')
    return sql`promises.state = 'open' and promises.due >= ${tomorrow} and promises.due < ${week}`
  return sql`promises.state = 'open' and promises.due >= ${week}`
}

/** Where the reader's day ends, and the seven days that begin with it. */
async function daysOf(db: Db, by: Actor, now: Date): Promise<{ tomorrow: Date; week: Date }> {
  const me = teammateId(by)
  const { timeZone } = (me && (await findTeammate(db, me))) || (await readCompany(db))
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).startOfDay()
  const in_ = (days: number) => new Date(today.add({ days }).epochMilliseconds)
  return { tomorrow: in_(1), week: in_(7) }
}
