import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { knowAllIn } from '#server/customers/actions.ts'
import type { Trx } from '#server/database/database.ts'
import { draftFor } from './drafting.ts'
import type { FoundPerson } from './finding.ts'
import { type IncidentRow, nameOf, newestUpdate } from './rows.ts'
import './tables.ts'

/**
 * Puts people on the list, each once, in as few statements as for one. Whoever was taken off stays off, unless they are brought back `byHand`.
 * Whoever comes after an update was drafted gets its letter drafted too. Returns how many are new.
 */
export async function putOnList(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  people: readonly FoundPerson[],
  clue: number | null,
  { byHand = false }: { byHand?: boolean } = {},
): Promise<number> {
  if (people.length === 0) return 0
  const { rows } = await sql<{ customerId: string }>`
    with given as (
      select distinct on (x.customer_id) x.* from jsonb_to_recordset(${JSON.stringify(
        people.map((one) => ({
          customer_id: one.customerId,
          because: one.because,
          conversation_id: one.conversationId,
        })),
      )}::jsonb) as x(customer_id text, because text, conversation_id text)
      join customers u on u.id = x.customer_id
    ), before as (
      select p.customer_id from incident_people p join given g using (customer_id) where p.incident_id = ${incident.id}
        and (p.off_at is null or not ${byHand})
    ), put as (
      insert into incident_people (incident_id, customer_id, because, clue, conversation_id, told_us, added_by_name)
      select ${incident.id}, g.customer_id, g.because, ${clue}::int, c.id, c.id is not null, ${nameOf(by)}
      from given g left join conversations c on c.id = g.conversation_id and c.inbox_id = ${incident.inboxId} and c.customer_id = g.customer_id
      on conflict (incident_id, customer_id) do update set
        conversation_id = coalesce(incident_people.conversation_id, excluded.conversation_id),
        told_us = incident_people.told_us or (excluded.told_us and not exists (select 1 from incident_letters l
          where l.incident_id = incident_people.incident_id and l.customer_id = incident_people.customer_id and l.written_at is not null)),
        off_at = case when ${byHand} then null else incident_people.off_at end
      returning customer_id
    )
    select put.customer_id from put where put.customer_id not in (select customer_id from before)`.execute(
    trx,
  )
  const fresh = rows.map((row) => row.customerId)
  await knowAllIn(trx, fresh, incident.inboxId)
  const update = fresh.length ? await newestUpdate(trx, incident.id) : undefined
  if (update) await draftFor(trx, incident, update, fresh)
  return fresh.length
}
