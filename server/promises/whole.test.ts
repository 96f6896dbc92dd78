import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { isOpenAt, type WorkingTime } from '#server/calendar/workingTime.ts'
import { close } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  joao,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { breakIfSilent, changeWordRules, setBreaksAnew } from './breaking.ts'
import { markLate } from './clocks.ts'
import { servePromises } from './routes.ts'
import { endSeries, nextOccurrence } from './series.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  // Friday 4 December 2026, ten o'clock.
  await startClock(stage.db, new Date('2026-12-04T10:00:00Z'))
  ask = askIn(await openHttp(stage, servePromises))
})
afterAll(() => stage.close())

const matter = async (from = maria) =>
  (await letter(stage.db, { inboxId: stage.repairs, from, text: 'When?' })).conversationId
const make = async (body: object) =>
  (await ask(stage.ana, 'POST /promises', { body: { what: 'write how it goes', ...body } })).body
const at = (id: string, body?: object) => ({ params: { id }, ...(body && { body }) })
const read = async (id: string) => (await ask(stage.ana, 'GET /promises/{id}', at(id))).body
const kinds = (promise: { steps: { kind: string }[] }) => promise.steps.map((one) => one.kind)
const openIn = async (conversation: string) =>
  (await ask(stage.ana, 'GET /promises', { query: { conversation, unsettled: 'true' } })).body.items

