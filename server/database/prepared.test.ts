import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { transaction } from './database.ts'
import { forgetNames } from './prepared.ts'
import { testDatabase } from './testing.ts'

beforeEach(forgetNames)

test('what is asked often has a name, and a schema that changes under it is met by planning anew', async () => {
  const database = await testDatabase()
  const { db } = database
  await sql`create table tins (id int primary key, name text)`.execute(db)
  await sql`insert into tins values (1, 'Oats')`.execute(db)
  const one = () => sql<{ id: number }>`select * from tins where id = ${1}`.execute(db)
  for (let n = 0; n < 6; n++) expect((await one()).rows).toEqual([{ id: 1, name: 'Oats' }])
  const named = async () =>
    (
      await Promise.all(
        Array.from({ length: 4 }, () =>
          sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db),
        ),
      )
    ).flatMap(({ rows }) => rows.map(({ statement }) => statement))
  expect(await named()).toContain('select * from tins where id = $1')

  await sql`alter table tins add column kept boolean default true`.execute(db)
  expect((await one()).rows).toEqual([{ id: 1, name: 'Oats', kept: true }])
  await sql`alter table tins drop column name`.execute(db)
  const { rows } = await transaction(db, (trx) => sql`select * from tins where id = ${1}`.execute(trx))
  expect(rows).toEqual([{ id: 1, kept: true }])
})

test('what finds words is planned for its words each time', async () => {
  const { db } = await testDatabase()
  for (let n = 0; n < 6; n++) await sql`select 1 where 'boiler' ilike ${'%oil%'}`.execute(db)
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  expect(rows.filter(({ statement }) => statement.includes('ilike'))).toEqual([])
})

test('a kept statement says once what its answers look like: rows, none, and again after it was refused', async () => {
  const { db } = await testDatabase()
  await sql`create table tins (id int primary key, best_before date, is_open boolean default false)`.execute(
    db,
  )
  await transaction(db, async (trx) => {
    const put = (id: number) =>
      sql`insert into tins (id, best_before) values (${id}, '2031-05-06') on conflict do nothing`.execute(trx)
    const one = (id: number) => sql<object>`select id, is_open from tins where id = ${id}`.execute(trx)
    const open = (id: number) =>
      sql<object>`update tins set is_open = true where id = ${id} returning id, is_open`.execute(trx)
    for (let n = 1; n < 8; n++) {
      expect((await put(n)).rows).toEqual([])
      expect((await one(n)).rows).toEqual([{ id: n, isOpen: false }])
      expect((await open(n)).rows).toEqual([{ id: n, isOpen: true }])
      expect((await one(100 + n)).rows).toEqual([])
    }
  })
  const broken = (by: number) => sql<{ part: number }>`select 10 / ${by}::int as part`.execute(db)
  for (let n = 1; n < 8; n++) {
    expect((await broken(n)).rows).toEqual([{ part: Math.trunc(10 / n) }])
    await expect(broken(0)).rejects.toThrow(/division by zero/)
  }
})
