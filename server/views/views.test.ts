import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filter, Part } from '#contract/filters.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordReading } from '#server/conversations/reading.ts'
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
import { changeCustomer } from '#server/customers/actions.ts'
import { listConversations } from '#server/desk/lists.ts'
import { serveDesk } from '#server/desk/routes.ts'
import { makePromise } from '#server/promises/actions.ts'
import { putOn } from '#server/tags/actions.ts'
import { putOnPerson } from '#server/tags/people.ts'
import { serveViews } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
const at: Record<'boiler' | 'tap' | 'gate' | 'cake', string> = { boiler: '', tap: '', gate: '', cake: '' }
const tags: Record<string, string> = {}
let mariaId = ''
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, (on, options) => {
    serveViews(on, options)
    serveDesk(on, options, stage.house)
  })
  ask = askIn(app)
  const { db, repairs, bakery, ana } = stage
  const now = await clockNow(db)
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const boiler = await letter(db, { inboxId: repairs, from: maria, text: 'It leaks.', at: ago(30) })
  const tap = await letter(db, { inboxId: repairs, from: joao, text: 'It drips.', at: ago(2) })
  const gate = await letter(db, { inboxId: repairs, from: joao, text: 'The gate.', at: ago(80) })
  const cake = await letter(db, { inboxId: bakery, from: maria, text: 'A cake.', at: ago(50) })
  Object.assign(at, {
    boiler: boiler.conversationId,
    tap: tap.conversationId,
    gate: gate.conversationId,
    cake: cake.conversationId,
  })
  mariaId = boiler.customerId
  await assign(db, ana, at.boiler, ana.id)
  await assign(db, ana, at.gate, stage.ben.id)
  await answer(db, stage.ben, at.gate, 'It is mended.', { at: ago(70) })
  await close(db, stage.ben, at.gate, 'thanks')
  tags.leak = (await putOn(db, ana, at.boiler, 'Leak')).tagId
  await putOn(db, ana, at.tap, 'Leak')
  const regular = { name: 'Regular', inboxId: repairs }
  tags.regular = (await putOnPerson(db, ana, boiler.customerId, regular))[0]!.id
  tags.winter = (await putOn(db, ana, at.boiler, 'Winter')).tagId
  await recordReading(db, ana, {
    conversationId: at.boiler,
    messageId: boiler.messageId,
    asks: [],
    signals: { upset: 0.9 },
    evidence: [{ signal: 'upset', words: 'leaks' }],
    praised: [],
  })
  await makePromise(db, ana, {
    conversationId: at.tap,
    customerId: tap.customerId,
    inboxId: repairs,
    messageId: null,
    what: 'a washer',
    to: null,
    quote: null,
    makerId: ana.id,
    due: new Date(now.getTime() + 86_400_000),
  })
  await changeCustomer(db, ana, mariaId, { company: 'Quinta do Vale' })
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

const all = (...of: Part[]): Filter => ({ match: 'all', of }) as Filter
const any = (...of: Part[]): Filter => ({ match: 'any', of }) as Filter
const found = async (filter: Filter, by = stage.ana) =>
  (await listConversations(stage.db, by, { filter: JSON.stringify(filter), limit: 50 })).items
    .map((row) => (Object.entries(at).find(([, id]) => id === row.id) ?? [row.id])[0])
    .sort()

