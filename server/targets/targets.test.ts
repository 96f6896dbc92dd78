import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { addOpenMinutes, openMinutesBetween } from '#server/calendar/openMinutes.ts'
import { isOpenAt, type WorkingTime } from '#server/calendar/workingTime.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { close, snooze } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { writeMessage } from '#server/conversations/write.ts'
import { transaction } from '#server/database/database.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { sayTarget, setRule, settleAllTargets, settleTarget } from './actions.ts'
import { readFirstAnswersAnew } from './firstAnswers.ts'
import { expectedWait } from './queries.ts'
import { serveTargets } from './routes.ts'
import { leastEvidence, waitsOf } from './target.ts'

const at = (text: string) => new Date(text)
const minutes = (from: Date, n: number) => new Date(from.getTime() + n * 60_000)
const nineToFive = { from: '09:00', to: '17:00' }
const week = [null, nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null]
const lisbon: WorkingTime = { timeZone: 'Europe/Lisbon', hours: week }

describe('opening minutes', () => {
  it('count by the wall, over nights, weekends, holidays and changed clocks', () => {
    // Friday 16:30 and two hours: half an hour today, the rest on Monday.
    expect(addOpenMinutes(at('2026-11-27T16:30Z'), 120, lisbon)).toEqual(at('2026-11-30T10:30Z'))
    const christmas = { ...lisbon, holidays: { '2026-12-25': 'Christmas Day' } }
    expect(addOpenMinutes(at('2026-12-24T16:30Z'), 60, christmas)).toEqual(at('2026-12-28T09:30Z'))
    // Lisbon enters summer time on 28 March 2027.
    expect(addOpenMinutes(at('2027-03-26T16:30Z'), 60, lisbon)).toEqual(at('2027-03-29T08:30Z'))
    expect(addOpenMinutes(at('2026-11-27T16:30Z'), 60, { ...lisbon, hours: Array(7).fill(null) })).toBeNull()
  })

  it.each(['Europe/Lisbon', 'America/St_Johns', 'Australia/Lord_Howe', 'America/Santiago'])(
    'are the same there and back in %s',
    (timeZone) => {
      const when = { timeZone, hours: week }
      const moment = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true })
      fc.assert(
        fc.property(moment, fc.integer({ min: 1, max: 3000 }), (from, n) => {
          const to = addOpenMinutes(from, n, when)!
          expect(isOpenAt(to, when)).toBe(true)
          expect(openMinutesBetween(from, to, when)).toBe(n)
        }),
        { numRuns: 60 },
      )
    },
  )
})

it('says nothing from too few, and counts who still waits', () => {
  const quick = Array(leastEvidence - 1).fill(20)
  expect(waitsOf(quick, [])).toBeNull()
  expect(waitsOf(quick, [300])).toMatchObject({ usually: 20, mostly: 20, matters: leastEvidence })
  expect(waitsOf(quick, Array(8).fill(290))).toMatchObject({ mostly: 300 })
})

