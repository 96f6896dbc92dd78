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
interface Kept extends Sight {
  answers: Map<string, Promise<unknown>>
}

/** What depends on the clock alone may be so old, in milliseconds. */
const lasts = 1000
/** A list of fifty is some 40 kB; more than these are not asked for in a second of stillness. */
const mostKept = 100

const kept = new WeakMap<Db, Kept>()

/** What `ask` answers, or answered a moment ago where nothing has been written since. `what` names all that the answer depends on besides. */
export async function unlessChanged<T>(db: Db, what: readonly unknown[], ask: () => Promise<T>): Promise<T> {
  const { seen, now } = await look(db)
  const age = now.getTime() - (kept.get(db)?.now.getTime() ?? 0)
  if (kept.get(db)?.seen !== seen || age < 0 || age >= lasts) kept.set(db, { seen, now, answers: new Map() })
  const { answers } = kept.get(db)!
  const key = JSON.stringify(what)
  const before = answers.get(key) as Promise<T> | undefined
  if (before) return before
  const answer = atAGlance(ask, now)
  if (answers.size < mostKept) {
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
  }
  return answer
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
