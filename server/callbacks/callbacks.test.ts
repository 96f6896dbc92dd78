import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CustomerActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { dayOf } from '#server/calendar/workingTime.ts'
import { assign } from '#server/conversations/state.ts'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { changeCustomer } from '#server/customers/actions.ts'
import { markLate, nudgePromise } from '#server/promises/clocks.ts'
import { answerHandover, handOver } from '#server/promises/handing.ts'
import { passOnForLeave } from '#server/promises/leave.ts'
import { listPromises, promiseById } from '#server/promises/queries.ts'
import { tellThemFirst } from '#server/replies/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { cancelCall, moveCall, wantCall } from './actions.ts'
import { freeSlots } from './free.ts'
import { callbackById } from './queries.ts'
import { serveCallbacks } from './routes.ts'
import { settleCall } from './settling.ts'
import { wordsAfterMissing } from './words.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  ask = askIn(await openHttp(stage, (app, options) => serveCallbacks(app, options, stage.house)))
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(stage.db, tend, 'callbacks', true)
})
afterAll(() => stage.close())

const phone = '+351 912 345 678'
async function matter(given: { from?: typeof maria; owner?: { id: string } | null } = {}) {
  const { conversationId, customerId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: given.from ?? maria,
    text: 'The boiler is out again.',
  })
  const owner = given.owner === undefined ? stage.ana : given.owner
  if (owner) await assign(stage.db, tend, conversationId, owner.id)
  const by: CustomerActor = {
    kind: 'customer',
    id: customerId,
    name: (given.from ?? maria).name,
    conversationId,
    inboxIds: [stage.repairs],
    via: 'page',
  }
  return { conversationId, customerId, by }
}
const timesOf = async (conversationId: string) => {
  const { inboxId, assigneeId } = await stage.db
    .selectFrom('conversations')
    .select(['inboxId', 'assigneeId'])
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return (await freeSlots(stage.db, { inboxId, assigneeId })).slots
}
const quarters = (promiseId: string) =>
  stage.db.selectFrom('callQuarters').select('teammateId').where('promiseId', '=', promiseId).execute()

