import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { joao, letter } from '#server/conversations/testing.ts'
import { changeCustomer } from '#server/customers/actions.ts'
import { takeDealings } from '#server/dealings/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { proposeFor } from './proposals.ts'
import { hit, type Incidents, openIncidents, storm } from './testing.ts'

const [ines, rui, teresa, nuno] = hit

let stage: Incidents
beforeAll(async () => {
  stage = await openIncidents()
})
afterAll(() => stage.close())

describe('an incident', () => {
  it('is nothing while the team does not work this way, and not there for who does not see its inbox', async () => {
    await switchPractice(stage.db, tend, 'incidents', false)
    const off = await stage.ask(stage.ben, 'POST /incidents', {
      body: { inboxId: stage.repairs, what: storm },
    })
    expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
    await switchPractice(stage.db, tend, 'incidents', true)
    const made = await stage.open()
    const ids = { id: made.id }
    expect((await stage.ask(stage.tomas, 'GET /incidents/{id}', { params: ids })).status).toBe(404)
    expect(
      (await stage.ask(stage.tomas, 'POST /incidents/{id}/closing', { params: ids, body: {} })).status,
    ).toBe(404)
    expect((await stage.ask(stage.tomas, 'GET /incidents')).body.items).toEqual([])
    expect(
      (await stage.ask(stage.lena, 'PATCH /incidents/{id}', { params: ids, body: { what: 'No' } })).status,
    ).toBe(403)
    expect((await stage.ask(stage.lena, 'GET /incidents/{id}', { params: ids })).status).toBe(200)
  })

  it('finds who is hit by what they wrote, bought and are, each once and with the reason', async () => {
    const wrote = await stage.writes(ines, 'The power is out in Rua do Norte since this morning.', 'No light')
    await stage.writes(rui, 'When do you come for the boiler?', 'The boiler')
    const ruiId = (await stage.writes(rui, 'And the invoice?', 'Invoice')).customerId
    await takeDealings(stage.db, stage.ana, {
      inboxId: stage.repairs,
      dryRun: false,
      items: [
        {
          kind: 'purchase',
          what: 'Heat pump Norte 8',
          at: '2026-01-10T10:00:00Z',
          amount: null,
          currency: null,
          who: { email: rui.email },
        },
      ],
    })
    const { id } = await stage.open()
    const look = (body: object) =>
      stage.ask(stage.ben, 'POST /incidents/{id}/finding', { params: { id }, body })
    const seen = await look({ by: 'words', words: 'power out\nno light' })
    expect(seen.body).toMatchObject({ people: 1, fresh: 1, sample: [{ because: 'They wrote “No light”' }] })
    expect((await stage.whole(id)).counts.people).toBe(0)
    const take = (body: object) =>
      stage.ask(stage.ben, 'POST /incidents/{id}/clues', { params: { id }, body })
    expect((await take({ by: 'words', words: 'power out\nno light' })).body.added).toBe(1)
    await stage.ask(stage.ben, 'POST /reaches', { body: { from: 'Lusocool', to: 'Norte compressor' } })
    await stage.ask(stage.ben, 'POST /reaches', { body: { from: 'Norte compressor', to: 'Heat pump Norte' } })
    const reached = await take({ by: 'reach', from: 'lusocool' })
    expect(reached.body.incident.clues.map((one: { people: number }) => one.people)).toEqual([1, 1])
    expect((await take({ by: 'words', words: 'power' })).body.added).toBe(0)
    const list = await stage.people(id)
    expect(list).toMatchObject([
      { conversationId: wrote.conversationId, toldUs: true, state: 'untold', heard: 0 },
      {
        customerId: ruiId,
        because: 'They have: Heat pump Norte 8, which depends on lusocool',
        toldUs: false,
      },
    ])
    // Only what repairs knows: the bakery's customers are nobody here.
    const foreign = await letter(stage.db, { inboxId: stage.bakery, from: joao, text: 'The power is out' })
    expect((await look({ by: 'people', customerIds: [foreign.customerId] })).body).toMatchObject({
      people: 0,
      sample: [],
    })
    const foreignMark = await stage.ask(stage.ben, 'PUT /incidents/{id}/people/marks', {
      params: { id },
      body: { customerIds: [ruiId, foreign.customerId], mark: 'content', on: true },
    })
    expect(foreignMark.status).toBe(404)
    expect((await stage.whole(id)).counts.content).toBe(0)
  })

  it('takes a pasted list, and says of each line it cannot take why', async () => {
    const teresaId = await stage.known(teresa, { phones: ['+351 912 000 111'] })
    const nunoId = await stage.known(nuno)
    await changeCustomer(stage.db, stage.ana, nunoId, { noCirculars: true })
    // Words of theirs are read by people; they stop no letter.
    await changeCustomer(stage.db, stage.ana, teresaId, { pleaseDont: ['Do not send me mail about boats'] })
    const { id } = await stage.open()
    const text = `${teresa.email}\n912 000 111\n${nuno.email}\nstranger@mail.example\nsomebody upstairs\n${joao.email}`
    const seen = await stage.ask(stage.ben, 'POST /incidents/{id}/clues', {
      params: { id },
      body: { by: 'list', text },
    })
    expect(seen.body.added).toBe(2)
    expect(
      seen.body.found.problems.map((one: { kind: string; line: number }) => [one.line, one.kind]),
    ).toEqual([
      [2, 'twice'],
      [4, 'unknown'],
      [5, 'not-an-address'],
      [6, 'unknown'],
      [null, 'asked-not'],
    ])
    expect((await stage.whole(id)).counts).toMatchObject({ people: 2, untold: 2, otherwise: 1 })
    expect(await stage.people(id, { state: 'otherwise' })).toMatchObject([
      { customerId: nunoId, askedNotAt: expect.any(String) },
    ])
    const params = { id, customerId: teresaId }
    expect(
      (await stage.ask(stage.ben, 'DELETE /incidents/{id}/people/{customerId}', { params })).status,
    ).toBe(204)
    const again = await stage.ask(stage.ben, 'POST /incidents/{id}/clues', {
      params: { id },
      body: { by: 'list', text: teresa.email },
    })
    expect([again.body.added, again.body.found.problems[0].kind]).toEqual([0, 'refused'])
    const back = await stage.ask(stage.ben, 'POST /incidents/{id}/people', {
      params: { id },
      body: { customerIds: [teresaId] },
    })
    expect(back.body.added).toBe(1)
    expect((await stage.whole(id)).counts.people).toBe(2)
  })

  it('proposes whoever writes later and fits; a person says yes or no, once', async () => {
    const { id } = await stage.open({ clues: [{ by: 'words', words: 'flooded cellar' }] })
    const cellar = await stage.writes(ines, 'Our cellar was flooded in the night.', 'Water')
    const other = await stage.writes(rui, 'A flooded cellar? Not here!', 'Hello')
    for (const one of [cellar, cellar, other]) await proposeFor(stage.db, one.conversationId, one.messageId)
    const list = async () =>
      (await stage.ask(stage.ben, 'GET /incidents/{id}/proposals', { params: { id } })).body.items
    expect((await list()).map((one: { because: string }) => one.because)).toEqual([
      'They wrote “Hello”',
      'They wrote “Water”',
    ])
    const answer = (conversationId: string, add: boolean) =>
      stage.ask(stage.ben, 'POST /incidents/{id}/proposals/{conversationId}', {
        params: { id, conversationId },
        body: { add },
      })
    await answer(cellar.conversationId, true)
    await answer(other.conversationId, false)
    expect(await list()).toEqual([])
    await proposeFor(stage.db, other.conversationId, other.messageId)
    expect(await list()).toEqual([])
    expect(await stage.people(id)).toMatchObject([{ conversationId: cellar.conversationId, toldUs: true }])
    const here = await stage.ask(stage.ben, 'GET /conversations/{id}/incidents', {
      params: { id: cellar.conversationId },
    })
    expect(here.body.items).toContainEqual(expect.objectContaining({ incidentId: id, state: 'untold' }))
  })
})
