import { type RawBuilder, sql } from 'kysely'
import { paced } from '#server/base/paced.ts'
import type { Db } from '#server/database/database.ts'
import { isEverywhere, wordsOf } from './words.ts'

/** The words of a letter, as the index `messages_words` keeps them (migration 0310). To be asked with `@@`, never to be read. */
export const wordsIn = (m: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${m}.${column}`)
  return sql`letter_words(${of('at')}, ${of('subject')}, ${of('from_name')}, ${of('from_address')}, ${of('to')}, ${of('cc')}, ${of('bcc')}, coalesce(${of('text_full')}, ${of('text')}), ${of('file_names')}, ${of('forwarded')})`
}

/** A word as written or by its stem. */
export const asWord = (word: string): RawBuilder<unknown> =>
  sql`(plainto_tsquery('simple', letter_fold(${word})) || plainto_tsquery('english', letter_fold(${word})))`

/** A word of which only the beginning is known; it is letters and digits alone. */
export const asBeginning = (word: string): RawBuilder<unknown> =>
  sql`(to_tsquery('simple', letter_fold(${word}) || ':*') || plainto_tsquery('english', letter_fold(${word})))`

export const allOf = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join(parts, sql` && `)})`

/** Words that tell letters apart; all of them where none does. */
export const tellingOf = (text: string): string[] => {
  const all = wordsOf(text)
  const telling = all.filter((word) => !isEverywhere(word))
  return telling.length ? telling : all
}

const day = 86_400_000
/** Groups of days in the index: of one, of 4, of 16 … */
const levels = 6

/** The days from one to another, both counted in, as the fewest groups of the index. */
function groupsOf(from: number, upTo: number): string[] {
  const groups: string[] = []
  let at = from
  while (at <= upTo) {
    let level = 0
    while (level + 1 < levels && at % 4 ** (level + 1) === 0 && at + 4 ** (level + 1) - 1 <= upTo) level++
    groups.push(`'#${level}:${at / 4 ** level}'`)
    at += 4 ** level
  }
  return groups
}

/**
 * All time in slices from the newest, each some times as long as the one before: whoever looks for fifty letters with a common word
 * looks through no more than some times fifty, however many there are. What is dated in the future counts as the newest.
 */
export function slicesOfTime(newest: Date, times: number): string[] {
  const last = Math.max(0, Math.floor(newest.getTime() / day))
  const slices: string[] = []
  let upTo = (Math.floor(last / 4 ** (levels - 1)) + 4) * 4 ** (levels - 1) - 1
  for (let back = 1; upTo >= 0; back *= times) {
    const from = back > 2000 ? 0 : Math.max(0, last - back + 1)
    slices.push(groupsOf(from, upTo).join(' | '))
    upTo = from - 1
  }
  return slices
}

/** Where the first so many of slices end that are each four times as long as all before: what is older was not looked through with them. */
export const endOfSlices = (newest: Date, many: number): Date =>
  new Date((Math.max(0, Math.floor(newest.getTime() / day)) - 4 ** (many - 1) + 1) * day)

/**
 * Words of new letters wait in a list that every search reads through, some microseconds for each letter. The more come to their places at
 * once, the less each costs: of 20 letters 0.7 ms of the processor and 64 kB of the log each, of 2,000 0.2 ms and 4 kB. So it is done
 * every two seconds while somebody searches, and otherwise in large lots. Milliseconds.
 */
const inOrder = { searched: 2000, unsearched: 10_000, isSearchedFor: 30_000 }
const searchedAt = new WeakMap<Db, number>()

/** Somebody searches, and will hardly have done so for the last time. */
export const noteSearch = (db: Db): void => void searchedAt.set(db, performance.now())

/** Puts the words of new letters in order, off the accept path. */
export function keepWordsInOrder(
  db: Db,
  log: (message: string, error: unknown) => void,
): { stop(): Promise<void> } {
  let last = performance.now()
  const putting = paced(0, async () => {
    last = performance.now()
    await putInOrder(db).catch((error) => log('words', error))
  })
  const tick = setInterval(() => {
    const now = performance.now()
    const isSearched = now - (searchedAt.get(db) ?? Number.NEGATIVE_INFINITY) < inOrder.isSearchedFor
    if (isSearched || now - last >= inOrder.unsearched) putting.wake()
  }, inOrder.searched)
  return {
    stop() {
      clearInterval(tick)
      return putting.stop()
    },
  }
}

const putInOrder = (db: Db): Promise<unknown> =>
  sql`with slices as (select relid from pg_partition_tree('messages_words') where isleaf)
    select gin_clean_pending_list(relid) from (
      select relid from slices union all select 'messages_words'::regclass where not exists (select 1 from slices)
    ) of`.execute(db)
