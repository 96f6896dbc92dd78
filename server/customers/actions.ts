import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { customerById } from './queries.ts'
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
  accessNeeds?: string | null
}

export interface Found {
  id: string
  name: string
  preferredName: string | null
  isNew: boolean
}

/** The person behind an address, added when nobody knows it. Two letters at once find the same person. */
export async function findOrAddCustomer(
  trx: Trx,
  by: Actor,
  { name, email, inboxId }: { name: string | null; email: string; inboxId: string },
): Promise<Found> {
  const address = email.toLowerCase()
  const known = await personAt(trx, address)
  if (known) {
    await noteSeen(trx, known.id, inboxId)
    return { ...known, isNew: false }
  }
  const id = newId('customer')
  const taken = await trx
    .with('added', (q) =>
      q
        .insertInto('customers')
        .values({ ...emptyCard, id, name: name?.trim() || nameFromAddress(address) })
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
          e.val(address).as('address'),
        ]),
    )
    .onConflict((c) => c.doNothing())
    .returning('customerId')
    .executeTakeFirst()
  if (!taken) {
    // Somebody else added this address at the same moment: theirs counts.
    await trx.deleteFrom('customers').where('id', '=', id).execute()
    const theirs = (await personAt(trx, address))!
    await noteSeen(trx, theirs.id, inboxId)
    return { ...theirs, isNew: false }
  }
  await noteSeen(trx, id, inboxId)
  await recordEvent(trx, by, 'customer.added', { customerId: id, inboxId }, {})
  return { ...(await personAt(trx, address))!, isNew: true }
}

const emptyCard = {
  preferredName: null,
  sayIt: null,
  pronouns: null,
  language: null,
  formality: null,
  timeZone: null,
  company: null,
  accessNeeds: null,
}

const personAt = (trx: Trx, address: string) =>
  trx
    .selectFrom('customerAddresses')
    .innerJoin('customers', 'customers.id', 'customerAddresses.customerId')
    .select(['customers.id', 'customers.name', 'customers.preferredName'])
    .where('kind', '=', 'email')
    .where('address', '=', address)
    .executeTakeFirst()

/** "maria.lopes@…" → "maria.lopes": what they wrote, nothing made up. */
const nameFromAddress = (address: string) => address.split('@')[0] || address

/** They are known in this inbox from now on. */
export async function noteSeen(trx: Trx, customerId: string, inboxId: string): Promise<void> {
  await trx
    .insertInto('customerInboxes')
    .values({ customerId, inboxId })
    .onConflict((c) => c.columns(['customerId', 'inboxId']).doUpdateSet({ lastAt: sqlNow }))
    .execute()
}

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
  if (!sees(by, card.inboxId)) throw notFound('This inbox')
  const { inboxId, emails, phones, ...rest } = card
  return transaction(db, async (trx) => {
    const id = newId('customer')
    await trx
      .insertInto('customers')
      .values({ ...emptyCard, ...rest, id })
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
          `Somebody here already has ${address}. Nothing was changed; look them up and add to their page.`,
        )
    }
    await noteSeen(trx, id, inboxId)
    await recordEvent(trx, by, 'customer.added', { customerId: id, inboxId }, {})
    return id
  })
}

export async function changeCustomer(db: Db, by: Actor, id: string, change: Card): Promise<void> {
  requireRole(by, 'teammate')
  await customerById(db, by, id)
  if (Object.keys(change).length === 0) return
  await transaction(db, async (trx) => {
    await trx
      .updateTable('customers')
      .set({ ...change, updatedAt: sqlNow })
      .where('id', '=', id)
      .execute()
    await recordEvent(
      trx,
      by,
      'customer.changed',
      { customerId: id, inboxId: await anInboxOf(trx, by, id) },
      {},
    )
    await audit(trx, by, 'customer.changed', { kind: 'customer', id }, { fields: Object.keys(change) })
  })
}

/** Remembers something they told us, in the boundary of the inbox where it was said. */
export async function rememberFact(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  fact: {
    text: string
    conversationId?: string | null
    messageId?: string | null
    inboxId?: string
    source?: 'message' | 'teammate' | 'import'
    at?: Date
  },
): Promise<string> {
  requireRole(by, 'teammate')
  await customerById(db, by, customerId)
  return transaction(db, async (trx) => {
    const inboxId = fact.inboxId ?? (await anInboxOf(trx, by, customerId))
    if (!inboxId || !sees(by, inboxId)) throw notFound('This inbox')
    const id = newId('fact')
    await trx
      .insertInto('customerFacts')
      .values({
        id,
        customerId,
        inboxId,
        text: fact.text,
        sourceKind: fact.source ?? (fact.messageId ? 'message' : 'teammate'),
        conversationId: fact.conversationId ?? null,
        messageId: fact.messageId ?? null,
        byId: teammateId(by),
        forgottenAt: null,
        ...(fact.at && { createdAt: fact.at }),
      })
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId }, {})
    return id
  })
}

/** Forgotten means gone: the words are wiped, the row says only that something was forgotten. */
export async function forgetFact(db: Db, by: Actor, customerId: string, factId: string): Promise<void> {
  requireRole(by, 'teammate')
  await customerById(db, by, customerId)
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('customerFacts')
      .selectAll()
      .where('id', '=', factId)
      .where('customerId', '=', customerId)
      .where('forgottenAt', 'is', null)
      .executeTakeFirst()
    if (!row || !sees(by, row.inboxId)) throw notFound('This fact')
    await trx
      .updateTable('customerFacts')
      .set({ text: '', forgottenAt: sqlNow })
      .where('id', '=', factId)
      .execute()
    await recordEvent(trx, by, 'customer.changed', { customerId, inboxId: row.inboxId }, {})
    await audit(trx, by, 'fact.forgotten', { kind: 'fact', id: factId, inboxId: row.inboxId })
  })
}

async function anInboxOf(trx: Trx, by: Actor, customerId: string): Promise<string | null> {
  let query = trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .orderBy('lastAt', 'desc')
  if (by.inboxIds !== 'all')
    query = query.where('inboxId', 'in', by.inboxIds.length ? [...by.inboxIds] : [''])
  return (await query.limit(1).executeTakeFirst())?.inboxId ?? null
}
