import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { draftFor } from './drafting.ts'
import { type IncidentRow, lockIncident, lockOpen, newestUpdate } from './rows.ts'
import './tables.ts'

/**
 * Two incidents are one: everybody on the other comes onto this, each once, with the conversation in which they are told. What they heard of
 * the other stays on record there; of this one they know nothing yet, and stand as untold.
 */
export async function mergeIncidents(db: Db, by: Actor, id: string, otherId: string): Promise<void> {
  requireRole(by, 'teammate')
  if (id === otherId) throw invalid('/incidentId', say('incidents.mergeItself'))
  await transaction(db, async (trx) => {
    // In one order, whoever merges which into which at the same moment.
    const [first, second] = [id, otherId].sort()
    await lockIncident(trx, by, first!)
    await lockIncident(trx, by, second!)
    const incident = await lockOpen(trx, by, id)
    const other = await lockOpen(trx, by, otherId)
    const sending = await newestUpdate(trx, otherId)
    if (sending?.state === 'sending') throw conflict('still-sending', say('incidents.stopFirst'))
    if (incident.inboxId !== other.inboxId) throw invalid('/incidentId', say('incidents.otherInbox'))
    const { rows } = await sql<{ customerId: string }>`
      insert into incident_people (incident_id, customer_id, because, conversation_id, told_us, added_by_name, answered_at, made_right_at, content_at, from_id)
      select ${id}, p.customer_id, p.because, p.conversation_id, p.told_us, p.added_by_name, p.answered_at, p.made_right_at, p.content_at, ${otherId}
      from incident_people p where p.incident_id = ${otherId} and p.off_at is null
      on conflict (incident_id, customer_id) do nothing returning customer_id`.execute(trx)
    // Still proposed for the other: proposed for this one.
    await sql`insert into incident_proposals (incident_id, conversation_id, customer_id, because, at)
      select ${id}, o.conversation_id, o.customer_id, o.because, o.at from incident_proposals o
      where o.incident_id = ${otherId} and o.answered_at is null on conflict do nothing`.execute(trx)
    await sql`insert into incident_clues (incident_id, position, kind, looks, says, watches, at, by_name)
      select ${id}, (select coalesce(max(position), 0) from incident_clues where incident_id = ${id}) + row_number() over (order by k.position),
        k.kind, k.looks, k.says, k.watches, k.at, k.by_name
      from incident_clues k where k.incident_id = ${otherId} and k.watches`.execute(trx)
    await trx.updateTable('incidents').set({ mergedInto: id }).where('id', '=', otherId).execute()
    await redraft(
      trx,
      incident,
      rows.map((row) => row.customerId),
    )
    const about = { inboxId: incident.inboxId }
    await recordEvent(trx, by, 'incident.merged', about, { incidentId: id, from: otherId })
    await audit(
      trx,
      by,
      'incident.merged',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { from: otherId, people: rows.length },
    )
  })
}

async function redraft(trx: Trx, incident: IncidentRow, customerIds: string[]): Promise<void> {
  const update = await newestUpdate(trx, incident.id)
  if (update && customerIds.length) await draftFor(trx, incident, update, customerIds)
}

/** It was another one after all: whoever came along and has not been written to since goes back. */
export async function partIncident(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const other = await lockIncident(trx, by, id)
    if (!other.mergedInto) throw conflict('not-merged', say('incidents.notMerged'))
    const home = await lockIncident(trx, by, other.mergedInto)
    await sql`delete from incident_letters l using incident_people p
      where l.incident_id = ${home.id} and p.incident_id = ${home.id} and p.customer_id = l.customer_id and p.from_id = ${id}
        and l.state in ('draft', 'otherwise') and l.told_at is null`.execute(trx)
    await sql`delete from incident_people p where p.incident_id = ${home.id} and p.from_id = ${id}
      and not exists (select 1 from incident_letters l where l.incident_id = ${home.id} and l.customer_id = p.customer_id)`.execute(
      trx,
    )
    await sql`delete from incident_clues k using incident_clues o
      where k.incident_id = ${home.id} and o.incident_id = ${id} and o.at = k.at and o.looks = k.looks
        and not exists (select 1 from incident_people p where p.incident_id = ${home.id} and p.clue = k.position)`.execute(
      trx,
    )
    await trx.updateTable('incidents').set({ mergedInto: null }).where('id', '=', id).execute()
    await recordEvent(
      trx,
      by,
      'incident.parted',
      { inboxId: home.inboxId },
      { incidentId: home.id, from: id },
    )
    await audit(
      trx,
      by,
      'incident.parted',
      { kind: 'incident', id, inboxId: home.inboxId },
      { from: home.id },
    )
  })
}
