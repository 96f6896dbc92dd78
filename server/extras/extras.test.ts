import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveAuthority } from '#server/authority/routes.ts'
import { setRule } from '#server/authority/rules.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { answer, askIn, letter, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { openRecovery } from '#server/recoveries/actions.ts'
import { serveRecoveries } from '#server/recoveries/routes.ts'
import { switchPractice } from '#server/team/practices.ts'
import { serveExtras } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  ask = askIn(
    await openHttp(stage, (app, options) => {
      serveExtras(app, options)
      serveRecoveries(app, options)
      void app.register(async (inner) => serveAuthority(inner, options, stage.house))
    }),
  )
  const off = await ask(stage.ana, 'GET /extras')
  expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
  await switchPractice(stage.db, tend, 'extras', true)
}, 60_000)
afterAll(() => stage.close())

let guests = 0
const matter = async () => {
  const guest = ++guests
  const from = { name: `Guest ${guest}`, email: `guest${guest}@mail.example` }
  const came = await letter(stage.db, { inboxId: stage.repairs, from, text: 'The valve is broken.' })
  return { ...came, params: { id: came.conversationId }, from }
}
const add = async (more: object = {}) => {
  const { status, body } = await ask(stage.ana, 'POST /extras', {
    body: { name: 'All radiators bled', words: 'We bleed your radiators while we are there.', ...more },
  })
  expect(status).toBe(201)
  return body as { id: string; name: string }
}
const give = (params: { id: string }, body: object, by: { id: string } = stage.ben) =>
  ask(by, 'POST /conversations/{id}/extras', { params, body })
const may = async (params: { id: string }, id: string, by: { id: string } = stage.ben) =>
  (await ask(by, 'GET /conversations/{id}/extras', { params })).body.may.find(
    (one: { id: string }) => one.id === id,
  )

