import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '#contract/fields.ts'
import type { FieldTest, Filter } from '#contract/filters.ts'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { joinCircle } from '#server/customers/circles.ts'
import { listConversations } from '#server/desk/lists.ts'
import { addField, fill } from './actions.ts'
import { serveFields } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
let first: { conversationId: string; customerId: string }
let second: { conversationId: string; customerId: string }
let cake: { conversationId: string; customerId: string }
let circle = ''
const fields = {} as Record<'model' | 'year' | 'bought' | 'floor' | 'paid' | 'size' | 'member', Field>
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, serveFields)
  ask = askIn(app)
  const { db, ana, repairs, bakery } = stage
  first = await letter(db, { inboxId: repairs, from: maria, text: 'It leaks.' })
  second = await letter(db, { inboxId: repairs, from: joao, text: 'It drips.' })
  cake = await letter(db, {
    inboxId: bakery,
    from: { name: 'Inês Prata', email: 'ines.prata@mail.example' },
    text: 'A cake.',
  })
  circle = await joinCircle(db, ana, first.customerId, {
    kind: 'company',
    name: 'Quinta do Vale',
    role: null,
  })
  const add = (subject: Field['subject'], name: string, kind: Field['kind'], choices: string[] = []) =>
    addField(db, ana, { subject, name, kind, choices })
  fields.model = await add('conversation', 'Model', 'text')
  fields.year = await add('conversation', 'Year', 'number')
  fields.bought = await add('conversation', 'Bought on', 'date')
  fields.floor = await add('conversation', 'Floor', 'choice', ['ground', 'first', 'roof'])
  fields.paid = await add('conversation', 'Paid', 'yes-no')
  fields.member = await add('customer', 'Member', 'yes-no')
  fields.size = await add('circle', 'Beds', 'number')
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

const put = (values: Record<string, string | null>, by = stage.ana, id = first.conversationId) =>
  ask(by, 'PUT /conversations/{id}/fields', { params: { id }, body: { values } })
const held = async (id = first.conversationId) => {
  const { body } = await ask(stage.ana, 'GET /conversations/{id}/fields', { params: { id } })
  return Object.fromEntries(
    body.items.map((one: { name: string; value: string | null }) => [one.name, one.value]),
  )
}
const found = async (field: Field, test: FieldTest, by = stage.ana) =>
  (
    await listConversations(stage.db, by, {
      filter: JSON.stringify({
        match: 'all',
        of: [{ on: 'field', field: field.id, test }],
      } as unknown as Filter),
      limit: 50,
    })
  ).items.map((row) => row.id)

describe('what a field holds', () => {
  it('fits its kind, or is refused with what would fit, and then nothing of it is kept', async () => {
    for (const [field, value] of [
      [fields.year, 'old'],
      [fields.year, '1e9'],
      [fields.bought, '2026-02-30'],
      [fields.bought, '0000-01-01'],
      [fields.bought, 'yesterday'],
      [fields.floor, 'cellar'],
      [fields.paid, 'maybe'],
    ] as const) {
      const answer = await put({ [fields.model.id]: 'TL-20', [field.id]: value })
      expect([field.name, answer.status]).toEqual([field.name, 422])
      expect(answer.body.errors[0].pointer).toBe(`/values/${field.id}`)
    }
    expect(await held()).toEqual({ Model: null, Year: null, 'Bought on': null, Floor: null, Paid: null })
  })

  it('is filled in, changed and emptied; what is not named stays', async () => {
    await put({
      [fields.model.id]: ' TL-20 ',
      [fields.year.id]: '2019.50',
      [fields.bought.id]: '2026-02-28',
      [fields.floor.id]: 'roof',
      [fields.paid.id]: 'yes',
    })
    expect(await held()).toEqual({
      Model: 'TL-20',
      Year: '2019.5',
      'Bought on': '2026-02-28',
      Floor: 'roof',
      Paid: 'yes',
    })
    await put({ [fields.year.id]: '2020', [fields.paid.id]: null })
    expect(await held()).toMatchObject({ Model: 'TL-20', Year: '2020', Paid: null })
    const told = await stage.db
      .selectFrom('events')
      .select('detail')
      .where('conversationId', '=', first.conversationId)
      .where('type', '=', 'field.filled')
      .orderBy('seq')
      .execute()
    expect(told.at(-1)!.detail).toEqual({ names: ['Year', 'Paid'] })
    await put({ [fields.year.id]: '2020' })
    const after = await stage.db
      .selectFrom('events')
      .select('seq')
      .where('type', '=', 'field.filled')
      .execute()
    expect(after).toHaveLength(told.length)
  })

  it('narrows a list, by what stands on the matter, its person or their company', async () => {
    await put({ [fields.year.id]: '2024', [fields.floor.id]: 'ground' }, stage.ana, second.conversationId)
    await fill(
      stage.db,
      stage.ana,
      { kind: 'customer', id: second.customerId },
      { [fields.member.id]: 'yes' },
    )
    await fill(stage.db, stage.ana, { kind: 'circle', id: circle }, { [fields.size.id]: '40' })
    const [one, two] = [first.conversationId, second.conversationId]
    expect(await found(fields.year, { atLeast: '2021' })).toEqual([two])
    expect(await found(fields.year, { atMost: '2021' })).toEqual([one])
    expect(await found(fields.year, { is: ['2020.0'] })).toEqual([one])
    expect(await found(fields.bought, { atLeast: '2026-01-01' })).toEqual([one])
    expect(await found(fields.floor, { is: ['roof', 'first'] })).toEqual([one])
    expect(await found(fields.model, { is: ['tl-20'] })).toEqual([one])
    expect(await found(fields.model, { set: false })).toEqual([two])
    expect(await found(fields.member, { is: ['yes'] })).toEqual([two])
    expect(await found(fields.size, { atLeast: '30' })).toEqual([one])
    // What makes no sense for its kind finds nobody, and breaks nothing.
    expect(await found(fields.year, { atLeast: 'many' })).toEqual([])
    expect(await found(fields.model, { atLeast: 'a' })).toEqual([])
    for (const none of ['2026-02-30', '0000-01-01'])
      for (const test of [{ is: [none] }, { atMost: none }])
        expect(await found(fields.bought, test)).toEqual([])
  })
})

