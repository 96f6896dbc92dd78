import type { Selectable } from 'kysely'
import { type Actor, sees } from '#server/base/actor.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import type { IncidentsTable, IncidentUpdatesTable } from './tables.ts'

export type IncidentRow = Selectable<IncidentsTable>
export type UpdateRow = Selectable<IncidentUpdatesTable>

/** Not here for who does not see its inbox. */
export async function incidentRow(db: Db | Trx, by: Actor, id: string): Promise<IncidentRow> {
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('incidents.this'))
  return row
}

/** Which of these are there and lie in an inbox of the actor: for what stands elsewhere and names one. */
export async function seenIncidents(db: Db | Trx, by: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('incidents')
    .select(['id', 'inboxId'])
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.filter((row) => sees(by, row.inboxId)).map((row) => row.id))
}

/** Held until the transaction ends: who is on it, who writes and what is written changes one after the other. */
export async function lockIncident(trx: Trx, by: Actor, id: string): Promise<IncidentRow> {
  await demandOn(trx, 'incidents')
  return lockWhateverIsOn(trx, by, id)
}

/** The brake works also where the way of working has been switched off. */
export async function lockWhateverIsOn(trx: Trx, by: Actor, id: string): Promise<IncidentRow> {
  const row = await trx
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('incidents.this'))
  return row
}

/** The same where something is to be changed: what is over, or has become part of another, stays as it is. */
export async function lockOpen(trx: Trx, by: Actor, id: string): Promise<IncidentRow> {
  const row = await lockIncident(trx, by, id)
  if (row.mergedInto) throw conflict('merged', say('incidents.merged'), { into: row.mergedInto })
  if (row.closedAt) throw conflict('incident-closed', say('incidents.over'))
  return row
}

export async function updateRow(db: Db | Trx, incidentId: string, position: number): Promise<UpdateRow> {
  const row = await db
    .selectFrom('incidentUpdates')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('position', '=', position)
    .executeTakeFirst()
  if (!row) throw notFound(say('incidents.update'))
  return row
}

/** The newest update, begun or not. */
export const newestUpdate = (db: Db | Trx, incidentId: string): Promise<UpdateRow | undefined> =>
  db
    .selectFrom('incidentUpdates')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

export const nameOf = (by: Actor): string | null => (by.kind === 'system' ? null : by.name)

/** Everybody named is on the list; who is not there, or only next door, is nobody here. */
export async function demandListed(
  trx: Trx,
  incidentId: string,
  customerIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(customerIds)]
  const { n } = await trx
    .selectFrom('incidentPeople')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('incidentId', '=', incidentId)
    .where('customerId', 'in', ['', ...ids])
    .where('offAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (n < ids.length) throw notFound(say('incidents.person'))
}
