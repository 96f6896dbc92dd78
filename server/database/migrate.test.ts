import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrateToLatest, oneUpdateAtATime, planMigrations } from './migrate.ts'
import { emptyDatabase } from './testing.ts'

const empty = async (): Promise<pg.PoolConfig> => ({
  ...inject('postgres'),
  database: await emptyDatabase(),
})

async function updates(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-updates-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function tables(config: pg.PoolConfig): Promise<string[]> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client
    .query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
    .finally(() => client.end())
  return rows.map((row) => row.name).filter((name) => !name.startsWith('kysely'))
}

const first = { '0001_kettles.sql': 'create table kettles (id int)' }
const second = { '0002_cups.sql': 'create table cups (id int)' }

test('an update of several steps of which one fails leaves everything as it was', async () => {
  const config = await empty()
  await migrateToLatest(config, await updates(first))
  const broken = await updates({ ...first, ...second, '0003_broken.sql': 'alter table spoons drop handle' })
  expect(await planMigrations(config, broken)).toMatchObject({
    asOne: true,
    pending: ['0002_cups.sql', '0003_broken.sql'],
  })
  await expect(migrateToLatest(config, broken)).rejects.toThrow(/0003_broken\.sql.*spoons/)
  expect(await tables(config)).toEqual(['kettles'])
  // The one we had before finds nothing that it does not know.
  expect(await planMigrations(config, await updates(first))).toMatchObject({ unknown: [], pending: [] })
  await migrateToLatest(config, await updates({ ...first, ...second }))
  expect(await tables(config)).toEqual(['cups', 'kettles'])
})

test('a step that cannot be taken back is said to be one', async () => {
  const config = await empty()
  const files = await updates({
    ...first,
    '0002_index.sql': '-- no transaction\ncreate index concurrently kettles_id on kettles (id)',
    '0003_broken.sql': 'alter table spoons drop handle',
  })
  expect(await planMigrations(config, files)).toMatchObject({ asOne: false })
  await expect(migrateToLatest(config, files)).rejects.toThrow(/0003_broken/)
  expect(await planMigrations(config, files)).toMatchObject({ pending: ['0003_broken.sql'] })
})

test('of several that update at once, one does', async () => {
  const config = await empty()
  const folder = await updates({ ...first, ...second })
  const did: number[] = []
  const start = (who: number) =>
    oneUpdateAtATime(config, async () => {
      if ((await planMigrations(config, folder)).pending.length === 0) return
      await migrateToLatest(config, folder)
      did.push(who)
    })
  await Promise.all([start(1), start(2), start(3)])
  expect(did).toHaveLength(1)
  expect(await tables(config)).toEqual(['cups', 'kettles'])
})
