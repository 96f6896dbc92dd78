import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { moveClock, startClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { assign, close } from '#server/conversations/state.ts'
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
import { holdAll as holdNotices } from '#server/notifications/settings.ts'
import { namePerson } from '#server/persons/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { giveOut, giveOutLeft } from './givingOut.ts'
import { serveTeams } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
let teamId = ''
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  await startClock(stage.db, new Date('2027-01-11T10:00Z'))
  app = await openHttp(stage, serveTeams)
  ask = askIn(app)
  const made = await ask(stage.ana, 'POST /teams', {
    body: {
      name: 'Repairs by turns',
      teammateIds: [stage.ana.id, stage.ben.id, stage.tomas.id, stage.lena.id],
    },
  })
  teamId = made.body.id
})
afterAll(async () => {
  await app.close()
  await stage.close()
})
beforeEach(async () => {
  // Each begins with nothing open and no turn taken.
  await stage.db.updateTable('conversations').set({ status: 'closed', assigneeId: null }).execute()
  await stage.db.deleteFrom('routingTurns').execute()
})

const params = () => ({ id: stage.repairs })
const route = (way: 'in-turn' | 'least', capacity: number | null = null) =>
  ask(stage.ana, 'PUT /inboxes/{id}/routing', { params: params(), body: { teamId, way, capacity } })
const comes = async (from = joao) => {
  const { conversationId } = await letter(stage.db, { inboxId: stage.repairs, from, text: 'It drips.' })
  await giveOut(stage.db, conversationId)
  return conversationId
}
const whose = async (id: string) => {
  const { assigneeId } = await stage.db
    .selectFrom('conversations')
    .select('assigneeId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return assigneeId === stage.ana.id ? 'ana' : assigneeId === stage.ben.id ? 'ben' : assigneeId
}
const several = async (n: number) => {
  const all: string[] = []
  for (let i = 0; i < n; i++) all.push(await comes())
  return Promise.all(all.map(whose))
}

describe('what is new', () => {
  it('stays New until a lead says otherwise', async () => {
    expect(await several(1)).toEqual([null])
    expect((await ask(stage.ana, 'GET /inboxes/{id}/routing', { params: params() })).body).toEqual({
      rule: null,
      next: null,
      people: [],
    })
  })

  it('goes round, past those who read along or do not see the inbox', async () => {
    await route('in-turn')
    const four = await several(4)
    expect(four.filter((one) => one === 'ana')).toHaveLength(2)
    expect(four.filter((one) => one === 'ben')).toHaveLength(2)
    const { body } = await ask(stage.ana, 'GET /inboxes/{id}/routing', { params: params() })
    expect(body.people.map((one: { passedOver: string | null }) => one.passedOver)).toEqual([
      null,
      null,
      'not-able',
      'not-able',
    ])
  })

  it('two letters at the same moment go to two people', async () => {
    await route('in-turn')
    const two = await Promise.all([comes(), comes()])
    expect((await Promise.all(two.map(whose))).sort()).toEqual(['ana', 'ben'])
  })

  it('by load goes to whoever has the fewest open', async () => {
    await route('least')
    for (let i = 0; i < 3; i++) {
      const { conversationId } = await letter(stage.db, {
        inboxId: stage.repairs,
        from: maria,
        text: 'Cold.',
      })
      await assign(stage.db, stage.ana, conversationId, stage.ana.id)
    }
    expect(await several(3)).toEqual(['ben', 'ben', 'ben'])
  })

  it('stops at what one can carry, and goes on as soon as there is room, the longest waiting first', async () => {
    await route('least', 1)
    const [first, second] = [await comes(), await comes()]
    const [third, fourth] = [await comes(), await comes()]
    expect([await whose(third), await whose(fourth)]).toEqual([null, null])
    await close(stage.db, stage.ana, first, 'thanks')
    await giveOutLeft(stage.db, stage.repairs)
    expect([await whose(third), await whose(fourth)]).toEqual([await whose(first), null])
    await answer(stage.db, stage.ben, second, 'I come tomorrow.')
    await giveOutLeft(stage.db, stage.repairs)
    expect(await whose(fourth)).not.toBeNull()
  })

  it('passes over whoever is on leave or holds everything, and stays New where nobody is left', async () => {
    await route('in-turn')
    await holdNotices(stage.house, stage.ben, 25)
    expect(await several(2)).toEqual(['ana', 'ana'])
    await planLeave(stage.db, stage.ana, { from: '2027-01-11', to: '2027-01-12', standInId: null })
    expect(await several(1)).toEqual([null])
    await holdNotices(stage.house, stage.ben, 0)
    expect(await several(1)).toEqual(['ben'])
    await moveClock(stage.db, new Date('2027-01-13T10:00Z'))
  })

  it('goes to their own person first, where the team works so', async () => {
    await route('in-turn')
    await switchPractice(stage.db, tend, 'namedPerson', true)
    const { customerId } = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Hello.' })
    await namePerson(stage.db, stage.ana, customerId, stage.ben.id)
    expect([await whose(await comes(maria)), await whose(await comes(maria))]).toEqual(['ben', 'ben'])
  })

  it('is left alone where a person has put it back', async () => {
    await route('in-turn')
    const id = await comes()
    await assign(stage.db, stage.ana, id, null)
    await giveOutLeft(stage.db, stage.repairs)
    expect(await whose(id)).toBeNull()
    await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'And the gate.', conversationId: id })
    await giveOut(stage.db, id)
    expect(await whose(id)).not.toBeNull()
  })

  it('stays New again when the rule or its team is gone', async () => {
    await route('in-turn')
    await ask(stage.ana, 'DELETE /teams/{id}', { params: { id: teamId } })
    expect(await several(1)).toEqual([null])
    expect((await ask(stage.ana, 'POST /teams/{id}/restoring', { params: { id: teamId } })).status).toBe(201)
    expect((await several(1))[0]).not.toBeNull()
    await ask(stage.ana, 'DELETE /inboxes/{id}/routing', { params: params() })
    expect(await several(1)).toEqual([null])
  })
})

describe('who may say so', () => {
  it('only a lead, and only for an inbox they see', async () => {
    const body = { teamId, way: 'in-turn', capacity: null }
    expect((await ask(stage.ben, 'PUT /inboxes/{id}/routing', { params: params(), body })).status).toBe(403)
    const elsewhere = { params: { id: stage.bakery }, body }
    expect((await ask(stage.ana, 'PUT /inboxes/{id}/routing', elsewhere)).status).toBe(404)
    expect((await ask(stage.ana, 'GET /inboxes/{id}/routing', { params: { id: stage.bakery } })).status).toBe(
      404,
    )
    expect((await ask(stage.ben, 'POST /teams', { body: { name: 'Mine' } })).status).toBe(403)
    expect((await ask(stage.ana, 'POST /teams', { body: { name: 'repairs BY turns' } })).status).toBe(409)
    const unknown = await ask(stage.ana, 'PATCH /teams/{id}', {
      params: { id: teamId },
      body: { teammateIds: [`tm_${'0'.repeat(22)}`] },
    })
    expect(unknown.status).toBe(422)
  })
})