describe('little extras', () => {
  it('stand with those that cost nothing first; a lead writes them, and what money costs has a currency', async () => {
    const body = { name: 'A card', words: 'A card is on its way.' }
    expect((await ask(stage.ben, 'POST /extras', { body })).status).toBe(403)
    const unsound = await ask(stage.ana, 'POST /extras', { body: { ...body, cost: 1.2 } })
    expect(unsound.body.errors[0].pointer).toBe('/unit')
    const card = await add({ ...body, cost: 1.2, unit: 'EUR' })
    const free = await add({ name: 'A call in person' })
    const { items } = (await ask(stage.lena, 'GET /extras')).body
    expect(items.map((one: { name: string }) => one.name)).toEqual(['A call in person', 'A card'])
    await ask(stage.ana, 'DELETE /extras/{id}', { params: { id: free.id } })
    const changed = await ask(stage.ana, 'PUT /extras/{id}', {
      params: { id: card.id },
      body: { ...body, name: 'A card by hand', cost: 1.5, unit: 'EUR' },
    })
    expect(changed.body).toMatchObject({ name: 'A card by hand', cost: 1.5, given: 0 })
    const { params } = await matter()
    expect(await may(params, free.id)).toBeUndefined()
    expect((await give(params, { extraId: free.id })).status).toBe(404)
  })

  it('is given once it is left: of two who give the last one at once only one does, and taken back it is there again', async () => {
    const rolls = await add({ name: 'A bag of rolls', left: 1 })
    const [one, other] = [await matter(), await matter()]
    const both = await Promise.all([
      give(one.params, { extraId: rolls.id }),
      give(other.params, { extraId: rolls.id }, stage.ana),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const won = both.find(({ status }) => status === 201)!.body
    expect(both.find(({ status }) => status === 409)!.body.type).toBe('none-left')
    expect(won).toMatchObject({ state: 'possible', sentence: 'We bleed your radiators while we are there.' })
    expect(await may(one.params, rolls.id)).toMatchObject({ left: 0, how: 'none-left' })
    const off = await ask(stage.ben, 'POST /given-extras/{id}/cancellation', { params: { id: won.id } })
    expect(off.body).toMatchObject({ state: 'off', sentence: null })
    expect(await may(one.params, rolls.id)).toMatchObject({ left: 1, how: 'free' })
    // A new text counts nothing anew; counted anew, it is what was counted.
    const now = { name: 'Rolls', words: 'Rolls for you.', left: 1 }
    await give(one.params, { extraId: rolls.id })
    await ask(stage.ana, 'PUT /extras/{id}', { params: { id: rolls.id }, body: { ...now, left: 0 } })
    expect(await may(one.params, rolls.id)).toMatchObject({ left: 0 })
    await ask(stage.ana, 'PUT /extras/{id}', { params: { id: rolls.id }, body: { ...now, left: 5 } })
    expect(await may(one.params, rolls.id)).toMatchObject({ left: 5 })
  })

  it('is never told before it is possible: its maker says by when, and then whoever gave it may', async () => {
    const loaf = await add({
      name: 'A loaf of rye',
      words: 'A loaf of our rye is yours.',
      makerId: stage.ana.id,
    })
    const { params } = await matter()
    const made = (await give(params, { extraId: loaf.id })).body
    expect(made).toMatchObject({ state: 'to-make', sentence: null, makerName: stage.ana.name })
    const mine = await ask(stage.ana, 'GET /given-extras')
    expect(mine.body.items.map((one: { id: string }) => one.id)).toEqual([made.id])
    const now = await clockNow(stage.db)
    const past = await ask(stage.ana, 'POST /given-extras/{id}/possibility', {
      params: { id: made.id },
      body: { due: new Date(now.getTime() - 60_000).toISOString() },
    })
    expect(past.body.errors[0].pointer).toBe('/due')
    const due = new Date(now.getTime() + 2 * 86_400_000)
    const yes = await ask(stage.ana, 'POST /given-extras/{id}/possibility', {
      params: { id: made.id },
      body: { due: due.toISOString() },
    })
    expect(yes.body).toMatchObject({ state: 'possible', due: due.toISOString() })
    expect(yes.body.sentence).toMatch(
      /^A loaf of our rye is yours\. You have it by \w+ \d+ \w+, \d\d:\d\d\.$/,
    )
    // Whoever makes it without being asked needs nobody's yes.
    expect((await give(params, { extraId: loaf.id }, stage.ana)).body.state).toBe('possible')
    // Nobody who sees this inbox makes it: then it is not given here.
    const cake = await add({ name: 'A small cake', makerId: stage.tomas.id })
    expect(await may(params, cake.id)).toBeUndefined()
    expect((await give(params, { extraId: cake.id })).status).toBe(404)
  })

  it('that costs money is a gift within limits; above them a lead says yes first, and a no gives it back', async () => {
    await switchPractice(stage.db, tend, 'authority', true)
    const rule = {
      kind: 'gift',
      unit: 'EUR',
      perPerson: null,
      perMonth: null,
      noProofUpTo: null,
      inboxId: null,
    }
    await setRule(stage.db, tend, { ...rule, role: 'lead', perCase: 100, because: 'A day' })
    await setRule(stage.db, tend, { ...rule, role: 'teammate', perCase: 8, because: 'A basket' })
    const basket = await add({ name: 'A basket', cost: 5, unit: 'EUR', left: 10 })
    const { params } = await matter()
    expect(await may(params, basket.id)).toMatchObject({ how: 'yours' })
    expect((await give(params, { extraId: basket.id })).body).toMatchObject({ state: 'possible' })
    // Five of eight are gone.
    expect(await may(params, basket.id)).toMatchObject({ how: 'ask' })
    expect((await give(params, { extraId: basket.id })).body.type).toBe('above-limit')
    expect(await may(params, basket.id)).toMatchObject({ left: 9 })
    const asked = (await give(params, { extraId: basket.id, ask: true })).body
    expect(asked).toMatchObject({ state: 'waiting', sentence: null })
    const early = await ask(stage.ben, 'POST /given-extras/{id}/delivery', { params: { id: asked.id } })
    expect(early.body.type).toBe('not-yet')
    const waits = (await ask(stage.ana, 'GET /decisions')).body.items
    await ask(stage.ana, 'POST /decisions/{id}/refusal', {
      params: { id: waits[0].id },
      body: { because: 'One is enough' },
    })
    const { items } = (await ask(stage.ben, 'GET /conversations/{id}/extras', { params })).body
    expect(items.find((one: { id: string }) => one.id === asked.id).state).toBe('off')
    expect(await may(params, basket.id)).toMatchObject({ left: 9 })
    const again = (await give(params, { extraId: basket.id, ask: true })).body
    const next = (await ask(stage.ana, 'GET /decisions')).body.items[0]
    await ask(stage.ana, 'POST /decisions/{id}/approval', { params: { id: next.id } })
    const after = (await ask(stage.ben, 'GET /conversations/{id}/extras', { params })).body.items
    expect(after.find((one: { id: string }) => one.id === again.id)).toMatchObject({ state: 'possible' })
    await switchPractice(stage.db, tend, 'authority', false)
  })

  it('keeps what they said to it in their own words, and counts whom it made glad by what it cost', async () => {
    const call = await add({ name: 'A call at two' })
    const { params, conversationId, from } = await matter()
    const given = (await give(params, { extraId: call.id })).body
    await ask(stage.ben, 'POST /given-extras/{id}/delivery', { params: { id: given.id } })
    const words = 'The call at two let me sleep'
    const thanked = await letter(stage.db, {
      inboxId: stage.repairs,
      from,
      conversationId,
      text: `It is good. ${words}.`,
    })
    await recordReading(stage.db, tend, {
      conversationId,
      messageId: thanked.messageId,
      asks: [],
      signals: { praise: 0.8 },
      evidence: [{ signal: 'praise', words }],
      praised: [],
    })
    const { items } = (await ask(stage.ben, 'GET /conversations/{id}/extras', { params })).body
    expect(items[0].proposal).toEqual({ messageId: thanked.messageId, words })
    const note = (body: object) =>
      ask(stage.ben, 'PUT /given-extras/{id}/answer', { params: { id: given.id }, body })
    const invented = await note({
      words: 'The best call of my life',
      glad: true,
      messageId: thanked.messageId,
    })
    expect(invented.body.errors[0].pointer).toBe('/words')
    expect((await note({ words, glad: true, messageId: thanked.messageId })).body).toMatchObject({
      answer: { words, glad: true },
      proposal: null,
    })
    const { report, items: catalogue } = (await ask(stage.lena, 'GET /extras')).body
    expect(catalogue.find((one: { id: string }) => one.id === call.id)).toMatchObject({
      given: 1,
      delivered: 1,
      glad: 1,
    })
    expect(report).toMatchObject({ glad: 1, freeGlad: 1, answered: 1 })
    expect(report.free / report.given).toBeGreaterThan(0.3)
    // Whoever does not see the inbox is told none of it.
    expect((await ask(stage.tomas, 'GET /extras')).body.report).toMatchObject({ given: 0, glad: 0 })
  })

  it('is the step of a recovery, once it is possible, and no step any more when it is taken back', async () => {
    const bread = await add({ name: 'Bread for the week' })
    const { params, conversationId } = await matter()
    const id = await openRecovery(stage.db, stage.ben, conversationId, {
      what: 'The valve failed',
      source: 'hand',
    })
    await answer(stage.db, stage.ben, conversationId, 'I am sorry.')
    const given = (await give(params, { extraId: bread.id })).body
    const recovery = async () => (await ask(stage.ben, 'GET /recoveries/{id}', { params: { id } })).body
    expect((await recovery()).proposals).toContainEqual(
      expect.objectContaining({
        step: 'extra',
        evidence: { kind: 'extra', id: given.id },
        words: 'Bread for the week',
      }),
    )
    const done = await ask(stage.ben, 'POST /recoveries/{id}/steps', {
      params: { id },
      body: { steps: ['extra'], evidence: { kind: 'extra', id: given.id } },
    })
    expect(done.body.steps.find((one: { step: string }) => one.step === 'extra').state).toBe('done')
  })
})