describe('a promise that comes again', () => {
  it('appears anew when one is kept, until the matter is done', async () => {
    const conversationId = await matter()
    const first = await make({ conversationId, due: '2026-12-04T15:00:00Z', repeats: 'weekly' })
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(first.id))
    const [second] = await openIn(conversationId)
    expect(second).toMatchObject({ due: '2026-12-11T15:00:00.000Z', repeats: 'weekly', state: 'open' })
    // Kept twice by two tabs: still one.
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(first.id))
    expect(await openIn(conversationId)).toHaveLength(1)
    await close(stage.db, stage.ana, conversationId, 'nothing-more')
    await endSeries(stage.db, conversationId)
    await endSeries(stage.db, conversationId)
    expect(await openIn(conversationId)).toEqual([])
    expect(kinds(await read(second.id))).toEqual(['made', 'ended'])
  })

  it('does not come again when this was the last time, or when it is released', async () => {
    const conversationId = await matter()
    const one = await make({ conversationId, due: '2026-12-04T15:00:00Z', repeats: 'daily' })
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(one.id, { again: false }))
    const other = await make({ conversationId, due: '2026-12-04T16:00:00Z', repeats: 'daily' })
    await ask(
      stage.ana,
      'POST /promises/{id}/release',
      at(other.id, { because: 'no need to write any more' }),
    )
    expect(await openIn(conversationId)).toEqual([])
  })

  it('needs a time to begin with', async () => {
    const conversationId = await matter()
    const body = { conversationId, what: 'write', due: null, repeats: 'weekly' }
    const refused = await ask(stage.ana, 'POST /promises', { body })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/due'])
  })

  it('keeps its hour and its day through changes of clocks, short months and closed days', () => {
    const day = { from: '09:00', to: '17:00' }
    const working: WorkingTime = {
      timeZone: 'Europe/Lisbon',
      hours: [null, day, day, day, day, day, null],
      holidays: { '2026-12-25': 'Christmas Day' },
    }
    const next = (first: string, repeats: 'daily' | 'weekly' | 'monthly', after: string) =>
      nextOccurrence(new Date(first), repeats, new Date(after), working).due.toISOString()
    // A Friday before the clocks change, and the one behind.
    expect(next('2026-10-23T14:00Z', 'weekly', '2026-10-23T14:00Z')).toBe('2026-10-30T15:00:00.000Z')
    // Christmas Day is a Friday: the day before; and the week behind it is a Friday again.
    expect(next('2026-12-18T15:00Z', 'weekly', '2026-12-18T15:00Z')).toBe('2026-12-24T17:00:00.000Z')
    expect(next('2026-12-18T15:00Z', 'weekly', '2026-12-25T15:00Z')).toBe('2027-01-01T15:00:00.000Z')
    expect(next('2026-12-04T15:00Z', 'daily', '2026-12-04T15:00Z')).toBe('2026-12-07T15:00:00.000Z')
    // The last of a month stays the last: 28 February 2027 is a Sunday, so the Friday before.
    expect(next('2026-12-31T15:00Z', 'monthly', '2027-02-01T00:00Z')).toBe('2027-02-26T17:00:00.000Z')
    expect(next('2026-12-31T15:00Z', 'monthly', '2027-03-01T00:00Z')).toBe('2027-03-31T14:00:00.000Z')
    const zone = fc.constantFrom(
      'Europe/Lisbon',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'America/Santiago',
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-05'), max: new Date('2027-12-01'), noInvalidDate: true }),
        zone,
        fc.constantFrom('daily' as const, 'weekly' as const, 'fortnightly' as const, 'monthly' as const),
        (first, timeZone, repeats) => {
          const there = { ...working, timeZone }
          const one = nextOccurrence(first, repeats, first, there)
          expect(one.seriesDue > first && isOpenAt(one.due, there)).toBe(true)
          const wall = (moment: Date) =>
            Temporal.Instant.from(moment.toISOString()).toZonedDateTimeISO(timeZone)
          // An hour that spring leaves out is the only one that may move.
          const moved = wall(one.seriesDue)
            .since(wall(one.seriesDue).with({ hour: wall(first).hour }))
            .total('hours')
          expect(Math.abs(moved)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a promise to several people', () => {
  it('is told to each, and is told when nobody is left', async () => {
    const conversationId = await matter()
    const { id } = await make({
      conversationId,
      due: '2026-12-07T15:00:00Z',
      alsoTo: [joao.name, 'The caretaker'],
    })
    await ask(stage.ana, 'POST /promises/{id}/telling', at(id)).then(({ status }) => expect(status).toBe(409))
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(id, { told: false }))
    const untold = async () =>
      (await ask(stage.ana, 'GET /promises', { query: { lane: 'untold' } })).body.items.map(
        (one: { id: string }) => one.id,
      )
    expect(await untold()).toEqual([id])
    const first = await ask(stage.ana, 'POST /promises/{id}/telling', at(id, { people: [0, 2] }))
    expect(first.body).toMatchObject({
      told: false,
      people: [
        { name: 'Maria Lopes', toldAt: expect.any(String) },
        { name: joao.name, toldAt: null },
        { name: 'The caretaker', toldAt: expect.any(String) },
      ],
    })
    expect((await ask(stage.ana, 'POST /promises/{id}/telling', at(id, { people: [7] }))).status).toBe(422)
    const all = await ask(stage.ana, 'POST /promises/{id}/telling', at(id))
    expect(all.body.told).toBe(true)
    expect(await untold()).toEqual([])
  })
})

it('puts a conversation off with one’s word: a promise, and back while there is time to keep it', async () => {
  const conversationId = await matter()
  const due = '2026-12-08T15:00:00.000Z'
  const body = { conversationId, what: 'call about the part', due }
  const made = await ask(stage.ana, 'POST /promises/snoozing', { body })
  expect(made.body).toMatchObject({ what: 'call about the part', due, makerId: stage.ana.id })
  const row = await stage.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    status: 'snoozed',
    snoozeReason: 'call about the part',
    nextPromiseId: made.body.id,
  })
  expect(row.snoozedUntil! < new Date(due)).toBe(true)
  const past = { ...body, due: '2026-12-01T15:00:00Z' }
  expect((await ask(stage.ana, 'POST /promises/snoozing', { body: past })).status).toBe(422)
})

