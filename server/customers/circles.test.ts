import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { dropEmpty } from './circles.ts'
import { serveCustomers } from './routes.ts'

describe('who belongs to whom', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  let mother: string
  let neighbour: string
  let baker: string
  beforeAll(async () => {
    stage = await openStage()
    ask = askIn(await openHttp(stage, serveCustomers))
    const came = (inboxId: string, from: { name: string; email: string }) =>
      letter(stage.db, { inboxId, from, text: 'Good morning.' })
    mother = (await came(stage.repairs, maria)).customerId
    neighbour = (await came(stage.repairs, joao)).customerId
    baker = (await came(stage.bakery, { name: 'Lena Lopes', email: 'lena@lopes.example' })).customerId
  })
  afterAll(() => stage.close())
  const around = async (id: string, who = stage.ana) =>
    (await ask(who, 'GET /customers/{id}/around', { params: { id } })).body
  const join = (id: string, body: object, who = stage.ana) =>
    ask(who, 'POST /customers/{id}/circles', { params: { id }, body })

  it('joins one company of a name, and shows each the others with what they do', async () => {
    await join(mother, { kind: 'company', name: 'Lopes Interiors', role: 'runs it' })
    const { body } = await join(neighbour, { kind: 'company', name: ' lopes interiors ' })
    expect(body.circles).toEqual([
      {
        id: expect.stringMatching(/^cir_/),
        kind: 'company',
        name: 'Lopes Interiors',
        role: null,
        others: [{ id: mother, name: 'Maria Lopes', role: 'runs it' }],
      },
    ])
    const list = (await ask(stage.lena, 'GET /circles', { query: { q: 'interior' } })).body.items
    expect(list).toMatchObject([{ name: 'Lopes Interiors', openConversations: 2 }])
    const page = (await ask(stage.lena, 'GET /circles/{id}', { params: { id: list[0].id } })).body
    expect(page.conversations.map((one: { customerId: string }) => one.customerId).toSorted()).toEqual(
      [mother, neighbour].toSorted(),
    )
    const params = { id: list[0].id }
    await join(mother, { kind: 'household', name: 'Lopes' })
    const taken = await ask(stage.ana, 'PATCH /circles/{id}', {
      params,
      body: { kind: 'household', name: 'LOPES' },
    })
    expect(taken.status).toBe(409)
    expect(
      (await ask(stage.ana, 'PATCH /circles/{id}', { params, body: { name: 'Lopes & Co' } })).body.name,
    ).toBe('Lopes & Co')
  })

  it('is not there for another inbox, neither by list nor by number', async () => {
    const [{ id }] = (await ask(stage.ana, 'GET /circles')).body.items
    expect((await ask(stage.tomas, 'GET /circles')).body.items).toEqual([])
    const params = { id }
    const foreign = [
      await ask(stage.tomas, 'GET /circles/{id}', { params }),
      await ask(stage.tomas, 'PATCH /circles/{id}', { params, body: { name: 'Ours' } }),
      await ask(stage.tomas, 'GET /customers/{id}/around', { params: { id: mother } }),
      await join(mother, { kind: 'household', name: 'Ours' }, stage.tomas),
      await ask(stage.tomas, 'DELETE /customers/{id}/circles/{circleId}', {
        params: { id: baker, circleId: id },
      }),
    ]
    expect(foreign.map((one) => one.status)).toEqual([404, 404, 404, 404, 404])
    expect((await join(mother, { kind: 'household', name: 'X' }, stage.lena)).status).toBe(403)
  })

  it('goes with its last person', async () => {
    const { circles } = await around(mother)
    for (const one of circles)
      for (const id of [mother, ...one.others.map((other: { id: string }) => other.id)])
        await ask(stage.ana, 'DELETE /customers/{id}/circles/{circleId}', {
          params: { id, circleId: one.id },
        })
    expect(await stage.db.selectFrom('circles').selectAll().execute()).toEqual([])
    await dropEmpty(stage.db)
  })

  it('reads a relation from both sides, and corrects it from either', async () => {
    const relate = (id: string, body: object, who = stage.ana) =>
      ask(who, 'POST /customers/{id}/relations', { params: { id }, body })
    await relate(mother, { otherId: neighbour, is: 'neighbour', back: 'neighbour' })
    expect((await around(neighbour)).relations).toMatchObject([{ person: { id: mother }, is: 'neighbour' }])
    await relate(neighbour, { otherId: mother, is: 'aunt', back: 'nephew' })
    expect((await around(mother)).relations).toMatchObject([{ person: { id: neighbour }, is: 'nephew' }])
    expect((await relate(mother, { otherId: mother, is: 'self', back: 'self' })).status).toBe(422)
    // Whom one may not know, one cannot relate to; that tells nothing about whether they are there.
    expect((await relate(mother, { otherId: baker, is: 'daughter', back: 'mother' })).status).toBe(404)
    await stage.db.updateTable('relations').set({ otherId: baker }).execute()
    expect((await around(mother)).relations).toEqual([])
    await stage.db.updateTable('relations').set({ otherId: mother, customerId: neighbour }).execute()
    const [one] = (await around(mother)).relations
    const params = { id: mother, relationId: one.id }
    expect((await ask(stage.tomas, 'DELETE /customers/{id}/relations/{relationId}', { params })).status).toBe(
      404,
    )
    expect((await ask(stage.ana, 'DELETE /customers/{id}/relations/{relationId}', { params })).status).toBe(
      204,
    )
    expect((await around(neighbour)).relations).toEqual([])
  })
})
