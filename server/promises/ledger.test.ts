import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { addWorkingDays } from '#server/calendar/workingTime.ts'
import { letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { keepPromise, makePromise, releasePromise } from './actions.ts'
import { breakIfSilent, breakPromise } from './breaking.ts'
import { markLate, nudgePromise } from './clocks.ts'
import { countFigures, figuresFromEvents } from './figures.ts'
import { answerHandover, handOver } from './handing.ts'
import { moveDue, unsayPromises } from './moving.ts'
import { mostPressing } from './promise.ts'
import { firesOnce } from './testing.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** What the ledger should say, kept beside it by the plainest means. */
interface Word {
  id: string
  due: number | null
  state: 'open' | 'kept' | 'released'
  maker: string
  askedOf: string | null
  madeIn: string | null
  moves: { from: number | null; messageId: string; wasBroken: boolean }[]
  /** Its maker has said that it cannot be kept. */
  isBroken: boolean
}

const nth = fc.nat(20)
const minutes = fc.integer({ min: 1, max: 4000 })
const move = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('make' as const), minutes: fc.option(minutes, { freq: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), nth, minutes }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('keep' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hand' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), nth, yes: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unsay' as const), nth }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes }) },
  // Jobs run late, out of order, and twice after a crash.
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('work' as const), order: fc.array(nth, { maxLength: 6 }) }),
  },
)

describe('the promise ledger', () => {
  it('loses no promise and fires none twice, in any order of verbs, waits, late jobs and repeats', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 22 }), async (moves) => {
        const ledger = await openLedger()
        for (const move of moves) await ledger.play(move)
        await ledger.drain()
        await ledger.check()
      }),
      { numRuns: 80, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false },
    )
    // Reports can be derived: the figures of all these histories, counted from the events alone, are those of the ledger.
    const events = await stage.db
      .selectFrom('events')
      .select(['type', 'promiseId', 'detail'])
      .where('type', 'like', 'promise.%')
      .orderBy('seq')
      .execute()
    const counted = await countFigures(stage.db, tend, { days: 36_500 })
    expect(counted.broken).toBeGreaterThan(0)
    expect(counted.toldBefore).toBeGreaterThan(0)
    expect(figuresFromEvents(events as never)).toEqual(counted)
  }, 300_000)
})

type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

