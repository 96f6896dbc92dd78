import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** How long a request is held while the database is away: started again, or failing over. */
const held = 10_000

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
    /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i.test(
      String((error as Error | null)?.message),
    )
  )
}

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
 * A pool whose callers do not notice when the database is started again: connecting waits, a lone read is asked once more, and
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

  const ask = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    if (/^commit\b/i.test(text)) return commit()
    if (/^(begin|start transaction)\b/i.test(text)) isInTransaction = true
    const isOnlyReading = !isInTransaction && /^\s*select\b/i.test(text)
    if (/^rollback$/i.test(text)) isInTransaction = false
    if (!isOnlyReading) return client.query(text, [...values])
    return patiently(async () => {
      try {
        return await client.query(text, [...values])
      } catch (error) {
        if (isTransient(error)) client = await another()
        throw error
      }
    })
  }

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

  /** PostgreSQL remembers what became of a transaction; it is asked where the answer to COMMIT was lost. */
  const commit = async (): Promise<pg.QueryResult> => {
    isInTransaction = false
    const { rows } = await client
      .query<{ xid: string | null }>('select pg_current_xact_id_if_assigned()::text as xid')
      // In a transaction that has failed already, COMMIT only ends it.
      .catch((error) => {
        if (error.code === '25P02') return { rows: [] }
        throw error
      })
    const xid = rows[0]?.xid
    try {
      return await client.query('commit')
    } catch (error) {
      if (!xid || !isTransient(error)) throw error
      client = await another()
      if (await wasCommitted(client, xid)) return { command: 'COMMIT', rows: [] } as never
      throw error
    }
  }

  return { query: ask as unknown as PostgresPoolClient['query'], release }
}

async function wasCommitted(client: pg.PoolClient, xid: string): Promise<boolean> {
  for (;;) {
    const { rows } = await client.query<{ status: string | null }>(
      'select pg_xact_status($1::xid8) as status',
      [xid],
    )
    if (rows[0]?.status !== 'in progress') return rows[0]?.status === 'committed'
    await pause(20)
  }
}
