import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from './database.ts'
import { statement } from './statement.ts'
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
