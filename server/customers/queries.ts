import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Customer, customerRow, fact as factShape } from '#contract/customers.ts'
import type { Actor } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type FoundPeople, findPeople, newestPeople } from './finding.ts'
import { within } from './sight.ts'
import './tables.ts'

type Fact = z.input<typeof factShape>
type Row = z.input<typeof customerRow>

/** A person exists for a reader only through an inbox both know. */
const known = (db: Db | Trx, by: Actor) =>
  db
    .selectFrom('customers')
    .selectAll('customers')
    .where(
      sql<SqlBool>`exists (select 1 from customer_inboxes i where i.customer_id = customers.id and ${within(by, 'i.inbox_id')})`,
    )

type CustomerRow = Awaited<ReturnType<ReturnType<typeof known>['execute']>>[number]

export const isKnown = async (db: Db | Trx, by: Actor, id: string): Promise<boolean> =>
  (await known(db, by).where('customers.id', '=', id).executeTakeFirst()) !== undefined

/** Throws `notFound` unless the reader may know the person. */
export async function demandKnown(db: Db | Trx, by: Actor, id: string): Promise<void> {
  if (!(await isKnown(db, by, id))) throw notFound(say('customers.this.person'))
}

/** One person and the facts whose inbox the reader sees. */
export async function customerById(
  db: Db | Trx,
  by: Actor,
  id: string,
): Promise<Customer & { facts: Fact[] }> {
  const [rows, facts] = [
    await known(db, by).where('customers.id', '=', id).execute(),
    await factsOf(db, by, id),
  ]
  const [person] = await shape(db, rows)
  if (!person) {
    // One who was brought together with another is read there: links to them go on leading somewhere.
    const into = await db
      .selectFrom('personMerges')
      .select('intoId')
      .where('fromId', '=', id)
      .where('undoneAt', 'is', null)
      .executeTakeFirst()
    if (into) return customerById(db, by, into.intoId)
    throw notFound(say('customers.this.person'))
  }
  return { ...person, facts }
}

/** A fact is known until it is forgotten or its day comes, whether or not anybody has swept it away yet. */
export const stillKnown = sql<SqlBool>`customer_facts.forgotten_at is null
  and (customer_facts.expires_at is null or customer_facts.expires_at > clock_now())`

/** What we know of somebody, newest first, as far as the reader may see; at most 100, or the one asked for. */
export async function factsOf(db: Db | Trx, by: Actor, customerId: string, id?: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('customerFacts')
    .leftJoin('teammates', 'teammates.id', 'customerFacts.byId')
    .selectAll('customerFacts')
    .select('teammates.name as byName')
    .where('customerId', '=', customerId)
    .where(stillKnown)
    .$if(id !== undefined, (q) => q.where('customerFacts.id', '=', id!))
    .where(within(by, 'customer_facts.inbox_id'))
    .orderBy('customerFacts.createdAt', 'desc')
    .orderBy('customerFacts.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    privacy: row.privacy,
    mention: row.mention,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    source: {
      kind: row.sourceKind,
      conversationId: row.conversationId,
      messageId: row.messageId,
      by: row.byName,
    },
    at: row.createdAt.toISOString(),
  }))
}

/** People, newest first by when they were last heard of in the reader's inboxes; with `q` the most alike first. */
export async function listCustomers(
  db: Db | Trx,
  by: Actor,
  { q, after, limit }: { q?: string; after?: string; limit: number },
): Promise<{ items: Row[]; next: string | null }> {
  const term = q?.trim()
  const { found, next } = term
    ? await findPeople(db, by, term, { after, limit })
    : await newestPeople(db, by, { after, limit })
  return { items: await customerRows(db, by, found), next }
}

