import { AsyncLocalStorage } from 'node:async_hooks'
import type { LogEvent } from 'kysely'

/** What one request asked of the database, so that a slow one can say why. Times in milliseconds. */
export interface Asked {
  queries: number
  took: number
  slowest: { sql: string; took: number } | null
  /** Each query, where this request is traced: when it ended, in milliseconds of the epoch. */
  traced: { sql: string; took: number; ended: number; failed: boolean }[] | null
}

const current = new AsyncLocalStorage<Asked>()

/** Of one request; more tell nothing. */
const mostTraced = 200

/** Counts into `asked` what `run`, and all that follows from it, asks of the database. */
export const counting = (asked: Asked, run: () => void): void => current.run(asked, run)

/** The log of a database: counts each query for its request, and names to `onSlow` one that took `limit` ms or more. */
export function noteQueries(
  limit: number,
  onSlow: (query: { sql: string; took: number }) => void,
): (event: LogEvent) => void {
  return ({ query, queryDurationMillis: took, level }) => {
    const asked = current.getStore()
    if (asked) {
      asked.queries++
      asked.took += took
      // A stream of events lives for hours, and asks all the while.
      if (asked.traced && asked.traced.length < mostTraced)
        asked.traced.push({ sql: query.sql, took, ended: Date.now(), failed: level === 'error' })
      if (took > (asked.slowest?.took ?? 0)) asked.slowest = { sql: query.sql, took }
    }
    // The words of a statement only, never its values: they are somebody's.
    if (limit > 0 && took >= limit) onSlow({ sql: query.sql, took })
  }
}
