import { sql } from 'kysely'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { insertRows, type Places, question } from '#server/database/statement.ts'
import { cleanPersonName, firstName, isTimeZone, nameFromAddress } from './customer.ts'
import { askedSince, cleanWishes } from './own.ts'
import { demandKnown } from './queries.ts'
import './tables.ts'

export interface Card {
  name?: string
  preferredName?: string | null
  sayIt?: string | null
  pronouns?: string | null
  language?: string | null
  formality?: 'formal' | 'informal' | null
  timeZone?: string | null
  company?: string | null
  role?: string | null
  reachBy?: 'mail' | 'call' | 'letter' | 'visit' | null
  accessNeeds?: string | null
  pleaseDont?: string[]
  noCirculars?: boolean
}

export interface Found {
  id: string
  name: string
  preferredName: string | null
  isNew: boolean
}

/**
 * The person behind an address, added when nobody knows it. Two letters at once find the same person. `orFail`: nothing is waited for; where
 * somebody else has added the address in the same moment the transaction fails with `isAddedMeanwhile`, and is to be done again.
 */
export async function findOrAddCustomer(
  trx: Trx,
  by: Actor,
  {
    name,
    email,
    inboxId,
    orFail = false,
  }: { name: string | null; email: string; inboxId: string; orFail?: boolean },
): Promise<Found> {
  const address = email.toLowerCase()
  // Where this look only waited for somebody who brought the person together with another, the address is found taken below.
  const known = await askPerson(trx, address).executeTakeFirst()
  if (known) {
    await noteSeen(trx, known.id, inboxId)
    return { ...(await learnName(trx, by, known, name, address)), isNew: false }
  }
  const id = newId('customer')
  const fresh = { id, name: firstName(name, address), address }
  if (orFail) await addSurely(trx, fresh)
  else if (!(await addPerson(trx, fresh).executeTakeFirst())) {
    // Somebody else added this address at the same moment: theirs counts.
    await trx.deleteFrom('customers').where('id', '=', id).execute()
    const theirs = (await personAt(trx, address))!
    await noteSeen(trx, theirs.id, inboxId)
    return { ...theirs, isNew: false }
  }
  await noteSeen(trx, id, inboxId)
  await recordEvent(trx, by, 'customer.added', { customerId: id, inboxId }, {})
  return { id, name: firstName(name, address), preferredName: null, isNew: true }
}

async function addSurely(trx: Trx, { id, name, address }: { id: string; name: string; address: string }) {
  await insertRows(trx, 'customers', [{ ...emptyCard, id, name }])
  await insertRows(trx, 'customerAddresses', [{ customerId: id, kind: 'email' as const, address }])
}

/** Somebody else has added the same address: theirs counts, and is found by another try. */
export const isAddedMeanwhile = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === '23505' && constraint === 'customer_addresses_pkey'
}

/** Says nothing where the address is somebody's already. */
const addPerson = question((db, place: Places<{ id: string; name: string; address: string }>) =>
  db
    .with('added', (q) =>
      q
        .insertInto('customers')
        .values({ ...emptyCard, id: place('id'), name: place('name') })
        .returning('id'),
    )
    .insertInto('customerAddresses')
    .columns(['customerId', 'kind', 'address'])
    .expression((q) =>
      q
        .selectFrom('added')
        .select((e) => [
          'added.id',
          e.val<'email' | 'phone'>('email').as('kind'),
          e.val(place('address')).as('address'),
        ]),
    )
    .onConflict((c) => c.doNothing())
    .returning('customerId'),
)

const emptyCard = {
  preferredName: null,
  sayIt: null,
  pronouns: null,
  language: null,
  formality: null,
  timeZone: null,
  company: null,
  role: null,
  reachBy: null,
  accessNeeds: null,
}

/**
 * Held while we work: whoever brings this person together with another waits, and finds what we bring. Where that happened while we
 * waited, the first look finds nobody, and the second whose address it is now.
 */
export async function personAt(trx: Trx, address: string): Promise<Omit<Found, 'isNew'> | undefined> {
  const look = () => askPerson(trx, address).executeTakeFirst()
  return (await look()) ?? (await look())
}

/** For `askAhead`. The address in small letters. */
export const askPerson = (trx: Trx, address: string) => person(trx, { address })
const person = question((db, place: Places<{ address: string }>) =>
  db
    .selectFrom('customerAddresses')
    .innerJoin('customers', 'customers.id', 'customerAddresses.customerId')
    .select(['customers.id', 'customers.name', 'customers.preferredName'])
    .where('kind', '=', 'email')
    .where('address', '=', place('address'))
    .forKeyShare(),
)

/** The same for many, always in the same order, so that two who hold some of the same people do not wait for each other in a ring. */
export const knownPeople = (trx: Trx, addresses: readonly string[]) =>
  trx
    .selectFrom('customerAddresses')
    .innerJoin('customers', 'customers.id', 'customerAddresses.customerId')
    .select(['customerAddresses.address', 'customers.id', 'customers.name'])
    .where('kind', '=', 'email')
    .where(sql<boolean>`address = any(${[...addresses]}::text[])`)
    .orderBy('customers.id')
    .forKeyShare()
    .execute()

