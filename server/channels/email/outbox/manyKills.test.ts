import { expect, test } from 'vitest'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { expireLeases, killed, startWorker } from '../testing/killing.ts'
import { answer, openSink, testHouse, until } from '../testing.ts'

/** Half in every run; 20 kills of 200 replies, as TRUST.md asks, by `npm run faults`. */
const kills = Number(process.env.TEND_KILLS) || 10
const replies = kills * 10

/** A seed that is printed, so that a failing run can be repeated: MAIL_SEED=… */
const seed = Number(process.env.MAIL_SEED) || Math.floor(Math.random() * 1e9)
let state = seed
const chance = (below: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  return Math.floor((state / 2 ** 31) * below)
}

test(`X1: ${replies} replies, ${kills} kills: none lost, none twice but those flagged (seed ${seed})`, {
  timeout: 300_000,
  retry: 0,
}, async () => {
  const sink = await openSink()
  const house = await testHouse({ outboundSmtp: sink.url })
  const { conversationId } = await answer(house, { to: ['marta@rosewood.example'], text: 'TKN-0;' })
  for (let n = 1; n < replies; n++)
    await answer(house, { conversationId, to: ['marta@rosewood.example'], text: `TKN-${n};` })

  for (let kill = 0; kill < kills; kill++) {
    // After a few letters more, at any verb of one of them.
    const steps = 2 + chance(28)
    const reached = Promise.withResolvers<void>()
    let step = 0
    sink.behave(() => {
      if (++step >= steps) reached.resolve()
      return undefined
    })
    const worker = await startWorker(house, sink.url)
    await reached.promise
    await killed(worker)
    await expireLeases(house)
  }
  sink.behave(() => undefined)
  await startWorker(house, sink.url)
  await until(async () => (await inPhase(house, 'queued', 'claimed', 'handover')) === 0, 60_000)
  const doubtful = await inPhase(house, 'unknown')
  await moveClock(house.db, new Date((await clockNow(house.db)).getTime() + 11 * 60_000))
  await until(async () => (await inPhase(house, 'queued', 'claimed', 'handover', 'unknown')) === 0, 60_000)

  const seen = Map.groupBy(sink.letters, (letter) => /TKN-\d+;/.exec(letter.raw)![0])
  expect(seen.size).toBe(replies)
  const rows = await house.db.selectFrom('outbox').selectAll().execute()
  const flagged = new Set(rows.filter((row) => row.resentOnce).map((row) => row.messageIdHeader))
  expect(flagged.size).toBe(doubtful)
  for (const [token, letters] of seen) {
    const id = /^Message-ID:\s+<(.+)>/im.exec(letters[0]!.raw)![1]!
    if (letters.length > 1) expect(flagged, `${token} came ${letters.length} times`).toContain(id)
    expect(letters.length).toBeLessThanOrEqual(2)
    expect(new Set(letters.map((letter) => letter.raw)).size).toBe(1)
  }
  expect((await house.db.selectFrom('mailTasks').selectAll().execute()).length).toBe(doubtful)
})

const inPhase = async (house: Awaited<ReturnType<typeof testHouse>>, ...phases: string[]) =>
  (
    await house.db
      .selectFrom('outbox')
      .select('id')
      .where('phase', 'in', phases as ['queued'])
      .execute()
  ).length
