import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, tookTooLong, transaction } from '#server/database/database.ts'
import { allOf, asBeginning, asWord, slicesOfTime, wordsIn } from './letters.ts'
import type { Query } from './query.ts'
import { isEverywhere, wordsOf } from './words.ts'

export interface FoundConversation {
  id: string
  subject: string
  status: string
  at: Date
  /** When what was found was written. */
  foundAt: Date
  customerName: string
  text: string
}

type Conditions = readonly RawBuilder<SqlBool>[]

/** How long a search may go on in one go, and slice by slice after that, in milliseconds, before what is found has to do. */
const patience = { whole: 500, slices: 700, rest: 1000 }

export interface Found {
  conversations: FoundConversation[]
  /** Not all was looked through in time: older finds may be missing. */
  isCut: boolean
}

/**
 * Conversations by words and operators, newest find first: whole words, then, where these make no full page, also by the beginning
 * that is being typed and by parts of subjects.
 */
export async function findConversations(
  db: Db,
  by: Actor,
  query: Query,
  conditions: Conditions,
  limit: number,
): Promise<Found> {
  const { whole, beginning } = tsQueries(query)
  let isCut = false
  const inTime = <T>(ms: number, run: (trx: Trx) => Promise<T>, otherwise: T): Promise<T> =>
    withPatience(db, ms, run).catch((error) => {
      if (!tookTooLong(error)) throw error
      isCut = true
      return otherwise
    })
  const ended = (conversations: FoundConversation[]): Found => ({
    conversations,
    isCut: isCut && conversations.length < limit,
  })
  if (!whole && !beginning)
    return ended(
      conditions.length ? await inTime(patience.rest, (trx) => newest(trx, by, conditions, limit), []) : [],
    )

  const slices = slicesOfTime(await newestDay(db), 4)
  const walk = (on: Db | Trx, some: string[]) => byWalking(on, by, query, whole!, conditions, limit, some)
  /** The newest slices answer in time where the oldest, and longest, do not. */
  const oneByOne = async (): Promise<FoundConversation[]> => {
    let found: FoundConversation[] = []
    const until = performance.now() + patience.slices
    isCut = false
    for (const slice of slices) {
      const left = Math.ceil(until - performance.now())
      if (left <= 0) isCut = true
      if (isCut || found.length >= limit) break
      found = newestOf([...found, ...(await inTime(left, (trx) => walk(trx, [slice]), []))], limit)
    }
    return found
  }
  const isPlain = conditions.length <= 1 && query.phrases.length === 0
  const found = !whole
    ? []
    : isPlain
      ? await walk(db, slices)
      : ((await inTime(patience.whole, (trx) => walk(trx, slices), null)) ?? (await oneByOne()))
  const parts = [...query.words, ...query.phrases, ...(query.prefix ? [query.prefix] : [])]
  const isLong = parts.some((part) => part.length >= 3)
  if (found.length >= limit || isCut || !(beginning || isLong)) return ended(found)
  const more = async (trx: Trx) => {
    const few = slicesOfTime(await newestDay(trx), 64)
    const begun = beginning ? await byWalking(trx, by, query, beginning, conditions, limit, few) : found
    return isLong
      ? newestOf([...begun, ...(await bySubject(trx, by, parts, conditions, limit))], limit)
      : begun
  }
  return ended(await inTime(patience.rest, more, found))
}

const newestOf = (all: FoundConversation[], limit: number): FoundConversation[] => {
  const once = new Map<string, FoundConversation>()
  // The one found by words comes first, and shows where.
  for (const one of all) if (!once.has(one.id)) once.set(one.id, one)
  return [...once.values()].sort((a, b) => b.foundAt.getTime() - a.foundAt.getTime()).slice(0, limit)
}

/** Each word as written or by its stem; `beginning`: the last one, still being typed, also as a beginning. Null when no such word was typed. */
function tsQueries(query: Query): Record<'whole' | 'beginning', RawBuilder<unknown> | null> {
  const words = [...query.words, ...query.phrases].flatMap(wordsOf)
  const typing = query.prefix === null ? [] : wordsOf(query.prefix)
  const last = typing.pop()
  const telling = [...words, ...typing].filter((word) => !isEverywhere(word))
  const all = telling.length || (last && !isEverywhere(last)) ? telling : [...words, ...typing]
  const parts = all.map(asWord)
  if (!last || (parts.length && isEverywhere(last)))
    return { whole: parts.length ? allOf(parts) : null, beginning: null }
  return { whole: allOf([...parts, asWord(last)]), beginning: allOf([...parts, asBeginning(last)]) }
}

