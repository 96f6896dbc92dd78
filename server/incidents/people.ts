import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { findOrAddCustomer, personAt } from '#server/customers/actions.ts'
import { isKnown } from '#server/customers/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findPeople } from './finding.ts'
import { changed } from './groups.ts'
import { putOnList } from './listing.ts'
import { settleTold } from './nextUpdate.ts'
import { demandListed, type IncidentRow, lockOpen, nameOf } from './rows.ts'
import './tables.ts'

type Given =
  | { customerIds: readonly string[]; because?: string | undefined }
  | { email: string; name?: string | undefined; because?: string | undefined }

/** By hand; also whoever was taken off before, which is how that is taken back. */
export async function addPeople(db: Db, by: Actor, id: string, given: Given): Promise<number> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const customerIds = 'email' in given ? [await whose(trx, by, incident, given)] : [...given.customerIds]
    const { people } = await findPeople(trx, by, incident, { by: 'people', customerIds })
    if (people.length === 0) throw notFound(say('incidents.person'))
    const named = people.map((one) => ({ ...one, because: given.because ?? one.because }))
    const added = await putOnList(trx, by, incident, named, null, { byHand: true })
    await changed(trx, by, incident, 'incident.added', { added })
    return added
  })
}

async function whose(
  trx: Trx,
  by: Actor,
  incident: IncidentRow,
  { email, name }: { email: string; name?: string | undefined },
): Promise<string> {
  const known = await personAt(trx, email)
  // An address is no key to somebody whom only other inboxes know.
  if (known && !(await isKnown(trx, by, known.id)))
    throw invalid('/email', say('incidents.problem.elsewhere'))
  return (await findOrAddCustomer(trx, by, { email, name: name || null, inboxId: incident.inboxId })).id
}

/** They are not hit: off the list, and not proposed again. What was written to them stays on record. */
export async function takeOff(db: Db, by: Actor, id: string, customerId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    const gone = await trx
      .updateTable('incidentPeople')
      .set({ offAt: await clockNow(trx) })
      .where('incidentId', '=', id)
      .where('customerId', '=', customerId)
      .where('offAt', 'is', null)
      .returning('customerId')
      .executeTakeFirst()
    if (!gone) throw notFound(say('incidents.person'))
    await trx
      .updateTable('incidentLetters')
      .set({ state: 'draft' })
      .where('incidentId', '=', id)
      .where('customerId', '=', customerId)
      .where('state', '=', 'waiting')
      .execute()
    await changed(trx, by, incident, 'incident.taken-off', { customerId })
    await settleTold(trx, id)
  })
}

/** It is made right for them, or they are content again; or not yet. */
export async function markPeople(
  db: Db,
  by: Actor,
  id: string,
  customerIds: readonly string[],
  mark: 'made-right' | 'content',
  on: boolean,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    await demandListed(trx, id, customerIds)
    const at = on ? await clockNow(trx) : null
    const column = mark === 'content' ? ('contentAt' as const) : ('madeRightAt' as const)
    await trx
      .updateTable('incidentPeople')
      .set({ [column]: at })
      .where('incidentId', '=', id)
      .where('customerId', 'in', [...customerIds])
      .where('offAt', 'is', null)
      .where(column, on ? 'is' : 'is not', null)
      .execute()
    await recordEvent(trx, by, 'incident.ledger', { inboxId: incident.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      `incident.${mark}`,
      { kind: 'incident', id, inboxId: incident.inboxId },
      { on, people: customerIds.length },
    )
  })
}

/** Told on the phone or at the door; or need not be told, with the reason. */
export async function tellOtherwise(
  db: Db,
  by: Actor,
  id: string,
  customerId: string,
  given: { how: 'aloud' | 'not-needed'; update: number; because?: string | undefined },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const incident = await lockOpen(trx, by, id)
    if (given.how === 'not-needed' && !given.because) throw invalid('/because', say('incidents.because'))
    const person = await trx
      .selectFrom('incidentPeople')
      .select('customerId')
      .where('incidentId', '=', id)
      .where('customerId', '=', customerId)
      .where('offAt', 'is', null)
      .executeTakeFirst()
    if (!person) throw notFound(say('incidents.person'))
    const { rows } = await sql<{ last: number }>`
      select coalesce(max(position), 0)::int as last from incident_updates where incident_id = ${id}`.execute(
      trx,
    )
    if (given.update > rows[0]!.last) throw invalid('/update', say('incidents.noSuchUpdate'))
    const told = {
      state: 'told' as const,
      how: given.how,
      because: given.because ?? null,
      toldAt: await clockNow(trx),
      byName: nameOf(by),
    }
    await trx
      .insertInto('incidentLetters')
      .values({
        incidentId: id,
        customerId,
        updatePosition: given.update,
        read: true,
        conversationId: null,
        messageId: null,
        writtenAt: null,
        byId: by.id,
        ...told,
      })
      .onConflict((c) => c.columns(['incidentId', 'customerId', 'updatePosition']).doUpdateSet(told))
      .execute()
    await recordEvent(
      trx,
      by,
      'incident.ledger',
      { inboxId: incident.inboxId, customerId },
      { incidentId: id },
    )
    await audit(
      trx,
      by,
      'incident.told-otherwise',
      { kind: 'incident', id, inboxId: incident.inboxId },
      { customerId, how: given.how, update: given.update },
    )
    await settleTold(trx, id)
  })
}
