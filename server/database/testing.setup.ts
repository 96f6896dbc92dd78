import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareFolder } from './dataFolder.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { stopLeftover } from './embedded/leftover.ts'
import { migrateToLatest } from './migrate.ts'
import { quickFolder } from './quickFolder.testing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: pg.PoolConfig
  }
}

/** One PostgreSQL for the whole test run, with a migrated template that each test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearKilledRuns()
  const folder = await mkdtemp(join(await quickFolder(1), `tend-test-${process.pid}-`))
  await prepareFolder(folder)
  const server = await startEmbedded({ folder, log: () => {}, unsafe: true })
  const teardown = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const admin = new pg.Client(server.adminConnection)
    await admin.connect()
    await admin.query('create database template_tend owner tend')
    await admin.end()
    await migrateToLatest({ ...server.connection, database: 'template_tend' })
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', server.connection)
  return teardown
}

/** A run that was killed could not put its own things away. */
async function clearKilledRuns(): Promise<void> {
  const found = await Promise.all(
    [tmpdir(), '/dev/shm'].map(async (parent) =>
      (await readdir(parent).catch(() => [])).map((name) => join(parent, name)),
    ),
  )
  for (const folder of found.flat()) {
    const [, pid] = /\/tend-test-(\d+)-[^/]*$/.exec(folder) ?? []
    if (!pid || isAlive(Number(pid))) continue
    await stopLeftover(join(folder, 'postgres'), () => {}).catch(() => {})
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
