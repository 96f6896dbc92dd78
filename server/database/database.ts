import {
  type ColumnType,
  CompiledQuery,
  type Generated,
  Kysely,
  PostgresDialect,
  sql,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { noteQueries } from './asked.ts'
import { names } from './names.ts'
import { holdWrites, patiently, patientPool } from './patience.ts'

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

/** Reading the words of a letter is priced so high that a server with JIT would compile every search, which takes longer than the search. */
export const withoutJit = '-c jit=off'

/** Opens a pool. A lost connection is an error for its caller, never for the process. */
export function openDatabase(
  config: pg.PoolConfig,
  log: (message: string, error: unknown) => void = () => {},
  slow: { ms: number; say(query: { sql: string; took: number }): void } = { ms: 0, say: () => {} },
): Database {
  const pool = new pg.Pool({
    max: 20,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    options: withoutJit,
    ...config,
  })
  pool.on('error', (error) => log('database connection lost', error))
  // A connection that breaks while it is lent out, between two questions, has nobody else to tell.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: patientPool(pool) }),
    plugins: [names],
    log: noteQueries(slow.ms, slow.say),
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

export { isTransient } from './patience.ts'

/** A statement was ended by `statement_timeout`. */
export const tookTooLong = (error: unknown): boolean => (error as { code?: string }).code === '57014'

/**
 * Runs `work` in one transaction, again when the database was restarted or two transactions crossed (up to 10 s).
 * `work` must have no effect outside the transaction. A transaction given is simply joined. `hold`: what only writes is sent with the
 * next that reads, so `work` must not ask how many rows it has changed.
 */
export async function transaction<T>(
  db: Db | Trx,
  work: (trx: Trx) => Promise<T>,
  { hold = false }: { hold?: boolean } = {},
): Promise<T> {
  if (db.isTransaction) return work(db as Trx)
  return patiently(() =>
    db.transaction().execute(async (trx) => {
      const last: (() => Promise<void>)[] = []
      lastWork.set(trx, last)
      if (hold) await trx.executeQuery(CompiledQuery.raw(holdWrites))
      const result = await work(trx)
      for (const one of last) await one()
      return result
    }),
  )
}

const lastWork = new WeakMap<Db | Trx, (() => Promise<void>)[]>()

/**
 * What a transaction does last, just before it commits: so that what is said of many things in it is written in one go. False where
 * there is no such moment, outside of a transaction.
 */
export function beforeCommit(trx: Db | Trx, work: () => Promise<void>): boolean {
  return Boolean(lastWork.get(trx)?.push(work))
}

/** A value for a jsonb column; needed for arrays, which pg would write as PostgreSQL arrays. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`
