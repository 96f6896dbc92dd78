import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Customer, customerRow, fact as factShape } from '#contract/customers.ts'
import type { Actor } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import type { Db, Trx } from '#server/database/database.ts'
import './tables.ts'

/** A person exists for a reader only through an inbox both know. */
const known = (db: Db | Trx, by: Actor) => {
  const query = db.selectFrom('customers').selectAll('customers')
  if (by.inboxIds === 'all') return query
  const inboxIds = by.inboxIds.length ? [...by.inboxIds] : ['']
  return query.where((e) =>
    e.exists(
      e
        .selectFrom('customerInboxes')
        .select('customerId')
        .whereRef('customerInboxes.customerId', '=', 'customers.id')
        .where('inboxId', 'in', inboxIds),
    ),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof known>['execute']>>[number]

export async function customerById(
  db: Db | Trx,
  by: Actor,
  id: string,
): Promise<Customer & { facts: z.input<typeof factShape>[] }> {
  const row = await known(db, by).where('customers.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('This person')
  const [shaped] = await shape(db, [row])
  return { ...shaped!, facts: await factsOf(db, by, id) }
}

export async function factsOf(
  db: Db | Trx,
  by: Actor,
  customerId: string,
): Promise<z.input<typeof factShape>[]> {
  let query = db
    .selectFrom('customerFacts')
    .leftJoin('teammates', 'teammates.id', 'customerFacts.byId')
    .selectAll('customerFacts')
    .select('teammates.name as byName')
    .where('customerId', '=', customerId)
    .where('forgottenAt', 'is', null)
  if (by.inboxIds !== 'all')
    query = query.where('customerFacts.inboxId', 'in', by.inboxIds.length ? [...by.inboxIds] : [''])
  const rows = await query.orderBy('customerFacts.createdAt', 'desc').limit(100).execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    source: {
      kind: row.sourceKind,
      conversationId: row.conversationId,
      messageId: row.messageId,
      by: row.byName,
    },
    at: row.createdAt.toISOString(),
  }))
}

/** People, newest contact first; with `q` by likeness of name and by address, mistyped names included. */
export async function listCustomers(
  db: Db,
  by: Actor,
  { q, after, limit }: { q?: string; after?: string; limit: number },
): Promise<{ items: z.input<typeof customerRow>[]; next: string | null }> {
  const inboxIds = by.inboxIds === 'all' ? null : by.inboxIds.length ? [...by.inboxIds] : ['']
  const offset = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0
  const term = q?.trim()
  const like = term
    ? sql<SqlBool>`(customers.name ilike ${`%${escapeLike(term)}%`} or word_similarity(${term}, customers.name) > 0.4 or customers.preferred_name ilike ${`%${escapeLike(term)}%`}
      or exists (select 1 from customer_addresses a where a.customer_id = customers.id and a.address ilike ${`%${escapeLike(term)}%`}))`
    : sql<SqlBool>`true`
  const seen = sql<Date | null>`(select max(i.last_at) from customer_inboxes i where i.customer_id = customers.id)`
  const walls = inboxIds ? sql`and c.inbox_id in (${sql.join(inboxIds)})` : sql``
  const rows = await known(db, by)
    .select([
      seen.as('lastAt'),
      sql<number>`(select count(*) from conversations c where c.customer_id = customers.id and c.status <> 'closed' ${walls})`.as(
        'openConversations',
      ),
      sql<number>`(select count(*) from promises c where c.customer_id = customers.id and c.state in ('open', 'late') ${walls})`.as(
        'openPromises',
      ),
    ])
    .where(like)
    .orderBy(term ? sql`word_similarity(${term}, customers.name) desc` : sql`true`)
    .orderBy(sql`${seen} desc nulls last`)
    .orderBy('customers.id')
    .offset(offset)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const shaped = await shape(db, page)
  return {
    items: page.map((row, index) => ({
      ...shaped[index]!,
      lastAt: row.lastAt?.toISOString() ?? null,
      openConversations: Number(row.openConversations),
      openPromises: Number(row.openPromises),
    })),
    next: rows.length > limit ? String(offset + limit) : null,
  }
}

const escapeLike = (term: string) => term.replace(/[\\%_]/g, (character) => `\\${character}`)

async function shape(db: Db | Trx, rows: Row[]): Promise<Customer[]> {
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
    .execute()
  const of = (id: string, kind: string) =>
    addresses
      .filter((address) => address.customerId === id && address.kind === kind)
      .map((address) => address.address)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    preferredName: row.preferredName,
    sayIt: row.sayIt,
    pronouns: row.pronouns,
    language: row.language,
    formality: row.formality,
    timeZone: row.timeZone,
    company: row.company,
    accessNeeds: row.accessNeeds,
    emails: of(row.id, 'email'),
    phones: of(row.id, 'phone'),
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
  }))
}
