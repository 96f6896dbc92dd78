import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from './database.ts'

/**
 * A migrated, empty database of its own; gone after the test (or after `close`, where made in beforeAll). The PostgreSQL it
 * lies in is the test run's (testing.setup.ts).
 */
export async function testDatabase(): Promise<Database & { config: pg.PoolConfig }> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asMaker(server, (client) =>
    client.query(`create database ${name} template template_tend strategy file_copy`),
  )
  const config = { ...server, database: name }
  const database = openDatabase(config)
  const close = async () => {
    await database.close()
    // Kysely ends only a pool that it has used itself.
    if (!database.pool.ended) await database.pool.end()
    await drop(server, name)
  }
  try {
    onTestFinished(close)
  } catch {
    // Made in beforeAll: the caller closes.
  }
  return { ...database, config, close }
}

/** A database with nothing in it, not even Tend's schema; gone after the test. */
export async function emptyDatabase(): Promise<string> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asMaker(server, (client) => client.query(`create database ${name}`))
  onTestFinished(() => drop(server, name))
  return name
}

async function drop(server: pg.PoolConfig, name: string): Promise<void> {
  await asMaker(server, async (client) => {
    // Connections that were just closed take a moment to go; PostgreSQL would look for them again only after 100 ms.
    const isLeft = `select pid from pg_stat_activity where datname = '${name}'`
    for (let looks = 0; looks < 50 && (await client.query(isLeft)).rowCount; looks++) await pause(2)
    // An autovacuum that happens to look in may not be told to go by us; it goes by itself.
    for (let tries = 0; ; tries++)
      try {
        await client.query(`drop database if exists ${name} with (force)`)
        return
      } catch (error) {
        if ((error as { code?: string }).code !== '42501' || tries === 50) throw error
        await pause(100)
      }
  })
}

async function asMaker(server: pg.PoolConfig, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...server, database: 'tend' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
