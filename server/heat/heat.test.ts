import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { answer, askIn, letter, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { acceptHandover, returnHandover } from '#server/handover/actions.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { askAnother, followHandover } from './relief.ts'
import { endRestOf, sayRested } from './resting.ts'
import { serveHeat } from './routes.ts'

let stage: Stage
let ines: TeammateActor
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  const { id } = await inviteTeammate(stage.db, tend, {
    ...teammates.ines,
    inboxes: [stage.repairs],
    demo: true,
  })
  ines = actorOf((await findTeammate(stage.db, id))!, 'session')
  ask = askIn(
    await openHttp(stage, (app, options) => {
      serveHeat(app, options)
      serveConversations(app, options, stage.house)
    }),
  )
  const { params } = await matter('It is cold.')
  expect((await ask(stage.ana, 'GET /conversations/{id}/heat', { params })).body.type).toBe('practice-off')
  await switchPractice(stage.db, tend, 'heat', true)
}, 60_000)
afterAll(() => stage.close())

let guests = 0
const matter = async (text: string, from = { name: 'Guest', email: `guest${++guests}@mail.example` }) => {
  const came = await letter(stage.db, { inboxId: stage.repairs, from, text })
  return { ...came, params: { id: came.conversationId }, from }
}
const heat = async (params: { id: string }, by: { id: string } = stage.ben) =>
  (await ask(by, 'GET /conversations/{id}/heat', { params })).body

