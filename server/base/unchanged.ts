import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { atAGlance } from './glance.ts'

/**
 * Answers that are given again. What PostgreSQL calls a snapshot says which transactions a question sees: the running ones, and where
 * those not yet begun start. While it is the same text, nothing whatever has been written, by whichever process, and what was read
 * would be read again. So nothing need be told of a change, and nothing can be forgotten; any commit anywhere makes it ask anew.
 */
interface Sight {
  seen: string
  now: Date
}
interface Kept {
  seen: string
  answers: Map<string, { answer: Promise<unknown>; at: number }>
  /** Of those that are bytes. */
  size: number
}

/** What depends on the clock alone may be so old, in milliseconds. */
const second = 1000
/** Bytes: four hundred lists or conversations, and a list of fifty is some 40 kB. More are not asked for while nothing is written. */
const most = 16_000_000
/** Words do not lie about: all is let go so long after the first of it was kept. */
const forgetAfter = 10_000

const kept = new WeakMap<Db, Kept>()

function keptOf(db: Db, seen: string): Kept {
  const before = kept.get(db)
  if (before?.seen === seen) return before
  if (!before) setTimeout(() => kept.delete(db), forgetAfter).unref()
  const now: Kept = { seen, answers: new Map(), size: 0 }
  kept.set(db, now)
  return now
}

interface Ways {
  /** Whoever asks, where what is seen was looked at together with who that is. */
  by?: object
  /** How old the answer may be by the clock. */
  lasts?: number
}

/** What `ask` answers, or answered a moment ago where nothing has been written since. `what` names all that the answer depends on besides. */
export async function unlessChanged<T>(
  db: Db,
  what: readonly unknown[],
  ask: () => Promise<T>,
  { by, lasts = second }: Ways = {},
): Promise<T> {
  const { seen, now } = (by && sights.get(by)) ?? (await look(db))
  const all = keptOf(db, seen)
  const key = JSON.stringify(what)
  const before = all.answers.get(key)
  const age = before && now.getTime() - before.at
  if (before && age! >= 0 && age! < lasts) return before.answer as Promise<T>
  const answer = atAGlance(ask, now)
  if (all.size >= most) return answer
  const keeping = { answer, at: now.getTime() }
  all.answers.set(key, keeping)
  answer.then(
    (told) => void (all.size += told instanceof Buffer ? told.length : 0),
    () => all.answers.get(key) === keeping && all.answers.delete(key),
  )
  return answer
}

const sights = new WeakMap<object, Sight>()

/** What the database saw when it was asked who asks: after the request had come, so that no look of its own is needed. */
export function sawWith(by: object, sight: Sight): void {
  sights.set(by, sight)
}

interface Line {
  running: Promise<unknown>
  next: Promise<Sight> | null
}
const lines = new WeakMap<Db, Line>()

/** A database that is away holds each request for as long as any other question would; they do not stand in line besides. */
const longestWait = 20

/** One look serves all who came before it was sent, and none who came after. */
function look(db: Db): Promise<Sight> {
  const line = lines.get(db) ?? { running: Promise.resolve(), next: null }
  lines.set(db, line)
  line.next ??= line.running.then(() => {
    const sent = ask(db)
    line.running = Promise.race([sent.catch(() => {}), pause(longestWait, undefined, { ref: false })])
    line.next = null
    return sent
  })
  return line.next
}

async function ask(db: Db): Promise<Sight> {
  const { rows } = await sql<Sight>`select pg_current_snapshot()::text as seen, clock_now() as now`.execute(
    db.withoutPlugins(),
  )
  return rows[0]!
}
