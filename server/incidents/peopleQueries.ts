import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Affected, IncidentProposal } from '#contract/incident.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { holding } from '#server/database/like.ts'
import { newestBegun, peopleOfIncident } from './ledger.ts'
import { incidentRow } from './rows.ts'
import './tables.ts'

interface Found
  extends Omit<Affected, 'askedNotAt' | 'toldAt' | 'answeredAt' | 'madeRightAt' | 'contentAt' | 'group'> {
  groupPosition: number | null
  askedNotAt: Date | null
  toldAt: Date | null
  answeredAt: Date | null
  madeRightAt: Date | null
  contentAt: Date | null
  rank: number
}

async function find(db: Db | Trx, id: string, where: RawBuilder<SqlBool>, limit: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select * from (
      select p.customer_id, coalesce(nullif(u.preferred_name, ''), u.name) as name, e.address as email, u.company, p.because, p.clue,
        (select a.address from customer_addresses a where a.customer_id = p.customer_id and a.kind = 'phone' order by a.created_at, a.address limit 1) as phone,
        p.group_position, p.conversation_id, p.told_us, u.no_circulars_at as asked_not_at, t.state, coalesce(h.heard, 0) as heard, t.waiting, t.otherwise,
        p.answered_at, p.made_right_at, p.content_at, w.told_at, w.how,
        case t.state when 'refused' then 0 when 'untold' then 1 when 'written' then 2 else 3 end as rank
      from incidents i cross join lateral ${newestBegun} n
      join ${peopleOfIncident} on p.incident_id = i.id
      left join lateral (select y.told_at, y.how from incident_letters y where y.incident_id = p.incident_id and y.customer_id = p.customer_id
        and y.update_position = h.heard) w on true
      where i.id = ${id} and p.off_at is null
    ) x where ${where} order by x.rank, x.customer_id limit ${limit}`.execute(db)
  return rows
}

const shape = (row: Found): Affected => ({
  customerId: row.customerId,
  name: row.name,
  email: row.email,
  phone: row.phone,
  company: row.company,
  because: row.because,
  clue: row.clue,
  group: row.groupPosition,
  conversationId: row.conversationId,
  toldUs: row.toldUs,
  askedNotAt: row.askedNotAt?.toISOString() ?? null,
  state: row.state,
  heard: row.heard,
  toldAt: row.toldAt?.toISOString() ?? null,
  how: row.how,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  waiting: row.waiting,
  madeRightAt: row.madeRightAt?.toISOString() ?? null,
  contentAt: row.contentAt?.toISOString() ?? null,
})

const states: Record<string, RawBuilder<SqlBool>> = {
  untold: sql<SqlBool>`x.state = 'untold'`,
  written: sql<SqlBool>`x.state = 'written'`,
  told: sql<SqlBool>`x.state = 'told'`,
  refused: sql<SqlBool>`x.state = 'refused'`,
  otherwise: sql<SqlBool>`x.state <> 'told' and x.otherwise`,
  answered: sql<SqlBool>`x.answered_at is not null`,
  waiting: sql<SqlBool>`x.waiting`,
  'made-right': sql<SqlBool>`x.made_right_at is not null`,
  content: sql<SqlBool>`x.content_at is not null`,
}

/** Everybody on the list: whom a letter did not reach first, then the untold. */
export async function listPeople(
  db: Db,
  by: Actor,
  id: string,
  query: {
    after?: string | undefined
    limit: number
    state?: string | undefined
    group?: number | 'none' | undefined
    q?: string | undefined
  },
): Promise<{ items: Affected[]; next: string | null }> {
  await incidentRow(db, by, id)
  const { after, limit, state, group, q } = query
  if (after !== undefined && !/^[0-3] cus_\w{22}$/.test(after)) throw badCursor()
  const tests: RawBuilder<SqlBool>[] = [sql<SqlBool>`true`]
  if (after) tests.push(sql<SqlBool>`(x.rank, x.customer_id) > (${Number(after[0])}, ${after.slice(2)})`)
  if (state) tests.push(states[state]!)
  if (group !== undefined)
    tests.push(
      group === 'none' ? sql<SqlBool>`x.group_position is null` : sql<SqlBool>`x.group_position = ${group}`,
    )
  if (q) {
    const part = holding(q)
    tests.push(sql<SqlBool>`(x.name ilike ${part} or x.email ilike ${part} or x.company ilike ${part})`)
  }
  const rows = await find(db, id, sql<SqlBool>`${sql.join(tests, sql` and `)}`, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(shape),
    next: rows.length > limit && last ? `${last.rank} ${last.customerId}` : null,
  }
}

export async function personShown(
  db: Db | Trx,
  by: Actor,
  id: string,
  customerId: string,
): Promise<Affected> {
  await incidentRow(db, by, id)
  const [row] = await find(db, id, sql<SqlBool>`x.customer_id = ${customerId}`, 1)
  if (!row) throw notFound(say('incidents.person'))
  return shape(row)
}

async function proposalsWhere(
  db: Db | Trx,
  by: Actor,
  where: RawBuilder<SqlBool>,
  limit: number,
): Promise<IncidentProposal[]> {
  const { rows } = await sql<Omit<IncidentProposal, 'at'> & { at: Date }>`
    select o.incident_id, i.what, o.conversation_id, c.subject, o.customer_id, coalesce(nullif(u.preferred_name, ''), u.name) as customer_name,
      o.because, o.at, exists (select 1 from incident_people p where p.incident_id = i.id and p.customer_id = o.customer_id and p.off_at is null) as listed
    from incident_proposals o join incidents i on i.id = o.incident_id and i.closed_at is null and i.merged_into is null
    join conversations c on c.id = o.conversation_id and ${within(by, 'c.inbox_id')} join customers u on u.id = o.customer_id
    where o.answered_at is null and ${within(by, 'i.inbox_id')} and ${where}
    order by o.conversation_id desc, i.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function listProposals(
  db: Db,
  by: Actor,
  id: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: IncidentProposal[]; next: string | null }> {
  await incidentRow(db, by, id)
  if (after !== undefined && !/^cnv_\w{22}$/.test(after)) throw badCursor()
  const items = await proposalsWhere(
    db,
    by,
    sql<SqlBool>`o.incident_id = ${id} and ${after ? sql`o.conversation_id < ${after}` : sql`true`}`,
    limit + 1,
  )
  const page = items.slice(0, limit)
  return { items: page, next: items.length > limit ? page.at(-1)!.conversationId : null }
}

/** What the person of a conversation is hit by, where the reader sees it, and what it is proposed for. */
export async function incidentsOf(db: Db, by: Actor, conversationId: string) {
  const { customerId } = await conversationById(db, by, conversationId)
  const { rows } = await sql<{
    incidentId: string
    what: string
    nextUpdate: Date | null
    closedAt: Date | null
    conciergeId: string | null
    conciergeName: string | null
    state: Affected['state']
  }>`
    select i.id as incident_id, i.what, i.next_update, i.closed_at, g.concierge_id, m.name as concierge_name, t.state
    from incidents i cross join lateral ${newestBegun} n
    join ${peopleOfIncident} on p.incident_id = i.id
    left join incident_groups g on g.incident_id = i.id and g.position = p.group_position
    left join teammates m on m.id = g.concierge_id
    where p.customer_id = ${customerId} and p.off_at is null and i.merged_into is null and ${within(by, 'i.inbox_id')}
    order by i.closed_at is not null, i.opened_at desc limit 10`.execute(db)
  return {
    items: rows.map((row) => ({
      ...row,
      nextUpdate: row.nextUpdate?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
    })),
    proposals: await proposalsWhere(db, by, sql<SqlBool>`o.conversation_id = ${conversationId}`, 10),
  }
}