/** People who were found, in the order in which they were. */
export async function customerRows(db: Db | Trx, by: Actor, found: FoundPeople['found']): Promise<Row[]> {
  if (found.length === 0) return []
  const ids = found.map((one) => one.id)
  const rows = await db
    .selectFrom('customers')
    .selectAll('customers')
    .select([
      sql<number>`(select count(*) from conversations c where c.customer_id = customers.id and c.status <> 'closed' and ${within(by, 'c.inbox_id')})::int`.as(
        'openConversations',
      ),
      sql<number>`(select count(*) from conversations c join promises p on p.conversation_id = c.id where c.customer_id = customers.id and p.state in ('open', 'late', 'broken') and ${within(by, 'c.inbox_id')})::int`.as(
        'openPromises',
      ),
    ])
    .where('id', 'in', ids)
    .execute()
  const shaped = await shape(db, rows)
  const counts = new Map(rows.map((row) => [row.id, row]))
  const people = new Map(shaped.map((person) => [person.id, person]))
  return found.map(({ id, lastAt }) => ({
    ...people.get(id)!,
    lastAt: lastAt?.toISOString() ?? null,
    openConversations: counts.get(id)!.openConversations,
    openPromises: counts.get(id)!.openPromises,
  }))
}

/** One person as JSON, for a statement that reads more: with all addresses; null where `id` is nobody whom an inbox knows. */
export const personIn = (id: RawBuilder<unknown>) => sql`(select json_build_object(
    'id', n.id, 'name', n.name, 'preferredName', n.preferred_name, 'sayIt', n.say_it, 'pronouns', n.pronouns,
    'language', n.language, 'formality', n.formality, 'timeZone', n.time_zone, 'company', n.company, 'role', n.role,
    'reachBy', n.reach_by, 'accessNeeds', n.access_needs, 'pleaseDont', n.please_dont, 'noCircularsAt', n.no_circulars_at,
    'demo', n.demo, 'createdAt', n.created_at,
    'addresses', coalesce((select json_agg(json_build_object('kind', a.kind, 'address', a.address) order by a.created_at, a.address)
      from customer_addresses a where a.customer_id = n.id), '[]'))
  from customers n where n.id = ${id} and exists (select 1 from customer_inboxes i where i.customer_id = n.id))`

export type PersonIn = Omit<CustomerRow, 'createdAt' | 'noCircularsAt' | 'updatedAt'> & {
  createdAt: string
  noCircularsAt: string | null
  addresses: Address[]
}

export const shapePersonIn = ({ createdAt, noCircularsAt, addresses, ...row }: PersonIn): Customer =>
  shapePerson(
    { ...row, createdAt: new Date(createdAt), noCircularsAt: noCircularsAt ? new Date(noCircularsAt) : null },
    addresses,
  )

/** What we know of somebody that still counts, in the reader's inboxes. For a statement that reads more. */
export const knowsFacts = (by: Actor, customerId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select 1 from customer_facts where customer_facts.customer_id = ${customerId} and ${stillKnown}
    and ${within(by, 'customer_facts.inbox_id')})`

async function shape(db: Db | Trx, rows: readonly CustomerRow[]): Promise<Customer[]> {
  if (rows.length === 0) return []
  const addresses = await db
    .selectFrom('customerAddresses')
    .selectAll()
    .where(
      'customerId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('createdAt')
    .orderBy('address')
    .execute()
  const ofPerson = Map.groupBy(addresses, (address) => address.customerId)
  return rows.map((row) => shapePerson(row, ofPerson.get(row.id) ?? []))
}

interface Address {
  kind: string
  address: string
}

function shapePerson(row: Omit<CustomerRow, 'updatedAt'>, addresses: readonly Address[]): Customer {
  const of = (kind: string) => addresses.filter((one) => one.kind === kind).map((one) => one.address)
  return {
    id: row.id,
    name: row.name,
    preferredName: row.preferredName,
    sayIt: row.sayIt,
    pronouns: row.pronouns,
    language: row.language,
    formality: row.formality,
    timeZone: row.timeZone,
    company: row.company,
    role: row.role,
    reachBy: row.reachBy,
    accessNeeds: row.accessNeeds,
    pleaseDont: row.pleaseDont,
    noCircularsSince: row.noCircularsAt?.toISOString() ?? null,
    emails: of('email'),
    phones: of('phone'),
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
  }
}
