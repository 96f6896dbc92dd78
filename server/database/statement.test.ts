import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from './database.ts'
import { forgetNames } from './prepared.ts'
import { onePlan, statement, unseen } from './statement.ts'
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
