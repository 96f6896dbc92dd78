import { type RawBuilder, sql } from 'kysely'
import { locales, moment, text as say, type TextLanguage, textLanguage } from '#server/base/text.ts'
import { written } from '#server/base/written.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { holding } from '#server/database/like.ts'
import { readCompany } from '#server/team/company.ts'
import { reachedFrom } from './looking.ts'
import type { IncidentRow } from './rows.ts'
import './tables.ts'

/** What is known of one person for their letter. */
export interface Known {
  customerId: string
  name: string
  fullName: string
  company: string | null
  language: string | null
  formality: 'formal' | 'informal' | null
  timeZone: string | null
  email: string | null
  askedNot: boolean
  groupPosition: number | null
  concierge: string | null
  conversationId: string | null
  toldUs: boolean
  bought: string | null
  boughtAt: Date | null
  fields: Record<string, string>
}

/** For some of the list or all of it, in one question. What only another inbox knows of them does not go into a letter of this one. */
export async function knownOf(
  db: Db | Trx,
  incident: Pick<IncidentRow, 'id' | 'inboxId'>,
  customerIds: readonly string[] | null,
): Promise<Known[]> {
  const wanted = await whatIsMeant(db, incident.id)
  const { rows } = await sql<Known>`
    select p.customer_id, coalesce(nullif(u.preferred_name, ''), u.name) as name, u.name as full_name, u.company, u.language, u.formality,
      u.time_zone, e.address as email, u.no_circulars_at is not null as asked_not, p.group_position, t.name as concierge, p.conversation_id, p.told_us,
      b.what as bought, b.at as bought_at, coalesce(f.fields, '{}') as fields
    from incident_people p
    join customers u on u.id = p.customer_id
    left join incident_groups g on g.incident_id = p.incident_id and g.position = p.group_position
    left join teammates t on t.id = g.concierge_id
    left join lateral (select a.address from customer_addresses a where a.customer_id = p.customer_id and a.kind = 'email'
      order by a.created_at, a.address limit 1) e on true
    left join lateral (select x.what, x.at from dealings x where x.customer_id = p.customer_id and x.inbox_id = ${incident.inboxId}
      and (${wanted} or x.kind = 'purchase') order by ${wanted} desc, x.at desc limit 1) b on true
    left join lateral (select jsonb_object_agg(k.name, k.value) as fields from (
        select distinct on (lower(n.name)) lower(n.name) as name, coalesce(v.text, trim_scale(v.number)::text, to_char(v.day, 'YYYY-MM-DD')) as value
        from (
          select * from field_values where customer_id = p.customer_id
          union all select o.* from field_values o join circle_people q on q.circle_id = o.circle_id and q.customer_id = p.customer_id
            join circles s on s.id = o.circle_id and s.inbox_id = ${incident.inboxId}
          union all select o.* from field_values o join conversations c on c.id = o.conversation_id and c.customer_id = p.customer_id
            and c.inbox_id = ${incident.inboxId} where o.conversation_id = p.conversation_id
        ) v join fields n on n.id = v.field_id and n.removed_at is null
        order by lower(n.name), v.customer_id nulls last
      ) k) f on true
    where p.incident_id = ${incident.id} and p.off_at is null
      and ${customerIds ? sql`p.customer_id = any(${[...customerIds]}::text[])` : sql`true`}
    order by p.customer_id`.execute(db)
  return rows
}

/** Of all they bought, what the incident is about. */
async function whatIsMeant(db: Db | Trx, incidentId: string): Promise<RawBuilder<boolean>> {
  const clues = await db
    .selectFrom('incidentClues')
    .select('looks')
    .where('incidentId', '=', incidentId)
    .where('kind', 'in', ['dealing', 'reach'])
    .execute()
  const tests = clues.map(({ looks }) =>
    looks.by === 'dealing'
      ? sql`x.what ilike ${holding(looks.what)}`
      : looks.by === 'reach'
        ? sql`exists (select 1 from (${reachedFrom(looks.from)}) as r(name) where position(r.name in lower(x.what)) > 0)`
        : sql`false`,
  )
  return tests.length ? sql`(${sql.join(tests, sql` or `)})` : sql`(x.id is null)`
}

/** What stands in each slot for one person. */
export async function slotValues(
  db: Db | Trx,
  nextUpdate: Date | null,
): Promise<(known: Known) => Map<string, string>> {
  const company = await readCompany(db)
  const dayOf = (at: Date, timeZone: string, language: TextLanguage) =>
    written(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at)
  return (known) => {
    const language = textLanguage(known.language, known.formality)
    const zone = known.timeZone ?? company.timeZone
    const values = new Map<string, string>(Object.entries(known.fields))
    const put = (name: string, value: string | null) => value && values.set(name, value)
    put('name', known.name)
    put('full name', known.fullName)
    put('company', known.company)
    put('bought', known.bought)
    put('bought on', known.boughtAt && dayOf(known.boughtAt, zone, language))
    put('concierge', known.concierge)
    put('next update', nextUpdate && moment(nextUpdate, zone, language))
    put('thanks', known.toldUs ? say('incidents.thanks', {}, language) : null)
    return values
  }
}
