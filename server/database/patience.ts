import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type CompiledQuery, type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import type pg from 'pg'
import type { Db } from './database.ts'
import { askPrepared, isOldPlan } from './prepared.ts'

/** How long a request is held while the database is away: started again, or failing over. */
const held = 10_000

interface Ask {
  text: string
  values: readonly unknown[]
  /** Its answer is kept until somebody asks the same. */
  isAhead?: boolean
}

const lost = new Set([
  '40001',
  '40P01',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
])

/** The database went away, or two transactions crossed: the same again may well succeed. */
export const isTransient = (error: unknown): boolean => {
  const code = (error as { code?: string } | null)?.code
  return (
    (code !== undefined && lost.has(code)) ||
    isOldPlan(error) ||
    /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i.test(
      String((error as Error | null)?.message),
    )
  )
}

/** The database is there, and has refused the transaction: two have crossed, or a plan is an old one. Nothing of it was done. */
const isRefused = (error: unknown): boolean =>
  ['40001', '40P01'].includes((error as { code?: string }).code ?? '') || isOldPlan(error)

/**
 * Asked of a transaction, it is no statement: from here on what only writes, and gives nothing back, is not sent before something is
 * read or the transaction ends. An error of it is then met there.
 */
export const holdWrites = 'hold writes'
/**
 * Asked of a transaction with statements for its values: they are sent with the next, and whoever asks the same afterwards has the answer
 * without going again.
 */
export const askedAhead = 'asked ahead'
/** Stands before a statement whose answer nobody reads. */
export const answersNobody = '/* answers nobody */ '
const mayWait = /^\s*(insert|update|delete)\b|^select pg_notify\(/i
const returning = /\breturning\b/i
const mayStandBack = (text: string): boolean =>
  text.startsWith(answersNobody) || (mayWait.test(text) && !returning.test(text))
const keyOf = ({ text, values }: Ask): string => `${text} ${JSON.stringify(values)}`
const isBegin = (text: string): boolean => /^(begin|start transaction)\b/i.test(text)
const nothing = { command: null, rowCount: null, rows: [] } as never

/** While connecting, a socket that is not there yet and a server without a free place say the same. */
const isAway = (error: unknown): boolean =>
  isTransient(error) || ['ENOENT', '53300'].includes((error as { code?: string }).code ?? '')

/** Tries again, with growing pauses, until it succeeds, fails in another way, or ten seconds have passed. */
export async function patiently<T>(
  work: () => Promise<T>,
  isWorthWaiting: (error: unknown) => boolean = isTransient,
): Promise<T> {
  const giveUp = performance.now() + held
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isWorthWaiting(error) || performance.now() > giveUp) throw error
      await pause(Math.min(50 * 2 ** attempt, 1000) * (0.5 + Math.random()))
    }
  }
}

/**
 * A pool whose callers do not notice when the database is started again: connecting waits, what stands alone is asked once more, and
 * a commit whose answer was lost is looked up, so that nothing is done twice and nothing done is reported as failed.
 */
export const patientPool = (pool: pg.Pool): PostgresPool => ({
  // What Kysely needs for stopping queries from outside; `options` holds how to connect.
  options: pool.options,
  connect: async () => patientClient(pool, await connect(pool)),
  end: () => pool.end(),
})

const connect = (pool: pg.Pool): Promise<pg.PoolClient> => patiently(() => pool.connect(), isAway)

