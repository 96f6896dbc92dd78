import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { draftFor } from './drafting.ts'
import { demandListed, type IncidentRow, lockOpen, newestUpdate } from './rows.ts'
import { demandConcierge } from './writers.ts'
import './tables.ts'

export async function makeGroup(
  db: Db,
  by: Actor,
  id: string,
  given: { name: string; conciergeId: string | null; customerIds: readonly string[] },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    if (given.conciergeId) await demandConcierge(trx, incident, given.conciergeId, '/conciergeId')
    const position = await addGroup(trx, id, given.name, given.conciergeId)
    if (given.customerIds.length) await putInto(trx, by, incident, given.customerIds, position)
    await changed(trx, by, incident, 'incident.group-made', { group: position })
  })
}

export async function addGroup(
  trx: Trx,
  incidentId: string,
  name: string,
  conciergeId: string | null,
): Promise<number> {
  const position = (await lastGroup(trx, incidentId)) + 1
  await trx.insertInto('incidentGroups').values({ incidentId, position, name, conciergeId }).execute()
  return position
}

/** Also of those that are gone: a promise made to a group must not become another group's. */
export async function lastGroup(trx: Trx, incidentId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`select greatest(
    (select max(position) from incident_groups where incident_id = ${incidentId}),
    (select max(group_position) from incident_promises where incident_id = ${incidentId}),
    (select max(group_position) from incident_voices where incident_id = ${incidentId}), 0)::int as last`.execute(
    trx,
  )
  return rows[0]!.last
}

export async function changed(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await recordEvent(
    trx,
    by,
    'incident.people',
    { inboxId: incident.inboxId },
    { incidentId: incident.id, added: 0 },
  )
  await audit(trx, by, action, { kind: 'incident', id: incident.id, inboxId: incident.inboxId }, detail)
}

/** By hand: some people into a group, or into none. */
export async function movePeople(
  db: Db,
  by: Actor,
  id: string,
  customerIds: readonly string[],
  group: number | null,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    if (group !== null) await groupRow(trx, id, group)
    await putInto(trx, by, incident, customerIds, group)
    await changed(trx, by, incident, 'incident.regrouped', { group, people: customerIds.length })
  })
}

export async function groupRow(trx: Trx, incidentId: string, position: number) {
  const row = await trx
    .selectFrom('incidentGroups')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('position', '=', position)
    .executeTakeFirst()
  if (!row) throw notFound(say('incidents.group'))
  return row
}

export async function putInto(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  customerIds: readonly string[],
  group: number | null,
): Promise<void> {
  await demandListed(trx, incident.id, customerIds)
  await trx
    .updateTable('incidentPeople')
    .set({ groupPosition: group })
    .where('incidentId', '=', incident.id)
    .where('customerId', 'in', ['', ...customerIds])
    .where('offAt', 'is', null)
    .execute()
  await redraft(trx, incident, customerIds)
  await announceHanding(trx, by, incident)
}

/** What has not left is written in the name of whoever writes it now. */
export async function redraft(
  trx: Trx,
  incident: IncidentRow,
  customerIds: readonly string[] | null,
): Promise<void> {
  const update = await newestUpdate(trx, incident.id)
  if (update) await draftFor(trx, incident, update, customerIds)
}

/** Conversations follow their group: as a job, for there may be thousands. */
export const announceHanding = (trx: Trx, by: Actor, incident: IncidentRow) =>
  recordEvent(trx, by, 'incident.handed', { inboxId: incident.inboxId }, { incidentId: incident.id })

/** Another name, or another concierge, who takes over everybody in it. */
export async function changeGroup(
  db: Db | Trx,
  by: Actor,
  id: string,
  position: number,
  change: { name?: string | undefined; conciergeId?: string | null | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const before = await groupRow(trx, id, position)
    if (change.conciergeId) await demandConcierge(trx, incident, change.conciergeId, '/conciergeId')
    await handGroup(trx, by, incident, before, {
      name: change.name ?? before.name,
      conciergeId: change.conciergeId === undefined ? before.conciergeId : change.conciergeId,
    })
  })
}

export async function handGroup(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  before: { position: number; name: string; conciergeId: string | null },
  after: { name: string; conciergeId: string | null },
): Promise<void> {
  await trx
    .updateTable('incidentGroups')
    .set({ name: after.name, conciergeId: after.conciergeId })
    .where('incidentId', '=', incident.id)
    .where('position', '=', before.position)
    .execute()
  if (after.conciergeId !== before.conciergeId) {
    const members = await trx
      .selectFrom('incidentPeople')
      .select('customerId')
      .where('incidentId', '=', incident.id)
      .where('groupPosition', '=', before.position)
      .execute()
    await redraft(
      trx,
      incident,
      members.map((one) => one.customerId),
    )
    await announceHanding(trx, by, incident)
  }
  await changed(trx, by, incident, 'incident.group-changed', {
    group: before.position,
    from: before.conciergeId,
    to: after.conciergeId,
  })
}

export async function dissolveGroup(db: Db, by: Actor, id: string, position: number): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    await groupRow(trx, id, position)
    const members = await trx
      .updateTable('incidentPeople')
      .set({ groupPosition: null })
      .where('incidentId', '=', id)
      .where('groupPosition', '=', position)
      .returning('customerId')
      .execute()
    await trx
      .deleteFrom('incidentGroups')
      .where('incidentId', '=', id)
      .where('position', '=', position)
      .execute()
    await redraft(
      trx,
      incident,
      members.map((one) => one.customerId),
    )
    await changed(trx, by, incident, 'incident.group-dissolved', { group: position })
  })
}
