import { sql } from 'kysely'
import type { RoutingRule, Team } from '#contract/teams.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { standingOf } from './candidates.ts'
import './tables.ts'

export async function listTeams(db: Db | Trx, only?: string): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, array(select m.teammate_id::text from team_members m join teammates p on p.id = m.teammate_id
      where m.team_id = t.id and p.left_at is null order by lower(p.name), p.id) as teammate_ids
    from teams t where t.removed_at is null ${only ? sql`and t.id = ${only}` : sql``}
    order by lower(t.name), t.id`.execute(db)
  return rows
}

export async function teamById(db: Db | Trx, id: string): Promise<Team> {
  const [team] = await listTeams(db, id)
  if (!team) throw notFound(say('teams.this'))
  return team
}

/** Rules of the reader's inboxes whose team is still there. */
export async function listRules(db: Db | Trx, by: Actor): Promise<RoutingRule[]> {
  const { rows } = await sql<RoutingRule>`
    select r.inbox_id, r.team_id, r.way, r.capacity from routing_rules r join teams t on t.id = r.team_id
    where t.removed_at is null and ${within(by, 'r.inbox_id')} order by r.inbox_id`.execute(db)
  return rows
}

export async function ruleOf(db: Db | Trx, inboxId: string): Promise<RoutingRule | null> {
  const { rows } = await sql<RoutingRule>`
    select r.inbox_id, r.team_id, r.way, r.capacity from routing_rules r join teams t on t.id = r.team_id
    where r.inbox_id = ${inboxId} and t.removed_at is null`.execute(db)
  return rows[0] ?? null
}

/** How it stands now: nobody should have to guess why a letter went to somebody, or to nobody. */
export async function routingShown(db: Db, by: Actor, inboxId: string) {
  if (!sees(by, inboxId)) throw notFound(say('teams.inbox'))
  const rule = await ruleOf(db, inboxId)
  if (!rule) return { rule: null, next: null, people: [] }
  const people = await standingOf(db, rule, await clockNow(db))
  const next = people.find((one) => one.passedOver === null)
  return {
    rule,
    next: next ? { id: next.id, name: next.name } : null,
    people: people.map(({ id, name, open, passedOver }) => ({ id, name, open, passedOver })),
  }
}
