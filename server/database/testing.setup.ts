import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareFolder } from './dataFolder.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { migrateToLatest } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: pg.PoolConfig
  }
}

/** One PostgreSQL for the whole test run, with a migrated template; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-test-'))
  await prepareFolder(folder)
  const server = await startEmbedded({ folder, log: () => {}, unsafe: true })
  const admin = new pg.Client(server.adminConnection)
  await admin.connect()
  await admin.query('create database template_tend owner tend')
  await migrateToLatest({ ...server.connection, database: 'template_tend' })
  await admin.end()
  project.provide('postgres', server.connection)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
