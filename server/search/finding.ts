import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { type Db, type Trx, tookTooLong, transaction } from '#server/database/database.ts'
import { slicesOfTime } from './letters.ts'
import type { Query } from './query.ts'
import { bySubject, newest } from './subjects.ts'
import { byWalking, type Conditions, type FoundConversation, type Sought } from './walking.ts'
import { isEverywhere, wordsOf } from './words.ts'

/** How long a search may go on in one go, and slice by slice after that, in milliseconds, before what is found has to do. */
const patience = { whole: 500, slices: 700, rest: 1000 }

export interface Found {
  conversations: FoundConversation[]
  /** Not all was looked through in time: older finds may be missing. */
  isCut: boolean
}

/**
 * Conversations by words and operators, newest find first: whole words, then, where these make no full page, also by the beginning
 * that is being typed and by parts of subjects. `conditions` null: nothing is asked but words.
 */
export async function findConversations(
  db: Db,
  by: Actor,
  query: Query,
  conditions: Conditions | null,
  limit: number,
): Promise<Found> {
  const { whole, beginning } = soughtIn(query)
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
    return ended(await inTime(patience.rest, (trx) => newest(trx, by, conditions, limit), []))

  const day = await newestDay(db)
  const slices = slicesOfTime(day, 4)
  const walk = (on: Db | Trx, some: string[]) => byWalking(on, by, whole!, conditions, limit, some)
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
  const isPlain = !conditions && query.phrases.length === 0
  const found = !whole
    ? []
    : isPlain
      ? await walk(db, slices)
      : ((await inTime(patience.whole, (trx) => walk(trx, slices), null)) ?? (await oneByOne()))
  const parts = [...query.words, ...query.phrases, ...(query.prefix ? [query.prefix] : [])]
  const isLong = parts.some((part) => part.length >= 3)
  if (found.length >= limit || isCut || !(beginning || isLong)) return ended(found)
  const more = async (trx: Trx) => {
    const few = slicesOfTime(day, 64)
    const begun = beginning ? await byWalking(trx, by, beginning, conditions, limit, few) : found
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

/** The words that tell letters apart; `beginning`: the last one, still being typed, also as a beginning. Null when no such word was typed. */
function soughtIn(query: Query): Record<'whole' | 'beginning', Sought | null> {
  const { phrases } = query
  const words = [...query.words, ...phrases].flatMap(wordsOf)
  const typing = query.prefix === null ? [] : wordsOf(query.prefix)
  const last = typing.pop()
  const telling = [...words, ...typing].filter((word) => !isEverywhere(word))
  const all = telling.length || (last && !isEverywhere(last)) ? telling : [...words, ...typing]
  if (!last || (all.length && isEverywhere(last)))
    return { whole: all.length ? { words: all, beginning: null, phrases } : null, beginning: null }
  return {
    whole: { words: [...all, last], beginning: null, phrases },
    beginning: { words: all, beginning: last, phrases },
  }
}

const newestDays = new WeakMap<Db, { day: Date; until: number }>()

/** Where time is cut from, as of a minute ago at most; where it is wrong, slices are too short or too long and nothing is missed. */
async function newestDay(db: Db): Promise<Date> {
  const known = newestDays.get(db)
  if (known && performance.now() < known.until) return known.day
  const { rows } = await sql<{ at: Date | null }>`
    select max(newest.last_at) as at from inboxes i
    cross join lateral (select c.last_at from conversations c where c.inbox_id = i.id order by c.last_at desc limit 1) newest`.execute(
    db,
  )
  const day = rows[0]?.at ?? new Date(0)
  newestDays.set(db, { day, until: performance.now() + 60_000 })
  return day
}

/** Runs what could take long, for so many milliseconds. */
const withPatience = <T>(db: Db, ms: number, run: (trx: Trx) => Promise<T>): Promise<T> =>
  transaction(db, async (trx) => {
    await sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('work_mem', '32MB', true)`.execute(
      trx,
    )
    return run(trx)
  })