describe('a customer picks a time', () => {
  it('and it is a promise of whoever looks after the matter, with the number on their card', async () => {
    const { conversationId, customerId, by } = await matter()
    const [slot] = await timesOf(conversationId)
    const id = await wantCall(stage.db, by, {
      conversationId,
      at: slot!.at,
      phone,
      about: 'the noise at night',
    })
    const promise = await promiseById(stage.db, stage.ana, id)
    expect(promise).toMatchObject({
      kind: 'callback',
      state: 'open',
      makerId: stage.ana.id,
      due: slot!.at.toISOString(),
      what: 'call Maria Lopes',
    })
    expect(await callbackById(stage.db, stage.ana, id)).toMatchObject({
      phone,
      about: 'the noise at night',
      askedBy: 'customer',
      timeZone: 'Europe/Lisbon',
      callerId: stage.ana.id,
    })
    const numbers = await stage.db
      .selectFrom('customerAddresses')
      .select('address')
      .where('customerId', '=', customerId)
      .where('kind', '=', 'phone')
      .execute()
    expect(numbers).toEqual([{ address: phone }])
    expect((await timesOf(conversationId)).map((one) => one.at.getTime())).not.toContain(slot!.at.getTime())
  })

  it('of those offered only, and with a number that can be rung', async () => {
    const { conversationId, by } = await matter()
    const [slot] = await timesOf(conversationId)
    const odd = new Date(slot!.at.getTime() + 7 * 60_000)
    await expect(wantCall(stage.db, by, { conversationId, at: odd, phone })).rejects.toMatchObject({
      type: 'time-taken',
      extra: { proposals: expect.arrayContaining([slot!.at.toISOString()]) },
    })
    for (const wrong of ['call me', '12345', '+351 912 345 678 912 345', 'maria@mail.example'])
      await expect(
        wantCall(stage.db, by, { conversationId, at: slot!.at, phone: wrong }),
      ).rejects.toMatchObject({
        errors: [{ pointer: '/phone' }],
      })
  })

  it('two at once never get the same time of the same person', async () => {
    const both = await Promise.all([matter(), matter({ from: joao })])
    const [slot] = await timesOf(both[0].conversationId)
    const came = await Promise.allSettled(
      both.map(({ conversationId, by }) => wantCall(stage.db, by, { conversationId, at: slot!.at, phone })),
    )
    expect(came.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = came.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409, type: 'time-taken' })
    const rows = await stage.db
      .selectFrom('promises')
      .select('id')
      .where('kind', '=', 'callback')
      .where('makerId', '=', stage.ana.id)
      .where('due', '=', slot!.at)
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('where nobody looks after it, whoever is free rings: two people, then nobody', async () => {
    const three = await Promise.all(
      [maria, joao, { name: 'Grace Okafor', email: 'grace.okafor@mail.example' }].map((from) =>
        matter({ from, owner: null }),
      ),
    )
    const slot = (await timesOf(three[0]!.conversationId)).find((one) => one.callers.length === 2)!
    const came = await Promise.allSettled(
      three.map(({ conversationId, by }) => wantCall(stage.db, by, { conversationId, at: slot.at, phone })),
    )
    const got = came.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const makers = await Promise.all(
      got.map(async (id) => (await promiseById(stage.db, stage.ana, id)).makerId),
    )
    expect(makers.sort()).toEqual([stage.ana.id, stage.ben.id].sort())
  })

  it('moves it, which is no second call, and says that none is needed any more', async () => {
    const { conversationId, by } = await matter()
    const [first, second] = await timesOf(conversationId)
    const id = await wantCall(stage.db, by, { conversationId, at: first!.at, phone })
    await moveCall(stage.db, by, id, second!.at)
    const moved = await promiseById(stage.db, stage.ana, id)
    expect([moved.due, moved.state]).toEqual([second!.at.toISOString(), 'open'])
    expect(moved.steps.at(-1)).toMatchObject({ kind: 'renegotiated', detail: { before: true } })
    expect((await timesOf(conversationId))[0]!.at).toEqual(first!.at)
    await cancelCall(stage.db, by, id)
    expect((await promiseById(stage.db, stage.ana, id)).state).toBe('released')
    expect(await quarters(id)).toEqual([])
  })

  it('reaches nobody else’s call', async () => {
    const mine = await matter()
    const theirs = await matter({ from: joao })
    const [first, second] = await timesOf(mine.conversationId)
    const id = await wantCall(stage.db, mine.by, {
      conversationId: mine.conversationId,
      at: first!.at,
      phone,
    })
    await expect(moveCall(stage.db, theirs.by, id, second!.at)).rejects.toMatchObject({ status: 404 })
    await expect(cancelCall(stage.db, theirs.by, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a teammate', () => {
  const set = (conversationId: string, at: Date, more: object = {}) =>
    ask(stage.ana, 'POST /callbacks', { body: { conversationId, at: at.toISOString(), phone, ...more } })

  it('sets one by hand, sees it among those wanted, and cannot be in two calls at once', async () => {
    const { conversationId } = await matter()
    const at = (await timesOf(conversationId))[5]!.at
    const made = await set(conversationId, at, { about: 'the invoice' })
    expect([made.status, made.body.askedBy, made.body.callerId]).toEqual([201, 'team', stage.ana.id])
    const wanted = await ask(stage.ana, 'GET /callbacks', { query: { conversation: conversationId } })
    expect(wanted.body.items.map((one: { id: string }) => one.id)).toEqual([made.body.id])
    const other = await matter({ from: joao })
    const again = await set(other.conversationId, new Date(at.getTime() + 10 * 60_000))
    expect([again.status, again.body.type]).toEqual([409, expect.stringContaining('time-taken')])
    expect(again.body.proposals).toHaveLength(3)
    expect((await set(other.conversationId, at, { callerId: stage.ben.id })).status).toBe(201)
    expect((await set(other.conversationId, at, { callerId: stage.tomas.id })).status).toBe(422)
    expect((await set(other.conversationId, new Date(Date.now() - 60_000), { callerId: null })).status).toBe(
      422,
    )
  })

  it('of another inbox finds nothing; an observer may look but not ring', async () => {
    const { conversationId } = await matter()
    const { body } = await set(conversationId, (await timesOf(conversationId))[3]!.at)
    const at = { params: { id: body.id } }
    expect((await ask(stage.tomas, 'GET /callbacks/{id}', at)).status).toBe(404)
    expect(
      (await ask(stage.tomas, 'GET /callbacks/slots', { query: { conversation: conversationId } })).status,
    ).toBe(404)
    expect(
      (await ask(stage.tomas, 'POST /callbacks/{id}/calling', { ...at, body: { outcome: 'reached' } }))
        .status,
    ).toBe(404)
    expect((await ask(stage.tomas, 'GET /callbacks')).body.items).toEqual([])
    expect((await ask(stage.lena, 'GET /callbacks/{id}', at)).status).toBe(200)
    expect(
      (await ask(stage.lena, 'POST /callbacks/{id}/calling', { ...at, body: { outcome: 'reached' } })).status,
    ).toBe(403)
  })

  it('rings: reached keeps the promise and they know; not reached keeps it, and proposes the next time with words', async () => {
    const { conversationId } = await matter()
    const { body } = await set(conversationId, (await timesOf(conversationId))[1]!.at)
    const rang = await ask(stage.ana, 'POST /callbacks/{id}/calling', {
      params: { id: body.id },
      body: { outcome: 'not-reached', note: 'The line was busy twice.' },
    })
    expect(rang.status).toBe(201)
    expect(Date.parse(rang.body.next)).toBeGreaterThan((await clockNow(stage.db)).getTime())
    expect(rang.body.words).toMatch(
      /did not reach you[\s\S]*ring again on .* \(Lisbon time\)[\s\S]*\/p\/.*#call/,
    )
    expect(await promiseById(stage.db, stage.ana, body.id)).toMatchObject({ state: 'kept', told: false })
    // In their language, and as they want to be spoken to.
    const speak = (how: { language: string | null; formality: 'informal' | null }) =>
      changeCustomer(stage.db, stage.ana, body.customerId, how)
    await speak({ language: 'German', formality: 'informal' })
    const call = await callbackById(stage.db, stage.ana, body.id)
    expect(await wordsAfterMissing(stage.house, stage.ana, call, null)).toMatch(
      /^Hallo [\s\S]*ich habe dich gerade[\s\S]*Wähle einfach eine Zeit[\s\S]*#call/,
    )
    await speak({ language: null, formality: null })
    const again = await set(conversationId, new Date(rang.body.next))
    expect(again.body.tries).toBe(1)
    const reached = await ask(stage.ana, 'POST /callbacks/{id}/calling', {
      params: { id: again.body.id },
      body: { outcome: 'reached' },
    })
    expect([reached.body.next, reached.body.words]).toEqual([null, null])
    expect(await promiseById(stage.db, stage.ana, again.body.id)).toMatchObject({ state: 'kept', told: true })
    const twice = await ask(stage.ana, 'POST /callbacks/{id}/calling', {
      params: { id: again.body.id },
      body: { outcome: 'reached' },
    })
    expect(twice.status).toBe(409)
  })

  it('hands it over: the time goes along, and where the receiver has a call then, it says so until one moves', async () => {
    const [mine, bens] = [await matter(), await matter({ from: joao, owner: stage.ben })]
    const at = (await timesOf(mine.conversationId)).at(-1)!.at
    const { body } = await set(mine.conversationId, at)
    const other = await set(bens.conversationId, at, { callerId: stage.ben.id })
    await handOver(stage.db, stage.ana, body.id, stage.ben.id, undefined)
    await answerHandover(stage.db, stage.ben, body.id, true)
    await settleCall(stage.db, body.id)
    expect((await callbackById(stage.db, stage.ben, body.id)).clashes).toBe(true)
    await ask(stage.ben, 'POST /callbacks/{id}/calling', {
      params: { id: other.body.id },
      body: { outcome: 'reached' },
    })
    await settleCall(stage.db, body.id)
    expect((await callbackById(stage.db, stage.ben, body.id)).clashes).toBe(false)
    expect((await quarters(body.id)).map((one) => one.teammateId)).toContain(stage.ben.id)
  })

  it('tells them a new time only where it is free: else nothing is sent and nothing moves', async () => {
    const [mine, other] = [await matter(), await matter({ from: joao })]
    const times = (await timesOf(mine.conversationId)).slice(-6)
    const { body } = await set(mine.conversationId, times[0]!.at)
    await set(other.conversationId, times[1]!.at)
    const tell = (at: Date) =>
      tellThemFirst(stage.house, stage.ana, body.id, {
        due: at.toISOString(),
        text: 'I call you at another time.',
        undoSeconds: 0,
        clientKey: null,
      })
    await expect(tell(times[1]!.at)).rejects.toMatchObject({ status: 409, type: 'time-taken' })
    expect((await callbackById(stage.db, stage.ana, body.id)).at).toBe(times[0]!.at.toISOString())
    await tell(times[2]!.at)
    expect((await callbackById(stage.db, stage.ana, body.id)).at).toBe(times[2]!.at.toISOString())
    expect((await timesOf(mine.conversationId)).map((one) => one.at.getTime())).not.toContain(
      times[2]!.at.getTime(),
    )
    const letters = await stage.db
      .selectFrom('messages')
      .select('id')
      .where('conversationId', '=', mine.conversationId)
      .where('direction', '=', 'out')
      .execute()
    expect(letters).toHaveLength(1)
  })

  it('on leave has no times, and what was set for then is the team’s once the leave begins', async () => {
    const { conversationId } = await matter({ owner: stage.ben })
    const last = (await timesOf(conversationId)).at(-1)!.at
    const { body } = await set(conversationId, last)
    const day = dayOf(last, 'Europe/Lisbon')
    const leave = await planLeave(stage.db, stage.ben, { from: day, to: day, standInId: null })
    expect((await timesOf(conversationId)).some((one) => dayOf(one.at, 'Europe/Lisbon') === day)).toBe(false)
    await passOnForLeave(stage.db, leave.id)
    await settleCall(stage.db, body.id)
    expect((await callbackById(stage.db, stage.ana, body.id)).callerId).toBeNull()
    expect(await quarters(body.id)).toEqual([])
  })
})

it('is off until a lead switches it on', async () => {
  const { conversationId, by } = await matter()
  const [slot] = await timesOf(conversationId)
  await switchPractice(stage.db, tend, 'callbacks', false)
  await expect(wantCall(stage.db, by, { conversationId, at: slot!.at, phone })).rejects.toMatchObject({
    type: 'practice-off',
  })
  expect((await ask(stage.ana, 'GET /callbacks')).status).toBe(409)
  await switchPractice(stage.db, tend, 'callbacks', true)
})

it('nudges shortly before, and is late only when its quarter of an hour is over', async () => {
  const { conversationId, by } = await matter()
  const at = (await timesOf(conversationId)).find((one) => one.at.getTime() > Date.now() + 90 * 60_000)!.at
  const id = await wantCall(stage.db, by, { conversationId, at, phone })
  const minute = 60_000
  const row = () => promiseById(stage.db, stage.ana, id)
  await moveClock(stage.db, new Date(at.getTime() - 16 * minute))
  expect(await nudgePromise(stage.db, id)).toBeNull()
  await moveClock(stage.db, new Date(at.getTime() - 14 * minute))
  expect((await nudgePromise(stage.db, id))?.makerId).toBe(stage.ana.id)
  await moveClock(stage.db, new Date(at.getTime() + 5 * minute))
  expect(await markLate(stage.db, id)).toBeNull()
  const lane = async (name: 'late' | 'today') =>
    (await listPromises(stage.db, stage.ana, { lane: name, limit: 100 })).items.some((one) => one.id === id)
  expect([await lane('late'), await lane('today')]).toEqual([false, true])
  await moveClock(stage.db, new Date(at.getTime() + 15 * minute))
  expect((await markLate(stage.db, id))?.state).toBe('late')
  expect((await row()).state).toBe('late')
})