describe('hard words', () => {
  it('are asked about once, in their own words; a person says what they are, and our answer ends it', async () => {
    const { params, messageId, conversationId } = await matter('Third week. You lying thieves!')
    expect(await heat(params)).toMatchObject({
      proposal: { messageId, kind: 'abuse', words: 'You lying thieves' },
      confirmed: null,
      next: 'friendly',
      steps: [],
    })
    const say = (kind: string, by: { id: string } = stage.ben) =>
      ask(by, 'PUT /conversations/{id}/heat/{messageId}', {
        params: { ...params, messageId },
        body: { kind },
      })
    expect((await say('abuse', stage.lena)).status).toBe(403)
    expect((await say('no')).body).toMatchObject({ proposal: null, confirmed: null })
    expect((await say('abuse')).body).toMatchObject({
      confirmed: { messageId, kind: 'abuse', by: stage.ben.name },
    })
    await answer(stage.db, stage.ben, conversationId, 'I read every word.')
    expect(await heat(params)).toMatchObject({ proposal: null, confirmed: null })
    expect((await ask(stage.tomas, 'GET /conversations/{id}/heat', { params })).status).toBe(404)
  })

  it('let a draft rest: a reminder at its time, once, and none after it was sent', async () => {
    const { params, conversationId } = await matter('Are you kidding me?')
    const rested = (await ask(stage.ben, 'POST /conversations/{id}/rest', { params, body: {} })).body
    const began = await clockNow(stage.db)
    expect(new Date(rested.rest.until).getTime() - began.getTime()).toBeGreaterThan(19 * 60_000)
    // Mine alone: nobody else sees that I need a moment.
    expect((await heat(params, stage.ana)).rest).toBeNull()
    const said = async () =>
      Number(
        (
          await stage.db
            .selectFrom('events')
            .select((e) => e.fn.countAll().as('n'))
            .where('type', '=', 'rest.over')
            .where('conversationId', '=', conversationId)
            .executeTakeFirstOrThrow()
        ).n,
      )
    const subject = `${conversationId} ${stage.ben.id}`
    await sayRested(stage.db, subject)
    expect(await said()).toBe(0)
    await moveClock(stage.db, new Date(began.getTime() + 21 * 60_000))
    await sayRested(stage.db, subject)
    await sayRested(stage.db, subject)
    expect(await said()).toBe(1)
    expect((await heat(params)).rest).toBeNull()
    await ask(stage.ben, 'POST /conversations/{id}/rest', { params, body: { minutes: 5 } })
    await endRestOf(stage.db, tend, conversationId, stage.ben.id)
    expect((await heat(params)).rest).toBeNull()
  })

  it('go to a colleague by one press: the next is asked in time or on a no, and with nobody left who leads hears of it', async () => {
    const { params, conversationId } = await matter('Shame on you.')
    expect((await heat(params)).canSwap).toBe(false)
    await switchPractice(stage.db, tend, 'handover', true)
    expect((await heat(params)).canSwap).toBe(true)
    const swap = (by: { id: string } = stage.ben) => ask(by, 'POST /conversations/{id}/reliefs', { params })
    const first = (await swap()).body.relief
    expect(first).toMatchObject({ state: 'open', askedById: stage.ben.id })
    expect((await swap()).body.type).toBe('relief-asked')
    const order = [first.toId]
    // Whoever is asked says nothing, and the next one is.
    await askAnother(stage.db, `${conversationId} ${first.id}`)
    expect((await heat(params)).relief.toId).toBe(first.toId)
    await moveClock(stage.db, new Date(new Date(first.nextAt).getTime() + 1000))
    await askAnother(stage.db, `${conversationId} ${first.id}`)
    const second = (await heat(params)).relief
    order.push(second.toId)
    expect(new Set(order)).toEqual(new Set([stage.ana.id, ines.id]))
    const asked = second.toId === ines.id ? ines : stage.ana
    await returnHandover(stage.db, asked, second.handoverId, 'I have a call')
    await followHandover(stage.db, conversationId)
    expect((await heat(params)).relief).toMatchObject({ state: 'nobody', toId: null })
    const told = await stage.db
      .selectFrom('events')
      .select('type')
      .where('conversationId', '=', conversationId)
      .where('type', '=', 'relief.nobody')
      .execute()
    expect(told).toHaveLength(1)
    // Asked again, the first one accepts: it is theirs, with what was promised in it.
    const again = (await swap()).body.relief
    const taker = again.toId === ines.id ? ines : stage.ana
    await acceptHandover(stage.db, taker, again.handoverId)
    await followHandover(stage.db, conversationId)
    expect((await heat(params)).relief).toMatchObject({ state: 'taken', toId: taker.id })
    const { assigneeId } = await stage.db
      .selectFrom('conversations')
      .select('assigneeId')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    expect(assigneeId).toBe(taker.id)
    // And what somebody goes on with themselves asks nobody any more.
    const other = await matter('How dare you.')
    const mine = (await ask(stage.ben, 'POST /conversations/{id}/reliefs', { params: other.params })).body
      .relief
    const back = await ask(stage.ben, 'DELETE /conversations/{id}/reliefs', { params: other.params })
    expect(back.body.relief).toMatchObject({ id: mine.id, state: 'withdrawn' })
    const { state } = await stage.db
      .selectFrom('handovers')
      .select('state')
      .where('id', '=', mine.handoverId)
      .executeTakeFirstOrThrow()
    expect(state).toBe('withdrawn')
  })

  it('meet our policy step by step, logged; the end is a lead’s, has its reason, ends by itself, and nothing else is a mark', async () => {
    const from = { name: 'Guest', email: 'angry@mail.example' }
    const { params } = await matter('You are all crooks.', from)
    const take = (step: string, by: { id: string } = stage.ben, more: object = {}) =>
      ask(by, 'POST /conversations/{id}/policy-steps', { params, body: { step, ...more } })
    expect((await take('firm')).body.type).toBe('not-next')
    expect((await take('friendly')).body.steps).toMatchObject([
      { step: 'friendly', by: stage.ben.name, until: null },
    ])
    const next = await matter('Hello again.', from)
    // What was said kindly there stands nowhere else.
    expect(await heat(next.params)).toMatchObject({ steps: [], ended: null })
    expect((await take('firm')).body.next).toBe('end')
    expect((await take('end', stage.ben, { because: 'Threats' })).status).toBe(403)
    expect((await take('end', stage.ana)).body.errors[0].pointer).toBe('/because')
    const ended = (await take('end', stage.ana, { because: 'Threatened the driver' })).body.ended
    expect(ended).toMatchObject({ step: 'end', because: 'Threatened the driver', by: stage.ana.name })
    expect((await heat(next.params)).ended).toMatchObject({ id: ended.id })
    await moveClock(stage.db, new Date(new Date(ended.until).getTime() + 1000))
    expect((await heat(next.params)).ended).toBeNull()
    // A lead need not be threatened three times, and may think again.
    const once = await matter('I know where you live.', from)
    const at = await ask(stage.ana, 'POST /conversations/{id}/policy-steps', {
      params: once.params,
      body: { step: 'end', because: 'A threat' },
    })
    const lift = (by: { id: string }) =>
      ask(by, 'POST /policy-steps/{id}/lifting', { params: { id: at.body.ended.id } })
    expect((await lift(stage.ben)).status).toBe(403)
    expect((await lift(stage.ana)).status).toBe(201)
    expect((await heat(next.params)).ended).toBeNull()
  })

  it('are met in the team’s own words', async () => {
    const rules = (await ask(stage.lena, 'GET /heat-rules')).body
    expect(rules.ways).toHaveLength(3)
    expect((await ask(stage.ben, 'PATCH /heat-rules', { body: { restMinutes: 5 } })).status).toBe(403)
    const policy = { ...rules.policy, friendly: 'Please, without insults.' }
    const changed = await ask(stage.ana, 'PATCH /heat-rules', { body: { policy, restMinutes: 5 } })
    expect(changed.body).toMatchObject({ policy, restMinutes: 5, askMinutes: 15 })
  })
})
