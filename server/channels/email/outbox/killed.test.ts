import { connect, createServer } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { expireLeases, killed, startWorker, type TestHouse } from '../testing/killing.ts'
import { answer, openSink, type Sink, standing, testHouse, until } from '../testing.ts'
import { startSending } from './sending.ts'

const quick = { silence: 5000, dot: 10_000 }

const laterBy = async (house: TestHouse, minutes: number) =>
  moveClock(house.db, new Date((await clockNow(house.db)).getTime() + minutes * 60_000))

async function takeOver(house: TestHouse): Promise<void> {
  await expireLeases(house)
  const sending = await startSending(house, { patience: quick })
  onTestFinished(() => sending.stop())
}

const tasks = (house: TestHouse) =>
  house.db.selectFrom('mailTasks').select(['kind', 'messageId']).where('doneAt', 'is', null).execute()

const phaseIs = (house: TestHouse, messageId: string, phase: string) =>
  until(async () => (await standing(house, messageId))[0]?.phase === phase)

/** Kills the worker the moment it reaches a verb; the letter of that attempt is never answered. */
async function killedAt(verb: 'connect' | 'mail' | 'rcpt' | 'data') {
  const sink = await openSink()
  const house = await testHouse({ outboundSmtp: sink.url })
  const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
  const worker = await startWorker(house, sink.url)
  const reached = Promise.withResolvers<void>()
  sink.behave((at) => {
    if (at !== verb) return undefined
    reached.resolve()
    return 'hang'
  })
  await reached.promise
  await killed(worker)
  sink.behave(() => undefined)
  return { house, sink, messageId }
}

/** Kills the worker while it waits for the database: the outbox is held from `verb` on, so that it cannot write its next step. */
async function killedWaiting(verb: 'rcpt' | 'data') {
  const sink = await openSink()
  const house = await testHouse({ outboundSmtp: sink.url })
  const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
  const blocker = await house.database.pool.connect()
  sink.behave(async (at) => {
    if (at === verb) await blocker.query('begin; select 1 from outbox for update')
    return undefined
  })
  const worker = await startWorker(house, sink.url)
  const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  const { rows } = await until(async () => {
    const found = await waiting.execute(house.db)
    return found.rows.length > 0 && found
  })
  await killed(worker)
  // PostgreSQL would notice only when it next speaks to the dead client.
  for (const { pid } of rows) await sql`select pg_terminate_backend(${pid})`.execute(house.db)
  await blocker.query('rollback')
  blocker.release()
  sink.behave(() => undefined)
  return { house, sink, messageId }
}

const killedIn = {
  'the greeting': () => killedAt('connect'),
  MAIL: () => killedAt('mail'),
  RCPT: () => killedAt('rcpt'),
  'the body, all of it sent, no mark yet': () => killedWaiting('rcpt'),
}

describe('a worker is killed', { retry: 0 }, () => {
  test.each(Object.keys(killedIn) as (keyof typeof killedIn)[])(
    'in %s: the next one sends the letter, once, and nobody need do anything',
    async (where) => {
      const { house, sink, messageId } = await killedIn[where]()
      await takeOver(house)
      await phaseIs(house, messageId, 'done')
      expect((await standing(house, messageId))[0]).toMatchObject({ state: 'accepted', resentOnce: false })
      expect(sink.letters).toHaveLength(1)
      expect(sink.seen).toHaveLength(1)
      expect(await tasks(house)).toEqual([])
    },
  )

  test('after the dot, before the answer: flagged; sent once more after ten minutes, the same bytes', async () => {
    const { house, sink, messageId } = await killedAt('data')
    await takeOver(house)
    await expectDoubt(house, sink, messageId)
    expect(sink.seen).toHaveLength(2)
    expect(sink.seen[0]).toBe(sink.seen[1])
  })

  test('after the mark, the dot lost on the way: flagged, and arrives once in the end', async () => {
    const sink = await openSink()
    const house = await testHouse({ outboundSmtp: sink.url })
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    const road = await roadThatLosesTheDot(sink)
    const worker = await startWorker(house, road.url)
    await road.dotLost
    await killed(worker)
    await takeOver(house)
    await expectDoubt(house, sink, messageId)
    expect(sink.seen).toHaveLength(1)
  })

  test('after the answer, before it is written down: flagged, never silently repeated', async () => {
    const { house, sink, messageId } = await killedWaiting('data')
    expect(sink.letters).toHaveLength(1)
    await takeOver(house)
    await expectDoubt(house, sink, messageId)
    expect(sink.seen).toHaveLength(2)
    expect(sink.seen[0]).toBe(sink.seen[1])
  })

  test('after everything is written: nothing more happens', async () => {
    const sink = await openSink()
    const house = await testHouse({ outboundSmtp: sink.url })
    const { messageId } = await answer(house, { to: ['marta@rosewood.example'] })
    const worker = await startWorker(house, sink.url)
    await phaseIs(house, messageId, 'done')
    await killed(worker)
    await takeOver(house)
    await laterBy(house, 11)
    const other = await answer(house, { to: ['piet@rosewood.example'] })
    await phaseIs(house, other.messageId, 'done')
    expect(sink.letters).toHaveLength(2)
    expect(await tasks(house)).toEqual([])
  })
})

/** Not known, not repeated for ten minutes; then once more, and said so to a person. */
async function expectDoubt(house: TestHouse, sink: Sink, messageId: string): Promise<void> {
  await phaseIs(house, messageId, 'unknown')
  expect((await standing(house, messageId))[0]).toMatchObject({ state: 'unknown' })
  const before = sink.seen.length
  await laterBy(house, 8)
  const other = await answer(house, { to: ['piet@rosewood.example'] })
  await phaseIs(house, other.messageId, 'done')
  expect(sink.seen.length).toBe(before + 1)
  await laterBy(house, 3)
  await phaseIs(house, messageId, 'done')
  const [row] = await standing(house, messageId)
  expect(row).toMatchObject({ state: 'accepted', resentOnce: true })
  expect(row!.detail).toContain('may have arrived twice')
  expect(await tasks(house)).toEqual([{ kind: 'unknown', messageId }])
  sink.seen.splice(before, 1)
}

/** Passes everything on to the sink but the first final dot. */
async function roadThatLosesTheDot(sink: Sink): Promise<{ url: string; dotLost: Promise<void> }> {
  let lost = false
  let tell: () => void = () => {}
  const dotLost = new Promise<void>((resolve) => {
    tell = resolve
  })
  const target = Number(new URL(sink.url).port)
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    let tail = ''
    client.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('latin1')).slice(-5)
      if (!lost && tail === '\r\n.\r\n') {
        lost = true
        if (chunk.length > 3) upstream.write(chunk.subarray(0, -3))
        return tell()
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk: Buffer) => client.write(chunk))
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => {})
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void server.close())
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, dotLost }
}
