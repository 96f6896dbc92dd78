import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { dealingsRoutes } from '#contract/dealings.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { findOrAddCustomer, knowIn, personAt } from '#server/customers/actions.ts'
import { demandKnown, isKnown } from '#server/customers/queries.ts'
import { readPhone } from '#server/customers/reaching.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

type Taking = z.output<(typeof dealingsRoutes)['POST /dealings']['body']>
type Item = Taking['items'][number]
type Taken = z.input<(typeof dealingsRoutes)['POST /dealings']['response']>['items'][number]

/** Ends a dry run: what was tried is not kept. */
class DryRun extends Error {}

/**
 * Takes in what another program knows of customers. A row is known again by its external id, so that a run that broke off is
 * simply run again. A row that cannot be taken is refused with its reason, and the others are taken all the same.
 */
export async function takeDealings(
  db: Db | Trx,
  by: Actor,
  { inboxId, dryRun, items }: Taking,
): Promise<Taken[]> {
  requireRole(by, 'teammate')
  await demandOn(db, 'dealings')
  if (!sees(by, inboxId)) throw notFound(say('dealings.inbox'))
  let taken: Taken[] = []
  try {
    await transaction(db, async (trx) => {
      taken = []
      // Two runs of one file at once: the second waits, and finds everything there.
      await sql`select pg_advisory_xact_lock(hashtext(${`tend.dealings ${inboxId}`}))`.execute(trx)
      for (const item of items) taken.push(await takeOne(trx, by, inboxId, item))
      if (dryRun) throw new DryRun()
      const touched = new Set(
        taken
          .filter((one) => one.outcome === 'added' || one.outcome === 'corrected')
          .map((one) => one.customerId!),
      )
      for (const customerId of touched)
        await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
      if (touched.size)
        await audit(trx, by, 'dealings.taken', { kind: 'inbox', id: inboxId, inboxId }, countsOf(taken))
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  // Whoever was only tried is not there.
  return dryRun ? taken.map((one) => (one.newPerson ? { ...one, customerId: null } : one)) : taken
}

const countsOf = (taken: readonly Taken[]) =>
  Object.fromEntries(
    (['added', 'corrected', 'refused'] as const).map((outcome) => [
      outcome,
      taken.filter((one) => one.outcome === outcome).length,
    ]),
  )

const refused = (key: string): Taken => ({
  outcome: 'refused',
  customerId: null,
  newPerson: false,
  because: say(key),
})

async function takeOne(trx: Trx, by: Actor, inboxId: string, item: Item): Promise<Taken> {
  if ((item.amount === null) !== (item.currency === null)) return refused('dealings.currency')
  const person = await whose(trx, by, inboxId, item.who)
  if (typeof person === 'string') return refused(person)
  const externalId = item.externalId ?? ownNumber(person.id, item)
  const row = {
    customerId: person.id,
    kind: item.kind,
    what: item.what,
    at: new Date(item.at),
    amount: item.amount === null ? null : item.amount.toFixed(2),
    currency: item.currency?.toUpperCase() ?? null,
  }
  const before = await trx
    .selectFrom('dealings')
    .select(['id', 'customerId', 'kind', 'what', 'at', 'amount', 'currency'])
    .where('inboxId', '=', inboxId)
    .where('externalId', '=', externalId)
    .executeTakeFirst()
  const answer = { customerId: person.id, newPerson: person.isNew, because: null }
  if (!before) {
    await trx
      .insertInto('dealings')
      .values({ id: newId('dealing'), inboxId, externalId, byId: teammateId(by), ...row })
      .execute()
    return { ...answer, outcome: 'added' }
  }
  const { id, ...old } = before
  if (
    JSON.stringify({ ...old, at: old.at.toISOString() }) ===
    JSON.stringify({ ...row, at: row.at.toISOString() })
  )
    return { ...answer, outcome: 'same' }
  await trx.updateTable('dealings').set(row).where('id', '=', id).execute()
  return { ...answer, outcome: 'corrected' }
}

/** What comes without a number is known again by all it says. */
const ownNumber = (customerId: string, { kind, what, at, amount, currency }: Item): string =>
  `row:${createHash('sha256')
    .update(JSON.stringify([customerId, kind, what, new Date(at).toISOString(), amount, currency]))
    .digest('hex')
    .slice(0, 40)}`

/** Their person, found by address or number; an unknown address adds one, as a letter from it would. Or the reason why not. */
async function whose(
  trx: Trx,
  by: Actor,
  inboxId: string,
  { email, phone, name }: Item['who'],
): Promise<{ id: string; isNew: boolean } | string> {
  if (email) {
    const known = await personAt(trx, email.toLowerCase())
    if (!known) return findOrAddCustomer(trx, by, { name: name ?? null, email, inboxId })
    // An address is no key to somebody whom only other inboxes know.
    if (!(await isKnown(trx, by, known.id))) return 'dealings.others'
    await knowIn(trx, known.id, inboxId)
    return { id: known.id, isNew: false }
  }
  if (!phone) return 'dealings.nobody'
  if (!readPhone(phone)) return 'dealings.phone'
  const digits = phone.replace(/\D/g, '').slice(-9)
  const found = await trx
    .selectFrom('customerAddresses')
    .select('customerId')
    .distinct()
    .where('kind', '=', 'phone')
    .where(sql<boolean>`right(regexp_replace(address, '[^0-9]', '', 'g'), 9) = ${digits}`)
    .where(
      sql<boolean>`exists (select 1 from customer_inboxes i where i.customer_id = customer_addresses.customer_id and ${within(by, 'i.inbox_id')})`,
    )
    .limit(2)
    .execute()
  if (found.length === 0) return 'dealings.unknownPhone'
  if (found.length > 1) return 'dealings.severalPhone'
  await knowIn(trx, found[0]!.customerId, inboxId)
  return { id: found[0]!.customerId, isNew: false }
}

export async function forgetDealing(db: Db, by: Actor, customerId: string, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'dealings')
  await demandKnown(db, by, customerId)
  await transaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('dealings')
      .where('id', '=', id)
      .where('customerId', '=', customerId)
      .where(within(by, 'dealings.inbox_id'))
      .returning('inboxId')
      .executeTakeFirst()
    if (!gone) throw notFound(say('dealings.this'))
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId: gone.inboxId }, {})
    await audit(trx, by, 'dealing.forgotten', { kind: 'dealing', id, inboxId: gone.inboxId }, { customerId })
  })
}
