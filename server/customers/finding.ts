import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { badCursor } from '#server/base/errors.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { holding, literally } from '#server/database/like.ts'
import { onePlan, statement, unseen } from '#server/database/statement.ts'
import { nearestFirst, oneSlipIn } from './mistyped.ts'
import { behind, within } from './sight.ts'

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

/** Somebody found by name or address, with what is shown of them. */
export interface NamedPerson {
  id: string
  name: string
  preferredName: string | null
  email: string | null
  lastAt: Date | null
}

/** As written: the name, preferred name or address holds the term. Alike: the name is nearly the same, mistyped perhaps. */
export type Ways = 'as written' | 'alike' | 'both'

/** So many alike are looked at by their letters, to show the nearest. */
const weighed = 60

/** PostgreSQL takes words for alike from 0.6 on. Where nobody is, less will do: "Marya" is 0.5 of Maria. At 0.4 everybody with the same first name is. */
const lessAlike = ['0.5', '0.4']

/**
 * People by name, preferred name or address; the most alike first, then those heard of last. Those less alike only where nobody is
 * more so.
 */
export async function findPeople(
  db: Db | Trx,
  by: Actor,
  term: string,
  { ways = 'both', after, limit }: Page & { ways?: Ways },
): Promise<{ found: NamedPerson[]; next: string | null }> {
  if (after !== undefined && !/^\d{1,4}$/.test(after)) throw badCursor()
  const offset = Number(after ?? 0)
  const isAll = by.inboxIds === 'all'
  const values = {
    term,
    part: term.length < 3 ? `${literally(term)}%` : holding(term),
    behindBlank: `% ${literally(term)}%`,
    inboxes: by.inboxIds === 'all' ? [] : [...by.inboxIds],
    offset,
    most: Math.max(limit + 1, ways === 'alike' ? weighed : 0),
    slipped: [] as string[],
  }
  // No address and no number has both.
  const isName = /\p{L}/u.test(term) && /\s/.test(term.trim())
  const ask = (on: Db | Trx) => peopleBy(isAll, term.length < 3, isName, ways)(on, values)
  const slipped = ways === 'alike' && offset === 0 ? oneSlipIn(term) : null
  if (slipped) {
    // Nearly everybody who is mistyped is so by one slip; parts of three letters alone would let in hundreds to weigh.
    const near = nearestFirst(
      term,
      await peopleBy(isAll, false, isName, 'one slip')(db, { ...values, slipped }),
      1,
    )
    if (near.length) return { found: near.slice(0, limit), next: null }
  }
  let rows = await ask(db)
  if (rows.length === 0 && ways !== 'as written')
    rows = await transaction(db, async (trx) => {
      for (const least of lessAlike) {
        await sql`select set_config('pg_trgm.word_similarity_threshold', ${least}, true)`.execute(trx)
        const some = await ask(trx)
        if (some.length) return some
      }
      return []
    })
  if (ways === 'alike') rows = nearestFirst(term, rows)
  return { found: rows.slice(0, limit), next: rows.length > limit ? String(offset + limit) : null }
}

interface Asked {
  term: string
  part: string
  behindBlank: string
  inboxes: string[]
  offset: number
  most: number
  slipped: string[]
}

const made = new Map<string, ReturnType<typeof statement<Asked, NamedPerson>>>()

/** The statement for this way of asking, put together once. */
function peopleBy(isAll: boolean, isShort: boolean, isName: boolean, ways: Ways | 'one slip') {
  const key = `${isAll} ${isShort} ${isName} ${ways}`
  const before = made.get(key)
  if (before) return before
  const one = statement<Asked, NamedPerson>((place) => {
    const inboxes = [place('inboxes')] as unknown as string[]
    const term = unseen(place('term'), 'text')
    // Two letters are in nearly everybody's name, and in no index; they begin a word then.
    const holds = (column: string) =>
      isShort
        ? sql`(${sql.ref(column)} ilike ${unseen(place('part'), 'text')} or ${sql.ref(column)} ilike ${unseen(place('behindBlank'), 'text')})`
        : sql`${sql.ref(column)} ilike ${unseen(place('part'), 'text')}`
    // So many of each are weighed against each other. Who types asks many times a second.
    const most = sql.lit(ways === 'as written' ? 100 : 300)
    // Names are looked up first, and then who of them is known, whatever PostgreSQL expects: never all who are known for their names. A
    // limit that is never reached makes it expect that all of them are wanted, and take the index.
    const known = (
      people: RawBuilder<unknown>,
    ) => sql`(select c.id from (${people} limit 1000000) c cross join lateral (
      select 1 from customer_inboxes i where i.customer_id = c.id and ${behind(isAll, 'i.inbox_id', inboxes)} limit 1) k limit ${most})`
    const asWritten = [
      sql`select id from customers where ${holds('name')}`,
      sql`select id from customers where ${holds('preferred_name')}`,
      ...(isName ? [] : [sql`select customer_id as id from customer_addresses where ${holds('address')}`]),
    ]
    const alike = [
      sql`select id from customers where ${term} <% name`,
      sql`select id from customers where ${term} <% preferred_name`,
    ]
    const likeOne = (
      column: string,
    ) => sql`select f.id from unnest(${unseen(place('slipped'), 'text[]')}) pattern
      cross join lateral (select id from customers where ${sql.ref(column)} ilike pattern offset 0) f`
    const ofWays = {
      'as written': asWritten,
      alike,
      both: [...asWritten, ...alike],
      'one slip': [likeOne('name'), likeOne('preferred_name')],
    }
    const candidates = ofWays[ways].map(known)
    return sql`
    with ${onePlan} candidates as materialized (${sql.join(candidates, sql` union `)}), page as (
      select c.id, c.name, c.preferred_name,
        (select max(i.last_at) from customer_inboxes i where i.customer_id = c.id and ${behind(isAll, 'i.inbox_id', inboxes)}) as last_at,
        greatest(
          word_similarity(${term}, c.name),
          word_similarity(${term}, coalesce(c.preferred_name, '')),
          (select case when bool_or(a.address = lower(${term})) then 2 when bool_or(position(lower(${term}) in a.address) > 0) then 0.8 end from customer_addresses a where a.customer_id = c.id)
        ) as likeness
      from candidates cross join lateral (select * from customers where id = candidates.id offset 0) c
      order by likeness desc, last_at desc nulls last, c.id offset ${unseen(place('offset'), 'int')} limit ${unseen(place('most'), 'int')}
    )
    select id, name, preferred_name, last_at,
      (select a.address from customer_addresses a where a.customer_id = page.id and a.kind = 'email' order by a.created_at, a.address limit 1) as email
    from page order by likeness desc, last_at desc nulls last, id`
  })
  made.set(key, one)
  return one
}
