import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { behind } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { onePlan, statement, unseen } from '#server/database/statement.ts'
import { tellingOf, wordsIn } from './letters.ts'

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

export type Conditions = readonly RawBuilder<SqlBool>[]

/** What letters must hold: words, one perhaps as a beginning, and phrases. */
export interface Sought {
  words: readonly string[]
  beginning: string | null
  phrases: readonly string[]
}

interface Values extends Sought {
  /** The same phrases, as patterns for the text. */
  patterns: readonly string[]
  /** Words of them that tell letters apart, for each. */
  telling: readonly string[]
  slices: readonly string[]
  before: Date | null
  inboxes: readonly string[]
  enough: number
  limit: number
}
type Row = FoundConversation & { walked: number }

/**
 * Whose text is asked for the phrases: of the newest only until there are enough, each fetched once more; where all time is asked, and few are
 * left to be found, of each letter while it is in hand.
 */
type Spoken = 'not at all' | 'of the newest' | 'of all'

export const inAll = (conditions: Conditions) =>
  conditions.length ? sql`and ${sql.join(conditions, sql` and `)}` : sql``

export const shown = sql`c.id, c.subject, c.status, c.last_at as at, coalesce(p.preferred_name, p.name) as customer_name,
  left(coalesce(m.text_full, m.text, c.gist), 20000) as text`

/**
 * From the newest letters back, slice by slice, until there are enough: the loop over slices ends where its limit is reached. Numbers of
 * pairs are shared by chance, so the text is asked last. (The time is
 * written so that no index has it: a plan that reads all letters of a time is what the words are there to avoid.)
 */
const walk = (
  value: Values,
  isAll: boolean,
  spoken: Spoken,
  conditions: Conditions,
  of: readonly string[] | null = null,
) => sql<Row>`
  with ${onePlan} asked as materialized (
    select letter_query(${[...value.words]}::text[], ${value.beginning}::text, ${[...value.phrases]}::text[]) as words,
      letter_spoken(${[...value.telling]}::text[]) as spoken
  ), walked as materialized (
    select f.conversation_id, f.id, f.at
    from unnest(${unseen([...value.slices], 'text[]')}) as slice(days)
    cross join lateral (
      select m.conversation_id, m.id, m.at from messages m
      where ${wordsIn('m')} @@ ((select words && spoken from asked) && slice.days::tsquery)
        ${of ? sql`and m.conversation_id = any(array(select c.id from conversations c where c.customer_id = any(${[...of]}::text[])))` : sql``}
        and m.at + interval '0' < coalesce(${unseen(value.before, 'timestamptz')}, 'infinity') and ${behind(isAll, 'm.inbox_id', value.inboxes)}
        ${spoken === 'of all' ? sql`and ${holdsAll(value.patterns)}` : sql``}
      order by m.at desc offset 0
    ) f
    cross join lateral (
      select 1 from conversations c where c.id = f.conversation_id and ${behind(isAll, 'c.inbox_id', value.inboxes)} ${inAll(conditions)} offset 0
    ) c
    ${
      spoken === 'of the newest'
        ? sql`cross join lateral (
      select 1 from messages m where m.conversation_id = f.conversation_id and m.id = f.id and ${holdsAll(value.patterns)} offset 0
    ) t`
        : sql``
    }
    limit ${unseen(value.enough, 'int')}
  ), hits as (
    select distinct on (conversation_id) * from walked order by conversation_id, at desc
  ), page as (select * from hits order by at desc, conversation_id limit ${unseen(value.limit, 'int')})
  select (select count(*) from walked)::int as walked, f.at as found_at, ${shown} from page f
  join conversations c on c.id = f.conversation_id
  join customers p on p.id = c.customer_id
  left join messages m on m.conversation_id = f.conversation_id and m.id = f.id
  order by f.at desc, f.conversation_id`

/** Letters `m` with all of the phrases. */
const holdsAll = (patterns: readonly string[]) => sql`not exists (
  select from unnest(${unseen([...patterns], 'text[]')}) phrase
  where (m.subject ~* phrase or coalesce(m.text_full, m.text) ~* phrase) is not true)`

export const noSpam = sql<SqlBool>`c.spam_at is null`

/** What nearly all ask, put together once. */
const plain = [false, true].map((isAll) => {
  const by = (spoken: Spoken) =>
    statement<Values, Row>((place) =>
      walk(
        {
          words: [place('words')] as never,
          beginning: place('beginning'),
          phrases: [place('phrases')] as never,
          patterns: [place('patterns')] as never,
          telling: [place('telling')] as never,
          slices: [place('slices')] as never,
          before: place('before'),
          inboxes: [place('inboxes')] as never,
          enough: place('enough'),
          limit: place('limit'),
        },
        isAll,
        spoken,
        [noSpam],
      ),
    )
  return { 'not at all': by('not at all'), 'of the newest': by('of the newest'), 'of all': by('of all') }
})

/**
 * Letters with these words, newest first, one for each conversation; `conditions` null: any conversation but spam. An empty slice is all
 * time, or all of it before some day. `of`: only what is some people's, whose conversations are looked up then.
 */
export async function byWalking(
  db: Db | Trx,
  by: Actor,
  sought: Sought,
  conditions: Conditions | null,
  limit: number,
  slices: readonly string[],
  { before = null, of = null }: { before?: Date | null; of?: readonly string[] | null } = {},
): Promise<FoundConversation[]> {
  const isAll = by.inboxIds === 'all'
  const isAllTime = slices.every((days) => days === '')
  const spoken = sought.phrases.length === 0 ? 'not at all' : isAllTime ? 'of all' : 'of the newest'
  const inboxes = by.inboxIds === 'all' ? [] : by.inboxIds
  // Several letters of one conversation may be found; twice as many nearly always make a full page.
  for (const enough of [limit * 2, limit * 20]) {
    const values = {
      ...sought,
      patterns: sought.phrases.map(patternOf),
      telling: sought.phrases.map(tellingIn),
      slices,
      before,
      inboxes: [...inboxes],
      enough,
      limit,
    }
    const rows = conditions
      ? (await walk(values, isAll, spoken, conditions, of).execute(db)).rows
      : await plain[Number(isAll)]![spoken](db, values)
    if (rows.length >= limit || (rows[0]?.walked ?? 0) < enough) return rows
  }
  return []
}

/**
 * Two words of a phrase that few letters have: reading where a frequent word stands costs more than the letters that it spares. Long words are
 * rare ones. Of foreign letters only the database says what is a word.
 */
const tellingIn = (phrase: string): string => {
  const words = /^[\x00-\x7f]*$/.test(phrase) ? tellingOf(phrase) : []
  return words.length === 0
    ? phrase
    : words
        .sort((a, b) => b.length - a.length)
        .slice(0, 2)
        .join(' ')
}

/** A phrase as a regular expression: as written, but for large letters and where a line ends. */
const patternOf = (phrase: string): string =>
  phrase
    .split(/\s+/)
    .map((word) => word.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`))
    .join('\\s+')