describe('the walls', () => {
  it('hold for matters, people and companies, read and written', async () => {
    expect((await put({ [fields.model.id]: 'X' }, stage.ana, cake.conversationId)).status).toBe(404)
    const person = { params: { id: cake.customerId } }
    expect((await ask(stage.ana, 'GET /customers/{id}/fields', person)).status).toBe(404)
    expect(
      (await ask(stage.ana, 'PUT /customers/{id}/fields', { ...person, body: { values: {} } })).status,
    ).toBe(404)
    expect((await ask(stage.tomas, 'GET /circles/{id}/fields', { params: { id: circle } })).status).toBe(404)
    expect((await put({ [fields.model.id]: 'X' }, stage.lena)).status).toBe(403)
    expect((await put({ [fields.member.id]: 'yes' })).status).toBe(422)
    // Nor does a filter tell of a company that only others know, by finding its people.
    await fill(stage.db, stage.ana, { kind: 'circle', id: circle }, { [fields.size.id]: '40' })
    const order = await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Forty rolls.' })
    expect(order.customerId).toBe(first.customerId)
    expect(await found(fields.size, { set: true }, stage.tomas)).toEqual([])
    expect(await found(fields.size, { atLeast: '30' }, stage.tomas)).toEqual([])
    expect(await found(fields.size, { set: true })).toEqual([first.conversationId])
  })
})

describe('a lead', () => {
  it('adds, rewords, moves, removes and brings back with all that was filled in', async () => {
    expect(
      (await ask(stage.ben, 'POST /fields', { body: { subject: 'customer', name: 'Shoe', kind: 'text' } }))
        .status,
    ).toBe(403)
    const twice = await ask(stage.ana, 'POST /fields', {
      body: { subject: 'conversation', name: 'model', kind: 'text' },
    })
    expect(twice.status).toBe(409)
    const one = await ask(stage.ana, 'POST /fields', {
      body: { subject: 'conversation', name: 'Colour', kind: 'choice', choices: ['red', 'red'] },
    })
    expect(one.status).toBe(422)
    const params = { id: fields.floor.id }
    await ask(stage.ana, 'PATCH /fields/{id}', {
      params,
      body: { name: 'Storey', choices: ['ground', 'first'], position: 0 },
    })
    const { body } = await ask(stage.ana, 'GET /fields', { query: { subject: 'conversation' } })
    expect(body.items[0]).toMatchObject({ name: 'Storey', choices: ['ground', 'first'] })
    expect(await held()).toMatchObject({ Storey: 'roof' })
    await ask(stage.ana, 'DELETE /fields/{id}', { params })
    expect(await held()).not.toHaveProperty('Storey')
    expect(await found(fields.floor, { set: true })).toEqual([])
    expect((await ask(stage.ana, 'POST /fields/{id}/restoring', { params })).status).toBe(201)
    expect(await held()).toMatchObject({ Storey: 'roof' })
  })
})