/** Whoever was kept under their bare address gets the name they now sign with; a name that is known stays. */
async function learnName(
  trx: Trx,
  by: Actor,
  person: Omit<Found, 'isNew'>,
  name: string | null,
  address: string,
): Promise<Omit<Found, 'isNew'>> {
  const learnt = firstName(name, address)
  if (person.name !== nameFromAddress(address) || learnt === person.name) return person
  await trx
    .updateTable('customers')
    .set({ name: learnt, updatedAt: sqlNow })
    .where('id', '=', person.id)
    .execute()
  await recordChanged(trx, by, person.id)
  return { ...person, name: learnt }
}

/** They are known in this inbox from now on. */
export async function noteSeen(trx: Trx, customerId: string, inboxId: string): Promise<void> {
  await seenIn(trx, { customerId, inboxId }).execute()
}
const seenIn = question((db, place: Places<{ customerId: string; inboxId: string }>) =>
  db
    .insertInto('customerInboxes')
    .values({ customerId: place('customerId'), inboxId: place('inboxId') })
    .onConflict((c) => c.columns(['customerId', 'inboxId']).doUpdateSet({ lastAt: sqlNow })),
)

/** They are known in this inbox, as if they had always been: nobody has heard from them just now. */
export async function knowIn(trx: Trx, customerId: string, inboxId: string): Promise<void> {
  await trx
    .insertInto('customerInboxes')
    .values({ customerId, inboxId })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The same for many at once. */
export async function knowAllIn(trx: Trx, customerIds: readonly string[], inboxId: string): Promise<void> {
  if (customerIds.length === 0) return
  await sql`insert into customer_inboxes (customer_id, inbox_id) select id, ${inboxId} from unnest(${[...customerIds]}::text[]) as x(id)
    on conflict do nothing`.execute(trx)
}

/** Adds a person. Refused with 409 where an address belongs to somebody already, the same for those the actor may not see. */
export async function addCustomer(
  db: Db | Trx,
  by: Actor,
  card: Card & {
    name: string
    inboxId: string
    emails: string[]
    phones: string[]
    demo?: boolean
    createdAt?: Date
  },
): Promise<string> {
  requireRole(by, 'teammate')
  if (!sees(by, card.inboxId)) throw notFound(say('customers.this.inbox'))
  const { inboxId, emails, phones, demo, createdAt, ...rest } = card
  const cleaned = { ...cleanCard(rest), name: cleanPersonName(card.name) }
  if (!cleaned.name) throw invalid('/name', say('customers.name.empty'))
  const { name } = cleaned
  return transaction(db, async (trx) => {
    const id = newId('customer')
    await trx
      .insertInto('customers')
      .values({
        ...emptyCard,
        ...cleaned,
        name,
        id,
        ...(demo && { demo }),
        ...(createdAt && { createdAt }),
      })
      .execute()
    for (const [kind, address] of [
      ...emails.map((e) => ['email', e.toLowerCase()] as const),
      ...phones.map((p) => ['phone', p] as const),
    ]) {
      const added = await trx
        .insertInto('customerAddresses')
        .values({ customerId: id, kind, address })
        .onConflict((c) => c.doNothing())
        .returning('address')
        .executeTakeFirst()
      if (!added)
        throw conflict(
          'address-known',
          `${address} belongs to somebody already. Nothing was changed; find them by it, or write to it: the letter finds its person.`,
        )
    }
    await noteSeen(trx, id, inboxId)
    await recordEvent(trx, by, 'customer.added', { customerId: id, inboxId }, {})
    return id
  })
}

/** Corrects what is on somebody's card. What is not given stays; an empty text becomes unknown. */
export async function changeCustomer(db: Db, by: Actor, id: string, change: Card): Promise<void> {
  requireRole(by, 'teammate')
  await demandKnown(db, by, id)
  const cleaned = cleanCard(change)
  if (Object.keys(cleaned).length === 0) return
  await transaction(db, async (trx) => {
    await trx
      .updateTable('customers')
      .set({ ...cleaned, updatedAt: sqlNow })
      .where('id', '=', id)
      .execute()
    await recordChanged(trx, by, id)
    await audit(trx, by, 'customer.changed', { kind: 'customer', id }, { fields: Object.keys(cleaned) })
  })
}

function cleanCard({ pleaseDont, noCirculars, ...card }: Card) {
  if (card.timeZone && !isTimeZone(card.timeZone)) throw invalid('/timeZone', say('customers.timeZone'))
  const given = Object.entries(card).filter(([, value]) => value !== undefined)
  const fields = Object.fromEntries(
    given.map(([field, value]) => [field, cleanPersonName(value) && value]),
  ) as Omit<Card, 'pleaseDont' | 'noCirculars'>
  return {
    ...fields,
    ...(pleaseDont && { pleaseDont: JSON.stringify(cleanWishes(pleaseDont)) }),
    ...(noCirculars !== undefined && { noCircularsAt: askedSince(noCirculars) }),
  }
}

/** Everybody who may know the person hears of a change, each through an inbox of their own. */
export async function recordChanged(trx: Trx, by: Actor, customerId: string): Promise<void> {
  const inboxes = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .execute()
  for (const { inboxId } of inboxes)
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
}