describe('a filter', () => {
  it.each<[string, () => Filter, string[]]>([
    ['nothing at all', () => all(), ['boiler', 'gate', 'tap']],
    ['a status', () => all({ on: 'status', is: ['open'], not: false }), ['boiler', 'tap']],
    ['not a status', () => all({ on: 'status', is: ['open'], not: true }), ['gate']],
    ['me', () => all({ on: 'assignee', is: ['me'], not: false }), ['boiler']],
    [
      'nobody or Ben',
      () => all({ on: 'assignee', is: ['nobody', stage.ben.id], not: false }),
      ['gate', 'tap'],
    ],
    ['not mine, nobody’s too', () => all({ on: 'assignee', is: ['me'], not: true }), ['gate', 'tap']],
    ['a tag', () => all({ on: 'tag', is: [tags.winter!], not: false }), ['boiler']],
    [
      'one of two tags',
      () => all({ on: 'tag', is: [tags.winter!, tags.leak!], not: false }),
      ['boiler', 'tap'],
    ],
    ['without a tag', () => all({ on: 'tag', is: [tags.leak!], not: true }), ['gate']],
    ['a tag of the person', () => all({ on: 'person-tag', is: [tags.regular!], not: false }), ['boiler']],
    ['long waits', () => all({ on: 'waiting', hours: 24, not: false }), ['boiler']],
    ['spoken within two days', () => all({ on: 'last', days: 2, not: false }), ['boiler', 'tap']],
    ['a promise', () => all({ on: 'promise', is: ['open'], not: false }), ['tap']],
    ['no promise', () => all({ on: 'promise', is: ['none'], not: false }), ['boiler', 'gate']],
    ['a person', () => all({ on: 'customer', is: [mariaId], not: false }), ['boiler']],
    [
      'a company, however written',
      () => all({ on: 'company', is: ['quinta DO vale'], not: false }),
      ['boiler'],
    ],
    ['a mood', () => all({ on: 'mood', is: ['upset', 'leaving'], not: false }), ['boiler']],
    ['a channel', () => all({ on: 'channel', is: ['page'], not: false }), []],
    ['asked again', () => all({ on: 'chased', times: 1, not: false }), []],
    ['not read yet', () => all({ on: 'unread', not: false }), ['boiler', 'gate', 'tap']],
    ['a file', () => all({ on: 'file', not: false }), []],
    [
      'groups in groups',
      () =>
        any(
          { on: 'status', is: ['closed'], not: false },
          all({ on: 'tag', is: [tags.leak!], not: false }, any({ on: 'promise', is: ['open'], not: false })),
        ),
      ['gate', 'tap'],
    ],
  ])('finds by %s', async (_what, filter, expected) => {
    expect(await found(filter())).toEqual(expected)
  })

  it('never reaches over a wall, whatever it asks for', async () => {
    for (const filter of [
      all(),
      all({ on: 'inbox', is: [stage.bakery], not: false }),
      all({ on: 'customer', is: [mariaId], not: false }),
      any({ on: 'inbox', is: [stage.bakery], not: false }, { on: 'inbox', is: [stage.bakery], not: true }),
    ])
      expect(await found(filter)).not.toContain('cake')
    expect(await found(all({ on: 'tag', is: [tags.leak!], not: false }), stage.tomas)).toEqual([])
    expect(await found(all({ on: 'customer', is: [mariaId], not: false }), stage.tomas)).toEqual(['cake'])
  })

  it('is refused where it says what no filter says', async () => {
    const list = (filter: string) => ask(stage.ana, 'GET /conversations', { query: { filter } })
    for (const bad of [
      'open',
      '{}',
      '{"match":"all","of":[{"on":"status","is":[]}]}',
      '{"match":"all","of":[{"on":"colour","is":["red"]}]}',
      '{"match":"all","of":[{"on":"tag","is":["x\' or true --"]}]}',
      JSON.stringify(all(all(all(all())))),
      JSON.stringify(
        all(
          ...Array.from({ length: 20 }, () =>
            all(...Array.from({ length: 20 }, () => ({ on: 'file' }) as Part)),
          ),
        ),
      ),
    ])
      expect((await list(bad)).status, bad.slice(0, 60)).toBe(422)
  })

  it('pages through without loss or double, in every order', async () => {
    for (const sort of ['pressing', 'newest', 'promised'] as const) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await listConversations(stage.db, stage.ana, {
          filter: JSON.stringify(all()),
          sort,
          limit: 1,
          after,
        })
        seen.push(...page.items.map((row) => row.id))
        after = page.next ?? undefined
      } while (after)
      expect(seen.toSorted()).toEqual([at.boiler, at.gate, at.tap].toSorted())
      // Nobody waits for what is done, however long ago that was.
      if (sort === 'pressing') expect(seen.at(-1)).toBe(at.gate)
    }
  })
})

