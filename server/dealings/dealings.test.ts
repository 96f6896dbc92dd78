import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { askIn, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { addCustomer } from '#server/customers/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { serveDealings } from './routes.ts'

describe('what another program knows of them', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  let mariaId: string
  beforeAll(async () => {
    stage = await openStage()
    ask = askIn(await openHttp(stage, serveDealings))
    mariaId = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Good morning.' }))
      .customerId
  })
  afterAll(() => stage.close())
  const take = (items: object[], more: object = {}, who = stage.ana) =>
    ask(who, 'POST /dealings', { body: { inboxId: stage.repairs, items, ...more } })
  const of = (id: string, who = stage.ana, query: Record<string, string> = {}) =>
    ask(who, 'GET /customers/{id}/dealings', { params: { id }, query })
  const oven = {
    externalId: 'order-7',
    what: 'Tile oven, two doors',
    at: '2026-03-02T10:00:00Z',
    amount: 1280.5,
    currency: 'eur',
    who: { email: maria.email },
  }
  const visit = {
    kind: 'visit',
    what: 'Chimney swept',
    at: '2026-05-04T08:00:00Z',
    who: { email: maria.email },
  }
  const outcomes = (came: Awaited<ReturnType<typeof take>>) =>
    came.body.items.map((one: { outcome: string }) => one.outcome)

  it('is taken in where the team wants it, once, however often it is sent', async () => {
    expect((await take([oven])).body.type).toBe('practice-off')
    await switchPractice(stage.db, tend, 'dealings', true)
    const tried = await take([oven, { ...visit, who: { email: 'new@person.example' } }], { dryRun: true })
    expect(tried.body.items).toMatchObject([
      { outcome: 'added', customerId: mariaId, newPerson: false },
      { outcome: 'added', customerId: null, newPerson: true },
    ])
    expect((await of(mariaId)).body.items).toEqual([])
    const unknown = await stage.db
      .selectFrom('customerAddresses')
      .selectAll()
      .where('address', '=', 'new@person.example')
      .execute()
    expect(unknown).toEqual([])
    const lastAt = async () =>
      (
        await stage.db
          .selectFrom('customerInboxes')
          .select('lastAt')
          .where('customerId', '=', mariaId)
          .execute()
      )[0]
    const heard = await lastAt()
    expect(outcomes(await take([oven, visit]))).toEqual(['added', 'added'])
    // An old purchase is no word of theirs.
    expect(await lastAt()).toEqual(heard)
    expect(outcomes(await take([oven, visit, visit]))).toEqual(['same', 'same', 'same'])
    expect(outcomes(await take([{ ...oven, amount: 1180 }]))).toEqual(['corrected'])
    expect((await of(mariaId)).body.items).toMatchObject([
      { kind: 'visit', what: 'Chimney swept', amount: null },
      { kind: 'purchase', what: 'Tile oven, two doors', amount: 1180, currency: 'EUR' },
    ])
  })

  it('adds nothing twice when two send the same file at once', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      ...visit,
      externalId: `visit-${n}`,
      what: `Visit ${n}`,
    }))
    const both = await Promise.all([take(rows), take(rows)])
    const all = both.flatMap(outcomes)
    expect(all.filter((one) => one === 'added')).toHaveLength(20)
    expect(all.filter((one) => one === 'same')).toHaveLength(20)
  })

  it('refuses a row with its reason and takes the others', async () => {
    await addCustomer(stage.db, stage.ana, {
      name: 'Edith Brandt',
      inboxId: stage.repairs,
      emails: [],
      phones: ['+351 912 345 678'],
    })
    const came = await take([
      { ...visit, who: {} },
      { ...visit, who: { phone: '0912345678' } },
      { ...visit, who: { phone: '00 351 999 999 999' } },
      { ...visit, who: { phone: 'call me' } },
      { ...oven, externalId: 'order-8', currency: null },
    ])
    expect(outcomes(came)).toEqual(['refused', 'added', 'refused', 'refused', 'refused'])
    for (const one of came.body.items) expect(one.because === null).toBe(one.outcome === 'added')
  })

  it('opens nobody’s card by an address whom only another inbox knows', async () => {
    await switchPractice(stage.db, tend, 'dealings', true)
    const email = 'joao@bakery-only.example'
    const { customerId } = await letter(stage.db, {
      inboxId: stage.bakery,
      from: { name: 'João Reis', email },
      text: 'Two loaves, please.',
    })
    const row = { ...visit, externalId: 'visit-joao', who: { email } }
    for (const dryRun of [true, false]) {
      const [one] = (await take([row], { dryRun })).body.items
      expect(one).toMatchObject({ outcome: 'refused', customerId: null, newPerson: false })
      expect(one.because).toContain('not known in your inboxes')
    }
    const inboxes = await stage.db
      .selectFrom('customerInboxes')
      .select('inboxId')
      .where('customerId', '=', customerId)
      .execute()
    expect(inboxes).toEqual([{ inboxId: stage.bakery }])
    expect((await of(customerId)).status).toBe(404)
  })

  it('pages, and stays behind the walls', async () => {
    const first = (await of(mariaId, stage.lena, { limit: '5' })).body
    const rest = (await of(mariaId, stage.lena, { limit: '100', after: first.next })).body
    const ids = [...first.items, ...rest.items].map((one: { id: string }) => one.id)
    expect([ids.length, new Set(ids).size]).toEqual([22, 22])
    const params = { id: mariaId, dealingId: ids[0]! }
    const foreign = [
      await of(mariaId, stage.tomas),
      await take([oven], {}, stage.tomas),
      await ask(stage.tomas, 'DELETE /customers/{id}/dealings/{dealingId}', { params }),
    ]
    expect(foreign.map((one) => one.status)).toEqual([404, 404, 404])
    expect((await take([oven], {}, stage.lena)).status).toBe(403)
    // The bakery knows her too, and not what she had repaired.
    await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Rye, please.' })
    expect((await of(mariaId, stage.tomas)).body.items).toEqual([])
    expect((await ask(stage.tomas, 'DELETE /customers/{id}/dealings/{dealingId}', { params })).status).toBe(
      404,
    )
    expect((await ask(stage.ana, 'DELETE /customers/{id}/dealings/{dealingId}', { params })).status).toBe(204)
  })
})
