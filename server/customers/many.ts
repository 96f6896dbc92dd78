import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { recordEvents } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { type Found, findOrAddCustomer, knownPeople } from './actions.ts'
import { firstName, nameFromAddress } from './customer.ts'
import './tables.ts'

/**
 * The people behind addresses, by their address in small letters; whom nobody knows is added. The same as asking for each, in as many
 * statements as for one. All are of one inbox.
 */
export async function findOrAddCustomers(
  trx: Trx,
  by: Actor,
  inboxId: string,
  people: readonly { name: string | null; email: string }[],
): Promise<Map<string, Pick<Found, 'id' | 'name'>>> {
  // Of two names for one address the first counts.
  const byAddress = new Map(people.toReversed().map((person) => [person.email.toLowerCase(), person]))
  const found = new Map<string, Pick<Found, 'id' | 'name'>>()
  const byThemselves = new Set<string>()
  // Whose name is learnt is changed, so they are found the usual way.
  for (const { address, ...known } of await knownPeople(trx, [...byAddress.keys()]))
    if (mayLearn(known.name, byAddress.get(address)!.name, address)) byThemselves.add(address)
    else found.set(address, known)
  const unknown = [...byAddress].filter(([address]) => !found.has(address) && !byThemselves.has(address))
  const added = await addPeople(
    trx,
    unknown.map(([address, { name }]) => ({
      id: newId('customer'),
      name: firstName(name, address),
      address,
    })),
  )
  for (const { address, ...person } of added) found.set(address, person)
  // In the order of their ids, as everybody who holds several.
  const seen = [...new Set([...found.values()].map(({ id }) => id))].sort()
  await insertAll(
    trx,
    'customerInboxes',
    seen.map((customerId) => ({ customerId, inboxId })),
    'on conflict (customer_id, inbox_id) do update set last_at = clock_now()',
  )
  await recordEvents(
    trx,
    by,
    'customer.added',
    added.map(({ id }) => ({ subjects: { customerId: id, inboxId }, detail: {} })),
  )
  for (const [address, { name, email }] of byAddress)
    if (!found.has(address)) found.set(address, await findOrAddCustomer(trx, by, { name, email, inboxId }))
  return found
}

const mayLearn = (known: string, name: string | null, address: string): boolean =>
  known === nameFromAddress(address) && firstName(name, address) !== known

interface Added {
  id: string
  name: string
  address: string
}

/** Returns those that were added; somebody else has just added the others, and theirs count. */
async function addPeople(trx: Trx, people: readonly Added[]): Promise<Added[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with given as (select * from json_to_recordset(${JSON.stringify(people)}::json) as g(id text, name text, address text)),
    added as (insert into customers (id, name) select id, name from given returning id)
    insert into customer_addresses (customer_id, kind, address)
      select given.id, 'email', given.address from given join added on added.id = given.id order by given.address
      on conflict do nothing returning customer_id as id`.execute(trx)
  const here = new Set(rows.map(({ id }) => id))
  const theirs = people.filter(({ id }) => !here.has(id)).map(({ id }) => id)
  if (theirs.length) await trx.deleteFrom('customers').where('id', 'in', theirs).execute()
  return people.filter(({ id }) => here.has(id))
}
