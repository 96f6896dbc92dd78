import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { passedOver, RoutingRule } from '#contract/teams.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { waysOf } from '#server/notifications/settings.ts'
import './tables.ts'

export interface Candidate {
  id: string
  name: string
  open: number
  lastAt: Date | null
  passedOver: z.infer<typeof passedOver> | null
}

/** Everybody of a rule's team, whoever comes next first, each with why they are passed over just now. */
export async function standingOf(db: Db | Trx, rule: RoutingRule, now: Date): Promise<Candidate[]> {
  const { rows } = await sql<{
    id: string
    name: string
    timeZone: string
    isAble: boolean
    open: number
    lastAt: Date | null
  }>`
    select p.id, p.name, p.time_zone,
      (p.left_at is null and p.role <> 'observer' and (p.role = 'admin' or exists (
        select 1 from inbox_access a where a.teammate_id = p.id and a.inbox_id = ${rule.inboxId}))) as is_able,
      (select count(*) from conversations c where c.assignee_id = p.id and c.status = 'open')::int as open,
      (select t.last_at from routing_turns t where t.inbox_id = ${rule.inboxId} and t.teammate_id = p.id) as last_at
    from team_members m join teammates p on p.id = m.teammate_id
    where m.team_id = ${rule.teamId} and p.left_at is null`.execute(db)
  const people: Candidate[] = []
  for (const { timeZone, isAble, ...person } of rows)
    people.push({ ...person, passedOver: await whyNot(db, rule, { ...person, timeZone, isAble }, now) })
  return people.toSorted(
    (a, b) =>
      Number(a.passedOver !== null) - Number(b.passedOver !== null) ||
      (rule.way === 'least' ? a.open - b.open : 0) ||
      (a.lastAt?.getTime() ?? 0) - (b.lastAt?.getTime() ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** On leave, on a day off, with everything held, or with as much as one can carry: nothing new comes by itself. */
async function whyNot(
  db: Db | Trx,
  rule: RoutingRule,
  person: { id: string; timeZone: string; isAble: boolean; open: number },
  now: Date,
): Promise<Candidate['passedOver']> {
  if (!person.isAble) return 'not-able'
  if (await leaveAt(db, person.id, now)) return 'away'
  const { holdUntil, daysOff } = await waysOf(db, person.id)
  if (holdUntil && holdUntil > now) return 'holding'
  const weekday = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(person.timeZone).dayOfWeek % 7
  if (daysOff.includes(weekday)) return 'day-off'
  return rule.capacity !== null && person.open >= rule.capacity ? 'full' : null
}