describe('a promise of the team', () => {
  it('is on everyone’s board until somebody takes it', async () => {
    const conversationId = await matter()
    const { id } = await make({ conversationId, due: '2026-12-07T15:00:00Z', makerId: null })
    const sees = async (by: typeof stage.ana) =>
      (await ask(by, 'GET /promises', { query: { maker: 'mine-or-nobody', conversation: conversationId } }))
        .body.items
    expect([await sees(stage.ana), await sees(stage.ben)].map((items) => items.length)).toEqual([1, 1])
    await ask(stage.ben, 'POST /promises/{id}/handover', at(id, { teammateId: stage.ben.id }))
    expect([await sees(stage.ana), await sees(stage.ben)].map((items) => items.length)).toEqual([0, 1])
    const nobodys = await ask(stage.ana, 'GET /promises', {
      query: { maker: 'nobody', conversation: conversationId },
    })
    expect(nobodys.body.items).toEqual([])
  })
})

describe('a broken promise', () => {
  const late = async (due: Date) => {
    const conversationId = await matter()
    const { id } = await make({ conversationId, due: due.toISOString() })
    await moveClock(stage.db, due)
    await markLate(stage.db, id)
    return { id, conversationId }
  }
  const inHours = async (hours: number) => new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000)
  const breakTimers = async (id: string) =>
    (
      await stage.db
        .selectFrom('timers')
        .select('dueAt')
        .where('kind', '=', 'promise.break')
        .where('subject', '=', id)
        .where('firedAt', 'is', null)
        .execute()
    ).map((timer) => timer.dueAt.toISOString())

  it('is one that was late two opening days without a word; a word gives it as long again', async () => {
    const due = new Date('2026-12-10T15:00:00Z')
    const { id, conversationId } = await late(due)
    // Thursday: Friday is one, Monday the second.
    expect(await breakTimers(id)).toEqual(['2026-12-14T15:00:00.000Z'])
    await moveClock(stage.db, new Date('2026-12-11T11:00:00Z'))
    await answer(stage.db, stage.ana, conversationId, 'It is not forgotten.', {
      at: new Date('2026-12-11T11:00:00Z'),
    })
    await moveClock(stage.db, new Date('2026-12-14T15:00:00Z'))
    expect(await breakIfSilent(stage.db, id)).toBeNull()
    expect(await breakTimers(id)).toContain('2026-12-15T11:00:00.000Z')
    await moveClock(stage.db, new Date('2026-12-15T11:00:00Z'))
    expect(await breakIfSilent(stage.db, id)).toMatchObject({ state: 'broken' })
    expect(await breakIfSilent(stage.db, id)).toBeNull()
    const events = await stage.db
      .selectFrom('events')
      .select(['type', 'teammateId'])
      .where('promiseId', '=', id)
      .where('type', '=', 'promise.broken')
      .execute()
    expect(events).toEqual([{ type: 'promise.broken', teammateId: stage.ana.id }])
  })

  it('stays on the board until it is made good, and is counted as broken for good', async () => {
    const { id } = await late(await inHours(2))
    const before = (await ask(stage.ana, 'GET /promises/figures')).body.team
    expect(
      (await ask(stage.ben, 'POST /promises/{id}/breaking', at(id, { because: 'no part' }))).status,
    ).toBe(403)
    const said = await ask(
      stage.ana,
      'POST /promises/{id}/breaking',
      at(id, { because: 'no part to be had' }),
    )
    expect(said.body).toMatchObject({ state: 'broken', brokenAt: expect.any(String) })
    const board = await ask(stage.ana, 'GET /promises', { query: { lane: 'late' } })
    expect(board.body.items.map((one: { id: string }) => one.id)).toContain(id)
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(id))
    const after = (await ask(stage.ana, 'GET /promises/figures')).body.team
    expect([after.broken - before.broken, after.late - before.late]).toEqual([1, -1])
  })

  it('is only what people say where the rule is switched off', async () => {
    const { id } = await late(await inHours(2))
    expect(await breakTimers(id)).toHaveLength(1)
    await changeWordRules(stage.db, tend, { brokenAfterDays: null })
    await setBreaksAnew(stage.db)
    expect(await breakTimers(id)).toEqual([])
    await changeWordRules(stage.db, tend, { brokenAfterDays: 2 })
    await setBreaksAnew(stage.db)
    expect(await breakTimers(id)).toHaveLength(1)
  })
})

