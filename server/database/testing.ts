import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from './database.ts'

/** A migrated, empty database of its own; gone after the test (or after `close` where made outside of one). */
export async function testDatabase(): Promise<Database & { config: pg.PoolConfig }> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  const maker = new pg.Client({ ...server, database: 'tend' })
  await maker.connect()
  await maker.query(`create database ${name} template template_tend`)
  await maker.end()
  const config = { ...server, database: name }
  const database = openDatabase(config)
  const close = async () => {
    await database.close()
    const dropper = new pg.Client({ ...server, database: 'tend' })
    await dropper.connect()
    await dropper.query(`drop database if exists ${name} with (force)`)
    await dropper.end()
  }
  try {
    onTestFinished(close)
  } catch {
    // Made in beforeAll: the caller closes.
  }
  return { ...database, config, close }
}
