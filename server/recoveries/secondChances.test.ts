import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign, snooze } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { setRule, settleTarget } from '#server/targets/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { closeRecovery, openRecovery } from './actions.ts'
import { climb, settleAllComplaints, settleComplaint } from './climbing.ts'
import { serveRecoveries } from './routes.ts'
import { settleChance, takeMoreCare } from './secondChance.ts'

const at = (text: string) => new Date(text)
let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  ask = askIn(await openHttp(stage, serveRecoveries))
}, 60_000)
afterAll(() => stage.close())
// A Monday morning, each time a week later, so that no test finds what another has left running.
let week = 0
beforeEach(() => startClock(stage.db, new Date(at('2027-01-11T10:00Z').getTime() + week++ * 7 * 86_400_000)))

const boiler = async (from = maria) => {
  const came = await letter(stage.db, { inboxId: stage.repairs, from, text: 'The boiler is out again, F28.' })
  await recordReading(stage.db, tend, {
    conversationId: came.conversationId,
    messageId: came.messageId,
    asks: [],
    signals: { failure: 0.9 },
    evidence: [{ signal: 'failure', words: 'The boiler is out again' }],
    praised: [],
  })
  return { ...came, params: { id: came.conversationId } }
}
const later = async (hours: number) =>
  moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000))
const events = (conversationId: string, type: string) =>
  stage.db
    .selectFrom('events')
    .select(['teammateId', 'detail'])
    .where('conversationId', '=', conversationId)
    .where('type', '=', type as 'complaint.climbed')
    .orderBy('seq')
    .execute()

describe('a complaint that nobody answers', () => {
  beforeAll(() => switchPractice(stage.db, tend, 'climbing', true))
  const levels = async (id: string) => (await events(id, 'complaint.climbed')).map((one) => one.detail.level)
  const counted = async (by = stage.ana) => (await ask(by, 'GET /complaints')).body.items

  it('climbs from whoever looks after it to who leads to who runs the house, on the clock, once each', async () => {
    const { db, ana } = stage
    const { conversationId } = await boiler()
    await assign(db, ana, conversationId, ana.id)
    await settleComplaint(db, conversationId)
    await settleComplaint(db, conversationId)
    expect(await counted()).toEqual([])
    const work = async () => {
      // Two processes sweep, and what fired runs again after a crash.
      await Promise.all([sweepTimers(db), sweepTimers(db)])
      await Promise.all([climb(db, conversationId), climb(db, conversationId)])
    }
    for (const [hours, expected] of [
      [1, []],
      [1.1, [1]],
      [2, [1, 2]],
      // Closed from five to nine: eight hours of opening time are over in the morning.
      [4, [1, 2]],
      [16, [1, 2, 3]],
    ] as const) {
      await later(hours)
      await work()
      expect(await levels(conversationId)).toEqual(expected)
    }
    const [shown] = await counted()
    expect(shown).toMatchObject({
      conversationId,
      level: 3,
      assigneeId: ana.id,
      words: 'The boiler is out again',
    })
    // Who does not see the inbox knows nothing of it.
    expect(await counted(stage.tomas)).toEqual([])
    // To put it off is no answer.
    await snooze(db, ana, conversationId, { until: null, reason: 'the part' })
    await settleComplaint(db, conversationId)
    expect(await counted()).toHaveLength(1)
    await answer(db, ana, conversationId, 'Maria, I am sorry.')
    await settleComplaint(db, conversationId)
    expect(await counted()).toEqual([])
    expect(await events(conversationId, 'complaint.over')).toHaveLength(1)
  })

  it('after a long stop it is told once to the highest it has climbed to, and a question is no complaint', async () => {
    const { db } = stage
    const { conversationId } = await boiler()
    await settleComplaint(db, conversationId)
    await later(50)
    await sweepTimers(db)
    await climb(db, conversationId)
    expect(await levels(conversationId)).toEqual([3])
    const plain = await letter(db, { inboxId: stage.repairs, from: maria, text: 'When do you open?' })
    await settleComplaint(db, plain.conversationId)
    await later(50)
    await climb(db, plain.conversationId)
    expect(await levels(plain.conversationId)).toEqual([])
  })

  it('has its own times, and none where the team does not work this way', async () => {
    const { db, ana } = stage
    expect((await ask(stage.ben, 'PATCH /recovery-rules', { body: { leadAfter: 30 } })).status).toBe(403)
    await ask(ana, 'PATCH /recovery-rules', { body: { assigneeAfter: 30, leadAfter: 60, adminAfter: 90 } })
    const { conversationId } = await boiler()
    await settleComplaint(db, conversationId)
    await later(1.1)
    await climb(db, conversationId)
    expect(await levels(conversationId)).toEqual([2])
    await switchPractice(db, tend, 'climbing', false)
    await settleAllComplaints(db)
    expect(await counted()).toEqual([])
    expect(await db.selectFrom('complaints').select('conversationId').execute()).toEqual([])
  })
})