it('stands in the lane of the reader’s own day', async () => {
  const conversationId = await matter(joao)
  const now = await clockNow(stage.db)
  const zone = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO('Europe/Lisbon')
  const inDays = (days: number, hour: number) =>
    new Date(zone.startOfDay().add({ days, hours: hour }).epochMilliseconds).toISOString()
  const today = await make({ conversationId, due: inDays(0, 23) })
  const week = await make({ conversationId, due: inDays(3, 12) })
  const later = await make({ conversationId, due: inDays(8, 12) })
  const waits = await make({ conversationId, due: null })
  const lane = async (name: string) =>
    (
      await ask(stage.ana, 'GET /promises', { query: { lane: name, conversation: conversationId } })
    ).body.items.map((one: { id: string }) => one.id)
  expect([await lane('today'), await lane('week'), await lane('later'), await lane('waits')]).toEqual([
    [today.id],
    [week.id],
    [later.id],
    [waits.id],
  ])
})

describe('a word that hangs on something of theirs', () => {
  const condition = 'Once you have sent the photo, I order the part by Wednesday.'
  const start = (id: string, due?: string) =>
    ask(stage.ana, 'POST /promises/{id}/start', at(id, due ? { due } : {}))

  it('has no clock until they have done it; then the time that was named with it counts', async () => {
    const conversationId = await matter()
    const named = new Date((await clockNow(stage.db)).getTime() + 5 * 86_400_000).toISOString()
    const made = await make({ conversationId, due: named, condition })
    expect(made).toMatchObject({ condition, due: null, dueOnceMet: named, metAt: null, state: 'open' })
    const timers = () => stage.db.selectFrom('timers').selectAll().where('subject', '=', made.id).execute()
    expect(await timers()).toEqual([])
    const waits = await ask(stage.ana, 'GET /promises', {
      query: { lane: 'waits', conversation: conversationId },
    })
    expect(waits.body.items).toMatchObject([{ id: made.id }])
    const begun = (await start(made.id)).body
    expect(begun).toMatchObject({ due: named, dueOnceMet: null, metAt: expect.any(String) })
    expect(kinds(begun)).toEqual(['made', 'met'])
    expect((await timers()).map((timer) => timer.kind).toSorted()).toEqual(['promise.due', 'promise.nudge'])
    expect(await start(made.id)).toMatchObject({ status: 409, body: { type: 'not-waiting' } })
  })

  it('starts with a time of its own where the named one has passed, or none was', async () => {
    const conversationId = await matter()
    const soon = new Date((await clockNow(stage.db)).getTime() + 3_600_000)
    const made = await make({ conversationId, due: soon.toISOString(), condition })
    await moveClock(stage.db, new Date(soon.getTime() + 86_400_000))
    // Nobody was late: it was theirs to do something.
    await markLate(stage.db, made.id)
    expect((await read(made.id)).state).toBe('open')
    const past = await start(made.id, soon.toISOString())
    expect(past).toMatchObject({ status: 422, body: { type: 'due-in-the-past' } })
    expect((await start(made.id)).body).toMatchObject({ due: null, metAt: expect.any(String) })
    const other = await make({ conversationId, due: null, condition })
    const due = new Date((await clockNow(stage.db)).getTime() + 86_400_000).toISOString()
    expect((await start(other.id, due)).body).toMatchObject({ due })
    const plain = await make({ conversationId, due })
    expect((await start(plain.id)).status).toBe(409)
  })

  it('cannot come again before it has begun', async () => {
    const conversationId = await matter()
    const due = new Date((await clockNow(stage.db)).getTime() + 86_400_000).toISOString()
    const body = { conversationId, what: 'write', due, condition, repeats: 'weekly' }
    expect(await ask(stage.ana, 'POST /promises', { body })).toMatchObject({ status: 422 })
  })
})
