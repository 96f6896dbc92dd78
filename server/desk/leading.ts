import { sql } from 'kysely'
import type { z } from 'zod'
import type { deskRoutes } from '#contract/desk.ts'
import { type Actor, atLeast } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { dayOf } from '#server/calendar/workingTime.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { untakenHandovers } from '#server/handover/queries.ts'
import { countComplaints, listComplaints } from '#server/recoveries/climbing.ts'
import { readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'

type Lead = NonNullable<z.input<(typeof deskRoutes)['GET /today']['response']>['lead']>

const dayMs = 86_400_000

/** What somebody who leads looks after besides their own people: nothing falls between two chairs. */
export async function forLeads(db: Db, by: Actor, noRoom: boolean): Promise<Lead | null> {
  if (!atLeast(by, 'lead')) return null
  const [handovers, unhappy, ignored, secondFailures, cover] = await Promise.all([
    untaken(db, by),
    notHappy(db, by),
    unanswered(db, by),
    failedAgain(db, by),
    uncovered(db, by),
  ])
  return { noRoom, handovers, unhappy, ignored, secondFailures, cover }
}

/** Between others; mine stand on my own list. */
async function untaken(db: Db, by: Actor): Promise<Lead['handovers']> {
  return (await isOn(db, 'handover')) ? untakenHandovers(db, by, 10) : []
}

/** Said on their page in the last two weeks, and no letter of ours since. */
async function notHappy(db: Db, by: Actor): Promise<Lead['unhappy']> {
  const since = new Date((await clockNow(db)).getTime() - 14 * dayMs)
  const { rows } = await sql<Omit<Lead['unhappy'][number], 'at'> & { at: Date }>`
    select c.id as conversation_id, c.subject, coalesce(p.preferred_name, p.name) as customer_name, c.assignee_id, max(e.at) as at
    from events e
    join conversations c on c.id = e.conversation_id
    join customers p on p.id = c.customer_id
    where e.type = 'page.unhappy' and e.at >= ${since} and ${within(by, 'c.inbox_id')}
      and not exists (select 1 from messages m where m.conversation_id = c.id and m.direction = 'out' and m.at > e.at)
    group by c.id, p.id order by max(e.at) limit 10`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function unanswered(db: Db, by: Actor): Promise<Lead['ignored']> {
  if (!(await isOn(db, 'climbing'))) return null
  const [count, items] = await Promise.all([countComplaints(db, by), listComplaints(db, by, 5)])
  return { count, items }
}

/** In the last two weeks, and no letter of ours since. */
async function failedAgain(db: Db, by: Actor): Promise<Lead['secondFailures']> {
  if (!(await isOn(db, 'secondChance'))) return []
  const since = new Date((await clockNow(db)).getTime() - 14 * dayMs)
  const { rows } = await sql<Omit<Lead['secondFailures'][number], 'at'> & { at: Date }>`
    select c.id as conversation_id, c.subject, coalesce(p.preferred_name, p.name) as customer_name, e.detail->>'first' as first, e.at
    from events e join conversations c on c.id = e.conversation_id join customers p on p.id = c.customer_id
    join recoveries r on r.id = e.detail->>'recoveryId' and r.closed_at is null
    where e.type = 'second-chance.failed' and e.at >= ${since} and ${within(by, 'c.inbox_id')}
      and not exists (select 1 from messages m where m.conversation_id = c.id and m.direction = 'out' and m.at > e.at)
    order by e.at limit 10`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Away, now or within three days, where nobody who is here stands in: with what lies with them. */
async function uncovered(db: Db, by: Actor): Promise<Lead['cover']> {
  const [now, { timeZone }] = [await clockNow(db), await readCompany(db)]
  const [today, soon] = [dayOf(now, timeZone), dayOf(new Date(now.getTime() + 3 * dayMs), timeZone)]
  const { rows } = await sql<Lead['cover'][number]>`
    select l.id as leave_id, l.teammate_id, t.name, l.from_day as "from", l.to_day as "to", s.name as stand_in_name,
      (select count(*) from conversations c where c.assignee_id = t.id and c.status = 'open' and ${within(by, 'c.inbox_id')})::int as conversations,
      (select count(*) from promises p where p.maker_id = t.id and p.state in ('open', 'late', 'broken') and ${within(by, 'p.inbox_id')})::int as promises
    from leaves l join teammates t on t.id = l.teammate_id left join teammates s on s.id = l.stand_in_id
    where l.to_day >= ${today} and l.from_day <= ${soon} and t.left_at is null
      and (l.stand_in_id is null or s.left_at is not null or exists (select 1 from leaves o where o.teammate_id = l.stand_in_id
        and o.from_day <= l.to_day and o.to_day >= greatest(l.from_day, ${today})))
    order by l.from_day, l.id limit 20`.execute(db)
  return rows.filter((row) => row.conversations + row.promises > 0)
}
