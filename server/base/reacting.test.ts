import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { tend } from './actor.ts'
import { recordEvent, recordTogether } from './events.ts'
import { enqueue, job, jobFigures, openJobs } from './jobs.ts'
import { looking, react, reactApart, reactTogether, settling } from './reacting.ts'

declare module './events.ts' {
  interface Events {
    'test.letter': { number: number }
    'test.hard': { number: number }
    'test.unheard': { number: number }
    'test.looked': { number: number }
  }
}

const conversation = (number: number) => `cnv_${number}`
const seen: string[] = []
const held: string[] = []
const settledTogether: string[][] = []
const looks: string[] = []
let isBlind = false
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
const settle = settling<{ id: string; done: string[] }>(async (ids, work) => {
  held.push(ids.join(' '))
  const done: string[] = []
  await work(
    null as never,
    ids.map((id) => ({ id, done })),
  )
  settledTogether.push(done)
})
settle('test.letter', 'clock', async (_, all) => void all[0]!.done.push('clock'))
settle(['test.letter', 'test.hard'], 'bell', async (_, all) => {
  for (const { id, done } of all) {
    if (id === conversation(9) && ++tornSettle < 4) throw new Error('the bell is cracked')
    done.push('bell')
  }
})
reactApart('test.letter', 'slow', async ({ detail }) => void seen.push(`slow ${detail.number}`))
const lookFor = looking<{ isOdd: boolean }>(async (ids) => {
  looks.push(ids.join(' '))
  if (isBlind) throw new Error('nothing can be seen')
  return new Map(ids.map((id) => [id, { isOdd: Number(id.slice(4)) % 2 === 1 }]))
})
const isOdd = (seen: { isOdd: boolean }) => seen.isOdd
lookFor('test.looked', 'odd', isOdd, async ({ detail }) => void seen.push(`odd ${detail.number}`))
lookFor('test.looked', 'odd too', isOdd, async ({ detail }) => void seen.push(`odd too ${detail.number}`))
// What the last version had queues for: this process works as that one did.
const strange = job<object>('test.strange', async () => {}, 1)

async function open(work = true) {
  for (const list of [seen, held, settledTogether, looks]) list.length = 0
  isBlind = false
  tears = tornSettle = 0
  lookedAt = null
  const database = await testDatabase()
  const jobs = await openJobs(database.config, { work, alone: true, log: () => {} })
  onTestFinished(() => jobs.close())
  return { ...database, close: () => jobs.close() }
}
const letter = (trx: Trx, number: number, of = number) =>
  recordEvent(trx, tend, 'test.letter', { conversationId: conversation(of) }, { number })
const hard = (trx: Trx, number: number) =>
  recordEvent(trx, tend, 'test.hard', { conversationId: conversation(number) }, { number })
const quiet = { waiting: 0, active: 0, parked: 0 }
const queued = async (db: Db) => ({
  jobs: (
    await sql<{ name: string }>`
      select name from jobs.job where state in ('created', 'retry') order by name`.execute(db)
  ).rows.map(({ name }) => name),
  due: (
    await sql<{ types: string[] }>`
      select array(select type from events where seq = any(seqs) order by seq) as types from reactions_due order by id`.execute(
      db,
    )
  ).rows.map(({ types }) => types),
})

