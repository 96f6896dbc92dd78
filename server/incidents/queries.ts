import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Incident, IncidentGroup, WholeIncident } from '#contract/incident.ts'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { newestBegun, peopleOfIncident } from './ledger.ts'
import type { IncidentRow } from './rows.ts'
import { updatesOf } from './updateQueries.ts'
import { standInOf } from './writers.ts'
import './tables.ts'

type Found = IncidentRow & { counts: Incident['counts'] }

/** Incidents with their ledger, counted from the rows themselves each time: nothing is kept that could be behind. */
async function find(db: Db | Trx, by: Actor, where: RawBuilder<SqlBool>, limit: number): Promise<Incident[]> {
  const { rows } = await sql<Found>`
    select i.*, jsonb_build_object('people', k.people, 'untold', k.untold, 'written', k.written, 'told', k.told, 'refused', k.refused,
      'otherwise', k.otherwise, 'answered', k.answered, 'waiting', k.waiting, 'madeRight', k.made_right, 'content', k.content,
      'proposals', (select count(*) from incident_proposals o where o.incident_id = i.id and o.answered_at is null)) as counts
    from incidents i
    cross join lateral ${newestBegun} n
    cross join lateral (
      select count(*) as people, count(*) filter (where t.state = 'untold') as untold, count(*) filter (where t.state = 'written') as written,
        count(*) filter (where t.state = 'told') as told, count(*) filter (where t.state = 'refused') as refused,
        count(*) filter (where t.state <> 'told' and t.otherwise) as otherwise,
        count(*) filter (where p.answered_at is not null) as answered, count(*) filter (where t.waiting) as waiting,
        count(*) filter (where p.made_right_at is not null) as made_right, count(*) filter (where p.content_at is not null) as content
      from ${peopleOfIncident} where p.incident_id = i.id and p.off_at is null
    ) k
    where ${within(by, 'i.inbox_id')} and ${where}
    order by i.opened_at desc, i.id desc limit ${limit}`.execute(db)
  const now = await clockNow(db)
  return rows.map((row) => shape(row, now))
}

const shape = (row: Found, now: Date): Incident => ({
  id: row.id,
  inboxId: row.inboxId,
  what: row.what,
  impact: row.impact,
  doing: row.doing,
  cause: row.cause,
  since: row.since.toISOString(),
  openedAt: row.openedAt.toISOString(),
  openedBy: row.openedByName,
  openedById: row.openedById,
  nextUpdate: row.nextUpdate?.toISOString() ?? null,
  nextUpdateLate: row.nextUpdate !== null && row.closedAt === null && row.nextUpdate <= now,
  counts: row.counts,
  mergedInto: row.mergedInto,
  closedAt: row.closedAt?.toISOString() ?? null,
  closedBy: row.closedByName,
  closedAsItIs: row.closedAsItIs,
  demo: row.demo,
})

export async function listIncidents(
  db: Db,
  by: Actor,
  { state, after, limit }: { state: 'open' | 'closed'; after?: string | undefined; limit: number },
): Promise<{ items: Incident[]; next: string | null }> {
  if (after !== undefined && !/^inc_\w{22}$/.test(after)) throw badCursor()
  const items = await find(
    db,
    by,
    sql<SqlBool>`i.merged_into is null and ${state === 'open' ? sql`i.closed_at is null` : sql`i.closed_at is not null`}
      and ${after ? sql`(i.opened_at, i.id) < (select b.opened_at, b.id from incidents b where b.id = ${after})` : sql`true`}`,
    limit + 1,
  )
  const page = items.slice(0, limit)
  return { items: page, next: items.length > limit ? page.at(-1)!.id : null }
}

export async function wholeIncident(db: Db | Trx, by: Actor, id: string): Promise<WholeIncident> {
  const [incident] = await find(db, by, sql<SqlBool>`i.id = ${id}`, 1)
  if (!incident) throw notFound(say('incidents.this'))
  const { rows: clues } = await sql<WholeIncident['clues'][number] & { at: Date }>`
    select k.position, k.kind, k.says, k.watches, k.at, k.by_name as by,
      (select count(*) from incident_people p where p.incident_id = k.incident_id and p.clue = k.position and p.off_at is null)::int as people
    from incident_clues k where k.incident_id = ${id} order by k.position`.execute(db)
  const groups = await groupsOf(db, incident)
  return {
    ...incident,
    clues: clues.map((one) => ({ ...one, at: (one.at as Date).toISOString() })),
    groups,
    ungrouped: incident.counts.people - groups.reduce((sum, one) => sum + one.people, 0),
    updates: await updatesOf(db, id, sql<SqlBool>`true`),
  }
}

async function groupsOf(db: Db | Trx, { id, inboxId }: Incident): Promise<IncidentGroup[]> {
  const { rows } = await sql<Omit<IncidentGroup, 'standIn' | 'conciergeName'>>`
    select g.position, g.name, g.concierge_id, coalesce(k.people, 0) as people, coalesce(k.untold, 0) as untold,
      coalesce(k.waiting, 0) as waiting
    from incidents i cross join lateral ${newestBegun} n
    join incident_groups g on g.incident_id = i.id
    left join (
      select p.group_position, count(*)::int as people, count(*) filter (where t.state <> 'told')::int as untold,
        count(*) filter (where t.waiting)::int as waiting
      from incidents i cross join lateral ${newestBegun} n join ${peopleOfIncident} on p.incident_id = i.id
      where i.id = ${id} and p.off_at is null group by p.group_position
    ) k on k.group_position = g.position
    where i.id = ${id} order by g.position`.execute(db)
  const groups: IncidentGroup[] = []
  for (const row of rows) {
    const concierge = row.conciergeId ? await findTeammate(db, row.conciergeId) : undefined
    const standIn = row.conciergeId ? await standInOf(db, row.conciergeId, inboxId) : null
    groups.push({
      ...row,
      conciergeName: concierge?.name ?? null,
      standIn: standIn && { id: standIn.teammate.id, name: standIn.teammate.name, until: standIn.until },
    })
  }
  return groups
}
