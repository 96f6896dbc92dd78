import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { enqueue, enqueueAll, job, jobFigures, jobTogether, openJobs } from './jobs.ts'

const done: number[] = []
const counting = job<{ number: number }>('test.counting', async ({ number }) => void done.push(number), 1)
const tries = new Map<string, number>()
const picky = job<{ letter: string }>(
  'test.picky',
  async ({ letter }) => {
    tries.set(letter, (tries.get(letter) ?? 0) + 1)
    if (letter === 'torn' && tries.get(letter)! < 2) throw new Error('this letter is torn')
  },
  1,
)

const batches: string[][] = []
const settled = new Map<string, number>()
let tornTries = 0
jobTogether<{ letter: string }>(
  'test.together',
  async (all) => {
    batches.push(all.map(({ letter }) => letter))
    if (all.some(({ letter }) => letter === 'torn') && ++tornTries < 3) throw new Error('this letter is torn')
    for (const { letter } of all) settled.set(letter, (settled.get(letter) ?? 0) + 1)
  },
  1,
)

async function open(work = true) {
  const database = await testDatabase()
  const jobs = await openJobs(database.config, { work, alone: true, log: () => {} })
  onTestFinished(() => jobs.close())
  return database
}

test('a backlog is worked off at once, not one job a poll', { timeout: 120_000 }, async () => {
  const { db } = await open()
  await transaction(db, async (trx) => {
    for (let number = 0; number < 200; number++) await enqueue(trx, counting, { number })
  })
  // One a poll would take more than six minutes.
  await expect.poll(() => done.length, { timeout: 60_000 }).toBe(200)
  expect(new Set(done).size).toBe(200)
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual({ waiting: 0, active: 0, parked: 0 })
})

test('one that fails is tried again alone; its neighbours are done once', { timeout: 120_000 }, async () => {
  const { db } = await open()
  const letters = ['first', 'torn', 'third', 'fourth', 'fifth']
  await transaction(db, async (trx) => {
    for (const letter of letters) await enqueue(trx, picky, { letter })
  })
  await expect.poll(() => tries.get('torn'), { timeout: 60_000 }).toBe(2)
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual({ waiting: 0, active: 0, parked: 0 })
  expect(Object.fromEntries(tries)).toEqual({ first: 1, torn: 2, third: 1, fourth: 1, fifth: 1 })
})

test('many are done together; where that fails, each by itself', { timeout: 120_000 }, async () => {
  const { db } = await open()
  const letters = ['torn', 'second', 'third', 'fourth', 'fifth', 'sixth']
  await transaction(db, (trx) =>
    enqueueAll(
      trx,
      'test.together',
      letters.map((letter) => ({ letter })),
    ),
  )
  await expect.poll(() => settled.get('torn'), { timeout: 60_000 }).toBe(1)
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual({ waiting: 0, active: 0, parked: 0 })
  // All at once, then one by one, in whatever order they were taken; the torn one comes again.
  const [first, ...others] = batches
  expect(first!.toSorted()).toEqual(letters.toSorted())
  expect(others.map((batch) => batch.length)).toEqual(Array(7).fill(1))
  expect(Object.fromEntries(settled)).toEqual(Object.fromEntries(letters.map((letter) => [letter, 1])))
})

test('work exists exactly when its transaction commits', async () => {
  const { db } = await open(false)
  await transaction(db, async (trx) => {
    await enqueue(trx, counting, { number: 1 })
    throw new Error('changed my mind')
  }).catch(() => {})
  await transaction(db, (trx) => enqueue(trx, counting, { number: 2 }))
  const { rows } = await sql<{
    data: object
  }>`select data from jobs.job where name = 'test.counting'`.execute(db)
  expect(rows).toEqual([{ data: { number: 2 } }])
})
