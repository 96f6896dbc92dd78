import { type RawBuilder, sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { draftFor, draftOne } from './drafting.ts'
import { knownOf, slotValues } from './knownOf.ts'
import { type IncidentRow, lockOpen, type UpdateRow, updateRow } from './rows.ts'
import './tables.ts'

/** Kinds of stops that nobody has reviewed; an empty slot can only be filled. */
export const stoppedBy = (stops: RawBuilder<unknown>, reviewed: RawBuilder<unknown>) => sql<
  string[]
>`array(select distinct s ->> 'kind' from jsonb_array_elements(${stops}) s
  where s ->> 'kind' = 'empty' or not (s ->> 'kind') || ':' || (s ->> 'what') = any(${reviewed}))`

async function lockLetter(
  trx: Trx,
  by: Actor,
  id: string,
  position: number,
  customerId: string,
): Promise<{ incident: IncidentRow; update: UpdateRow }> {
  const incident = await lockOpen(trx, by, id)
  const update = await updateRow(trx, id, position)
  const letter = await trx
    .selectFrom('incidentLetters')
    .select('state')
    .where('incidentId', '=', id)
    .where('updatePosition', '=', position)
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  if (!letter) throw notFound(say('incidents.letter'))
  if (letter.state === 'waiting') throw conflict('still-sending', say('incidents.stopFirst'))
  if (letter.state !== 'draft' && letter.state !== 'otherwise')
    throw conflict('has-left', say('incidents.letterLeft'))
  return { incident, update }
}

/** Writes one by hand: it is read and checked by itself, and a change of the common words leaves it alone. */
export async function writeByHand(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  customerId: string,
  given: { subject?: string | undefined; text: string },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { incident, update } = await lockLetter(trx, by, id, position, customerId)
    const [known] = await knownOf(trx, incident, [customerId])
    if (!known) throw notFound(say('incidents.person'))
    const values = (await slotValues(trx, update.nextUpdate))(known)
    const draft = draftOne(given.text, given.subject ?? update.subject, known, values)
    await trx
      .updateTable('incidentLetters')
      .set((e) => ({
        subject: draft.subject,
        text: draft.text,
        sameAs: null,
        edited: true,
        read: false,
        version: e('version', '+', 1),
        stops: JSON.stringify(draft.stops),
        stopped: [...new Set(draft.stops.map((stop) => stop.kind))],
        reviewed: [],
        // Somebody who asked us not to write may be written to by a person who has thought about it.
        state: known.email ? 'draft' : 'otherwise',
      }))
      .where('incidentId', '=', id)
      .where('updatePosition', '=', position)
      .where('customerId', '=', customerId)
      .execute()
    await announce(trx, by, incident, position)
  })
}

const announce = (trx: Trx, by: Actor, incident: IncidentRow, update: number) =>
  recordEvent(trx, by, 'incident.drafted', { inboxId: incident.inboxId }, { incidentId: incident.id, update })

/** Back to the common words. */
export async function backToCommon(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  customerId: string,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const { incident, update } = await lockLetter(trx, by, id, position, customerId)
    await trx
      .updateTable('incidentLetters')
      .set({ edited: false, text: '' })
      .where('incidentId', '=', id)
      .where('updatePosition', '=', position)
      .where('customerId', '=', customerId)
      .execute()
    await draftFor(trx, incident, update, [customerId])
  })
}

/** Somebody has looked at what stops letters, and they may go: one, some, or all that are stopped by it. */
export async function review(
  db: Db,
  by: Actor,
  id: string,
  position: number,
  given: { kind: string; what?: string | undefined; customerIds?: readonly string[] | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    await updateRow(trx, id, position)
    const { rows } = await sql<{ customerId: string }>`
      with seen as (
        select l.customer_id, l.reviewed || array(select (s ->> 'kind') || ':' || (s ->> 'what') from jsonb_array_elements(l.stops) s
          where s ->> 'kind' = ${given.kind} ${given.what === undefined ? sql`` : sql`and s ->> 'what' = ${given.what}`}) as reviewed
        from incident_letters l where l.incident_id = ${id} and l.update_position = ${position}
          and l.stopped @> array[${given.kind}]::text[]
          ${given.customerIds ? sql`and l.customer_id = any(${[...given.customerIds]}::text[])` : sql``}
      )
      update incident_letters l set reviewed = seen.reviewed, stopped = ${stoppedBy(sql`l.stops`, sql`seen.reviewed`)}
      from seen where l.incident_id = ${id} and l.update_position = ${position} and l.customer_id = seen.customer_id
      returning l.customer_id`.execute(trx)
    if (rows.length === 0) throw invalid('/kind', say('incidents.nothingToReview'))
    await recordEvent(trx, by, 'incident.ledger', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      'incident.reviewed',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { update: position, kind: given.kind, letters: rows.length },
    )
  })
}
