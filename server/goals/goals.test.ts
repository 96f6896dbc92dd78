import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { moveClock, startClock } from '#server/base/clock.ts'
import { askIn, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { standsIn } from '#server/conversations/theirWords.ts'
import { namePerson } from '#server/persons/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { dueGoals } from './queries.ts'
import { serveGoals } from './routes.ts'

describe('their own words', () => {
  const text = 'We’d like to open the\nsecond shop in spring, and the oven must last till then.'
  it.each([
    ['open the second shop in spring', true],
    ["We'd like to open the second shop", true],
    ['open the second shop … must last till then', true],
    ['must last … second shop', false],
    ['grow their business', false],
    ['…', false],
  ])('“%s”', (words, stands) => {
    expect(standsIn(words, text)).toBe(stands)
  })
})

describe('a goal', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  let came: Awaited<ReturnType<typeof letter>>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, new Date('2027-01-11T10:00Z'))
    ask = askIn(await openHttp(stage, serveGoals))
    came = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'I want the house warm without the old boiler by next winter.',
    })
  })
  afterAll(() => stage.close())
  const keep = (by: { id: string }, body: object, id = came.customerId) =>
    ask(by, 'POST /customers/{id}/goals', { params: { id }, body })
  const words = 'the house warm without the old boiler by next winter'

  it('is kept in their words, with where they said it, and with a day ahead', async () => {
    const given = { words, messageId: came.messageId, reviewOn: '2027-04-12' }
    expect((await keep(stage.ana, given)).body.type).toBe('practice-off')
    await switchPractice(stage.db, tend, 'goals', true)
    const made = await keep(stage.ana, given)
    expect(made.body).toMatchObject({ words, conversationId: came.conversationId, due: false, state: 'open' })
    const ours = await keep(stage.ana, { ...given, words: 'a customer for life' })
    expect([ours.status, ours.body.errors[0].pointer]).toEqual([422, '/words'])
    const past = await keep(stage.ana, { ...given, reviewOn: '2027-01-11' })
    expect(past.body.errors[0].detail).toContain('2027-04-12')
    // Said at the counter: there is no letter to point at.
    expect((await keep(stage.ben, { words: 'less noise', reviewOn: '2027-02-01' })).body.messageId).toBeNull()
  })

  it('is on the day of whoever is their person, or kept it, until it is looked at', async () => {
    const due = async (who: typeof stage.ana) => (await dueGoals(stage.db, who, 10)).map((one) => one.words)
    expect(await due(stage.ana)).toEqual([])
    await moveClock(stage.db, new Date('2027-02-01T00:30Z'))
    expect([await due(stage.ana), await due(stage.ben)]).toEqual([[], ['less noise']])
    await switchPractice(stage.db, tend, 'namedPerson', true)
    await namePerson(stage.db, stage.ana, came.customerId, stage.ana.id)
    expect([await due(stage.ana), await due(stage.ben)]).toEqual([['less noise'], []])
    const [goal] = (await ask(stage.ana, 'GET /goals')).body.items
    const params = { id: goal.id }
    const dayless = await ask(stage.ana, 'POST /goals/{id}/reviews', { params, body: { outcome: 'again' } })
    expect(dayless.body.errors[0].pointer).toBe('/nextOn')
    const again = await ask(stage.ana, 'POST /goals/{id}/reviews', {
      params,
      body: { outcome: 'again', nextOn: '2027-03-01', note: 'The pump is in, the pipes still hum' },
    })
    expect(again.body).toMatchObject({ due: false, reviewOn: '2027-03-01', state: 'open' })
    expect(await due(stage.ana)).toEqual([])
    await moveClock(stage.db, new Date('2027-03-01T09:00Z'))
    expect(await due(stage.ana)).toEqual(['less noise'])
    const done = await ask(stage.ana, 'POST /goals/{id}/reviews', { params, body: { outcome: 'done' } })
    expect(done.body.reviews.map((one: { outcome: string }) => one.outcome)).toEqual(['again', 'done'])
    const twice = await ask(stage.ana, 'POST /goals/{id}/reviews', { params, body: { outcome: 'done' } })
    expect(twice.body.type).toBe('goal-settled')
  })

  it('keeps the walls, and is gone when it was kept by mistake', async () => {
    const { items } = (
      await ask(stage.lena, 'GET /customers/{id}/goals', { params: { id: came.customerId } })
    ).body
    expect(items.map((one: { state: string }) => one.state)).toEqual(['open', 'done'])
    const params = { id: items[0].id }
    const foreign = [
      await ask(stage.tomas, 'GET /customers/{id}/goals', { params: { id: came.customerId } }),
      await ask(stage.tomas, 'POST /goals/{id}/reviews', { params, body: { outcome: 'done' } }),
      await ask(stage.tomas, 'DELETE /goals/{id}', { params }),
      await keep(stage.tomas, { words: 'cake', reviewOn: '2027-06-01' }),
    ]
    expect(foreign.map((one) => one.status)).toEqual([404, 404, 404, 404])
    // Maria buys bread too: what she told the workshop is not the bakery's to read.
    await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Rye on Thursday, please.' })
    const bakery = await ask(stage.tomas, 'GET /customers/{id}/goals', { params: { id: came.customerId } })
    expect(bakery.body.items).toEqual([])
    expect((await ask(stage.ben, 'DELETE /goals/{id}', { params })).status).toBe(204)
  })
})
