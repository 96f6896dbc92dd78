import { type RawBuilder, sql } from 'kysely'
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

/** Slices that are asked before all the rest at once, and where that rest ends. */
export function newestSlices(newest: Date): { slices: string[]; before: Date } {
  const last = Math.max(0, Math.floor(newest.getTime() / day))
  return { slices: slicesOfTime(newest, 4).slice(0, 4), before: new Date((last - 63) * day) }
}

/** Words of new letters wait in a list that every search reads through; here they come to their places, off the accept path. */
export const putWordsInOrder = (db: Db): Promise<unknown> =>
  sql`with slices as (select relid from pg_partition_tree('messages_words') where isleaf)
    select gin_clean_pending_list(relid) from (
      select relid from slices union all select 'messages_words'::regclass where not exists (select 1 from slices)
    ) of`.execute(db)
