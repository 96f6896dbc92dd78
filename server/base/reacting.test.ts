import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { type Trx, transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { tend } from './actor.ts'
import { recordEvent } from './events.ts'
import { enqueue, job, jobFigures, openJobs } from './jobs.ts'
import { react, reactTogether, settling } from './reacting.ts'

declare module './events.ts' {
  interface Events {
    'test.letter': { number: number }
    'test.hard': { number: number }
  }
}

const conversation = (number: number) => `cnv_${number}`
const seen: string[] = []
const held: string[] = []
const settledTogether: string[][] = []
let tears = 0
let tornSettle = 0
let lookedAt: (() => Promise<unknown>) | null = null

react('test.letter', 'first', async ({ detail }) => void seen.push(`first ${detail.number}`))
react('test.letter', 'torn', async ({ detail }) => {
  if (detail.number === 2 && ++tears < 3) throw new Error('this letter is torn')
  seen.push(`torn ${detail.number}`)
})
react('test.letter', 'last', async ({ detail }) => {
  await lookedAt?.()
  seen.push(`last ${detail.number}`)
})
reactTogether('test.letter', 'counted', async (events) => {
  seen.push(`counted ${events.map(({ detail }) => detail.number).join(' ')}`)
})
const settle = settling<{ id: string; done: string[] }>(async (id, work) => {
  held.push(id)
  const done: string[] = []
  await work({ id, done })
  settledTogether.push(done)
})
settle('test.letter', 'clock', async ({ done }) => void done.push('clock'))
settle(['test.letter', 'test.hard'], 'bell', async ({ id, done }) => {
  if (id === conversation(9) && ++tornSettle < 3) throw new Error('the bell is cracked')
  done.push('bell')
})
react('test.letter', 'slow', async ({ detail }) => void seen.push(`slow ${detail.number}`), {
  apart: { atOnce: 1 },
})
// What the last version had queues for: this process works as that one did.
const strange = job<object>('test.strange', async () => {}, 1)

async function open(work = true) {
  for (const list of [seen, held, settledTogether]) list.length = 0
  tears = tornSettle = 0
  lookedAt = null
  const database = await testDatabase()
  const jobs = await openJobs(database.config, { work, alone: true, log: () => {} })
  onTestFinished(() => jobs.close())
  return { ...database, close: () => jobs.close() }
}
const letter = (trx: Trx, number: number, of = number) =>
  recordEvent(trx, tend, 'test.letter', { conversationId: conversation(of) }, { number })
const quiet = { waiting: 0, active: 0, parked: 0 }
const queued = async (db: Parameters<typeof jobFigures>[0]) =>
  (
    await sql<{ name: string; data: { events?: unknown[] } }>`
      select name, data from jobs.job where state in ('created', 'retry') order by name`.execute(db)
  ).rows

test('what one transaction records is one job, however much reacts to it', async () => {
  const { db } = await open(false)
  await transaction(db, async (trx) => {
    for (const number of [1, 2, 3]) await letter(trx, number)
    await enqueue(trx, strange, {})
  })
  const rows = await queued(db)
  expect(rows.map(({ name }) => name)).toEqual([
    'events',
    'react.slow',
    'react.slow',
    'react.slow',
    'test.strange',
  ])
  expect(rows[0]!.data.events).toHaveLength(3)
  await transaction(db, async (trx) => {
    await letter(trx, 4)
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await queued(db)).toHaveLength(5)
})

test('each reaction runs once, in order; one that fails comes again alone', {
  timeout: 120_000,
}, async () => {
  const { db } = await open()
  await transaction(db, async (trx) => {
    for (const number of [1, 2, 3]) await letter(trx, number, 1)
  })
  await expect.poll(() => seen.includes('torn 2'), { timeout: 60_000 }).toBe(true)
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  expect(tears).toBe(3)
  expect(seen.filter((one) => !/slow|torn 2/.test(one))).toEqual([
    'first 1',
    'torn 1',
    'last 1',
    'first 2',
    'last 2',
    'first 3',
    'torn 3',
    'last 3',
    'counted 1 2 3',
  ])
  expect(seen.filter((one) => /slow/.test(one)).toSorted()).toEqual(['slow 1', 'slow 2', 'slow 3'])
  // Three events of one conversation, two clocks: held once.
  expect(held).toEqual([conversation(1)])
  expect(settledTogether).toEqual([['clock', 'bell']])
})

test('a clock that cannot be set keeps no other from being set', { timeout: 120_000 }, async () => {
  const { db } = await open()
  await transaction(db, (trx) => letter(trx, 9))
  await expect.poll(() => settledTogether.flat().toSorted(), { timeout: 60_000 }).toEqual(['bell', 'clock'])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  expect(tornSettle).toBe(3)
})

test('a job whose process ended is taken apart, so that what ends one takes no other with it', {
  timeout: 120_000,
}, async () => {
  const { db, close, config } = await open(false)
  await transaction(db, (trx) => letter(trx, 1))
  await close()
  // As a killed process leaves it: begun, and never ended.
  await sql`update jobs.job set state = 'active', started_on = now(), heartbeat_on = now() where name = 'events'`.execute(
    db,
  )
  let isBroken = true
  lookedAt = async () => {
    if (isBroken) throw new Error('ends its process')
  }
  const again = await openJobs(config, { work: true, alone: true, log: () => {} })
  onTestFinished(() => again.close())
  await expect
    .poll(() => seen.toSorted(), { timeout: 60_000 })
    .toEqual(['counted 1', 'first 1', 'slow 1', 'torn 1'])
  expect(settledTogether.toSorted()).toEqual([['bell'], ['clock']])
  isBroken = false
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  expect(seen).toContain('last 1')
})

test('what an earlier version left in the queue of one reaction is done', { timeout: 120_000 }, async () => {
  const { db, config, close } = await open(false)
  const event = { type: 'test.letter', detail: { number: 7 } }
  // Restored from an archive of that version.
  await enqueue(db, 'react.first', event)
  await sql`insert into jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name)
    select 'react.last', policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name
    from jobs.queue where name = 'events'`.execute(db)
  await sql`insert into jobs.job (name, data) values ('react.last', ${JSON.stringify(event)}::jsonb)`.execute(
    db,
  )
  await close()
  const working = await openJobs(config, { work: true, alone: true, log: () => {} })
  onTestFinished(() => working.close())
  await expect.poll(() => seen.toSorted(), { timeout: 60_000 }).toEqual(['first 7', 'last 7'])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
})
