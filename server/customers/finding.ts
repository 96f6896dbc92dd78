import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { badCursor } from '#server/base/errors.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { within } from './sight.ts'

/** Who was found, in order, and when they were last heard of in the reader's inboxes. */
export interface FoundPeople {
  found: { id: string; lastAt: Date | null }[]
  next: string | null
}

interface Page {
  after?: string
  limit: number
}

/**
 * People by when they were last heard of. One walk down the index per inbox, then merged, so that the time does not grow
 * with the number of people; somebody known in several inboxes stands once, at their newest.
 */
export async function newestPeople(db: Db | Trx, by: Actor, { after, limit }: Page): Promise<FoundPeople> {
  const inboxes =
    by.inboxIds === 'all'
      ? sql`(select distinct inbox_id as id from customer_inboxes)`
      : sql`unnest(${[...by.inboxIds]}::text[])`
  const key = /^(\d{1,17})~(cus_\w{22})$/.exec(after ?? '')
  if (after !== undefined && !key) throw badCursor()
  const behind = key
    ? sql`and (i.last_at, i.customer_id) < (to_timestamp(0) + ${key[1]}::bigint * interval '1 microsecond', ${key[2]}::text)`
    : sql``
  const { rows } = await sql<{ id: string; lastAt: Date; micros: string }>`
    select p.customer_id as id, p.last_at, (extract(epoch from p.last_at) * 1000000)::bigint::text as micros
    from ${inboxes} as one(id)
    cross join lateral (
      select i.customer_id, i.last_at from customer_inboxes i
      where i.inbox_id = one.id ${behind}
        and not exists (
          select 1 from customer_inboxes newer
          where newer.customer_id = i.customer_id and ${within(by, 'newer.inbox_id')}
            and (newer.last_at, newer.inbox_id) > (i.last_at, i.inbox_id))
      order by i.last_at desc, i.customer_id desc
      limit ${limit + 1}
    ) p
    order by p.last_at desc, p.customer_id desc
    limit ${limit + 1}`.execute(db)
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  return { found, next: rows.length > limit && last ? `${last.micros}~${last.id}` : null }
}

/** Looked up one by one, whatever PostgreSQL expects: never all customers for the sake of a hundred. */
const eachOf = sql`cross join lateral (select * from customers where id = candidates.id offset 0) c`

/** How alike a word must be to count as mistyped; pg_trgm's own 0.6 misses "Marya Lopez". */
const alike = '0.4'
const enough = 300

/** People by name, preferred name or address, mistyped names included; the most alike first, then the newest. */
export async function findPeople(
  trx: Trx,
  by: Actor,
  term: string,
  { after, limit }: Page,
): Promise<FoundPeople> {
  if (after !== undefined && !/^\d{1,4}$/.test(after)) throw badCursor()
  const offset = Number(after ?? 0)
  const part = `%${term.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const known = sql`exists (select 1 from customer_inboxes i where i.customer_id = c.id and ${within(by, 'i.inbox_id')})`
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${alike}, true)`.execute(trx)
  const { rows } = await sql<{ id: string; lastAt: Date | null }>`
    with candidates as materialized (
      (select c.id from customers c where c.name ilike ${part} and ${known} limit ${enough})
      union (select c.id from customers c where c.preferred_name ilike ${part} and ${known} limit ${enough})
      union (select c.id from customers c where ${term}::text <% c.name and ${known} limit ${enough})
      union (select c.id from customers c where ${term}::text <% c.preferred_name and ${known} limit ${enough})
      union (select c.id from customer_addresses a join customers c on c.id = a.customer_id where a.address ilike ${part} and ${known} limit ${enough})
    )
    select c.id, (select max(i.last_at) from customer_inboxes i where i.customer_id = c.id and ${within(by, 'i.inbox_id')}) as last_at
    from candidates ${eachOf}
    order by
      greatest(
        word_similarity(${term}, c.name),
        word_similarity(${term}, coalesce(c.preferred_name, '')),
        (select case when bool_or(a.address = lower(${term})) then 2 when bool_or(a.address ilike ${part}) then 0.8 end from customer_addresses a where a.customer_id = c.id)
      ) desc, last_at desc nulls last, c.id
    offset ${offset} limit ${limit + 1}`.execute(trx)
  return {
    found: rows.slice(0, limit),
    next: rows.length > limit ? String(offset + limit) : null,
  }
}