test('what one transaction records is due at once, however much reacts to it', async () => {
  const { db } = await open(false)
  await transaction(db, async (trx) => {
    for (const number of [1, 2, 3]) await letter(trx, number)
    await enqueue(trx, strange, {})
  })
  const jobs = ['react.slow', 'react.slow', 'react.slow', 'test.strange']
  const due = [['test.letter', 'test.letter', 'test.letter']]
  expect(await queued(db)).toEqual({ jobs, due })
  await transaction(db, async (trx) => {
    await letter(trx, 4)
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await queued(db)).toEqual({ jobs, due })
  // Written together, one statement says both; what nobody reacts to is due to nobody.
  await transaction(db, async (trx) => {
    recordTogether(trx)
    await hard(trx, 5)
    await recordEvent(trx, tend, 'test.unheard', {}, { number: 5 })
    await hard(trx, 6)
  })
  await transaction(db, async (trx) => {
    recordTogether(trx)
    await recordEvent(trx, tend, 'test.unheard', {}, { number: 7 })
  })
  due.push(['test.hard', 'test.unheard', 'test.hard'])
  expect(await queued(db)).toEqual({ jobs, due })
  // With what has a queue of its own, too, and with more than fit in a row.
  await transaction(db, async (trx) => {
    recordTogether(trx)
    await letter(trx, 8)
    for (let number = 0; number < 20; number++) await hard(trx, number)
  })
  jobs.splice(3, 0, 'react.slow')
  due.push(['test.letter', ...Array.from({ length: 19 }, () => 'test.hard')], ['test.hard'])
  expect(await queued(db)).toEqual({ jobs, due })
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
  expect(tornSettle).toBe(4)
})

test('conversations of a batch are held together; one that cannot be settled keeps no other from it', {
  timeout: 120_000,
}, async () => {
  const { db } = await open()
  await transaction(db, async (trx) => {
    for (const number of [7, 9, 8]) await letter(trx, number)
  })
  await expect.poll(() => tornSettle, { timeout: 60_000 }).toBe(4)
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  const [all, ...each] = held
  expect(all).toBe([7, 8, 9].map(conversation).join(' '))
  expect(each.slice(0, 2)).toEqual([conversation(7), conversation(8)])
  expect(settledTogether.slice(0, 3)).toEqual([['clock', 'bell'], ['clock', 'bell'], ['clock']])
  expect(settledTogether.at(-1)).toEqual(['bell'])
})

test('what has nothing to do is known by one look for all', { timeout: 120_000 }, async () => {
  const { db } = await open()
  const record = (numbers: number[]) =>
    transaction(db, async (trx) => {
      for (const number of numbers)
        await recordEvent(trx, tend, 'test.looked', { conversationId: conversation(number) }, { number })
    })
  await record([2, 4, 6])
  await expect.poll(() => looks, { timeout: 60_000 }).toEqual([[2, 4, 6].map(conversation).join(' ')])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  expect(seen).toEqual([])
  // Whatever has done something may have changed what was seen.
  looks.length = 0
  await record([1, 2])
  await expect.poll(() => seen, { timeout: 60_000 }).toEqual(['odd 1', 'odd too 1'])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
  expect(looks).toHaveLength(3)
  // Where nobody can look, each looks for itself.
  isBlind = true
  await record([4])
  await expect.poll(() => seen.slice(2), { timeout: 60_000 }).toEqual(['odd 4', 'odd too 4'])
})

test('what a process was at work on that ended is taken apart, so that what ends one takes no other with it', {
  timeout: 120_000,
}, async () => {
  const { db, close, config } = await open(false)
  await transaction(db, (trx) => letter(trx, 1))
  await close()
  // As a killed process leaves it: begun, and never ended.
  await sql`update reactions_due set tries = 1, taken_until = now() + interval '1 hour'`.execute(db)
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

test('what somebody else is at work on is left to them until they fall silent', {
  timeout: 120_000,
}, async () => {
  const { db, close, config } = await open(false)
  for (const number of [1, 2]) await transaction(db, (trx) => hard(trx, number))
  await close()
  await sql`update reactions_due set tries = 1, taken_until = now() + interval '1 hour' where id = (select min(id) from reactions_due)`.execute(
    db,
  )
  const beside = await openJobs(config, { work: true, alone: false, log: () => {} })
  onTestFinished(() => beside.close())
  await expect.poll(() => held, { timeout: 60_000 }).toEqual([conversation(2)])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual({ ...quiet, active: 1 })
  await sql`update reactions_due set taken_until = now()`.execute(db)
  await expect.poll(() => held, { timeout: 60_000 }).toEqual([2, 1].map(conversation))
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
})

test('what an earlier version left in the queue of all events is done', { timeout: 120_000 }, async () => {
  const { db } = await open()
  const event = (number: number) => ({
    type: 'test.hard',
    conversationId: conversation(number),
    detail: { number },
  })
  await enqueue(db, 'events', { events: [event(1), event(2)] })
  await expect.poll(() => held, { timeout: 60_000 }).toEqual([[1, 2].map(conversation).join(' ')])
  await expect.poll(() => jobFigures(db), { timeout: 60_000 }).toEqual(quiet)
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
