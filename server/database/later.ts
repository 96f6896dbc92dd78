import pg from 'pg'
import { planMigrations, updateLock } from './migrate.ts'

/** The one thing that is done while people work, since it locks nobody out and may be broken off at any moment. */
const form = /^create index concurrently if not exists ([a-z_]+) on [a-z_]+ [^;]*$/i

/** The indexes of such a step. Anything else would lock, or stand half done. */
function indexesOf(name: string, text: string): { index: string; make: string }[] {
  const statements = text
    .replaceAll(/^--.*$/gm, '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  return statements.map((make) => {
    const index = form.exec(make)?.[1]
    if (!index)
      throw new Error(`${name}: only "create index concurrently if not exists" can be done while people work`)
    return { index, make }
  })
}

/**
 * Makes the indexes of steps that say `-- while working`, one after the other, while everybody reads and writes. Whoever is killed leaves one
 * that is not valid, which is made anew; a step counts as taken when all of its indexes stand. Of several nodes one does it, and a later
 * start where that one dies.
 */
export function makeLater(
  config: pg.PoolConfig,
  { told, folder }: { told(name: string, error?: unknown): void; folder?: string },
): { done: Promise<void>; stop(): Promise<void> } {
  let isOver = false
  let pid: number | undefined
  const run = async () => {
    if ((await planMigrations(config, folder)).later.length === 0) return
    const client = new pg.Client({ ...config, keepAlive: true })
    client.on('error', () => {})
    await client.connect()
    try {
      const { rows } = await client.query(
        `select pg_backend_pid() as pid, ${updateLock('pg_try_advisory_lock')} as is_ours`,
      )
      if (!rows[0].is_ours) return
      pid = rows[0].pid
      await client.query('set statement_timeout = 0; set lock_timeout = 0')
      for (const { name, text } of (await planMigrations(config, folder)).later) {
        if (isOver) return
        await take(client, name, text)
        told(name)
      }
    } finally {
      pid = undefined
      await client.end().catch(() => {})
    }
  }
  const done = run().catch((error) => {
    if (!isOver) told('', error)
  })
  return {
    done,
    async stop() {
      isOver = true
      if (pid) await cancel(config, pid)
      await done
    },
  }
}

async function take(client: pg.Client, name: string, text: string): Promise<void> {
  for (const { index, make } of indexesOf(name, text)) {
    const torn = await client.query(
      'select from pg_index where indexrelid = to_regclass($1) and not indisvalid',
      [index],
    )
    if (torn.rowCount) await client.query(`drop index concurrently ${pg.escapeIdentifier(index)}`)
    await client.query(make)
  }
  await client.query(
    'insert into kysely_migration (name, timestamp) values ($1, $2) on conflict do nothing',
    [name, new Date().toISOString()],
  )
}

async function cancel(config: pg.PoolConfig, pid: number): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_cancel_backend($1)', [pid])
  } catch {
    // The database is away, and with it what it was making.
  } finally {
    await client.end().catch(() => {})
  }
}
