import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { type Database, type Db, openDatabase, transaction } from '#server/database/database.ts'
import { changeCompany } from '#server/team/company.ts'
import { keepPromise, makePromise } from './actions.ts'
import { breakIfSilent } from './breaking.ts'
import { markLate, nudgePromise, setNudgesAnew } from './clocks.ts'
import { moveDue } from './moving.ts'
import { firesOnce } from './testing.ts'

/** Each turns its clock twice a year: the half hours of two islands, the south, and one whose day begins almost a day before ours. */
const zones = [
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Chatham',
]
const day = (from: string, to: string) => ({ from, to })
const weeks = [
  [null, ...Array(5).fill(day('09:00', '17:00')), null],
  [null, ...Array(5).fill(day('00:00', '24:00')), null],
  [
    day('01:30', '03:30'),
    null,
    day('22:00', '24:00'),
    day('06:00', '10:00'),
    null,
    day('13:00', '21:00'),
    day('00:00', '02:30'),
  ],
] as const

let stage: Stage
/** Two processes of one house: each has its own connections. */
let processes: [Db, Db]
let second: Database
beforeAll(async () => {
  stage = await openStage()
  second = openDatabase(stage.config)
  processes = [stage.db, second.db]
})
afterAll(async () => {
  await second.close()
  await stage.close()
})

const nth = fc.nat(20)
/** Up to nine days: what is given on one side of the change falls due on the other. */
const hours = fc.integer({ min: 1, max: 216 })
const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('make' as const), hours, minutes: fc.nat(59) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), nth, hours }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  // To the very moment the next timer is set for.
  { weight: 3, arbitrary: fc.constant({ do: 'next' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('week' as const), nth }) },
  { weight: 1, arbitrary: fc.constant({ do: 'die' as const }) },
)

describe('the ledger through the years', () => {
  it.each(zones)(
    'nudges once and never before its time, is late once, and loses none, in %s',
    async (timeZone) => {
      await changeCompany(stage.db, tend, { timeZone, hours: [...weeks[0]] })
      // Both changes of the year, and each from some days before it.
      for (const _ of ['there', 'and back']) {
        const now = Temporal.Instant.fromEpochMilliseconds((await clockNow(stage.db)).getTime())
        const change = now.toZonedDateTimeISO(timeZone).add({ days: 9 }).getTimeZoneTransition('next')!
        await moveClock(stage.db, new Date(change.subtract({ days: 4 }).epochMilliseconds))
        // The clock never goes back, so a failure is not made smaller: it is told with its seed.
        await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 7, maxLength: 12 }), play), {
          numRuns: 1,
          endOnFailure: true,
        })
        expect((await clockNow(stage.db)).getTime()).toBeGreaterThan(change.epochMilliseconds)
      }
    },
    120_000,
  )
})

type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

async function play(moves: Move[]): Promise<void> {
  const [here, there] = processes
  const { ana, repairs } = stage
  const came = await letter(here, { inboxId: repairs, from: maria, text: 'Any news?' })
  const inHours = async (n: number, minutes = 0) =>
    new Date((await clockNow(here)).getTime() + (n * 60 + minutes) * 60_000)
  const beyond = await make(came, await inHours(150))
  const open = async (n: number) => {
    const all = await here
      .selectFrom('promises')
      .select('id')
      .where('conversationId', '=', came.conversationId)
      .where('state', 'in', ['open', 'late', 'broken'])
      // The one that waits on the far side of the change stays.
      .where('id', '!=', beyond)
      .orderBy('id')
      .execute()
    return all[n % all.length]?.id
  }
  const nextTimer = async () =>
    (
      await here
        .selectFrom('timers')
        .select((e) => e.fn.min('dueAt').as('at'))
        .where('firedAt', 'is', null)
        .executeTakeFirstOrThrow()
    ).at
  for (const one of moves) {
    if (one.do === 'make') await make(came, await inHours(one.hours, one.minutes))
    else if (one.do === 'wait') await moveClock(here, await inHours(one.hours))
    else if (one.do === 'next') {
      const at = await nextTimer()
      if (at) await moveClock(here, at)
    } else if (one.do === 'week') {
      await changeCompany(here, tend, { hours: [...weeks[one.nth % weeks.length]!] })
      // The reaction runs in both processes at once, as after a repeat.
      await Promise.all([setNudgesAnew(here, null), setNudgesAnew(there, null)])
    } else if (one.do === 'die') await dieAtWork(here)
    else {
      const id = await open(one.nth)
      if (id && one.do === 'keep') await keepPromise(here, ana, id, { told: true })
      if (id && one.do === 'move') {
        const due = await inHours(one.hours)
        await transaction(here, (trx) => moveDue(trx, ana, id, due, { messageId: newId('message') }))
      }
    }
    await check(came.conversationId, await work())
  }
  for (let at = await nextTimer(); at; at = await nextTimer()) {
    // What lies within the same day comes in one go.
    await moveClock(here, new Date(at.getTime() + 24 * 3_600_000))
    await check(came.conversationId, await work())
  }
}

