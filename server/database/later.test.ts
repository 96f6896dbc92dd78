import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { makeLater } from './later.ts'
import { knownMigrations, migrateToLatest, oneUpdateAtATime, planMigrations } from './migrate.ts'
import { emptyDatabase } from './testing.ts'

const first = { '0001_kettles.sql': 'create table kettles (id int, litres int)' }
const second = {
  '0002_litres.sql': `-- while working
-- Kettles are looked for by how much they hold; half of them; by nobody else.
create index concurrently if not exists kettles_litres on kettles (litres);
create index concurrently if not exists kettles_large on kettles (id) where litres > 2;`,
}
const third = { '0003_cups.sql': 'create table cups (id int)' }

async function updates(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-updates-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function house() {
  const config: pg.PoolConfig = { ...inject('postgres'), database: await emptyDatabase() }
  const connect = async () => {
    const client = new pg.Client(config)
    await client.connect()
    onTestFinished(() => client.end())
    await client.query(`set statement_timeout = '20s'`)
    return client
  }
  const client = await connect()
  const indexes = async () =>
    (
      await client.query<{ name: string }>(
        `select indexrelid::regclass::text as name from pg_index where indrelid = 'kettles'::regclass and indisvalid order by 1`,
      )
    ).rows.map(({ name }) => name)
  return { config, connect, client, indexes }
}
const all = ['kettles_large', 'kettles_litres']
const nobody = () => {}
const nameOf = ({ name }: { name: string }) => name

test('a new database has them at once', async () => {
  const { config, indexes } = await house()
  const folder = await updates({ ...first, ...second })
  expect(await planMigrations(config, folder)).toMatchObject({ fresh: true, asOne: true, later: [] })
  await migrateToLatest(config, folder)
  expect(await indexes()).toEqual(all)
  expect(await planMigrations(config, folder)).toMatchObject({ pending: [], later: [] })
})

test('an update does not wait for them, and they are made while others write', async () => {
  const { config, connect, client, indexes } = await house()
  await migrateToLatest(config, await updates(first))
  const folder = await updates({ ...first, ...second, ...third })
  const plan = await planMigrations(config, folder)
  expect(plan).toMatchObject({ pending: ['0003_cups.sql'], unknown: [] })
  expect(plan.later.map(nameOf)).toEqual(['0002_litres.sql'])
  await migrateToLatest(config, folder)
  expect(await indexes()).toEqual([])

  // Somebody who has written and not yet committed is waited for; whoever writes meanwhile waits for nobody.
  const writer = await connect()
  await writer.query('begin; insert into kettles values (1, 1)')
  const told: unknown[] = []
  const { done } = makeLater(config, { folder, told: (...said) => told.push(said) })
  await expect
    .poll(
      async () =>
        (await client.query(`select from pg_stat_progress_create_index where datname = current_database()`))
          .rowCount,
    )
    .toBe(1)
  await client.query('insert into kettles values (2, 3)')
  await client.query('update kettles set litres = 4 where id = 2')
  // Another node leaves it to the one that is at it.
  await makeLater(config, { folder, told: () => told.push('twice') }).done
  expect(await indexes()).toEqual([])
  await writer.query('commit')
  await done
  expect(told).toEqual([['0002_litres.sql']])
  expect(await indexes()).toEqual(all)
  await migrateToLatest(config, folder)
  expect(await planMigrations(config, folder)).toMatchObject({ pending: [], later: [], unknown: [] })
})

test('one that is broken off is made anew', async () => {
  const { config, connect, client, indexes } = await house()
  await migrateToLatest(config, await updates(first))
  const folder = await updates({ ...first, ...second })
  const writer = await connect()
  await writer.query('begin; insert into kettles values (1, 1)')
  const told: unknown[] = []
  const making = makeLater(config, { folder, told: (...said) => told.push(said) })
  const torn = () => client.query('select from pg_index where not indisvalid')
  await expect.poll(async () => (await torn()).rowCount).toBe(1)
  await making.stop()
  await writer.query('commit')
  expect((await torn()).rowCount).toBe(1)
  expect((await planMigrations(config, folder)).later).toHaveLength(1)
  await makeLater(config, { folder, told: (...said) => told.push(said) }).done
  expect(told).toEqual([['0002_litres.sql']])
  expect((await torn()).rowCount).toBe(0)
  expect(await indexes()).toEqual(all)
})

test('waits for no update, and says what cannot be done so', async () => {
  const { config } = await house()
  await migrateToLatest(config, await updates(first))
  const folder = await updates({ ...first, ...second })
  await oneUpdateAtATime(config, () => makeLater(config, { folder, told: nobody }).done)
  expect((await planMigrations(config, folder)).later).toHaveLength(1)
  const locking = await updates({
    ...first,
    '0002_large.sql': '-- while working\nalter table kettles add column large boolean',
  })
  const told: [string, unknown][] = []
  await makeLater(config, { folder: locking, told: (name, error) => told.push([name, error]) }).done
  expect(told).toEqual([
    ['', expect.objectContaining({ message: expect.stringContaining('0002_large.sql') })],
  ])
})

test('ours have that form', async () => {
  const { config, client } = await house()
  await migrateToLatest(config)
  const names = (await knownMigrations()).filter((name) => name > '0400')
  await client.query('delete from kysely_migration where name = any($1)', [names])
  const { later } = await planMigrations(config)
  expect(later.map(nameOf)).toContain('0460_moods_by_index.sql')
  const told: unknown[] = []
  await makeLater(config, { told: (...said) => told.push(said) }).done
  expect(told).toEqual(later.map(({ name }) => [name]))
})