/** Somebody found while searching, with what is shown of them. */
export interface NamedPerson {
  id: string
  name: string
  preferredName: string | null
  email: string | null
  lastAt: Date | null
}

/** So many of a name are weighed against each other. */
const weighed = 100

/** People whose name, preferred name or address holds the term as written; for one who types, many times a second. */
export function peopleCalled(db: Db | Trx, by: Actor, term: string, limit: number): Promise<NamedPerson[]> {
  const parts = partsOf(term)
  const holds = (column: string) =>
    sql`(${sql.join(
      parts.map((part) => sql`${sql.ref(column)} ilike ${part}`),
      sql` or `,
    )})`
  const candidates = [
    knownOf(by, sql`select id from customers where ${holds('name')}`, weighed),
    knownOf(by, sql`select id from customers where ${holds('preferred_name')}`, weighed),
    knownOf(by, sql`select customer_id as id from customer_addresses where ${holds('address')}`, weighed),
  ]
  return named(db, by, term, limit, sql.join(candidates, sql` union `))
}

/** Names are looked up first, and then who of them is known, whatever PostgreSQL expects: never all who are known for their names. */
const knownOf = (by: Actor, people: RawBuilder<unknown>, most: number): RawBuilder<unknown> =>
  sql`(select c.id from (${people} offset 0) c
    where exists (select 1 from customer_inboxes i where i.customer_id = c.id and ${within(by, 'i.inbox_id')} offset 0) limit ${most})`

/** Two letters are in nearly everybody's name, and in no index; they begin a word then. */
function partsOf(term: string): string[] {
  const escaped = term.replace(/[\\%_]/g, (character) => `\\${character}`)
  return term.length < 3 ? [`${escaped}%`, `% ${escaped}%`] : [`%${escaped}%`]
}

/** People with a name like the term, mistyped. */
export function peopleLike(db: Db, by: Actor, term: string, limit: number): Promise<NamedPerson[]> {
  return transaction(db, async (trx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${alike}, true)`.execute(trx)
    const candidates = [
      knownOf(by, sql`select id from customers where ${term}::text <% name`, enough),
      knownOf(by, sql`select id from customers where ${term}::text <% preferred_name`, enough),
    ]
    return named(trx, by, term, limit, sql.join(candidates, sql` union `))
  })
}

async function named(
  db: Db | Trx,
  by: Actor,
  term: string,
  limit: number,
  candidates: RawBuilder<unknown>,
): Promise<NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    with candidates as materialized (${candidates}), page as (
      select c.id, c.name, c.preferred_name,
        (select max(i.last_at) from customer_inboxes i where i.customer_id = c.id and ${within(by, 'i.inbox_id')}) as last_at,
        greatest(
          word_similarity(${term}, c.name),
          word_similarity(${term}, coalesce(c.preferred_name, '')),
          (select case when bool_or(a.address = lower(${term})) then 2 when bool_or(position(lower(${term}) in a.address) > 0) then 0.8 end from customer_addresses a where a.customer_id = c.id)
        ) as likeness
      from candidates ${eachOf}
      order by likeness desc, last_at desc nulls last, c.id limit ${limit}
    )
    select id, name, preferred_name, last_at,
      (select a.address from customer_addresses a where a.customer_id = page.id and a.kind = 'email' order by a.created_at, a.address limit 1) as email
    from page order by likeness desc, last_at desc nulls last, id`.execute(db)
  return rows
}
