import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { moveClock, startClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { assign } from '#server/conversations/state.ts'
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
import { switchPractice } from '#server/team/practices.ts'
import { endForLeaver, namePerson, preferTheirPerson } from './actions.ts'
import { whoLooksAfter, whoStandsIn } from './queries.ts'
import { servePersons } from './routes.ts'

const at = (text: string) => new Date(text)
const emilia = { name: 'Emília Duarte', email: 'emilia.duarte@mail.example' }

describe('a customer and their person', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, at('2027-01-11T10:00Z'))
    ask = askIn(await openHttp(stage, servePersons))
  })
  afterAll(() => stage.close())

  const writes = async (from = maria, inboxId = stage.repairs) => {
    const came = await letter(stage.db, { inboxId, from, text: 'The boiler is cold again.' })
    await preferTheirPerson(stage.db, came.conversationId)
    return came
  }
  const assigneeOf = async (id: string) =>
    (
      await stage.db
        .selectFrom('conversations')
        .select('assigneeId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).assigneeId

  it('is nothing to see or do while the team does not work this way', async () => {
    const { customerId } = await writes()
    const params = { id: customerId }
    expect((await ask(stage.ana, 'GET /customers/{id}/person', { params })).status).toBe(409)
    const named = await ask(stage.ana, 'PUT /customers/{id}/person', {
      params,
      body: { teammateId: stage.ana.id },
    })
    expect([named.status, named.body.type]).toEqual([409, 'practice-off'])
    await switchPractice(stage.db, tend, 'namedPerson', true)
    expect((await ask(stage.ana, 'GET /customers/{id}/person', { params })).body).toEqual({
      person: null,
      proposal: null,
    })
  })

  it('is asked once, from the third answer on, and not again after a no', async () => {
    const { customerId, conversationId } = await writes(emilia)
    const params = { id: customerId }
    const proposal = async () =>
      (await ask(stage.ben, 'GET /customers/{id}/person', { params })).body.proposal
    await answer(stage.db, stage.ana, conversationId, 'I will look at it.')
    await answer(stage.db, stage.ben, conversationId, 'The part is here.')
    await answer(stage.db, stage.ana, conversationId, 'It fits.')
    expect(await proposal()).toBeNull()
    const early = await ask(stage.ben, 'POST /customers/{id}/person-refusals', { params })
    expect(early.status).toBe(409)
    await answer(stage.db, stage.ana, conversationId, 'It is warm again.')
    expect(await proposal()).toEqual({ teammateId: stage.ana.id, name: stage.ana.name, times: 3 })
    await ask(stage.ben, 'POST /customers/{id}/person-refusals', { params })
    await answer(stage.db, stage.ana, conversationId, 'And the radiator too.')
    expect(await proposal()).toBeNull()
  })

  it('gets their new letters, and leaves alone what a colleague looks after', async () => {
    const before = await writes()
    expect(await assigneeOf(before.conversationId)).toBeNull()
    const params = { id: before.customerId }
    const named = await ask(stage.ben, 'PUT /customers/{id}/person', {
      params,
      body: { teammateId: stage.ana.id },
    })
    expect(named.body.person).toMatchObject({ teammateId: stage.ana.id, away: null })
    await assign(stage.db, stage.ben, before.conversationId, stage.ben.id)
    await preferTheirPerson(stage.db, before.conversationId)
    expect(await assigneeOf(before.conversationId)).toBe(stage.ben.id)
    const next = await writes()
    expect(await assigneeOf(next.conversationId)).toBe(stage.ana.id)
    // The job may run again after a crash.
    await preferTheirPerson(stage.db, next.conversationId)
    const lines = await stage.db
      .selectFrom('events')
      .select('detail')
      .where('conversationId', '=', next.conversationId)
      .where('type', '=', 'person.preferred')
      .execute()
    expect(lines.map((line) => line.detail)).toEqual([{ to: stage.ana.id, standsInFor: null }])
  })

  it('is stood in for while away, also in what was theirs; without a stand-in the letter stays New', async () => {
    const open = await writes()
    await planLeave(stage.db, stage.ana, { from: '2027-01-12', to: '2027-01-15', standInId: stage.ben.id })
    await moveClock(stage.db, at('2027-01-13T10:00Z'))
    const shown = await ask(stage.lena, 'GET /customers/{id}/person', { params: { id: open.customerId } })
    expect(shown.body.person.away).toEqual({
      until: '2027-01-15',
      standInId: stage.ben.id,
      standInName: stage.ben.name,
    })
    expect(await assigneeOf((await writes()).conversationId)).toBe(stage.ben.id)
    // Said of what Ana has, also of a customer who is nobody's, and of her customer's letter that Ben or nobody has.
    const inRepairs = { customerId: open.customerId, inboxId: stage.repairs }
    const others = await writes(emilia)
    const standsIn = async (assigneeId: string | null, of = inRepairs) => {
      const found = await whoStandsIn(stage.db, { ...of, assigneeId })
      return found && [found.person.id, found.standIn.id]
    }
    const benForAna = [stage.ana.id, stage.ben.id]
    expect(await standsIn(stage.ana.id, { ...inRepairs, customerId: others.customerId })).toEqual(benForAna)
    expect(await standsIn(null, { ...inRepairs, customerId: others.customerId })).toBeNull()
    expect(await standsIn(stage.ben.id)).toEqual(benForAna)
    expect(await standsIn(null)).toEqual(benForAna)
    // A third who is here has it herself.
    expect(await standsIn(stage.lena.id)).toBeNull()
    await letter(stage.db, { ...{ inboxId: stage.repairs, from: maria, text: 'Still cold.' }, ...open })
    await preferTheirPerson(stage.db, open.conversationId)
    expect(await assigneeOf(open.conversationId)).toBe(stage.ben.id)
    // Ben falls ill on the Thursday: nobody is given what nobody can take.
    await planLeave(stage.db, stage.ben, { from: '2027-01-14', to: '2027-01-14', standInId: null })
    await moveClock(stage.db, at('2027-01-14T10:00Z'))
    expect(await assigneeOf((await writes()).conversationId)).toBeNull()
    await moveClock(stage.db, at('2027-01-18T10:00Z'))
    expect(await assigneeOf((await writes()).conversationId)).toBe(stage.ana.id)
  })

  it('never gets a letter of an inbox they do not see, and foreign customers are not here', async () => {
    const cake = await writes(maria, stage.bakery)
    expect(await assigneeOf(cake.conversationId)).toBeNull()
    expect(await whoLooksAfter(stage.db, cake.customerId, stage.bakery)).toBeNull()
    const { customerId } = await writes(joao, stage.bakery)
    const foreign = await ask(stage.ana, 'GET /customers/{id}/person', { params: { id: customerId } })
    const made = await ask(stage.ana, 'PUT /customers/{id}/person', {
      params: { id: customerId },
      body: { teammateId: stage.ana.id },
    })
    expect([foreign.status, made.status]).toEqual([404, 404])
    const blind = await ask(stage.tomas, 'PUT /customers/{id}/person', {
      params: { id: customerId },
      body: { teammateId: stage.ana.id },
    })
    expect(blind.status).toBe(422)
    const reader = await ask(stage.lena, 'PUT /customers/{id}/person', {
      params: { id: cake.customerId },
      body: { teammateId: null },
    })
    expect(reader.status).toBe(403)
  })

  it('shows how often they answered themselves, with the conversations behind it', async () => {
    const { db } = stage
    const fresh = async () => (await ask(stage.ben, 'GET /persons/figures')).body
    const before = await fresh()
    const own = await writes()
    await answer(db, stage.ana, own.conversationId, 'I come on Friday.')
    const other = await writes()
    await answer(db, stage.ben, other.conversationId, 'Ana comes on Friday.')
    const covered = await writes()
    await answer(db, stage.ben, covered.conversationId, 'I stand in for Ana.', {
      at: at('2027-01-13T11:00Z'),
    })
    const after = await fresh()
    expect([after.own - before.own, after.other - before.other, after.standIn - before.standIn]).toEqual([
      1, 1, 1,
    ])
    expect(after.share).toBeCloseTo((after.own + after.standIn) / after.total)
    const behind = await ask(stage.ben, 'GET /persons/answers', { query: { whose: 'own', limit: '1' } })
    expect(behind.body.items[0]).toMatchObject({ personId: stage.ana.id, whose: 'own' })
    const all = await ask(stage.ben, 'GET /persons/answers')
    expect(all.body.items).toHaveLength(after.total)
    // Tomás sees nothing of what happens in repairs.
    expect((await ask(stage.tomas, 'GET /persons/figures')).body.total).toBe(0)
  })

  it('is nobody any more once they have left', async () => {
    const { customerId } = await writes()
    await stage.db
      .updateTable('teammates')
      .set({ leftAt: at('2027-01-18T12:00Z') })
      .where('id', '=', stage.ana.id)
      .execute()
    await endForLeaver(stage.db, stage.ana.id)
    await endForLeaver(stage.db, stage.ana.id)
    expect(await whoLooksAfter(stage.db, customerId)).toBeNull()
    await namePerson(stage.db, stage.ben, customerId, stage.ben.id)
    expect((await whoLooksAfter(stage.db, customerId, stage.repairs))?.person.id).toBe(stage.ben.id)
  })
})
