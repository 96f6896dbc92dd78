import { sql } from 'kysely'
import type { z } from 'zod'
import type { groupingBy } from '#contract/incident.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { languageName, text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { isAble } from '#server/persons/queries.ts'
import { findTeammate } from '#server/team/queries.ts'
import { announceHanding, changed, lastGroup, redraft } from './groups.ts'
import { type IncidentRow, lockOpen } from './rows.ts'
import { demandConcierge } from './writers.ts'
import './tables.ts'

type How = z.infer<typeof groupingBy>

interface Part {
  key: string
  people: number
}

/** People by what they have in common, as a query of `customer_id` and `key`; the empty key is for those it says nothing of. */
function partsSql(how: How, incident: IncidentRow, concierges: number) {
  const of = sql`from incident_people p join customers u on u.id = p.customer_id`
  switch (how.by) {
    case 'evenly':
      // By name, so that whoever looks for somebody knows in which group.
      return sql`select p.customer_id, (ntile(${concierges}) over (order by lower(u.name), u.id))::text as key ${of}`
    case 'company':
      return sql`select p.customer_id, coalesce(nullif(u.company, ''), (select s.name from circle_people g join circles s on s.id = g.circle_id
        where g.customer_id = u.id and s.kind = 'company' and s.inbox_id = ${incident.inboxId} order by s.name limit 1), '') as key ${of}`
    case 'language':
      return sql`select p.customer_id, coalesce(lower(split_part(replace(u.language, '_', '-'), '-', 1)), '') as key ${of}`
    case 'person':
      return sql`select p.customer_id, coalesce((select n.teammate_id from named_persons n where n.customer_id = u.id and n.until is null limit 1), '') as key ${of}`
    case 'clue':
      return sql`select p.customer_id, coalesce((select k.says from incident_clues k where k.incident_id = p.incident_id and k.position = p.clue), '') as key ${of}`
    case 'field':
      return sql`select p.customer_id, coalesce((select coalesce(v.text, trim_scale(v.number)::text, to_char(v.day, 'YYYY-MM-DD'))
        from field_values v where v.field_id = ${how.fieldId} and (v.customer_id = u.id or v.conversation_id = p.conversation_id
          or v.circle_id in (select g.circle_id from circle_people g join circles s on s.id = g.circle_id
            where g.customer_id = u.id and s.inbox_id = ${incident.inboxId}))
        order by v.customer_id nulls last limit 1), '') as key ${of}`
  }
}

/**
 * Parts everybody, or only those in no group, into groups with one concierge each. The largest group goes to whoever has the fewest people
 * so far, so that the load is as even as the groups allow. A few statements, however many people.
 */
export async function groupPeople(
  db: Db | Trx,
  by: Actor,
  id: string,
  given: { how: How; concierges: readonly string[]; onlyUngrouped: boolean },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const concierges = [...new Set(given.concierges)]
    for (const [at, one] of concierges.entries())
      await demandConcierge(trx, incident, one, `/concierges/${at}`)
    const last = await lastGroup(trx, id)
    if (!given.onlyUngrouped) {
      await trx
        .updateTable('incidentPeople')
        .set({ groupPosition: null })
        .where('incidentId', '=', id)
        .execute()
      await trx.deleteFrom('incidentGroups').where('incidentId', '=', id).execute()
    }
    const mine = sql`${partsSql(given.how, incident, concierges.length)}
      where p.incident_id = ${id} and p.off_at is null and p.group_position is null`
    const { rows } =
      await sql<Part>`select x.key, count(*)::int as people from (${mine}) x group by x.key order by 2 desc, 1`.execute(
        trx,
      )
    const groups = await balance(trx, incident, given.how, rows, concierges)
    if (groups.length) {
      await trx
        .insertInto('incidentGroups')
        .values(
          groups.map(({ name, conciergeId }, at) => ({
            incidentId: id,
            position: last + 1 + at,
            name,
            conciergeId,
          })),
        )
        .execute()
      const places = JSON.stringify(groups.map(({ key }, at) => ({ key, position: last + 1 + at })))
      await sql`update incident_people p set group_position = g.position
        from (${mine}) x join jsonb_to_recordset(${places}::jsonb) as g(key text, position int) on g.key = x.key
        where p.incident_id = ${id} and p.customer_id = x.customer_id`.execute(trx)
    }
    await redraft(trx, incident, null)
    await announceHanding(trx, by, incident)
    await changed(trx, by, incident, 'incident.grouped', { by: given.how.by, groups: groups.length })
  })
}

/** One concierge per group, the largest group first, each to whoever has the fewest people. */
async function balance(
  trx: Trx,
  incident: IncidentRow,
  how: How,
  parts: readonly Part[],
  concierges: readonly string[],
): Promise<{ key: string; name: string; conciergeId: string }[]> {
  const load = new Map(concierges.map((one) => [one, 0]))
  const groups: { key: string; name: string; conciergeId: string }[] = []
  for (const { key, people } of parts) {
    const person = how.by === 'person' && key ? await findTeammate(trx, key) : undefined
    const own = person && isAble(person, incident.inboxId) ? person : null
    const least = [...load].reduce((a, b) => (b[1] < a[1] ? b : a))[0]
    const conciergeId = own?.id ?? least
    load.set(conciergeId, (load.get(conciergeId) ?? 0) + people)
    groups.push({ key, conciergeId, name: own?.name ?? (await nameOfPart(trx, how, key, conciergeId)) })
  }
  return groups
}

async function nameOfPart(trx: Trx, how: How, key: string, conciergeId: string): Promise<string> {
  if (how.by === 'evenly') {
    const concierge = await findTeammate(trx, conciergeId)
    return say('incidents.group.of', { name: concierge?.name ?? '' })
  }
  if (!key || how.by === 'person') return say('incidents.group.rest')
  return how.by === 'language' ? languageName(key) : key.slice(0, 100)
}
