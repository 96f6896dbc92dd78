import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { moment } from '#server/base/text.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { isOpenAt, type WorkingTime } from '#server/calendar/workingTime.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign, close, snooze } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { changeCustomer } from '#server/customers/actions.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { changeSilenceRules, draftUpdate, markOver, settleAllSilences, settleSilence } from './actions.ts'
import { serveSilence } from './routes.ts'
import { byDefault, type Standing, silenceOf } from './silence.ts'

const day = { from: '09:00', to: '17:00' }
const lisbon: WorkingTime = { timeZone: 'Europe/Lisbon', hours: [null, day, day, day, day, day, null] }
const at = (text: string) => new Date(text)

describe('when they must have heard from us', () => {
  const asked: Standing = {
    status: 'open',
    // A Friday.
    waitingSince: at('2026-11-27T15:00Z'),
    heardAt: null,
    promise: null,
    isTrouble: false,
  }
  const clock = (change: Partial<Standing>, working = lisbon) => {
    const silence = silenceOf({ ...asked, ...change }, byDefault, working)
    return silence && [silence.kind, silence.nearAt.toISOString(), silence.limitAt.toISOString()]
  }

  it('is some opening days on, by the kind of conversation; the draft is there on the last morning', () => {
    expect(clock({})).toEqual(['usual', '2026-12-02T09:00:00.000Z', '2026-12-02T15:00:00.000Z'])
    expect(clock({ isTrouble: true })).toEqual([
      'trouble',
      '2026-11-30T09:00:00.000Z',
      '2026-11-30T15:00:00.000Z',
    ])
    expect(clock({ status: 'snoozed' })?.[0]).toBe('later')
    // They were told on the phone on Monday, though no letter answers theirs.
    expect(clock({ heardAt: at('2026-11-30T15:00Z') })?.[2]).toBe('2026-12-03T15:00:00.000Z')
    // In the morning there would be no time to write: the opening before.
    expect(clock({ waitingSince: at('2026-11-27T09:30Z') })?.[1]).toBe('2026-12-01T09:00:00.000Z')
  })

  it('counts no holiday, and keeps the hour on the wall when the clocks change', () => {
    const closed = { ...lisbon, holidays: { '2026-12-01': 'Restoration' } }
    expect(clock({}, closed)?.[2]).toBe('2026-12-03T15:00:00.000Z')
    expect(clock({ waitingSince: at('2026-10-22T14:00Z') })?.[2]).toBe('2026-10-27T15:00:00.000Z')
  })

  it('is never where it is their turn, or looked after, or where a promise has a time and a nudge of its own', () => {
    expect(clock({ status: 'closed' })).toBeNull()
    const theirs = { status: 'waiting' as const, waitingSince: null, heardAt: at('2026-11-27T15:00Z') }
    expect(clock(theirs)).toBeNull()
    expect(clock({ promise: { due: at('2026-12-10T12:00Z') } })).toBeNull()
    // "When the part is in" says not when.
    expect(clock({ ...theirs, promise: { due: null } })?.[2]).toBe('2026-12-02T15:00:00.000Z')
  })

  it('lies in opening time, and the draft before it, in six zones and through every change of clocks', () => {
    const zones = [
      'Europe/Lisbon',
      'America/New_York',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'America/Santiago',
    ]
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        fc.boolean(),
        (waitingSince, timeZone, isTrouble) => {
          const working = { ...lisbon, timeZone }
          const silence = silenceOf({ ...asked, waitingSince, isTrouble }, byDefault, working)!
          expect(isOpenAt(silence.limitAt, working)).toBe(true)
          expect(silence.nearAt >= waitingSince && silence.nearAt < silence.limitAt).toBe(true)
          if (silence.nearAt > waitingSince) expect(isOpenAt(silence.nearAt, working)).toBe(true)
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('the clock of a conversation', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, at('2027-01-08T15:00Z'))
    ask = askIn(await openHttp(stage, serveSilence))
  })
  afterAll(() => stage.close())

  const asks = async (text = 'When will somebody come?') => {
    const { conversationId, messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text,
    })
    await assign(stage.db, stage.ana, conversationId, stage.ana.id)
    return { conversationId, messageId }
  }
  const row = (id: string) =>
    stage.db.selectFrom('silences').selectAll().where('conversationId', '=', id).executeTakeFirst()
  const waiting = (id: string) =>
    stage.db
      .selectFrom('timers')
      .select(['kind', 'dueAt'])
      .where('subject', '=', id)
      .where('kind', 'like', 'silence.%')
      .where('firedAt', 'is', null)
      .orderBy('dueAt')
      .execute()
  const lane = async (by = stage.ana) => (await ask(by, 'GET /quiet')).body.items

  it('drafts the update on the last morning, says when it is over, and stops when we write', async () => {
    const { db, ana } = stage
    const { conversationId, messageId } = await asks()
    await recordReading(db, tend, {
      conversationId,
      messageId,
      asks: ['When will somebody come?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    await settleSilence(db, conversationId)
    await settleSilence(db, conversationId)
    expect((await waiting(conversationId)).map((timer) => timer.kind)).toEqual([
      'silence.near',
      'silence.over',
    ])
    expect(await lane()).toEqual([])
    const { nearAt, limitAt } = (await row(conversationId))!
    await moveClock(db, nearAt)
    await draftUpdate(db, conversationId)
    await draftUpdate(db, conversationId)
    const [shown] = await lane()
    expect(shown).toMatchObject({ conversationId, customerName: 'Maria Lopes', kind: 'usual', passed: false })
    expect(shown.draft).toContain('Dear Maria Lopes')
    expect(shown.draft).toContain('“When will somebody come?”')
    expect(shown.draft).toContain('You hear from me again by Monday 18 January, 09:00')
    expect(shown.next).toBe('2027-01-18T09:00:00.000Z')
    expect(await lane(stage.tomas)).toEqual([])
    await moveClock(db, limitAt)
    await markOver(db, conversationId)
    await markOver(db, conversationId)
    expect((await lane())[0].passed).toBe(true)
    const told = await db
      .selectFrom('events')
      .select(['type', 'teammateId'])
      .where('conversationId', '=', conversationId)
      .where('type', 'like', 'silence.%')
      .orderBy('seq')
      .execute()
    expect(told).toEqual([
      { type: 'silence.near', teammateId: ana.id },
      { type: 'silence.over', teammateId: ana.id },
    ])
    await answer(db, ana, conversationId, 'We are on our way.')
    await settleSilence(db, conversationId)
    expect([await row(conversationId), await waiting(conversationId), await lane()]).toEqual([
      undefined,
      [],
      [],
    ])
  })

  it('says what is kept, what is owed, or that there is no news; never our notes and reasons', async () => {
    const { db, ana } = stage
    const { conversationId } = await asks('It drips.')
    const draftNow = async () => {
      await settleSilence(db, conversationId)
      await moveClock(db, (await row(conversationId))!.nearAt)
      await draftUpdate(db, conversationId)
      return (await lane()).find((one: { conversationId: string }) => one.conversationId === conversationId)
        .draft
    }
    await snooze(db, ana, conversationId, { until: null, reason: 'Ben forgot to order it' })
    const nothing = await draftNow()
    expect(nothing).toContain('There is no news yet')
    expect(nothing).not.toContain('Ben')
    const { customerId, inboxId } = await db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    const promise = {
      conversationId,
      customerId,
      inboxId,
      messageId: null,
      to: null,
      quote: null,
      makerId: ana.id,
    }
    const kept = await makePromise(db, ana, {
      ...promise,
      what: 'order the seal',
      due: new Date((await clockNow(db)).getTime() + 3_600_000),
    })
    await keepPromise(db, ana, kept, { told: false })
    await makePromise(db, ana, { ...promise, what: 'fit the seal', due: null })
    const owed = await draftNow()
    const before = (await row(conversationId))!.since
    expect(owed).toContain('What is done since: “order the seal”')
    expect(owed).toContain('What I owe you still stands: fit the seal.')
    expect(owed).not.toContain('no news')
    const said = await makePromise(db, ana, { ...promise, what: 'call when it is in', due: null })
    await keepPromise(db, ana, said, { told: true })
    await settleSilence(db, conversationId)
    expect((await row(conversationId))!.since > before).toBe(true)
  })

  it('is drafted in the language of the customer and on their clock', async () => {
    const { db, ana } = stage
    const { conversationId, customerId } = await letter(db, {
      inboxId: stage.repairs,
      from: { name: 'João Teixeira', email: 'joao.teixeira@mail.example' },
      text: 'Die Heizung ist noch nicht warm. Wann wird jemand kommen, und was ist mit dem Zimmer?',
      subject: 'Die Heizung',
    })
    await assign(db, ana, conversationId, ana.id)
    const draftNow = async () => {
      await settleSilence(db, conversationId)
      await moveClock(db, (await row(conversationId))!.nearAt)
      await draftUpdate(db, conversationId)
      await settleSilence(db, conversationId)
      return (await row(conversationId))!
    }
    // Their card does not say; their letter does.
    const { draft, nextAt } = await draftNow()
    expect(draft).toContain('Guten Tag João Teixeira,')
    expect(draft).toContain('zu „Die Heizung“ nichts Neues')
    expect(draft).toContain('Es gibt noch nichts Neues')
    expect(draft).toContain(
      `Spätestens ${moment(nextAt!, 'Europe/Lisbon', 'de')} hören Sie wieder von mir, auch wenn es nichts Neues gibt.`,
    )
    await changeCustomer(db, ana, customerId, { language: 'en', timeZone: 'America/New_York' })
    const there = await draftNow()
    expect(there.draft).toContain('Dear João Teixeira,')
    expect(there.draft).toContain(`by ${moment(there.nextAt!, 'America/New_York')} (time in New York)`)
  })

  it('is set anew when the rules change, and runs not at all where a kind has none', async () => {
    const { db } = stage
    const { conversationId } = await asks()
    await settleSilence(db, conversationId)
    const before = (await row(conversationId))!.limitAt
    expect((await ask(stage.ben, 'PATCH /silence-rules', { body: { usual: 1 } })).status).toBe(403)
    await changeSilenceRules(db, tend, { usual: 1 })
    await settleAllSilences(db)
    expect((await row(conversationId))!.limitAt < before).toBe(true)
    await changeSilenceRules(db, tend, { usual: null })
    await settleAllSilences(db)
    expect(await row(conversationId)).toBeUndefined()
    await changeSilenceRules(db, tend, byDefault)
    await settleAllSilences(db)
    expect((await row(conversationId))!.limitAt).toEqual(before)
  })

  it('drafts once and is over once in any history, with late jobs, repeats and two workers', async () => {
    const { db, ana } = stage
    const hours = fc.integer({ min: 1, max: 80 })
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 9 }), async (moves) => {
        const { conversationId } = await asks()
        const work = async () => {
          // Two workers sweep; what fired runs, and runs again after a crash.
          await Promise.all([sweepTimers(db), sweepTimers(db)])
          for (let again = 0; again < 2; again++)
            await Promise.all([draftUpdate(db, conversationId), markOver(db, conversationId)])
        }
        await settleSilence(db, conversationId)
        for (const one of moves) {
          if (one.do === 'wait')
            await moveClock(db, new Date((await clockNow(db)).getTime() + one.hours * 3_600_000))
          else if (one.do === 'answer') await answer(db, ana, conversationId, 'Still on it.')
          else if (one.do === 'write')
            await letter(db, { inboxId: stage.repairs, from: maria, text: 'And?', conversationId })
          else if (one.do === 'later')
            await snooze(db, ana, conversationId, { until: null, reason: 'the part' })
          else await close(db, ana, conversationId, 'thanks')
          await settleSilence(db, conversationId)
          await work()
          const [now, silence, timers] = [
            await clockNow(db),
            await row(conversationId),
            await waiting(conversationId),
          ]
          // Nothing is lost, nothing is early: what has come has been done, what has not has its timer.
          if (silence) {
            expect(silence.draftedAt !== null).toBe(silence.nearAt <= now)
            expect(silence.passedAt !== null).toBe(silence.limitAt <= now)
          }
          expect(timers.map((timer) => timer.kind)).toEqual(
            silence
              ? [
                  ...(silence.draftedAt ? [] : ['silence.near']),
                  ...(silence.passedAt ? [] : ['silence.over']),
                ]
              : [],
          )
        }
        const events = await db
          .selectFrom('events')
          .select(['type', 'detail'])
          .where('conversationId', '=', conversationId)
          .where('type', 'in', ['silence.near', 'silence.over'])
          .execute()
        const said = events.map(({ type, detail }) => `${type} ${(detail as { limit: string }).limit}`)
        expect(said).toEqual([...new Set(said)])
      }),
      { numRuns: 8, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    )
  }, 120_000)
})
