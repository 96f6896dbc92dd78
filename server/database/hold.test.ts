import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { askAhead } from './ahead.ts'
import { transaction } from './database.ts'
import { forgetNames } from './prepared.ts'
import { testDatabase } from './testing.ts'

beforeEach(forgetNames)

/** How many messages go to PostgreSQL. */
async function tins() {
  const database = await testDatabase()
  const { db, pool } = database
  let messages = 0
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown
    client.query = ((...all: unknown[]) => {
      messages++
      return query(...all)
    }) as never
  })
  await sql`create table tins (name text primary key, holds int)`.execute(db)
  const put = (name: string, holds: number) => sql`insert into tins (name, holds) values (${name}, ${holds})`
  const all = sql<{ name: string; holds: number }>`select name, holds from tins order by name`
  return {
    db,
    put,
    all,
    during: async (work: () => Promise<unknown>) => {
      const before = messages
      await work()
      return messages - before
    },
  }
}

test('what only writes waits for the next that reads, in its order, and what is left goes with the commit', async () => {
  const { db, put, all, during } = await tins()
  let seen: unknown
  const work = () =>
    transaction(
      db,
      async (trx) => {
        await put('Oats', 1).execute(trx)
        await sql`update tins set holds = holds + 1 where name = 'Oats'`.execute(trx)
        seen = (await all.execute(trx)).rows
        await put('Rye', 3).execute(trx)
        await sql`delete from tins where name = 'Oats'`.execute(trx)
      },
      { hold: true },
    )
  expect(await during(work)).toBe(2)
  expect(seen).toEqual([{ name: 'Oats', holds: 2 }])
  expect((await all.execute(db)).rows).toEqual([{ name: 'Rye', holds: 3 }])
})

test('one that fails is met at the next that reads, or at the end, and nothing of its transaction is left', async () => {
  const { db, put, all } = await tins()
  await put('Oats', 1).execute(db)
  // Often enough to have names, whose plans outlive what failed.
  for (let n = 0; n < 6; n++) {
    const atTheEnd = transaction(
      db,
      async (trx) => {
        await put('Rye', 1).execute(trx)
        await put('Oats', 2).execute(trx)
        await put('Barley', 1).execute(trx)
      },
      { hold: true },
    )
    await expect(atTheEnd).rejects.toMatchObject({ code: '23505' })
    let isBehind = false
    const atRead = transaction(
      db,
      async (trx) => {
        await put('Oats', 2).execute(trx)
        await all.execute(trx)
        isBehind = true
      },
      { hold: true },
    )
    await expect(atRead).rejects.toMatchObject({ code: '23505' })
    expect(isBehind).toBe(false)
  }
  expect((await all.execute(db)).rows).toEqual([{ name: 'Oats', holds: 1 }])
  await transaction(db, (trx) => put('Rye', 1).execute(trx), { hold: true })
  expect((await all.execute(db)).rows).toHaveLength(2)
})

test('what is asked ahead goes with the first question, is answered once, and only to the very same', async () => {
  const { db, put, all, during } = await tins()
  await put('Oats', 1).execute(db)
  const one = (name: string) => sql<{ holds: number }>`select holds from tins where name = ${name}`
  const heard: unknown[] = []
  const work = () =>
    transaction(db, async (trx) => {
      await askAhead(trx, [one('Oats').compile(trx), all.compile(trx)])
      heard.push((await one('Rye').execute(trx)).rows)
      heard.push((await all.execute(trx)).rows)
      heard.push((await one('Oats').execute(trx)).rows)
      await sql`update tins set holds = 7`.execute(trx)
      heard.push((await one('Oats').execute(trx)).rows)
    })
  // One for the questions, one each for the change and the second look, one for the end.
  expect(await during(work)).toBe(4)
  expect(heard).toEqual([[], [{ name: 'Oats', holds: 1 }], [{ holds: 1 }], [{ holds: 7 }]])
})

test('a transaction that asks nothing goes nowhere', async () => {
  const { db, during } = await tins()
  expect(await during(() => transaction(db, async () => {}))).toBe(0)
})
