import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { deskRoutes } from '#contract/desk.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { dayOf, isOpenAt, nextOpen, startOf } from '#server/calendar/workingTime.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { dueGoals } from '#server/goals/queries.ts'
import { myHandovers } from '#server/handover/queries.ts'
import { peopleToTell } from '#server/matters/people.ts'
import { practicesOn } from '#server/team/practices.ts'

type Today = z.input<(typeof deskRoutes)['GET /today']['response']>

/** A list with an end: a few of each, the rest tomorrow. */
const few = 5
const goodbyes = 3
const hour = 3_600_000

/** Handovers between me and others; none where the team does not hand over with a brief. */
export async function briefsOf(db: Db, by: Actor): Promise<Today['briefs']> {
  const isOn = (await practicesOn(db)).includes('handover')
  return isOn && teammateId(by) ? myHandovers(db, by, few) : []
}

/** Whom I could make glad without being asked. */
export async function reachOut(db: Db, by: Actor): Promise<Today['reachOut']> {
  const me = teammateId(by)
  if (!me) return { goals: [], tell: [], goodbyes: [] }
  const on = await practicesOn(db)
  const [goals, tell, unsaid] = await Promise.all([
    on.includes('goals') ? dueGoals(db, by, few) : [],
    on.includes('matters') ? peopleToTell(db, by, few) : [],
    withoutGoodbye(db, by, me),
  ])
  return { goals, tell, goodbyes: unsaid }
}

/** Looked after by me in the last week without a next step, thanks or a last word (C10). */
async function withoutGoodbye(db: Db, by: Actor, me: string): Promise<Today['reachOut']['goodbyes']> {
  const since = new Date((await clockNow(db)).getTime() - 7 * 24 * hour)
  const { rows } = await sql<{
    conversationId: string
    subject: string
    customerName: string
    closedAt: Date
  }>`
    select c.id as conversation_id, c.subject, coalesce(p.preferred_name, p.name) as customer_name, c.closed_at
    from conversations c join customers p on p.id = c.customer_id
    where c.status = 'closed' and c.goodbye is null and c.closed_by = ${me} and c.closed_at >= ${since}
      and ${within(by, 'c.inbox_id')}
    order by c.closed_at desc limit ${goodbyes}`.execute(db)
  return rows.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() }))
}

/** In the morning what comes can wait for the afternoon, after that for the next opening. Null where nobody ever is here. */
export async function restsUntil(db: Db, me: string | null): Promise<string | null> {
  const [now, working] = [await clockNow(db), await workingTime(db, me)]
  const at13 = (day: string) =>
    new Date(
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: working.timeZone, plainTime: '13:00' })
        .epochMilliseconds,
    )
  const midday = at13(dayOf(now, working.timeZone))
  if (now < new Date(midday.getTime() - hour) && isOpenAt(midday, working)) return midday.toISOString()
  const tomorrow = new Date(midday.getTime() + 24 * hour)
  return (
    nextOpen(startOf(dayOf(tomorrow, working.timeZone), working.timeZone), working)?.toISOString() ?? null
  )
}
