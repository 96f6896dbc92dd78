import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setRule } from '#server/authority/rules.ts'
import { tend } from '#server/base/actor.ts'
import { maria } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { decideEach } from './amends.ts'
import { type Incidents, openIncidents } from './testing.ts'

let stage: Incidents
beforeAll(async () => {
  stage = await openIncidents()
})
afterAll(() => stage.close())

describe('the end', () => {
  it('needs everybody told, the cause, what is made good, and thanks; then two become one, each person once', async () => {
    const one = await stage.writes(
      { name: 'Carla Dias', email: 'carla.dias@mail.example' },
      'The oven is cold.',
      'Oven',
    )
    const two = await stage.known({ name: 'Gil Antunes', email: 'gil.antunes@mail.example' })
    const made = await stage.open(
      { clues: [{ by: 'conversations', conversationIds: [one.conversationId] }] },
      stage.ana,
    )
    const { id } = made
    const other = await stage.open(
      { clues: [{ by: 'people', customerIds: [one.customerId, two] }] },
      stage.ana,
    )
    const merged = await stage.ask(stage.ana, 'POST /incidents/{id}/merging', {
      params: { id },
      body: { incidentId: other.id },
    })
    expect(merged.body.counts.people).toBe(2)
    expect((await stage.whole(other.id)).mergedInto).toBe(id)
    const refused = await stage.ask(stage.ana, 'POST /incidents/{id}/people', {
      params: { id: other.id },
      body: { customerIds: [two] },
    })
    expect(refused.body.type).toBe('merged')
    await stage.ask(stage.ana, 'DELETE /incidents/{id}/merging', { params: { id: other.id } })
    expect([(await stage.whole(id)).counts.people, (await stage.whole(other.id)).counts.people]).toEqual([
      1, 2,
    ])
    await stage.ask(stage.ana, 'POST /incidents/{id}/merging', {
      params: { id },
      body: { incidentId: other.id },
    })

    const closing = async () =>
      (await stage.ask(stage.ana, 'GET /incidents/{id}/closing', { params: { id } })).body
    const openItems = async () =>
      (await closing()).items.flatMap(
        (item: { done: boolean; needed: boolean; kind: string; left: number }) =>
          item.needed && !item.done ? [[item.kind, item.left]] : [],
      )
    expect(await openItems()).toEqual([
      ['told', 2],
      ['cause', 1],
      ['make-good', 2],
      ['thanks', 1],
    ])
    const early = await stage.ask(stage.ana, 'POST /incidents/{id}/closing', { params: { id }, body: {} })
    expect([early.status, early.body.type, early.body.items.length]).toEqual([409, 'still-open', 4])
    await stage.ask(stage.ana, 'PATCH /incidents/{id}', {
      params: { id },
      body: { cause: 'A fuse in our yard had burnt' },
    })
    await stage.ask(stage.ana, 'POST /incidents/{id}/grouping', {
      params: { id },
      body: { how: { by: 'evenly' }, concierges: [stage.ana.id] },
    })
    const words = await stage.ask(stage.ana, 'GET /incidents/{id}/wording', {
      params: { id },
      query: { kind: 'closing' },
    })
    expect(words.body.text).toContain('The cause: A fuse in our yard had burnt.')
    await stage.ask(stage.ana, 'POST /incidents/{id}/updates', {
      params: { id },
      body: { ...words.body, kind: 'closing' },
    })
    await stage.read(id, 1)
    const { stops } = (
      await stage.ask(stage.ana, 'GET /incidents/{id}/updates/{update}', { params: { id, update: '1' } })
    ).body
    if (stops.care)
      await stage.ask(stage.ana, 'POST /incidents/{id}/updates/{update}/reviews', {
        params: { id, update: '1' },
        body: { kind: 'care' },
      })
    await stage.ask(stage.ana, 'POST /incidents/{id}/updates/{update}/sending', {
      params: { id, update: '1' },
      body: { undoSeconds: 0, perMinute: 3000 },
    })
    await stage.leave(id, 1)
    await stage.follow(await stage.accept(id, 1))
    const letters = (
      await stage.ask(stage.ana, 'GET /incidents/{id}/updates/{update}/letters', {
        params: { id, update: '1' },
      })
    ).body.items
    expect(
      letters.filter((one_: { text: string }) => one_.text.includes('Thank you for telling us')).length,
    ).toBe(1)
    expect(await openItems()).toEqual([['make-good', 2]])
    await setRule(stage.db, tend, {
      role: 'lead',
      kind: 'gift',
      unit: 'EUR',
      perCase: 30,
      perPerson: null,
      perMonth: 40,
      noProofUpTo: null,
      inboxId: null,
      because: 'A loaf and a word',
    })
    await stage.ask(stage.ana, 'POST /incidents/{id}/make-good', {
      params: { id },
      body: { kind: 'gift', unit: 'EUR', amount: 25, because: 'A cold oven on a Sunday' },
    })
    await decideEach(stage.db, id, 1)
    await decideEach(stage.db, id, 1)
    const again = await stage.ask(stage.ana, 'POST /incidents/{id}/make-good', {
      params: { id },
      body: { kind: 'gift', unit: 'EUR', amount: 25, because: 'Pressed by a second hand' },
    })
    expect([again.status, again.body.type]).toEqual([409, 'already-given'])
    // Within her month for one of them; the other is asked of somebody who may.
    expect((await closing()).makeGood).toMatchObject([{ decided: 1, asked: 1, left: 0 }])
    expect(await openItems()).toEqual([])
    const closed = await stage.ask(stage.ana, 'POST /incidents/{id}/closing', { params: { id }, body: {} })
    expect([closed.status, closed.body.closedBy]).toEqual([201, 'Ana Costa'])
    expect(
      (await stage.ask(stage.ana, 'PATCH /incidents/{id}', { params: { id }, body: { what: 'x' } })).body
        .type,
    ).toBe('incident-closed')
    await stage.ask(stage.ana, 'DELETE /incidents/{id}/closing', { params: { id } })
    expect((await stage.whole(id)).closedAt).toBeNull()
  })

  it('puts the worst hit first while many write, and shows what is held to', async () => {
    const asked = await stage.ask(stage.ana, 'PUT /surge', { body: { on: true } })
    expect(asked.status).toBe(422)
    await stage.writes(maria, 'Hello?', 'A question')
    const hurt = await stage.writes(
      { name: 'Bea Nunes', email: 'bea.nunes@mail.example' },
      'My mother is ill and it is cold.',
      'Cold',
    )
    await transaction(stage.db, (trx) =>
      trx
        .updateTable('conversations')
        .set({ harm: 5, harmWords: 'my mother is ill' })
        .where('id', '=', hurt.conversationId)
        .execute(),
    )
    const surge = await stage.ask(stage.ana, 'PUT /surge', { body: { on: true, because: 'The storm' } })
    expect(surge.body).toMatchObject({ on: true, by: 'Ana Costa', because: 'The storm' })
    expect(surge.body.order[0]).toMatchObject({
      conversationId: hurt.conversationId,
      because: 'It hurts them: “my mother is ill”.',
    })
    expect(surge.body.standards.waiting).toBeGreaterThan(1)
  })
})