async function openLedger() {
  const { db, ana, ben, repairs } = stage
  const { conversationId, customerId } = await letter(db, {
    inboxId: repairs,
    from: maria,
    text: 'Any news?',
  })
  const words: Word[] = []
  const messages: string[] = []
  const jobs: { kind: string; subject: string }[] = []
  const now = async () => (await clockNow(db)).getTime()
  const open = (n: number) => {
    const all = words.filter((word) => word.state === 'open')
    return all.length ? all[n % all.length]! : null
  }

  /** As the sweep does it: what is due is marked, its job waits. */
  const sweep = async () => {
    const due = await db.selectFrom('timers').selectAll().where('firedAt', 'is', null).execute()
    await sweepTimers(db)
    const left = await db.selectFrom('timers').selectAll().where('firedAt', 'is', null).execute()
    const key = (timer: { kind: string; subject: string; dueAt: Date }) =>
      `${timer.kind} ${timer.subject} ${timer.dueAt.toISOString()}`
    const still = new Set(left.map(key))
    jobs.push(...due.filter((timer) => !still.has(key(timer))))
  }
  const run = ({ kind, subject }: { kind: string; subject: string }) =>
    kind === 'promise.nudge'
      ? nudgePromise(db, subject)
      : kind === 'promise.due'
        ? markLate(db, subject)
        : breakIfSilent(db, subject)

  const play = async (move: Move): Promise<void> => {
    if (move.do === 'wait') {
      await moveClock(db, new Date((await now()) + move.minutes * 60_000))
      return sweep()
    }
    if (move.do === 'work') {
      for (const n of move.order) if (jobs.length) await run(jobs[n % jobs.length]!)
      return
    }
    if (move.do === 'make') {
      const due = move.minutes === null ? null : (await now()) + move.minutes * 60_000
      const messageId = newId('message')
      const id = await makePromise(db, ana, {
        conversationId,
        customerId,
        inboxId: repairs,
        messageId,
        what: 'call Maria',
        to: null,
        quote: null,
        makerId: ana.id,
        due: due === null ? null : new Date(due),
      })
      messages.push(messageId)
      words.push({
        id,
        due,
        state: 'open',
        maker: ana.id,
        askedOf: null,
        madeIn: messageId,
        moves: [],
        isBroken: false,
      })
      return
    }
    if (move.do === 'unsay') {
      if (messages.length === 0) return
      const [messageId] = messages.splice(move.nth % messages.length, 1)
      await transaction(db, (trx) => unsayPromises(trx, ana, { conversationId, messageId: messageId! }))
      unsay(messageId!)
      return
    }
    const word = open(move.nth)
    if (!word) return
    if (move.do === 'keep') {
      await keepPromise(db, ana, word.id, { told: true })
      word.state = 'kept'
    } else if (move.do === 'release') {
      await releasePromise(db, ana, word.id, 'she found her own way')
      word.state = 'released'
    } else if (move.do === 'move') {
      const due = (await now()) + move.minutes * 60_000
      const messageId = newId('message')
      await transaction(db, (trx) => moveDue(trx, ana, word.id, new Date(due), { messageId }))
      messages.push(messageId)
      word.moves.push({ from: word.due, messageId, wasBroken: word.isBroken })
      word.due = due
      word.isBroken = false
    } else if (move.do === 'break') {
      await breakPromise(db, word.maker === ana.id ? ana : ben, word.id, 'the part is not made any more')
      word.isBroken = true
    } else if (move.do === 'hand') {
      const to = word.maker === ana.id ? ben : ana
      const by = word.maker === ana.id ? ana : ben
      await handOver(db, by, word.id, to.id, undefined)
      word.askedOf = to.id
    } else if (word.askedOf) {
      await answerHandover(db, word.askedOf === ben.id ? ben : ana, word.id, move.yes)
      if (move.yes) word.maker = word.askedOf
      word.askedOf = null
    }
  }

  const unsay = (messageId: string) => {
    const made = words.findIndex((word) => word.madeIn === messageId)
    if (made >= 0 && words[made]!.moves.length === 0) words.splice(made, 1)
    for (const word of words) {
      const place = word.moves.findIndex((one) => one.messageId === messageId)
      if (place < 0) continue
      const [taken] = word.moves.splice(place, 1)
      if (place !== word.moves.length || word.state !== 'open') continue
      word.due = taken!.from
      word.isBroken = taken!.wasBroken
    }
  }

  const drain = async () => {
    // What a job sets may be due already: what is late now may be broken by now.
    for (await sweep(); jobs.length; await sweep())
      while (jobs.length) {
        const next = jobs.shift()!
        await run(next)
        await run(next)
      }
  }

  const check = async () => {
    const rows = await db
      .selectFrom('promises')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .execute()
    const timers = await db.selectFrom('timers').selectAll().where('firedAt', 'is', null).execute()
    const steps = await db
      .selectFrom('promiseSteps')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .orderBy('position')
      .execute()
    const present = await now()
    const hours = await workingTime(db)
    expect(rows.map((row) => row.id).sort()).toEqual(words.map((word) => word.id).sort())
    expect(steps.every((step) => rows.some((row) => row.id === step.promiseId))).toBe(true)
    for (const word of words) {
      const row = rows.find((one) => one.id === word.id)!
      const isLate = word.state === 'open' && word.due !== null && word.due <= present
      const breaks = isLate && addWorkingDays(new Date(word.due!), 2, hours).getTime() <= present
      const isBroken = word.state === 'open' && (word.isBroken || breaks)
      expect(row).toMatchObject({
        state: isBroken ? 'broken' : isLate ? 'late' : word.state,
        makerId: word.maker,
        handoverToId: word.state === 'open' ? word.askedOf : null,
        renegotiations: word.moves.length,
      })
      if (word.state === 'open') expect(row.due?.getTime() ?? null).toBe(word.due)
      const waiting = timers.filter((timer) => timer.subject === word.id)
      const dueTimers = waiting.filter((timer) => timer.kind === 'promise.due').map((timer) => timer.dueAt)
      expect(dueTimers).toEqual(
        word.state === 'open' && word.due !== null && !isLate && !isBroken ? [row.due] : [],
      )
      if (isBroken) expect(waiting).toEqual([])
      if (word.state !== 'open') expect(waiting).toEqual([])
      if (row.state === 'open' && row.nudgeAt && row.nudgeAt.getTime() <= present)
        expect(row.nudgedAt).not.toBeNull()
      firesOnce(steps.filter((step) => step.promiseId === word.id))
    }
    const conversation = await db
      .selectFrom('conversations')
      .select(['nextPromiseId', 'nextPromiseState'])
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    const pressing = mostPressing(rows)
    expect(conversation).toEqual({
      nextPromiseId: pressing?.id ?? null,
      nextPromiseState: pressing?.state ?? null,
    })
  }
  return { play, drain, check }
}

it('is not moved by a process that dies between marking a timer and its job: the job is in the same transaction', async () => {
  const { db, ana, repairs } = stage
  const { conversationId, customerId } = await letter(db, { inboxId: repairs, from: maria, text: 'And now?' })
  const due = new Date((await clockNow(db)).getTime() + 3_600_000)
  const id = await makePromise(db, ana, {
    conversationId,
    customerId,
    inboxId: repairs,
    messageId: null,
    what: 'call Maria',
    to: null,
    quote: null,
    makerId: ana.id,
    due,
  })
  await moveClock(db, due)
  await transaction(db, async (trx) => {
    await sweepTimers(trx as never)
    throw new Error('killed')
  }).catch(() => {})
  const timers = await db
    .selectFrom('timers')
    .select('kind')
    .where('subject', '=', id)
    .where('firedAt', 'is', null)
    .orderBy('kind')
    .execute()
  expect(timers.map((timer) => timer.kind)).toEqual(['promise.due', 'promise.nudge'])
  expect(await markLate(db, id)).toMatchObject({ state: 'late' })
  expect(await markLate(db, id)).toBeNull()
})
