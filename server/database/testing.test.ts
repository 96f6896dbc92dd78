import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './testing.ts'

test('each test has a database of its own, with the schema and nothing of another test in it', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await sql`create table only_here (word text)`.execute(one.db)
  const seen = (db: typeof one.db) =>
    sql<{ mine: string | null; events: string | null }>`
      select to_regclass('only_here')::text as mine, to_regclass('events')::text as events`.execute(db)
  expect((await seen(one.db)).rows).toEqual([{ mine: 'only_here', events: 'events' }])
  expect((await seen(other.db)).rows).toEqual([{ mine: null, events: 'events' }])
})

test('the app is no superuser', async () => {
  const { db } = await testDatabase()
  const { rows } = await sql<{ super: boolean }>`
    select rolsuper as super from pg_roles where rolname = current_user`.execute(db)
  expect(rows).toEqual([{ super: false }])
})
