import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { Query } from './query.ts'
import { isEverywhere, wordsOf } from './words.ts'

export interface FoundConversation {
  id: string
  subject: string
  status: string
  at: Date
  customerName: string
  text: string
}

type Conditions = readonly RawBuilder<SqlBool>[]

/** Up to so many messages hold a word before it counts as common. */
const rare = 20_000
/** How long a search for a common word may walk, in milliseconds, before what is found has to do. */
const patience = 1000

/**
 * Conversations by words and operators, newest find first. A rare word is looked up in the index; a common one is met soon by
 * walking back from the newest message, where an index lookup would fetch half the table (PERFORMANCE.md, known ways).
 */
export async function findConversations(
  db: Db,
  by: Actor,
  query: Query,
  conditions: Conditions,
  limit: number,
): Promise<FoundConversation[]> {
  const words = tsQuery(query)
  if (!words)
    return conditions.length ? withPatience(db, (trx) => newest(trx, by, conditions, limit), []) : []
  const all = [...conditions, ...query.phrases.map(holdsPhrase)]
  const { found, isCommon } = await byIndex(db, by, query, words, all, limit)
  return isCommon ? withPatience(db, (trx) => byWalking(trx, by, words, all, limit), found) : found
}

/** Each word as written or by its stem; the last one, still being typed, also as a beginning. Null when no word was typed. */
function tsQuery(query: Query): RawBuilder<unknown> | null {
  const words = [...query.words, ...query.phrases].flatMap(wordsOf)
  const typing = query.prefix === null ? [] : wordsOf(query.prefix)
  const beginning = typing.pop()
  const telling = [...words, ...typing].filter((word) => !isEverywhere(word))
  const whole = telling.length || (beginning && !isEverywhere(beginning)) ? telling : [...words, ...typing]
  const parts = whole.map(
    (word) => sql`(plainto_tsquery('simple', ${word}) || plainto_tsquery('english', ${word}))`,
  )
  if (beginning && !(parts.length && isEverywhere(beginning)))
    parts.push(sql`(to_tsquery('simple', ${`'${beginning}':*`}) || plainto_tsquery('english', ${beginning}))`)
  return parts.length ? sql.join(parts, sql` && `) : null
}

/** The index keeps no places of words, so a phrase is looked for in the text of what its words found. */
function holdsPhrase(phrase: string): RawBuilder<SqlBool> {
  const part = like(phrase.replace(/\s+/g, ' '))
  return sql`exists (
    select 1 from messages m where m.conversation_id = f.conversation_id and m.id = f.message_id
      and (m.subject ilike ${part} or regexp_replace(coalesce(m.text_full, m.text), '\\s+', ' ', 'g') ilike ${part}))`
}

const like = (value: string) => `%${value.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
const and = (conditions: Conditions) =>
  conditions.length ? sql`and ${sql.join(conditions, sql` and `)}` : sql``
const shown = sql`c.id, c.subject, c.status, c.last_at as at, coalesce(p.preferred_name, p.name) as customer_name,
  left(coalesce(m.text_full, m.text, c.gist), 20000) as text`

async function byIndex(
  db: Db,
  by: Actor,
  query: Query,
  words: RawBuilder<unknown>,
  conditions: Conditions,
  limit: number,
): Promise<{ found: FoundConversation[]; isCommon: boolean }> {
  const { rows } = await sql<FoundConversation & { n: number }>`
    with entries as materialized (
      select e.conversation_id, e.message_id, e.at from search_entries e
      where e.words @@ (${words}) and ${within(by, 'e.inbox_id')} limit ${rare + 1}
    ), candidates as (
      select * from entries ${bySubject(by, query)}
    ), hits as (
      select distinct on (f.conversation_id) f.conversation_id, f.message_id, f.at
      from candidates f join conversations c on c.id = f.conversation_id
      where ${within(by, 'c.inbox_id')} ${and(conditions)}
      order by f.conversation_id, f.at desc
    ), page as (select * from hits order by at desc, conversation_id limit ${limit})
    select n.n, ${shown}
    from (select count(*)::int as n from entries) n
    left join page f on true
    left join conversations c on c.id = f.conversation_id
    left join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = f.conversation_id and m.id = f.message_id
    order by f.at desc, f.conversation_id`.execute(db)
  return {
    found: rows.filter((row) => row.id !== null),
    isCommon: (rows[0]?.n ?? 0) > rare,
  }
}

/** A subject is also found by parts of words, and as a teammate has reworded it. Less than three letters would fit everything. */
function bySubject(by: Actor, query: Query): RawBuilder<unknown> {
  const parts = [...query.words, ...query.phrases, ...(query.prefix ? [query.prefix] : [])]
  if (!parts.some((part) => part.length >= 3)) return sql``
  return sql`union all (select c.id, c.last_message_id, c.last_at from conversations c
    where ${within(by, 'c.inbox_id')} and ${sql.join(
      parts.map((part) => sql`c.subject ilike ${like(part)}`),
      sql` and `,
    )} limit 500)`
}

async function byWalking(
  trx: Trx,
  by: Actor,
  words: RawBuilder<unknown>,
  conditions: Conditions,
  limit: number,
): Promise<FoundConversation[]> {
  // Several messages of one conversation may be found; four times as many messages nearly always make a full page.
  const { rows } = await sql<FoundConversation>`
    with walked as materialized (
      select e.* from ${inboxesOf(by)} as one(id)
      cross join lateral (
        select f.conversation_id, f.message_id, f.at
        from search_entries f join conversations c on c.id = f.conversation_id
        where f.inbox_id = one.id and f.words @@ (${words}) ${and(conditions)}
        order by f.at desc limit ${limit * 4}
      ) e
    ), hits as (
      select distinct on (conversation_id) * from walked order by conversation_id, at desc
    )
    select ${shown} from hits f
    join conversations c on c.id = f.conversation_id
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = f.conversation_id and m.id = f.message_id
    order by f.at desc, c.id limit ${limit}`.execute(trx)
  return rows
}

/** Operators alone: the newest conversations they fit. */
async function newest(
  trx: Trx,
  by: Actor,
  conditions: Conditions,
  limit: number,
): Promise<FoundConversation[]> {
  const { rows } = await sql<FoundConversation>`
    select ${shown} from ${inboxesOf(by)} as one(id)
    cross join lateral (
      select c.* from conversations c where c.inbox_id = one.id ${and(conditions)}
      order by c.last_at desc, c.id desc limit ${limit}
    ) c
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = c.id and m.id = c.last_message_id
    order by c.last_at desc, c.id desc limit ${limit}`.execute(trx)
  return rows
}

const inboxesOf = (by: Actor) =>
  by.inboxIds === 'all' ? sql`(select id from inboxes)` : sql`unnest(${[...by.inboxIds]}::text[])`

/** Runs a search that could take long; when patience ends, what was found otherwise has to do. */
async function withPatience<T>(db: Db, run: (trx: Trx) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await transaction(db, async (trx) => {
      await sql`select set_config('statement_timeout', ${String(patience)}, true)`.execute(trx)
      return run(trx)
    })
  } catch (error) {
    if ((error as { code?: string }).code === '57014') return otherwise
    throw error
  }
}
