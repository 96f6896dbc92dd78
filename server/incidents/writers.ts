import { clockNow } from '#server/base/clock.ts'
import { invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { isAble } from '#server/persons/queries.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import type { IncidentRow } from './rows.ts'

/** A teammate who may write to people of this inbox; throws `invalid` otherwise. */
export async function demandConcierge(
  trx: Trx,
  incident: Pick<IncidentRow, 'inboxId'>,
  id: string,
  pointer: string,
): Promise<TeammateRow> {
  const teammate = await findTeammate(trx, id)
  if (!teammate || !isAble(teammate, incident.inboxId)) throw invalid(pointer, say('incidents.notAble'))
  return teammate
}

/** Who writes for a concierge just now: they themselves, or whoever stands in while they are away. Null: nobody can. */
export async function writerFor(
  db: Db | Trx,
  conciergeId: string | null,
  inboxId: string,
): Promise<TeammateRow | null> {
  const person = conciergeId ? await findTeammate(db, conciergeId) : undefined
  if (!person || !isAble(person, inboxId)) return null
  const standIn = await standInOf(db, person.id, inboxId)
  return standIn?.teammate ?? person
}

export async function standInOf(
  db: Db | Trx,
  conciergeId: string,
  inboxId: string,
): Promise<{ teammate: TeammateRow; until: string } | null> {
  const now = await clockNow(db)
  const leave = await leaveAt(db, conciergeId, now)
  const other = leave?.standInId ? await findTeammate(db, leave.standInId) : undefined
  if (!leave || !other || !isAble(other, inboxId) || (await leaveAt(db, other.id, now))) return null
  return { teammate: other, until: leave.toDay }
}
