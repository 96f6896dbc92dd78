import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from './database.ts'
import { forgetNames } from './prepared.ts'
import { insertRows, onePlan, type Places, question, statement, unseen } from './statement.ts'
import { testDatabase } from './testing.ts'

test('a statement is put together once and asked with the values of each time, in a transaction too', async () => {
  const { db } = await testDatabase()
  let made = 0
  const pick = statement<{ names: readonly string[]; least: number }, { firstName: string; least: number }>(
    (place) => {
      made++
      return sql`select one as first_name, ${place('least')}::int as least
        from unnest(${[place('names')]}::text[]) one
        where length(one) >= ${place('least')}::int and one <> all(${['Ben', 'Lena']}::text[])`
    },
  )
  const [tall, all] = await Promise.all([
    pick(db, { names: ['Ana', 'Rosa', 'Ben'], least: 4 }),
    transaction(db, (trx) => pick(trx, { names: ['Ana'], least: 0 })),
  ])
  expect(tall).toEqual([{ firstName: 'Rosa', least: 4 }])
  expect(all).toEqual([{ firstName: 'Ana', least: 0 }])
  expect(await pick(db, { names: [], least: 0 })).toEqual([])
  expect(await pick(db, { names: ['Lena'], least: 0 })).toEqual([])
  expect(made).toBe(1)
})

test('the plan of a statement that does not look at its values is kept, though it looks for words', async () => {
  const { db } = await testDatabase()
  forgetNames()
  await sql`create table tins as select 'Oats ' || n as name from generate_series(1, 2000) n`.execute(db)
  const kept = await transaction(db, async (trx) => {
    const find = (pattern: string, most: number) =>
      sql<{ name: string }>`select ${onePlan} name from tins where name ilike ${unseen(pattern, 'text')}
        order by name limit ${unseen(most, 'int')}`.execute(trx)
    for (let n = 1; n < 10; n++) {
      const { rows } = await find(`%ats 12${n}%`, n)
      expect(rows.map(({ name }) => name)).toEqual([...rows.map(({ name }) => name)].sort())
      expect(rows).toHaveLength(n)
    }
    return sql<{
      genericPlans: number
    }>`select generic_plans from pg_prepared_statements where statement like '%from tins where%'
      and statement like '%one plan%' and statement not like '%pg_prepared%'`.execute(trx)
  })
  expect(kept.rows.map((row) => row.genericPlans)).toEqual([expect.toSatisfy((n: number) => n > 0)])
})

test('what a builder makes is made once, for reading ahead too, and what is not there is said', async () => {
  const { db } = await testDatabase()
  let made = 0
  const setting = question((on, place: Places<{ key: string }>) => {
    made++
    return on.selectFrom('settings').select(['key', 'value']).where('key', '=', place('key'))
  })
  await insertRows(db, 'settings', [
    { key: 'kettle', value: '"red"' },
    { key: 'oven', value: '"blue"' },
  ])
  expect(await setting(db, { key: 'oven' }).executeTakeFirst()).toEqual({ key: 'oven', value: 'blue' })
  expect(await transaction(db, (trx) => setting(trx, { key: 'kettle' }).execute())).toEqual([
    { key: 'kettle', value: 'red' },
  ])
  expect(setting(db, { key: 'oven' }).compile()).toMatchObject({ parameters: ['oven'] })
  expect(await setting(db, { key: 'spoon' }).executeTakeFirst()).toBeUndefined()
  await expect(setting(db, { key: 'spoon' }).executeTakeFirstOrThrow()).rejects.toThrow()
  expect(made).toBe(1)
})

test('rows are inserted by their columns, whatever came before, as expressions too; what is known is left or refused', async () => {
  const { db } = await testDatabase()
  const all = async () =>
    (
      await db
        .selectFrom('settings')
        .select(['key', 'value'])
        .where('key', 'like', 'k%')
        .orderBy('key')
        .execute()
    ).map(({ key, value }) => `${key} ${value}`)
  await insertRows(db, 'settings', [{ key: 'k1', value: '1' }])
  await insertRows(db, 'settings', [{ value: '2', key: 'k2' }])
  await insertRows(db, 'settings', [{ key: 'k3', value: sql<string>`to_jsonb(1 + 2)` }])
  await insertRows(
    db,
    'settings',
    Array.from({ length: 12 }, (_, n) => ({ key: `k4${String.fromCharCode(97 + n)}`, value: `${n}` })),
  )
  await insertRows(db, 'settings', [])
  expect((await all()).slice(0, 4)).toEqual(['k1 1', 'k2 2', 'k3 3', 'k4a 0'])
  expect(await all()).toHaveLength(15)
  await insertRows(db, 'settings', [{ key: 'k1', value: '9' }], { known: 'left' })
  expect((await all())[0]).toBe('k1 1')
  await expect(insertRows(db, 'settings', [{ key: 'k1', value: '9' }])).rejects.toThrow(/duplicate key/)
})