describe('a view', () => {
  const make = (by = stage.ana, more: object = {}) =>
    ask(by, 'POST /views', {
      body: { name: 'Leaks', filter: all({ on: 'tag', is: [tags.leak!], not: false }), ...more },
    })

  it('is its maker’s alone until it is shared, and shows each reader what they may see', async () => {
    const { body: mine } = await make()
    expect(mine).toMatchObject({ shared: false, mayChange: true, version: 1, sort: 'pressing' })
    expect((await ask(stage.ben, 'GET /views/{id}', { params: { id: mine.id } })).status).toBe(404)
    expect((await ask(stage.ben, 'GET /conversations', { query: { saved: mine.id } })).status).toBe(404)
    const shared = await ask(stage.ana, 'PATCH /views/{id}', {
      params: { id: mine.id },
      body: { version: 1, shared: true },
    })
    expect(shared.body).toMatchObject({ shared: true, version: 2 })
    const seen = await ask(stage.ben, 'GET /conversations', { query: { saved: mine.id } })
    expect(seen.body.items.map((row: { id: string }) => row.id).sort()).toEqual([at.boiler, at.tap].sort())
    const elsewhere = await ask(stage.tomas, 'GET /conversations', { query: { saved: mine.id } })
    expect(elsewhere.body.items).toEqual([])
    const listed = await ask(stage.ben, 'GET /views')
    expect(listed.body.items.find((one: { id: string }) => one.id === mine.id)).toMatchObject({
      mayChange: false,
    })
  })

  it('shared with an inbox is not there for those who do not see it', async () => {
    const { body } = await make(stage.ana, { shared: true, inboxId: stage.repairs })
    expect((await ask(stage.ben, 'GET /views/{id}', { params: { id: body.id } })).status).toBe(200)
    expect((await ask(stage.tomas, 'GET /views/{id}', { params: { id: body.id } })).status).toBe(404)
    expect((await make(stage.ana, { shared: true, inboxId: stage.bakery })).status).toBe(404)
  })

  it('two who change it at once do not lose a word: the later one is told', async () => {
    const { body } = await make(stage.ben, { shared: true })
    const change = (by: Stage['ana'], name: string) =>
      ask(by, 'PATCH /views/{id}', { params: { id: body.id }, body: { version: 1, name } })
    const both = await Promise.all([change(stage.ben, 'Drips'), change(stage.ana, 'Leaks and drips')])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
  })

  it('of somebody else is only changed by a lead, and never taken away into a drawer', async () => {
    const { body } = await make(stage.ana, { shared: true })
    const params = { id: body.id }
    expect(
      (await ask(stage.ben, 'PATCH /views/{id}', { params, body: { version: 1, name: 'Mine' } })).status,
    ).toBe(403)
    expect((await ask(stage.ben, 'DELETE /views/{id}', { params })).status).toBe(403)
    const bens = (await make(stage.ben, { shared: true })).body
    const hide = await ask(stage.ana, 'PATCH /views/{id}', {
      params: { id: bens.id },
      body: { version: 1, shared: false },
    })
    expect(hide.status).toBe(403)
    expect((await make(stage.lena, { shared: true })).status).toBe(403)
    expect((await make(stage.lena)).status).toBe(201)
  })

  it('goes and comes back', async () => {
    const { body } = await make()
    const params = { id: body.id }
    expect((await ask(stage.ana, 'DELETE /views/{id}', { params })).status).toBe(204)
    expect((await ask(stage.ana, 'GET /views/{id}', { params })).status).toBe(404)
    expect((await ask(stage.ben, 'POST /views/{id}/restoring', { params })).status).toBe(404)
    expect((await ask(stage.ana, 'POST /views/{id}/restoring', { params })).body).toMatchObject({
      name: 'Leaks',
    })
    expect((await ask(stage.ana, 'GET /views/{id}', { params })).status).toBe(200)
  })

  it('is counted beside ours, each for its reader', async () => {
    const { body } = await make(stage.ana, { shared: true })
    const views = `for-me,new,${body.id}`
    const mine = await ask(stage.ana, 'GET /conversations/counts', { query: { views } })
    expect(mine.body).toEqual({ 'for-me': 1, new: 1, [body.id]: 2 })
    const theirs = await ask(stage.tomas, 'GET /conversations/counts', { query: { views } })
    expect(theirs.body).toEqual({ 'for-me': 0, new: 1, [body.id]: 0 })
    const none = await ask(stage.ben, 'GET /conversations/counts', {
      query: { views: (await make()).body.id },
    })
    expect(none.body).toEqual({})
  })
})