describe('a second chance', () => {
  beforeAll(() => switchPractice(stage.db, tend, 'secondChance', true))
  const failed = (conversationId: string, what: string) =>
    openRecovery(stage.db, stage.ana, conversationId, { what, source: 'hand' })
  const row = (id: string) =>
    stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const someone = (n: number) => ({ name: `Guest ${n}`, email: `guest${n}@mail.example` })

  it('brings the next letter to a senior who is here, marks it, and halves the time to an answer', async () => {
    const { db } = stage
    await switchPractice(db, tend, 'targets', true)
    await setRule(db, tend, { answer: 'first', inboxId: null, channel: null, pressing: null, minutes: 120 })
    const first = await boiler()
    const before = await letter(db, { inboxId: stage.repairs, from: maria, text: 'And the tap drips.' })
    await failed(first.conversationId, 'Nobody measured the pressure')
    expect((await row(before.conversationId)).secondChanceUntil).not.toBeNull()
    const next = await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'A question about the invoice.',
    })
    await takeMoreCare(db, next.conversationId)
    await takeMoreCare(db, next.conversationId)
    expect((await row(next.conversationId)).assigneeId).toBe(stage.ana.id)
    await settleTarget(db, next.conversationId)
    const { targetAt, waitingSince } = await row(next.conversationId)
    expect(targetAt!.getTime() - waitingSince!.getTime()).toBe(60 * 60_000)
    expect(await events(next.conversationId, 'second-chance.noted')).toHaveLength(1)
    const other = await letter(db, { inboxId: stage.bakery, from: maria, text: 'Two croissants.' })
    await takeMoreCare(db, other.conversationId)
    expect((await row(other.conversationId)).secondChanceUntil).toBeNull()
    // It ends by itself.
    await later(91 * 24)
    const much = await letter(db, { inboxId: stage.repairs, from: maria, text: 'Hello again.' })
    await takeMoreCare(db, much.conversationId)
    expect((await row(much.conversationId)).secondChanceUntil).toBeNull()
  })

  it('alarms who leads at once when it fails again, with what happened the first time', async () => {
    const { db } = stage
    const first = await boiler(someone(1))
    const id = await failed(first.conversationId, 'The gauge was in the other van')
    await closeRecovery(db, stage.ana, id, { outcome: 'as-it-is', because: 'warm again' })
    const again = await boiler(someone(1))
    expect(await events(again.conversationId, 'second-chance.failed')).toEqual([])
    await failed(again.conversationId, 'The same F28')
    const [alarm] = await events(again.conversationId, 'second-chance.failed')
    expect(alarm!.detail).toMatchObject({
      firstId: id,
      first: 'The gauge was in the other van',
      what: 'The same F28',
    })
  })

  it('is one, however many failures are written down at the same moment', async () => {
    const { customerId, conversationId } = await boiler(someone(40))
    await failed(conversationId, 'The part was not on the van')
    await stage.db.deleteFrom('secondChances').where('customerId', '=', customerId).execute()
    await Promise.all(
      Array.from({ length: 8 }, () =>
        transaction(stage.db, (trx) => settleChance(trx, customerId, stage.repairs)),
      ),
    )
    const chances = stage.db.selectFrom('secondChances').select('since').where('customerId', '=', customerId)
    expect(await chances.execute()).toHaveLength(1)
  })

  it('is none where nothing of ours had failed', async () => {
    const { db } = stage
    const came = await boiler(someone(2))
    const id = await failed(came.conversationId, 'The lamp')
    await closeRecovery(db, stage.ana, id, { outcome: 'mistaken', because: 'it was the street' })
    expect(
      (await ask(stage.ana, 'GET /conversations/{id}/second-chance', { params: came.params })).body.chance,
    ).toBeNull()
    const next = await boiler(someone(2))
    await failed(next.conversationId, 'This time it was us')
    expect(await events(next.conversationId, 'second-chance.failed')).toEqual([])
  })

  it('lets a colleague read the answer before it goes, who says it is good or what they would change', async () => {
    const earlier = await boiler(someone(3))
    await failed(earlier.conversationId, 'We came late')
    const came = await boiler(someone(3))
    const shown = (await ask(stage.ben, 'GET /conversations/{id}/second-chance', { params: came.params }))
      .body
    expect(shown.chance.what).toBe('We came late')
    expect(shown.readers.map((one: { name: string }) => one.name)).toEqual([stage.ana.name])
    const to = (readerId: string) =>
      ask(stage.ben, 'POST /conversations/{id}/second-readings', {
        params: came.params,
        body: { readerId, text: 'Dear Maria, I am sorry.' },
      })
    expect((await to(stage.lena.id)).status).toBe(422)
    expect((await to(stage.ben.id)).status).toBe(422)
    const { id } = (await to(stage.ana.id)).body
    const say = (by: { id: string }, body: object) =>
      ask(by, 'POST /second-readings/{id}/answer', { params: { id }, body })
    expect((await say(stage.ben, { good: true })).status).toBe(403)
    expect((await say(stage.ana, { good: false })).status).toBe(422)
    expect((await say(stage.ana, { good: false, comment: 'Say the hour.' })).body).toMatchObject({
      good: false,
      comment: 'Say the hour.',
    })
    expect((await say(stage.ana, { good: true })).body.type).toBe('reading-answered')
    expect(await events(came.conversationId, 'second-reading.answered')).toMatchObject([
      { teammateId: stage.ben.id },
    ])
    const noted = stage.db.selectFrom('audit').select('byId').where('action', '=', 'second-reading.answered')
    expect(await noted.execute()).toEqual([{ byId: stage.ana.id }])
  })
})
