import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { recordAct, undoAct } from '#server/conversations/acts.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign } from '#server/conversations/state.ts'
import { answer, askIn, letter, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { breakPromise } from '#server/promises/breaking.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { remindToCheck } from './checking.ts'
import {
  followCheckPromise,
  forgetEvidence,
  forgetUndoneActs,
  moveRecoveries,
  openForBroken,
} from './following.ts'
import { isEarly, nextOf } from './recovery.ts'
import { serveRecoveries } from './routes.ts'

const amara = { name: 'Amara Okonkwo', email: 'amara@okonkwo-events.example' }
const at = (text: string) => new Date(text)
const theirs =
  'Your van has just brought the Okoro cake a day early. It stands in a hall without cooling and the top tier has begun to lean. The wedding is tomorrow. 140 people, and a bride who chose that cake before the hall. What now?'
const ours =
  'Amara,\n\nYou stand in a hot hall the evening before a wedding you have carried for a year. I am sorry, I read the wrong line. We bake the cake again tonight. I will have it in the hall by 10:00 tomorrow.\n\nInês'

describe('the order of making right', () => {
  const done = (
    step: 'acknowledge' | 'apologise' | 'fix' | 'extra',
    hour: number,
    place: number | null = null,
  ) => ({
    step,
    state: 'done' as const,
    at: at(`2027-01-11T${hour}:00Z`),
    place,
    evidenceId: place === null ? `${step}` : 'one letter',
  })
  it('knows what is next, and what came too soon: in time, and within one letter in the text', () => {
    expect(nextOf([])).toBe('acknowledge')
    expect(nextOf([{ step: 'acknowledge' }, { step: 'fix' }])).toBe('apologise')
    const late = [done('acknowledge', 12), done('fix', 10)]
    expect(late.map((one) => isEarly(one, late))).toEqual([false, true])
    const inText = [done('apologise', 12, 90), done('fix', 12, 10)]
    expect(inText.map((one) => isEarly(one, inText))).toEqual([false, true])
    const good = [done('acknowledge', 12, 3), done('apologise', 12, 40), done('fix', 13), done('extra', 14)]
    expect(good.some((one) => isEarly(one, good))).toBe(false)
  })
})

describe('a recovery', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, at('2027-01-11T16:12Z'))
    ask = askIn(await openHttp(stage, serveRecoveries))
  })
  afterAll(() => stage.close())

  const cake = async () => {
    const came = await letter(stage.db, {
      inboxId: stage.bakery,
      from: amara,
      text: theirs,
      subject: 'The cake is here',
    })
    await recordReading(stage.db, tend, {
      conversationId: came.conversationId,
      messageId: came.messageId,
      asks: ['What now?'],
      signals: { failure: 0.9 },
      evidence: [{ signal: 'failure', words: 'the top tier has begun to lean' }],
      praised: [],
    })
    await assign(stage.db, stage.tomas, came.conversationId, stage.tomas.id)
    return { ...came, params: { id: came.conversationId } }
  }
  const open = async (came: Awaited<ReturnType<typeof cake>>) =>
    (
      await ask(stage.tomas, 'POST /conversations/{id}/recoveries', {
        params: came.params,
        body: { what: 'The cake came a day early', messageId: came.messageId, confirmed: true },
      })
    ).body
  const audited = async (action: string) => {
    const rows = await stage.db.selectFrom('audit').select('subjectId').where('action', '=', action).execute()
    return rows.map((row) => row.subjectId)
  }
  const later = async (hours: number) =>
    moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000))
  const steps = (body: { steps: { step: string; state: string }[] }) =>
    body.steps.filter((one) => one.state !== 'open').map((one) => one.step)

  it('is read by its conversation, with which every key of its parts begins', async () => {
    const came = await cake()
    const { id } = await open(came)
    const cost = {
      kind: 'time' as const,
      words: 'An hour on the telephone',
      messageId: null,
      byId: null,
      byName: null,
    }
    for (const conversationId of [came.conversationId, (await cake()).conversationId])
      await stage.db
        .insertInto('recoveryCosts')
        .values({ ...cost, conversationId, recoveryId: id })
        .execute()
    expect((await ask(stage.tomas, 'GET /recoveries/{id}', { params: { id } })).body.costs).toHaveLength(1)
  })

  it('is proposed by their words, opened by a person, and refused once for each letter', async () => {
    const came = await cake()
    const here = () => ask(stage.tomas, 'GET /conversations/{id}/recoveries', { params: came.params })
    expect((await here()).body).toEqual({
      items: [],
      proposal: { messageId: came.messageId, signal: 'failure', words: 'the top tier has begun to lean' },
    })
    await ask(stage.tomas, 'POST /conversations/{id}/recovery-refusals', {
      params: came.params,
      body: { messageId: came.messageId },
    })
    expect(await audited('recovery.opening-refused')).toContain(came.conversationId)
    expect((await here()).body.proposal).toBeNull()
    const made = await open(came)
    expect(made).toMatchObject({
      source: 'signal',
      next: 'acknowledge',
      closed: null,
      openedBy: stage.tomas.name,
    })
    const again = await ask(stage.tomas, 'POST /conversations/{id}/recoveries', {
      params: came.params,
      body: { what: 'Once more' },
    })
    expect([again.status, again.body.type]).toEqual([409, 'recovery-open'])
    // Who does not see the inbox knows nothing of it; who reads along opens none.
    expect((await ask(stage.ana, 'GET /recoveries/{id}', { params: { id: made.id } })).status).toBe(404)
    expect((await ask(stage.ana, 'GET /recoveries')).body.items).toEqual([])
    expect(
      (
        await ask(stage.lena, 'POST /conversations/{id}/recoveries', {
          params: came.params,
          body: { what: 'x' },
        })
      ).status,
    ).toBe(403)
  })

  it('keeps what it cost them in their own words, where they stand', async () => {
    const came = await cake()
    const { id } = await open(came)
    const cost = (words: string, messageId?: string) =>
      ask(stage.tomas, 'POST /recoveries/{id}/costs', {
        params: { id },
        body: { kind: 'face', words, messageId },
      })
    const invented = await cost('she wept all night', came.messageId)
    expect([invented.status, invented.body.errors[0].pointer]).toEqual([422, '/words'])
    const kept = await cost('a bride who chose that cake before the hall', came.messageId)
    expect(kept.body.costs).toMatchObject([
      { kind: 'face', words: 'a bride who chose that cake before the hall', messageId: came.messageId },
    ])
    const gone = await ask(stage.tomas, 'DELETE /recoveries/{id}/costs/{position}', {
      params: { id, position: String(kept.body.costs[0].position) },
    })
    expect(gone.body.costs).toEqual([])
  })

  it('proposes from the letter with the sentence, marks nothing by itself, and one press confirms', async () => {
    const came = await cake()
    const { id } = await open(came)
    await later(1)
    const { messageId } = await answer(stage.db, stage.tomas, came.conversationId, ours)
    const read = (await ask(stage.tomas, 'GET /recoveries/{id}', { params: { id } })).body
    expect(steps(read)).toEqual([])
    expect(read.proposals.map((one: { step: string }) => one.step)).toEqual([
      'acknowledge',
      'apologise',
      'fix',
      'explain',
    ])
    expect(read.proposals[1].words).toContain('I read the wrong line')
    const done = await ask(stage.tomas, 'POST /recoveries/{id}/steps', {
      params: { id },
      body: {
        steps: ['acknowledge', 'apologise', 'fix', 'explain'],
        evidence: { kind: 'message', id: messageId },
      },
    })
    expect(steps(done.body)).toEqual(['acknowledge', 'apologise', 'fix', 'explain'])
    expect([
      done.body.next,
      done.body.proposals,
      done.body.steps.some((one: { early: boolean }) => one.early),
    ]).toEqual(['extra', [], false])
    // Taken back before it left: it has said nothing.
    await forgetEvidence(stage.db, came.conversationId, messageId)
    await forgetEvidence(stage.db, came.conversationId, messageId)
    const after = await ask(stage.tomas, 'GET /recoveries/{id}', { params: { id } })
    expect(steps(after.body)).toEqual([])
    const refused = await ask(stage.tomas, 'POST /recoveries/{id}/refusals', {
      params: { id },
      body: { step: 'explain', evidenceId: messageId },
    })
    expect(refused.body.proposals.map((one: { step: string }) => one.step)).not.toContain('explain')
    expect(await audited('recovery.step-refused')).toContain(id)
  })

  it('takes acts as evidence, says that the fix came before the sorry, and lets go of one that was undone', async () => {
    const { db, tomas } = stage
    await switchPractice(db, tend, 'actions', true)
    const came = await cake()
    const { id } = await open(came)
    const act = await recordAct(db, tomas, {
      conversationId: came.conversationId,
      kind: 'replaced',
      note: 'second cake',
    })
    const proposed = (await ask(tomas, 'GET /recoveries/{id}', { params: { id } })).body.proposals
    expect(proposed).toMatchObject([
      { step: 'fix', evidence: { kind: 'act', id: act.id }, words: 'replaced: second cake' },
    ])
    await ask(tomas, 'POST /recoveries/{id}/steps', {
      params: { id },
      body: { steps: ['fix'], evidence: { kind: 'act', id: act.id } },
    })
    await later(2)
    const { messageId } = await answer(
      db,
      tomas,
      came.conversationId,
      'Amara,\n\nI am sorry, I read the wrong line.\n\nTomás',
    )
    const both = await ask(tomas, 'POST /recoveries/{id}/steps', {
      params: { id },
      body: { steps: ['apologise'], evidence: { kind: 'message', id: messageId } },
    })
    const fix = both.body.steps.find((one: { step: string }) => one.step === 'fix')
    expect([fix.state, fix.early]).toEqual(['done', true])
    await undoAct(db, tomas, came.conversationId, act.id)
    await forgetUndoneActs(db, came.conversationId)
    expect(steps((await ask(tomas, 'GET /recoveries/{id}', { params: { id } })).body)).toEqual(['apologise'])
    // A letter of another conversation, or one older than the failure, shows nothing.
    const other = await cake()
    const theirsToo = await ask(tomas, 'POST /recoveries/{id}/steps', {
      params: { id },
      body: { steps: ['fix'], evidence: { kind: 'message', id: other.messageId } },
    })
    expect(theirsToo.status).toBe(404)
  })

  it('closes with every step done or left out for a reason, or as it is with one', async () => {
    const { tomas } = stage
    const came = await cake()
    const { id } = await open(came)
    const close = (body: object) => ask(tomas, 'POST /recoveries/{id}/closing', { params: { id }, body })
    const early = await close({ outcome: 'made-right' })
    expect([early.status, early.body.type]).toEqual([409, 'steps-open'])
    expect(early.body.detail ?? early.body.title).toContain('see what it was for them')
    expect((await close({ outcome: 'as-it-is' })).body.errors[0].pointer).toBe('/because')
    for (const step of ['acknowledge', 'apologise', 'fix', 'explain', 'extra', 'check'])
      await ask(tomas, 'POST /recoveries/{id}/omissions', {
        params: { id },
        body: { step, because: 'said at the door, with the second cake in my arms' },
      })
    const closed = await close({ outcome: 'made-right' })
    expect(closed.body.closed).toMatchObject({ outcome: 'made-right', by: tomas.name })
    expect(
      (
        await ask(tomas, 'POST /recoveries/{id}/costs', {
          params: { id },
          body: { kind: 'time', words: 'one night' },
        })
      ).status,
    ).toBe(201)
    const late = await ask(tomas, 'POST /recoveries/{id}/omissions', {
      params: { id },
      body: { step: 'fix', because: 'x' },
    })
    expect(late.body.type).toBe('recovery-closed')
    const back = await ask(tomas, 'POST /recoveries/{id}/reopening', { params: { id } })
    expect(back.body.closed).toBeNull()
    expect(
      (await ask(tomas, 'GET /customers/{id}/recoveries', { params: { id: came.customerId } })).body.items
        .length,
    ).toBeGreaterThan(0)
  })

  it('asks again at its time: as a reminder that outlives a restart, or as a promise whose keeping does the step', async () => {
    const { db, tomas } = stage
    const came = await cake()
    const { id } = await open(came)
    const plan = (body: object) => ask(tomas, 'PUT /recoveries/{id}/check', { params: { id }, body })
    const now = await clockNow(db)
    const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
    expect((await plan({ due: inHours(-1), promised: false })).status).toBe(422)
    await plan({ due: inHours(60), promised: false })
    const moved = await plan({ due: inHours(30), promised: false })
    expect(moved.body.check).toMatchObject({ due: inHours(30), promiseId: null, reached: false })
    const waiting = await db
      .selectFrom('timers')
      .selectAll()
      .where('kind', '=', 'recovery.check')
      .where('firedAt', 'is', null)
      .execute()
    expect(waiting.filter((one) => one.subject.endsWith(id)).map((one) => one.dueAt.toISOString())).toEqual([
      inHours(30),
    ])
    await later(31)
    // Two workers sweep; what fired runs, and runs again after a crash.
    await Promise.all([sweepTimers(db), sweepTimers(db)])
    await Promise.all([1, 2, 3].map(() => remindToCheck(db, `${came.conversationId} ${id}`)))
    const said = await db
      .selectFrom('events')
      .select('teammateId')
      .where('type', '=', 'recovery.check-due')
      .where('conversationId', '=', came.conversationId)
      .execute()
    expect(said).toEqual([{ teammateId: tomas.id }])
    const promised = await plan({
      due: new Date(at(inHours(31)).getTime() + 72 * 3_600_000).toISOString(),
      promised: true,
    })
    const { promiseId } = promised.body.check
    expect(promiseId).toMatch(/^prm_/)
    await later(1)
    await keepPromise(db, tomas, promiseId, { told: true })
    await followCheckPromise(db, promiseId, tomas)
    await followCheckPromise(db, promiseId, tomas)
    const done = await ask(tomas, 'GET /recoveries/{id}', { params: { id } })
    expect(steps(done.body)).toEqual(['check'])
  })

  it('opens by a broken promise, once, with what we had said', async () => {
    const { db, tomas } = stage
    const came = await cake()
    const promiseId = await makePromise(db, tomas, {
      conversationId: came.conversationId,
      customerId: came.customerId,
      inboxId: stage.bakery,
      messageId: null,
      what: 'bring the cake at ten',
      to: null,
      quote: null,
      makerId: tomas.id,
      due: new Date((await clockNow(db)).getTime() + 3_600_000),
    })
    await openForBroken(db, promiseId, came.conversationId)
    expect(
      (await ask(tomas, 'GET /conversations/{id}/recoveries', { params: came.params })).body.items,
    ).toEqual([])
    await breakPromise(db, tomas, promiseId, 'the van is in the ditch')
    await Promise.all([1, 2].map(() => openForBroken(db, promiseId, came.conversationId)))
    const { items } = (await ask(tomas, 'GET /conversations/{id}/recoveries', { params: came.params })).body
    expect(items).toMatchObject([
      { source: 'promise', promiseId, what: 'We did not keep our word: “bring the cake at ten”' },
    ])
    const all = (await ask(tomas, 'GET /recoveries', { query: { state: 'open', limit: '2' } })).body
    expect(all.items).toHaveLength(2)
    const rest = (await ask(tomas, 'GET /recoveries', { query: { state: 'open', after: all.next } })).body
    expect(rest.items.map((one: { id: string }) => one.id)).not.toContain(all.items[0].id)
  })

  it('goes home with a conversation that is put back; of two open ones that of the home goes on', async () => {
    const [home, other] = [await cake(), await cake()]
    const [kept, moved] = [await open(home), await open(other)]
    await transaction(stage.db, (trx) =>
      moveRecoveries(trx, { from: other.conversationId, to: home.conversationId }),
    )
    const { items } = (await ask(stage.tomas, 'GET /conversations/{id}/recoveries', { params: home.params }))
      .body
    expect(items.map((one: { id: string; closed: object | null }) => [one.id, one.closed === null])).toEqual([
      [moved.id, false],
      [kept.id, true],
    ])
  })
})
