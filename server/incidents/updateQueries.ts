import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { IncidentLetter, IncidentUpdate } from '#contract/incident.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor, notFound } from '#server/base/errors.ts'
import { hasText, text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { standingOf } from './ledger.ts'
import { incidentRow, updateRow } from './rows.ts'
import type { Stop } from './tables.ts'
import './tables.ts'

const letterStates = ['draft', 'waiting', 'written', 'told', 'refused', 'otherwise'] as const
const stopKinds = ['empty', 'suspicious', 'identical', 'care'] as const

interface Found {
  position: number
  kind: 'update' | 'closing'
  subject: string
  text: string
  nextUpdate: Date | null
  state: IncidentUpdate['state']
  perMinute: number
  madeAt: Date
  byName: string | null
  sendingSince: Date | null
  sendingByName: string | null
  leavesAt: Date | null
  doneAt: Date | null
  letters: Record<string, number> | null
  stops: Record<string, number> | null
  nobodys: number
  read: boolean
  groups: IncidentUpdate['groups'] | null
}

/** Updates with how far their letters are, the oldest first. `where` is over u. */
export async function updatesOf(
  db: Db | Trx,
  incidentId: string,
  where: RawBuilder<SqlBool>,
): Promise<IncidentUpdate[]> {
  const { rows } = await sql<Found>`
    with now as (
      select l.update_position, ${standingOf('l')} as standing, l.stopped, l.read, g.concierge_id
      from incident_letters l
      join incident_people p on p.incident_id = l.incident_id and p.customer_id = l.customer_id and p.off_at is null
      left join incident_groups g on g.incident_id = l.incident_id and g.position = p.group_position
      where l.incident_id = ${incidentId}
    )
    select u.*,
      (select jsonb_object_agg(x.standing, x.n) from (select standing, count(*)::int as n from now where update_position = u.position group by 1) x) as letters,
      (select jsonb_object_agg(x.kind, x.n) from (select s.kind, count(*)::int as n from now, unnest(stopped) as s(kind)
        where update_position = u.position and standing = 'draft' group by 1) x) as stops,
      (select count(*) from now where update_position = u.position and standing = 'draft' and concierge_id is null)::int as nobodys,
      not exists (select 1 from now where update_position = u.position and standing = 'draft' and not read) as read,
      (select jsonb_agg(jsonb_build_object('position', v.group_position, 'text', v.text) order by v.group_position) from incident_voices v
        where v.incident_id = u.incident_id and v.update_position = u.position) as groups
    from incident_updates u where u.incident_id = ${incidentId} and ${where} order by u.position`.execute(db)
  return rows.map((row) => ({
    position: row.position,
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    nextUpdate: row.nextUpdate?.toISOString() ?? null,
    state: row.state,
    letters: countsOf(letterStates, row.letters),
    stops: countsOf(stopKinds, row.stops),
    nobodys: row.nobodys,
    read: row.read,
    groups: row.groups ?? [],
    perMinute: row.perMinute,
    madeAt: row.madeAt.toISOString(),
    by: row.byName,
    sendingSince: row.sendingSince?.toISOString() ?? null,
    sendingBy: row.sendingByName,
    leavesAt: row.leavesAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  }))
}

const countsOf = <K extends string>(keys: readonly K[], counts: Record<string, number> | null) =>
  Object.fromEntries(keys.map((key) => [key, counts?.[key] ?? 0])) as Record<K, number>

export async function updateShown(
  db: Db | Trx,
  by: Actor,
  id: string,
  position: number,
): Promise<IncidentUpdate> {
  await incidentRow(db, by, id)
  const [update] = await updatesOf(db, id, sql<SqlBool>`u.position = ${position}`)
  if (!update) throw notFound(say('incidents.update'))
  return update
}

interface FoundLetter {
  customerId: string
  name: string
  email: string | null
  groupPosition: number | null
  writer: string | null
  subject: string
  text: string
  edited: boolean
  standing: IncidentLetter['state']
  stops: Stop[]
  reviewed: string[]
  because: string | null
  conversationId: string | null
  messageId: string | null
}

async function lettersWhere(
  db: Db | Trx,
  id: string,
  position: number,
  where: RawBuilder<SqlBool>,
  limit: number,
): Promise<(IncidentLetter & { stopped: boolean })[]> {
  const { rows } = await sql<FoundLetter>`
    select * from (
      select l.*, coalesce(nullif(u.preferred_name, ''), u.name) as name, p.group_position, coalesce(l.by_name, t.name) as writer,
        cardinality(l.stopped) = 0 as free, ${standingOf('l')} as standing,
        (select a.address from customer_addresses a where a.customer_id = l.customer_id and a.kind = 'email' order by a.created_at, a.address limit 1) as email
      from incident_letters l
      join incident_people p on p.incident_id = l.incident_id and p.customer_id = l.customer_id and p.off_at is null
      join customers u on u.id = l.customer_id
      left join incident_groups g on g.incident_id = l.incident_id and g.position = p.group_position
      left join teammates t on t.id = g.concierge_id
      where l.incident_id = ${id} and l.update_position = ${position}
    ) x where ${where} order by x.free, x.customer_id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    customerId: row.customerId,
    name: row.name,
    email: row.email,
    group: row.groupPosition,
    from: row.writer,
    subject: row.subject,
    text: row.text,
    edited: row.edited,
    state: row.standing,
    because: row.because,
    stops: row.stops.map(({ kind, what, why, quote }) => ({
      kind,
      what,
      says: hasText(why) ? say(why, { slot: what, value: quote ?? '' }) : why,
      quote,
      reviewed: kind !== 'empty' && row.reviewed.includes(`${kind}:${what}`),
    })),
    conversationId: row.conversationId,
    messageId: row.messageId,
    stopped: row.stops.some(
      ({ kind, what }) => kind === 'empty' || !row.reviewed.includes(`${kind}:${what}`),
    ),
  }))
}

const bare = ({ stopped: _, ...letter }: IncidentLetter & { stopped: boolean }): IncidentLetter => letter

export async function listLetters(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  query: {
    after?: string | undefined
    limit: number
    state?: string | undefined
    stop?: string | undefined
    group?: number | 'none' | undefined
  },
): Promise<{ items: IncidentLetter[]; next: string | null }> {
  await incidentRow(db, by, id)
  await updateRow(db, id, position)
  const { after, limit, state, stop, group } = query
  if (after !== undefined && !/^[tf] cus_\w{22}$/.test(after)) throw badCursor()
  const tests: RawBuilder<SqlBool>[] = [sql<SqlBool>`true`]
  if (after)
    tests.push(sql<SqlBool>`(x.free, x.customer_id) > (${after[0] === 't'}::boolean, ${after.slice(2)})`)
  if (state) tests.push(sql<SqlBool>`x.standing = ${state}`)
  if (stop) tests.push(sql<SqlBool>`x.stopped @> array[${stop}]::text[]`)
  if (group !== undefined)
    tests.push(
      group === 'none' ? sql<SqlBool>`x.group_position is null` : sql<SqlBool>`x.group_position = ${group}`,
    )
  const rows = await lettersWhere(db, id, position, sql<SqlBool>`${sql.join(tests, sql` and `)}`, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(bare),
    next: rows.length > limit && last ? `${last.stopped ? 'f' : 't'} ${last.customerId}` : null,
  }
}

export async function letterShown(
  db: Db | Trx,
  by: Actor,
  id: string,
  position: number,
  customerId: string,
): Promise<IncidentLetter> {
  await incidentRow(db, by, id)
  const [letter] = await lettersWhere(db, id, position, sql<SqlBool>`x.customer_id = ${customerId}`, 1)
  if (!letter) throw notFound(say('incidents.letter'))
  return bare(letter)
}