const make = (came: { conversationId: string; customerId: string }, due: Date) =>
  makePromise(stage.db, stage.ana, {
    ...came,
    inboxId: stage.repairs,
    messageId: null,
    what: 'call Maria',
    to: null,
    quote: null,
    makerId: stage.ana.id,
    due,
  })

const unfired = () =>
  stage.db.selectFrom('timers').select(['kind', 'subject', 'dueAt']).where('firedAt', 'is', null).execute()

/** Both processes sweep at once and then both do all that fired, as after a crash. Returns a moment by which all that was due is done. */
async function work(): Promise<Date> {
  const since = await clockNow(stage.db)
  for (;;) {
    const before = await unfired()
    const fired = await Promise.all(processes.map((db) => sweepTimers(db)))
    const left = new Set((await unfired()).map(nameOf))
    const jobs = before.filter((timer) => !left.has(nameOf(timer)))
    expect(fired[0]! + fired[1]!).toBe(jobs.length)
    if (jobs.length === 0) return since
    await Promise.all(jobs.flatMap((job) => processes.map((db) => run(db, job))))
  }
}

const nameOf = (timer: { kind: string; subject: string; dueAt: Date }) =>
  `${timer.kind} ${timer.subject} ${timer.dueAt.toISOString()}`

const run = (db: Db, { kind, subject }: { kind: string; subject: string }) =>
  kind === 'promise.nudge'
    ? nudgePromise(db, subject)
    : kind === 'promise.due'
      ? markLate(db, subject)
      : breakIfSilent(db, subject)

/** A process is killed after it has swept and done everything, and before any of it is written down. */
async function dieAtWork(db: Db): Promise<void> {
  const dying = transaction(db, async (trx) => {
    const due = await unfired()
    await sweepTimers(trx as never)
    for (const job of due) await run(trx as never, job)
    throw new Error('killed')
  })
  await expect(dying).rejects.toThrow('killed')
}

async function check(conversationId: string, since: Date): Promise<void> {
  const { db } = stage
  const rows = await db
    .selectFrom('promises')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .execute()
  const steps = await db
    .selectFrom('promiseSteps')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('position')
    .execute()
  const timers = await unfired()
  for (const row of rows) {
    const own = steps.filter((step) => step.promiseId === row.id)
    const due = row.due!
    const saidOf = (kind: string) =>
      own.filter((step) => step.kind === kind && (step.detail as { due?: string }).due === due.toISOString())
    const waits = (kind: string) =>
      timers.filter((timer) => timer.subject === row.id && timer.kind === kind).map((timer) => timer.dueAt)
    firesOnce(own as never)
    for (const { at, detail } of own.filter((step) => step.kind === 'late'))
      expect(at.getTime()).toBeGreaterThanOrEqual(Date.parse((detail as { due: string }).due))
    if (row.nudgedAt && row.nudgeAt)
      expect(row.nudgedAt.getTime()).toBeGreaterThanOrEqual(row.nudgeAt.getTime())
    if (row.state === 'open') {
      expect(due.getTime()).toBeGreaterThan(since.getTime())
      if (row.nudgeAt && row.nudgeAt <= since) expect(row.nudgedAt).not.toBeNull()
      if (row.nudgedAt) expect(saidOf('nudged').length).toBeGreaterThan(0)
      // Nothing is lost: what has not come has its timer, at its time.
      expect(waits('promise.nudge')).toEqual(row.nudgeAt && !row.nudgedAt ? [row.nudgeAt] : [])
      expect(waits('promise.due')).toEqual([due])
    } else {
      expect([...waits('promise.nudge'), ...waits('promise.due')]).toEqual([])
      if (row.state !== 'kept') expect(saidOf('late')).toHaveLength(1)
    }
  }
}