function patientClient(pool: pg.Pool, first: pg.PoolClient): PostgresPoolClient {
  let client = first
  let isOurs = true
  let isInTransaction = false
  /** Not sent yet: it travels with what is asked next, or with the end of its transaction. */
  let waiting: Ask[] = []
  let areWritesHeld = false
  const answers = new Map<string, pg.QueryResult>()

  const send = async (...asks: Ask[]): Promise<pg.QueryResult> => {
    const all = [...waiting, ...asks]
    waiting = []
    const results = await askPrepared(client, all)
    for (const [n, ask] of all.entries()) if (ask.isAhead) answers.set(keyOf(ask), results[n]!)
    return results.at(-1)!
  }

  const answeredAhead = async (ask: Ask): Promise<pg.QueryResult | undefined> => {
    if (answers.size === 0 && !waiting.some(({ isAhead }) => isAhead)) return undefined
    const key = keyOf(ask)
    if (waiting.some((one) => one.isAhead && keyOf(one) === key)) await send()
    const answer = answers.get(key)
    answers.delete(key)
    return answer
  }

  const ask = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    if (text === holdWrites) {
      areWritesHeld = true
      return nothing
    }
    if (text === askedAhead) {
      for (const { sql, parameters } of values as CompiledQuery[])
        waiting.push({ text: sql, values: parameters, isAhead: true })
      return nothing
    }
    if (/^commit\b/i.test(text)) return commit()
    if (isBegin(text)) {
      isInTransaction = true
      areWritesHeld = false
      answers.clear()
      waiting = [{ text, values }]
      return nothing
    }
    if (/^rollback$/i.test(text)) {
      isInTransaction = false
      const isBegun = !waiting[0] || !isBegin(waiting[0].text)
      waiting = []
      return isBegun ? client.query(text) : nothing
    }
    if (isInTransaction) {
      const before = await answeredAhead({ text, values })
      if (before) return before
      if (!areWritesHeld || !mayStandBack(text)) return send({ text, values })
      waiting.push({ text, values })
      return nothing
    }
    if (/^\s*(insert|update|delete)\b/i.test(text)) return writeAlone(text, values)
    if (!/^\s*select\b/i.test(text)) return send({ text, values })
    return patiently(async () => {
      try {
        return await send({ text, values })
      } catch (error) {
        if (isTransient(error)) client = await another()
        throw error
      }
    })
  }

  /** A lone write gets a transaction of its own, marked before it is done: so it can be looked up, and done again where it was not. */
  const writeAlone = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> =>
    patiently(async () => {
      const mark = nextMark(client)
      let written: pg.QueryResult | undefined
      try {
        ;[, , written] = await askPrepared(client, [
          { text: 'begin', values: [] },
          setMark(mark),
          { text, values },
        ])
        await client.query('commit')
        return written!
      } catch (error) {
        if (!isTransient(error)) {
          await client.query('rollback').catch(() => {})
          throw error
        }
        client = await another()
        if (written && (await isMarked(client, mark))) return written
        throw error
      }
    })

  const release = (destroy?: boolean) => {
    if (isOurs) client.release(destroy)
    isOurs = false
  }
  const another = async (): Promise<pg.PoolClient> => {
    release(true)
    const next = await connect(pool)
    isOurs = true
    return next
  }

  /** What wrote leaves its mark just before; it is looked up where the answer to COMMIT was lost. */
  const commit = async (): Promise<pg.QueryResult> => {
    isInTransaction = false
    const done = { command: 'COMMIT', rows: [] } as never
    // Nothing was asked.
    if (waiting[0] && isBegin(waiting[0].text) && waiting.length === 1) {
      waiting = []
      return done
    }
    const mark = nextMark(client)
    try {
      // One message, one answer. What only read leaves no mark, and may be read again.
      await send(setMark(mark, 'where pg_current_xact_id_if_assigned() is not null'), {
        text: 'commit',
        values: [],
      })
      return done
    } catch (error) {
      // In a transaction that has failed already, COMMIT only ends it.
      if ((error as { code?: string }).code === '25P02') return client.query('commit')
      if (!isTransient(error) || isRefused(error)) throw error
      client = await another()
      if (await isMarked(client, mark)) return done
      throw error
    }
  }

  return { query: ask as unknown as PostgresPoolClient['query'], release }
}

/**
 * A transaction of ours: the connection it runs on, and its number there. A table of our own, because PostgreSQL's numbers are
 * given out again after a crash: whoever asked what became of number 1000 would hear of a stranger's.
 */
interface Mark {
  session: string
  number: number
}

const sessions = new WeakMap<pg.PoolClient, Mark>()

function nextMark(client: pg.PoolClient): Mark {
  const { session, number } = sessions.get(client) ?? { session: randomUUID(), number: 0 }
  const mark = { session, number: number + 1 }
  sessions.set(client, mark)
  return mark
}

const setMark = ({ session, number }: Mark, where = ''): Ask => ({
  text: `insert into commit_marks (session, number) select $1::uuid, $2::bigint ${where}
   on conflict (session) do update set number = excluded.number, at = now()`,
  values: [session, number],
})

/** Waits for a transaction of that connection which is still at its commit, since it holds the row. */
async function isMarked(client: pg.PoolClient, { session, number }: Mark): Promise<boolean> {
  const { rows } = await client.query<{ number: number }>(
    `insert into commit_marks (session, number) values ($1, 0)
     on conflict (session) do update set at = now() returning number`,
    [session],
  )
  return rows[0]?.number === number
}

/** Marks of connections that are long gone. */
export const forgetOldMarks = (db: Db): Promise<unknown> =>
  sql`delete from commit_marks where at < now() - interval '1 day'`.execute(db)
