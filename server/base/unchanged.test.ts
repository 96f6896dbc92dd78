import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { clockNow, moveClock } from './clock.ts'
import { sawWith, unlessChanged } from './unchanged.ts'

let database: Database
let asked = 0
beforeAll(async () => {
  database = await testDatabase()
  await sql`create table tins (id int primary key, name text)`.execute(database.db)
  await sql`insert into tins values (1, 'Oats')`.execute(database.db)
})
const names = () =>
  unlessChanged(database.db, ['tins'], async () => {
    asked++
    const { rows } = await sql<{ name: string }>`select name from tins order by id`.execute(database.db)
    return rows.map(({ name }) => name)
  })
/** As another process would: nothing here hears of it. */
const elsewhere = (text: string) => database.pool.query(text)

it('is not asked again while nothing is written', async () => {
  asked = 0
  // Other tests write to the same server, and each of their commits lets this one ask anew.
  for (let n = 0; n < 300; n++) expect(await names()).toEqual(['Oats'])
  expect(asked).toBeLessThan(300)
})

it('shows each commit at once, whoever made it, and nothing before its commit', async () => {
  for (let n = 0; n < 50; n++) {
    await elsewhere(`update tins set name = 'Oats ${n}'`)
    expect(await Promise.all([names(), names()])).toEqual([[`Oats ${n}`], [`Oats ${n}`]])
  }
  const client = await database.pool.connect()
  try {
    await client.query(`begin; update tins set name = 'Rye'`)
    expect(await names()).toEqual(['Oats 49'])
    await client.query(`savepoint one; update tins set name = 'Spelt'; release savepoint one`)
    expect(await names()).toEqual(['Oats 49'])
    await client.query('commit')
  } finally {
    client.release()
  }
  expect(await names()).toEqual(['Spelt'])
})

it('is never older than what its reader has written, with many who write and read at once', async () => {
  await elsewhere(`insert into tins select n, '' from generate_series(100, 107) n`)
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 40; n++) {
        await elsewhere(`update tins set name = '${n}' where id = ${100 + writer}`)
        expect((await names())[1 + writer]).toBe(String(n))
      }
    }),
  )
})

it('keeps no failure, and tells answers apart by what they depend on', async () => {
  const { db } = database
  const fail = () => unlessChanged(db, ['of', 1], () => Promise.reject(new Error('the tin is stuck')))
  await expect(fail()).rejects.toThrow('stuck')
  expect(await unlessChanged(db, ['of', 1], async () => 'one')).toBe('one')
  expect(await unlessChanged(db, ['of', 2], async () => 'two')).toBe('two')
})

it('tells the time of its look, and asks anew when the clock moves', async () => {
  const { db } = database
  const time = () => unlessChanged(db, ['time'], () => clockNow(db))
  const first = await time()
  await moveClock(db, new Date(first.getTime() + 3_600_000))
  expect((await time()).getTime()).toBeGreaterThanOrEqual(first.getTime() + 3_600_000)
})

it('does not wait for a look that hangs', async () => {
  const { db } = database
  const client = await database.pool.connect()
  try {
    // Whoever asks for the time waits here: as where a database does not answer one connection.
    await client.query('begin; lock table clock in access exclusive mode')
    const hanging = [names()]
    const waiting = async () => {
      const { rows } = await client.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0].n as number
    }
    for (const looks of [1, 2]) {
      while ((await waiting()) < looks) await sql`select 1`.execute(db)
      hanging.push(names())
    }
    await client.query('rollback')
    await Promise.all(hanging)
  } finally {
    client.release()
  }
})

it('takes what the database saw when it was asked who asks for the look, and shows what was committed before that', async () => {
  const asks = async () => {
    const by = {}
    const { rows } = await sql<{ seen: string; now: Date }>`
      select pg_current_snapshot()::text as seen, clock_now() as now`.execute(database.db)
    sawWith(by, rows[0]!)
    return unlessChanged(
      database.db,
      ['tins of one'],
      async () => (await sql<{ name: string }>`select name from tins where id = 1`.execute(database.db)).rows,
      { by },
    )
  }
  for (let n = 0; n < 50; n++) {
    await elsewhere(`update tins set name = 'Barley ${n}' where id = 1`)
    expect(await Promise.all([asks(), asks()])).toEqual(Array(2).fill([{ name: `Barley ${n}` }]))
  }
})
