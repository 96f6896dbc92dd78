import {
  CamelCasePlugin,
  type ColumnType,
  type Generated,
  Kysely,
  PostgresDialect,
  sql,
  type Transaction,
} from 'kysely'
import pg from 'pg'

/** Rows of every table. Each room adds its own by declaration merging in its `tables.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Tables {}

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
export type { ColumnType, Generated }

// Counts and sequence numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface Database {
  db: Db
  pool: pg.Pool
  /** A connection of its own for LISTEN, outside the pool. */
  listen(channel: string, onWake: () => void): Promise<{ close(): Promise<void> }>
  close(): Promise<void>
}

/** Opens a pool. A lost connection is an error for its caller, never for the process. */
export function openDatabase(
  config: pg.PoolConfig,
  log: (message: string, error: unknown) => void = () => {},
): Database {
  const pool = new pg.Pool({ max: 20, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000, ...config })
  pool.on('error', (error) => log('database connection lost', error))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    db,
    pool,
    listen: (channel, onWake) => listen(config, channel, onWake, log),
    close: () => db.destroy(),
  }
}

/** Keeps one LISTEN connection alive; wakes once after each reconnect, since a notice may have been missed. */
async function listen(
  config: pg.PoolConfig,
  channel: string,
  onWake: () => void,
  log: (message: string, error: unknown) => void,
) {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const connect = async () => {
    if (closed) return
    const next = new pg.Client({ ...config, keepAlive: true })
    next.on('error', (error) => log('listening connection lost', error))
    next.on('end', () => {
      if (!closed) retry = setTimeout(() => void connect(), 1000)
    })
    next.on('notification', onWake)
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      client = next
      onWake()
    } catch (error) {
      log('cannot listen for changes', error)
      await next.end().catch(() => {})
    }
  }
  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}

const transient = new Set([
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

export const isTransient = (error: unknown): boolean => {
  const code = (error as { code?: string } | null)?.code
  return (
    (code !== undefined && transient.has(code)) ||
    /Connection terminated|connection timeout/i.test(String((error as Error | null)?.message))
  )
}

/**
 * Runs `work` in one transaction, again when the database was restarted or two transactions crossed (up to 10 s).
 * `work` must have no effect outside the transaction. A transaction given is simply joined.
 */
export async function transaction<T>(db: Db | Trx, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Trx)
  const giveUp = performance.now() + 10_000
  for (let attempt = 0; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!isTransient(error) || performance.now() > giveUp) throw error
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(50 * 2 ** attempt, 1000) * (0.5 + Math.random())),
      )
    }
  }
}

/** A value for a jsonb column; needed for arrays, which pg would write as PostgreSQL arrays. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`
