import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Names of the migrations this version knows, in order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

/** Each file is one transaction of its own, unless its first line says `-- no transaction`. */
async function asMigration(name: string): Promise<Migration> {
  const text = await readFile(`${folder}/${name}`, 'utf8')
  const alone = text.startsWith('-- no transaction')
  return {
    async up(db: Kysely<unknown>) {
      if (alone) await sql.raw(text).execute(db)
      else await db.transaction().execute((trx) => sql.raw(text).execute(trx))
    },
  }
}

export interface MigrationPlan {
  /** Migrations applied by a newer Tend that this one does not know. */
  unknown: string[]
  pending: string[]
  fresh: boolean
}

/** What a start would have to do. Reads only. */
export async function planMigrations(config: pg.PoolConfig): Promise<MigrationPlan> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const exists = await client.query(`select to_regclass('kysely_migration') is not null as there`)
    const done: string[] = exists.rows[0].there
      ? (await client.query('select name from kysely_migration')).rows.map((row) => row.name)
      : []
    const known = await knownMigrations()
    return {
      unknown: done.filter((name) => !known.includes(name)),
      pending: known.filter((name) => !done.includes(name)),
      fresh: done.length === 0,
    }
  } finally {
    await client.end()
  }
}

/** Brings the schema up to date. Two starters wait for each other; a failure names the file and leaves the earlier ones applied. */
export async function migrateToLatest(config: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const names = await knownMigrations()
    const migrations = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await asMigration(name)] as const)),
    )
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      disableTransactions: true,
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
