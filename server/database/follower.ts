import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { noteQueries } from './asked.ts'
import { type Database, type Db, type Tables, withoutJit } from './database.ts'
import { isTransient, patientPool } from './patience.ts'

/** How often is looked whether the follower keeps up; what it shows is older than twice this only until it is noticed. */
const lookEvery = 1000

export interface Reading {
  /**
   * For what may be a moment old, such as a search: the follower's while it keeps up, else the leader's. Never for a look before a
   * write, since a follower may not know yet what the leader has promised (TRUST.md §2.6).
   */
  db: Db
  /** Whether the follower is asked now. */
  follows(): boolean
  close(): Promise<void>
}

/** Opens the follower of `TEND_REPLICA_URL`. One that is away, behind, or no follower at all is left aside until it keeps up. */
export async function openReading(
  leader: Database,
  config: pg.PoolConfig,
  log: (message: string, error?: unknown) => void,
  slow: { ms: number; say(query: { sql: string; took: number }): void },
): Promise<Reading> {
  const pool = new pg.Pool({
    max: 20,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 3000,
    ...config,
    options: `-c default_transaction_read_only=on ${withoutJit}`,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  let follows = false
  /** Where the leader's log stood when it was asked before. */
  let place: string | null = null

  const look = async () => {
    const { rows } = await leader.pool.query<{ place: string }>('select pg_current_wal_lsn()::text as place')
    const before = place
    place = rows[0]!.place
    if (!before) return false
    const answer = await pool.query<{ has: boolean }>(
      'select coalesce(pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as has',
      [before],
    )
    return answer.rows[0]!.has
  }
  const note = (now: boolean, error?: unknown) => {
    if (now !== follows)
      log(now ? 'reading from the follower' : 'the follower does not keep up; reading from the leader', error)
    follows = now
  }
  let looking: Promise<void> | null = null
  const lookAgain = () => {
    looking ??= look()
      .then(
        (has) => note(has),
        (error) => note(false, error),
      )
      .finally(() => {
        looking = null
      })
  }
  lookAgain()
  const tick = setInterval(lookAgain, lookEvery)

  const near = patientPool(leader.pool)
  const connect = async (): Promise<PostgresPoolClient> => {
    if (!follows) return near.connect()
    try {
      return followingClient(await pool.connect())
    } catch (error) {
      note(false, error)
      return near.connect()
    }
  }
  /** Bare, because a follower cannot keep the marks of `patience.ts`. What it loses half way the leader is asked. */
  const followingClient = (client: pg.PoolClient): PostgresPoolClient => {
    let isAlone = true
    const ask = async (text: string, values: readonly unknown[]) => {
      if (/^(begin|start transaction)\b/i.test(text)) isAlone = false
      if (/^(commit|rollback)$/i.test(text)) isAlone = true
      try {
        return await client.query(text, [...values])
      } catch (error) {
        if (!isTransient(error)) throw error
        note(false, error)
        if (!isAlone) throw error
        const other = await near.connect()
        return other.query(text, values).finally(() => other.release())
      }
    }
    return {
      query: ask as unknown as PostgresPoolClient['query'],
      release: () => client.release(),
    }
  }
  // The leader's pool is ended by whoever opened it.
  const either: PostgresPool = { options: leader.pool.options, connect, end: () => pool.end() }
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: either }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: noteQueries(slow.ms, slow.say),
  })
  return {
    db,
    follows: () => follows,
    async close() {
      clearInterval(tick)
      await looking
      await db.destroy()
      // Kysely ends only a pool that it has used itself.
      if (!pool.ended) await pool.end()
    },
  }
}