describe('a target', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  const lead = () => ({ ...stage.ana, role: 'lead' as const })

  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    stage.ana.role = 'lead'
    ask = askIn(await openHttp(stage, serveTargets))
    await nextMorning()
  })
  afterAll(() => stage.close())

  const nextMorning = async () => moveClock(stage.db, nextDay(await clockNow(stage.db), 'tuesday', '11:00'))
  const asks = async () => {
    const matter = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When do you come?' })
    await settleTarget(stage.db, matter.conversationId)
    return matter
  }
  const rowOf = (id: string) =>
    stage.db.selectFrom('targets').selectAll().where('conversationId', '=', id).executeTakeFirst()
  const said = async (id: string) =>
    (
      await stage.db
        .selectFrom('events')
        .select('type')
        .where('conversationId', '=', id)
        .where('type', 'like', 'target.%')
        .orderBy('seq')
        .execute()
    ).map((event) => event.type)

  it('is refused and runs nowhere until a lead has switched it on', async () => {
    const body = { answer: 'first', minutes: 120 }
    expect((await ask(stage.ana, 'PUT /target-rules', { body })).status).toBe(409)
    const { conversationId } = await asks()
    expect(await rowOf(conversationId)).toBeUndefined()
    await switchPractice(stage.db, lead(), 'targets', true)
    expect((await ask(stage.ben, 'PUT /target-rules', { body })).status).toBe(403)
    const body1 = { ...body, inboxId: stage.bakery }
    expect((await ask(stage.ana, 'PUT /target-rules', { body: body1 })).status).toBe(404)
    const made = await ask(stage.ana, 'PUT /target-rules', { body })
    const again = await ask(stage.ana, 'PUT /target-rules', { body: { ...body, minutes: 90 } })
    expect([made.status, again.body.id, again.body.minutes]).toEqual([200, made.body.id, 90])
    expect((await ask(stage.lena, 'GET /target-rules')).body.items).toHaveLength(1)
  })

  it('runs from their first word, is said ahead, missed once, and ends with the word of a person', async () => {
    const { db, ana } = stage
    const began = await clockNow(db)
    const { conversationId } = await asks()
    const params = { id: conversationId }
    const target = async () => (await ask(ana, 'GET /conversations/{id}/target', { params })).body.target
    expect(await target()).toMatchObject({ answer: 'first', missed: false })
    const row = (await rowOf(conversationId))!
    expect(row.targetAt.getTime() - began.getTime()).toBeLessThan(91 * 60_000)
    expect((await ask(stage.tomas, 'GET /conversations/{id}/target', { params })).status).toBe(404)
    await moveClock(db, row.nearAt)
    await Promise.all([sayTarget(db, conversationId), sayTarget(db, conversationId)])
    expect(await said(conversationId)).toEqual(['target.near'])
    // A machine's answer is nobody's.
    await transaction(db, (trx) =>
      writeMessage(trx, tend, {
        conversationId,
        to: [],
        cc: [],
        subject: 'Re: The boiler',
        text: 'Your letter has arrived.',
        html: null,
        attachmentIds: [],
        clientKey: null,
        automatic: true,
      }),
    )
    await settleTarget(db, conversationId)
    expect((await target()).answer).toBe('first')
    await moveClock(db, row.targetAt)
    await Promise.all([sayTarget(db, conversationId), sayTarget(db, conversationId)])
    expect(await said(conversationId)).toEqual(['target.near', 'target.missed'])
    expect((await target()).missed).toBe(true)
    const list = await db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', conversationId)
      .executeTakeFirst()
    expect(list?.targetAt).toEqual(row.targetAt)
    await answer(db, ana, conversationId, 'We come at three.')
    await settleTarget(db, conversationId)
    expect([await target(), await rowOf(conversationId)]).toEqual([null, undefined])
    await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Thank you. And the bill?',
      conversationId,
    })
    await settleTarget(db, conversationId)
    expect(await target()).toBeNull()
    await setRule(db, lead(), { answer: 'next', inboxId: null, channel: null, pressing: null, minutes: 240 })
    await settleTarget(db, conversationId)
    expect((await target()).answer).toBe('next')
  })

  it('is nearer where harm shows and in an inbox of its own, and goes on while we put it off', async () => {
    const { db } = stage
    const scope = { answer: 'first' as const, inboxId: null, channel: null, pressing: null }
    await setRule(db, lead(), { ...scope, pressing: true, minutes: 30 })
    await setRule(db, lead(), { ...scope, inboxId: stage.repairs, minutes: 60 })
    const { conversationId, messageId } = await asks()
    expect((await rowOf(conversationId))?.minutes).toBe(60)
    await recordReading(db, tend, {
      conversationId,
      messageId,
      asks: [],
      signals: { urgent: 1 },
      evidence: [],
      praised: [],
    })
    await setRule(db, lead(), { ...scope, inboxId: stage.repairs, pressing: true, minutes: 20 })
    await settleTarget(db, conversationId)
    const before = await rowOf(conversationId)
    expect(before?.minutes).toBe(20)
    await snooze(db, stage.ana, conversationId, { until: null, reason: 'the part' })
    await settleTarget(db, conversationId)
    expect(await rowOf(conversationId)).toEqual(before)
    await close(db, stage.ana, conversationId, 'thanks')
    await settleTarget(db, conversationId)
    expect(await rowOf(conversationId)).toBeUndefined()
  })

  it('is stored as anew from the events, said once, in any history, with two workers and repeats', async () => {
    const { db, ana } = stage
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 10, max: 2000 }) },
      { weight: 3, arbitrary: fc.constantFrom('write' as const, 'answer' as const) },
      { weight: 1, arbitrary: fc.constantFrom('later' as const, 'close' as const, 'machine' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 10 }), async (moves) => {
        const { conversationId } = await asks()
        for (const one of moves) {
          if (typeof one === 'number') await moveClock(db, minutes(await clockNow(db), one))
          else if (one === 'answer') await answer(db, ana, conversationId, 'On it.')
          else if (one === 'write')
            await letter(db, { inboxId: stage.repairs, from: maria, text: 'And?', conversationId })
          else if (one === 'later') await snooze(db, ana, conversationId, { until: null, reason: 'a part' })
          else if (one === 'close') await close(db, ana, conversationId, 'thanks')
          else
            await letter(db, {
              inboxId: stage.repairs,
              from: maria,
              text: 'I am away.',
              conversationId,
              more: { flags: { autoReply: true, bounce: false, suppressAutoReply: true } },
            })
          await settleTarget(db, conversationId)
          await Promise.all([sweepTimers(db), sweepTimers(db)])
          for (let again = 0; again < 2; again++)
            await Promise.all([sayTarget(db, conversationId), sayTarget(db, conversationId)])
          const now = await clockNow(db)
          const [row, expected] = [await rowOf(conversationId), await replay(conversationId)]
          expect(row && { answer: row.answer, since: row.since }).toEqual(expected)
          if (row) {
            expect(row.nearSaidAt !== null).toBe(row.nearAt <= now)
            expect(row.missedAt !== null).toBe(row.targetAt <= now)
          }
        }
        const events = await db
          .selectFrom('events')
          .select(['type', 'detail'])
          .where('conversationId', '=', conversationId)
          .where('type', 'like', 'target.%')
          .execute()
        const all = events.map(({ type, detail }) => `${type} ${(detail as { target: string }).target}`)
        expect(all).toEqual([...new Set(all)])
      }),
      { numRuns: 8, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    )
  }, 120_000)

  /** What the events alone say: who spoke when, and whose turn it was made. */
  async function replay(id: string) {
    const events = await stage.db
      .selectFrom('events')
      .leftJoin('messages', 'messages.id', 'events.messageId')
      .select(['events.type', 'events.detail', 'messages.at'])
      .where('events.conversationId', '=', id)
      .orderBy('events.seq')
      .execute()
    let since: Date | null = null
    let answered = false
    let ours = true
    for (const { type, detail, at: when } of events) {
      if (type === 'message.received' && !(detail as { automatic: boolean }).automatic) {
        since ??= when
        ours = true
      }
      if (type === 'message.written') {
        since = null
        answered = true
      }
      if (type === 'conversation.waiting' || type === 'conversation.closed') ours = false
      if (type === 'conversation.snoozed') ours = true
    }
    return ours && since ? { answer: answered ? 'next' : 'first', since } : undefined
  }

  it('lets people know how long it really takes, once there is evidence enough', async () => {
    const { db, ana } = stage
    await nextMorning()
    await db.deleteFrom('firstAnswers').execute()
    const params = { id: stage.bakery }
    const wait = async () => (await ask(stage.tomas, 'GET /inboxes/{id}/expected-wait', { params })).body.wait
    const baker = { ...stage.tomas }
    for (let n = 0; n < leastEvidence; n++) {
      if (n === leastEvidence - 1) expect(await wait()).toBeNull()
      const { conversationId } = await letter(db, { inboxId: stage.bakery, from: maria, text: 'Rye?' })
      await moveClock(db, minutes(await clockNow(db), n % 3 === 0 ? 40 : 10))
      await answer(db, baker, conversationId, 'Yes.')
      await settleTarget(db, conversationId)
      if (n % 5 === 4) await nextMorning()
    }
    expect(await wait()).toMatchObject({ usually: 10, mostly: 45, matters: leastEvidence })
    const before = await db.selectFrom('firstAnswers').selectAll().orderBy('conversationId').execute()
    await readFirstAnswersAnew(db)
    const anew = await db
      .selectFrom('firstAnswers')
      .selectAll()
      .where('inboxId', '=', stage.bakery)
      .orderBy('conversationId')
      .execute()
    expect(anew).toEqual(before.filter((row) => row.inboxId === stage.bakery))
    expect((await ask(ana, 'GET /inboxes/{id}/expected-wait', { params })).status).toBe(404)
    await transaction(db, (trx) => switchPractice(trx, lead(), 'targets', false))
    await readFirstAnswersAnew(db)
    await settleAllTargets(db)
    expect(await expectedWait(db, { inboxId: stage.bakery, since: await clockNow(db) })).toBeNull()
    expect(await db.selectFrom('targets').selectAll().execute()).toEqual([])
  }, 120_000)
})