/** The index keeps no places of words, so a phrase is looked for in the text of what its words found. */
function holdsPhrase(phrase: string): RawBuilder<SqlBool> {
  const words = phrase.split(/\s+/)
  const part = like(words.join(' '))
  const text = sql`coalesce(m.text_full, m.text)`
  // Cheap first: the words one after the other, however far apart.
  const loose = `%${words.map((word) => like(word).slice(1, -1)).join('%')}%`
  return sql`(m.subject ilike ${part} or (${text} ilike ${loose}
    and (${text} ilike ${part} or regexp_replace(${text}, '\\s+', ' ', 'g') ilike ${part})))`
}

const like = (value: string) => `%${value.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
const and = (conditions: Conditions) =>
  conditions.length ? sql`and ${sql.join(conditions, sql` and `)}` : sql``
const shown = sql`c.id, c.subject, c.status, c.last_at as at, coalesce(p.preferred_name, p.name) as customer_name,
  left(coalesce(m.text_full, m.text, c.gist), 20000) as text`

/** From the newest letters back, slice by slice, until there are enough: the loop over slices ends where its limit is reached. */
async function byWalking(
  db: Db | Trx,
  by: Actor,
  query: Query,
  words: RawBuilder<unknown>,
  conditions: Conditions,
  limit: number,
  slices: readonly string[],
): Promise<FoundConversation[]> {
  // Several letters of one conversation may be found; twice as many nearly always make a full page.
  for (const enough of [limit * 2, limit * 20]) {
    const { rows } = await sql<FoundConversation & { walked: number }>`
      with walked as materialized (
        select f.conversation_id, f.id, f.at
        from unnest(${slices}::text[]) as slice(days)
        cross join lateral (
          select m.conversation_id, m.id, m.at from messages m
          where ${wordsIn('m')} @@ (${words} && slice.days::tsquery) and ${within(by, 'm.inbox_id')}
            ${and(query.phrases.map(holdsPhrase))}
          order by m.at desc offset 0
        ) f
        cross join lateral (
          select 1 from conversations c where c.id = f.conversation_id and ${within(by, 'c.inbox_id')} ${and(conditions)} offset 0
        ) c
        limit ${enough}
      ), hits as (
        select distinct on (conversation_id) * from walked order by conversation_id, at desc
      ), page as (select * from hits order by at desc, conversation_id limit ${limit})
      select (select count(*) from walked)::int as walked, f.at as found_at, ${shown} from page f
      join conversations c on c.id = f.conversation_id
      join customers p on p.id = c.customer_id
      left join messages m on m.conversation_id = f.conversation_id and m.id = f.id
      order by f.at desc, f.conversation_id`.execute(db)
    if (rows.length >= limit || (rows[0]?.walked ?? 0) < enough) return rows
  }
  return []
}

/** A subject is also found by parts of words, and as a teammate has reworded it. Less than three letters would fit everything. */
async function bySubject(
  db: Db | Trx,
  by: Actor,
  parts: readonly string[],
  conditions: Conditions,
  limit: number,
): Promise<FoundConversation[]> {
  const { rows } = await sql<FoundConversation>`
    with named as materialized (
      select c.id from conversations c
      where ${within(by, 'c.inbox_id')} and ${sql.join(
        parts.map((part) => sql`c.subject ilike ${like(part)}`),
        sql` and `,
      )} limit 500
    ), page as (
      select c.id, c.last_at from named join conversations c using (id) where true ${and(conditions)}
      order by c.last_at desc, c.id limit ${limit}
    )
    select c.last_at as found_at, ${shown} from page
    join conversations c using (id)
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = c.id and m.id = c.last_message_id`.execute(db)
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
    select c.last_at as found_at, ${shown} from ${inboxesOf(by)} as one(id)
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

let known: { day: Date; until: number } | undefined

/** Where time is cut from, as of a minute ago at most; where it is wrong, slices are too short or too long and nothing is missed. */
async function newestDay(db: Db | Trx): Promise<Date> {
  if (known && performance.now() < known.until) return known.day
  const { rows } = await sql<{ at: Date | null }>`
    select max(newest.last_at) as at from inboxes i
    cross join lateral (select c.last_at from conversations c where c.inbox_id = i.id order by c.last_at desc limit 1) newest`.execute(
    db,
  )
  known = { day: rows[0]?.at ?? new Date(0), until: performance.now() + 60_000 }
  return known.day
}

/** Runs what could take long, for so many milliseconds. */
const withPatience = <T>(db: Db, ms: number, run: (trx: Trx) => Promise<T>): Promise<T> =>
  transaction(db, async (trx) => {
    await sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('work_mem', '32MB', true)`.execute(
      trx,
    )
    return run(trx)
  })
