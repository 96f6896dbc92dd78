import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const ours = fileURLToPath(new URL('./migrations', import.meta.url))

/** Names of the migrations this version knows, in order. */
export async function knownMigrations(folder = ours): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

type Step = Migration & { alone: boolean; text: string; isLater: boolean }

/**
 * Each file is one transaction of its own, unless its first line says `-- no transaction`, or all are one together. What says `-- while
 * working` waits until the house is open (`later.ts`), but where there is nothing yet that would take time.
 */
async function asMigration(folder: string, name: string): Promise<Step> {
  const written = await readFile(`${folder}/${name}`, 'utf8')
  const isLater = written.startsWith('-- while working')
  const alone = written.startsWith('-- no transaction')
  const text = isLater ? written.replaceAll(/\bconcurrently\b/gi, '') : written
  return {
    alone,
    isLater,
    text: written,
    async up(db: Kysely<unknown>) {
      if (alone || db.isTransaction) await sql.raw(text).execute(db)
      else await db.transaction().execute((trx) => sql.raw(text).execute(trx))
    },
  }
}

export interface MigrationPlan {
  /** Migrations applied by a newer Tend that this one does not know. */
  unknown: string[]
  pending: string[]
  /** What is done while people work, and nothing waits for. */
  later: { name: string; text: string }[]
  fresh: boolean
  /** All that is pending happens in one transaction: entirely or not at all. */
  asOne: boolean
}

/** What a start would have to do. Reads only. */
export async function planMigrations(config: pg.PoolConfig, folder = ours): Promise<MigrationPlan> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const exists = await client.query(`select to_regclass('kysely_migration') is not null as there`)
    const done: string[] = exists.rows[0].there
      ? (await client.query('select name from kysely_migration')).rows.map((row) => row.name)
      : []
    const known = await knownMigrations(folder)
    const fresh = done.length === 0
    const missing = known.filter((name) => !done.includes(name))
    const steps = await Promise.all(
      missing.map(async (name) => ({ name, ...(await asMigration(folder, name)) })),
    )
    const now = steps.filter((step) => fresh || !step.isLater)
    return {
      unknown: done.filter((name) => !known.includes(name)),
      pending: now.map(({ name }) => name),
      later: steps.filter((step) => !now.includes(step)).map(({ name, text }) => ({ name, text })),
      fresh,
      asOne: now.every((step) => !step.alone),
    }
  } finally {
    await client.end()
  }
}

/**
 * Brings the schema up to date, in one transaction where the files allow it (`plan.asOne`): then a failure leaves everything as it was.
 * Else the earlier ones stay applied. Two starters wait for each other; a failure names the file.
 */
export async function migrateToLatest(config: pg.PoolConfig, folder = ours): Promise<void> {
  const { asOne, later } = await planMigrations(config, folder)
  const pool = new pg.Pool({ ...config, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const names = (await knownMigrations(folder)).filter((name) => !later.some((one) => one.name === name))
    const migrations = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await asMigration(folder, name)] as const)),
    )
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      disableTransactions: !asOne,
      // What was done while people worked may have been done after what has a higher number.
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) {
      const failed = results?.find((result) => result.status === 'Error')?.migrationName
      throw new Error(
        `The database could not be brought up to date${failed ? ` (${failed})` : ''}: ${(error as Error).message}`,
        { cause: error },
      )
    }
  } finally {
    await db.destroy()
  }
}

/** Held by whoever changes the schema. */
export const updateLock = (take: 'pg_advisory_lock' | 'pg_try_advisory_lock') =>
  `${take}(hashtext('tend update'))`

/** Runs `work` while no other process does so for the same database. Ends with its connection, so nothing stays locked. */
export async function oneUpdateAtATime<T>(config: pg.PoolConfig, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...config, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`select ${updateLock('pg_advisory_lock')}`)
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}
