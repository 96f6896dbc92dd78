import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { type Db, type Trx, tookTooLong, transaction } from '#server/database/database.ts'
import { endOfSlices, slicesOfTime } from './letters.ts'
import type { Query } from './query.ts'
import { bySubject, newest } from './subjects.ts'
import { byWalking, type Conditions, type FoundConversation, type Sought } from './walking.ts'
import { isEverywhere, wordsOf } from './words.ts'

/**
 * How long a search may go on, in milliseconds, before what is found has to do: the newest letters, all others at once, slice by slice
 * where either takes longer, and what is looked for beyond whole words.
 */
const patience = { newest: 500, others: 300, slices: 700, rest: 1000 }

export interface Found {
  conversations: FoundConversation[]
  /** Not all was looked through in time: older finds may be missing. */
  isCut: boolean
}

/**
 * Conversations by words and operators, newest find first: whole words, then, where these make no full page, also by the beginning
 * that is being typed and by parts of subjects. `conditions` null: nothing is asked but words.
 * `of`: these people's only, who are not too many.
 */
export async function findConversations(
  db: Db,
  by: Actor,
  query: Query,
  conditions: Conditions | null,
  limit: number,
  of: readonly string[] | null = null,
): Promise<Found> {
  const { whole, beginning } = soughtIn(query)
  const watch = watchOver(db)
  const ended = (conversations: FoundConversation[]): Found => ({
    conversations,
    isCut: watch.isCut && conversations.length < limit,
  })
  if (!whole) return ended(await watch.inTime(patience.rest, (trx) => newest(trx, by, conditions, limit), []))

  const day = await newestDay(db)
  const walk = (on: Db | Trx, slices: string[], before: Date | null = null) =>
    byWalking(on, by, whole, conditions, limit, slices, { before, of })
  let found: FoundConversation[] = []
  const add = (some: FoundConversation[]) => {
    found = newestFirst([...found, ...some], limit)
  }
  /** The newest slices answer in time where the oldest, and longest, do not. */
  const oneByOne = async (slices: string[]) => {
    const until = performance.now() + patience.slices
    watch.isCut = false
    for (const slice of slices) {
      const left = Math.ceil(until - performance.now())
      if (left <= 0) watch.isCut = true
      if (watch.isCut || found.length >= limit) break
      add(await watch.inTime(left, (trx) => walk(trx, [slice]), []))
    }
  }
  const all = slicesOfTime(day, 4)
  const newestOf = async (from: number, upTo: number) => {
    const slices = all.slice(from, upTo)
    if (!conditions && query.phrases.length === 0) return add(await walk(db, slices))
    const some = await watch.inTime(patience.newest, (trx) => walk(trx, slices), null)
    if (some) add(some)
    else await oneByOne(all.slice(from))
  }
  /** Slices that were looked through. */
  let looked = 3
  if (of) add(await watch.inTime(patience.rest, (trx) => walk(trx, ['']), []))
  else {
    await newestOf(0, looked)
    // Four times as many days hold four times as many. Where that makes no full page either, they are asked with all the others.
    if (found.length < limit && found.length * 4 >= limit && !watch.isCut) {
      await newestOf(looked, looked + 1)
      looked++
    }
  }
  if (found.length >= limit || watch.isCut) return ended(found)

  const parts = [...query.words, ...query.phrases, ...(query.prefix ? [query.prefix] : [])]
  const more = async (trx: Trx) => {
    await havePatience(trx, patience.rest)
    if (beginning)
      add(await byWalking(trx, by, beginning, conditions, limit, of ? [''] : slicesOfTime(day, 64), { of }))
    if (parts.some((part) => part.length >= 3)) add(await bySubject(trx, by, parts, conditions, limit))
  }
  // So few among the newest are hardly many among the others: all at once is cheaper than by their days. A word of another season takes
  // longer.
  let areAll = false
  await watch.inTime(
    patience.others,
    async (trx) => {
      if (!of) add(await walk(trx, [''], endOfSlices(day, looked)))
      areAll = true
      if (found.length < limit) await more(trx)
    },
    undefined,
  )
  if (areAll) return ended(found)
  await oneByOne(all.slice(looked))
  if (found.length < limit && !watch.isCut) await watch.inTime(patience.rest, more, undefined)
  return ended(found)
}

/** Asks what could take long, and knows whether something did. */
function watchOver(db: Db) {
  const watch = {
    isCut: false,
    async inTime<T, Otherwise>(ms: number, run: (trx: Trx) => Promise<T>, otherwise: Otherwise) {
      try {
        return await transaction(db, async (trx) => {
          await havePatience(trx, ms)
          return run(trx)
        })
      } catch (error) {
        if (!tookTooLong(error)) throw error
        watch.isCut = true
        return otherwise
      }
    },
  }
  return watch
}

const havePatience = (trx: Trx, ms: number) =>
  sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('work_mem', '32MB', true)`.execute(
    trx,
  )

const newestFirst = (all: FoundConversation[], limit: number): FoundConversation[] => {
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
