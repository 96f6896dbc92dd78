import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { moment } from '#server/base/text.ts'
import { sweepTimers } from '#server/base/timers.ts'
import { assign } from '#server/conversations/state.ts'
import { askIn, joao, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { changeCustomer } from '#server/customers/actions.ts'
import { transaction } from '#server/database/database.ts'
import { changeTeammate, sendAway } from '#server/team/actions.ts'
import { makePromise } from './actions.ts'
import { markLate, nudgePromise } from './clocks.ts'
import { passOnPromises } from './handing.ts'
import { moveDue, unsayPromises } from './moving.ts'
import { workersIn } from './queries.ts'
import { servePromises } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  ask = askIn(await openHttp(stage, servePromises))
})
afterAll(() => stage.close())

const inHours = async (hours: number) => new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000)
const matter = (from = maria, inboxId = stage.repairs) =>
  letter(stage.db, { inboxId, from, text: 'When will somebody come?' })

/** A promise of Ana's to Maria, written down by hand. */
async function promised(given: { hours?: number; conversationId?: string; makerId?: string } = {}) {
  const conversationId = given.conversationId ?? (await matter()).conversationId
  const body = {
    conversationId,
    what: 'call Maria about the boiler',
    quote: 'I’ll call you.',
    due: (await inHours(given.hours ?? 4)).toISOString(),
    ...(given.makerId && { makerId: given.makerId }),
  }
  const made = await ask(stage.ana, 'POST /promises', { body })
  expect(made.status).toBe(201)
  return made.body
}
const kinds = (promise: { steps: { kind: string }[] }) => promise.steps.map((one) => one.kind)
const at = (id: string) => ({ params: { id } })

describe('telling them first', () => {
  const draftOf = (id: string, due: string, by = stage.ana) =>
    ask(by, 'GET /promises/{id}/telling-draft', { ...at(id), query: { due } })

  it('is drafted in their language, on their clock, by what stands', async () => {
    const promise = await promised({ hours: 4 })
    const due = await inHours(30)
    const me = stage.ana.name.split(' ')[0]
    const english = await draftOf(promise.id, due.toISOString())
    expect(english.body).toEqual({
      when: moment(due, 'UTC'),
      text: `Dear Maria Lopes,\n\nI told you: “I’ll call you”, by ${moment(new Date(promise.due), 'UTC')}. It will be later than that, and I would rather tell you now than be late.\n\nYou hear from me by ${moment(due, 'UTC')}.\n\n${me}`,
    })
    await changeCustomer(stage.db, stage.ana, promise.customerId, {
      language: 'German',
      timeZone: 'Europe/Berlin',
    })
    const when = `${moment(due, 'Europe/Berlin', 'de')} (Zeit in Berlin)`
    const german = await draftOf(promise.id, due.toISOString())
    expect(german.body.when).toBe(when)
    expect(german.body.text).toContain(
      'Guten Tag Maria Lopes,\n\nich hatte Ihnen gesagt: „I’ll call you“, bis ',
    )
    expect(german.body.text).toContain(`Sie hören bis ${when} von mir.`)
    // What is late is not called late to come.
    await moveClock(stage.db, new Date(promise.due))
    await markLate(stage.db, promise.id)
    expect((await draftOf(promise.id, due.toISOString())).body.text).toContain('Das habe ich nicht gehalten.')
    await changeCustomer(stage.db, stage.ana, promise.customerId, { language: null, timeZone: null })
    expect((await draftOf(promise.id, due.toISOString())).body.text).toContain('I have not kept that')
    const waiting = await ask(stage.ana, 'POST /promises', {
      body: { conversationId: promise.conversationId, what: 'write when the valve is in', due: null },
    })
    const untimed = (await draftOf(waiting.body.id, due.toISOString())).body.text
    expect(untimed).toContain('I told you: “write when the valve is in”. It takes longer')
    expect((await draftOf(promise.id, due.toISOString(), stage.tomas)).status).toBe(404)
  })
})

describe('giving our word', () => {
  it('writes what, to whom, by when and whose it is, and shows it on the conversation', async () => {
    const promise = await promised()
    expect(promise).toMatchObject({
      what: 'call Maria about the boiler',
      quote: 'I’ll call you.',
      state: 'open',
      makerId: stage.ana.id,
      customerName: 'Maria Lopes',
      keptAt: null,
    })
    expect(kinds(promise)).toEqual(['made'])
    const row = await stage.db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', promise.conversationId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ nextPromiseId: promise.id, nextPromiseState: 'open' })
  })

  it('refuses a time that has passed, a maker who cannot keep it, and a field nobody knows', async () => {
    const { conversationId } = await matter()
    const body = { conversationId, what: 'call Maria', due: (await inHours(2)).toISOString() }
    const wrong = async (change: object) => {
      const { status, body: said } = await ask(stage.ana, 'POST /promises', { body: { ...body, ...change } })
      return [status, said.errors?.[0]?.pointer]
    }
    expect(await wrong({ due: (await inHours(-1)).toISOString() })).toEqual([422, '/due'])
    expect(await wrong({ due: 'tomorrow' })).toEqual([422, '/due'])
    expect(await wrong({ makerId: stage.tomas.id })).toEqual([422, '/makerId'])
    expect(await wrong({ makerId: stage.lena.id })).toEqual([422, '/makerId'])
    expect(await wrong({ makerId: newId('teammate') })).toEqual([422, '/makerId'])
    expect(await wrong({ colour: 'blue' })).toEqual([422, '/colour'])
    expect(await wrong({ what: '   ' })).toEqual([422, '/what'])
  })

  it('is not for who only reads along, nor for who does not see the inbox', async () => {
    const promise = await promised()
    const body = { conversationId: promise.conversationId, what: 'call', due: promise.due }
    expect((await ask(stage.lena, 'POST /promises', { body })).status).toBe(403)
    expect((await ask(stage.tomas, 'POST /promises', { body })).status).toBe(404)
    for (const verb of ['keeping', 'acceptance'] as const)
      expect((await ask(stage.tomas, `POST /promises/{id}/${verb}`, at(promise.id))).status).toBe(404)
    expect((await ask(stage.tomas, 'GET /promises/{id}', at(promise.id))).status).toBe(404)
    expect((await ask(stage.lena, 'GET /promises/{id}', at(promise.id))).status).toBe(200)
    expect((await ask(stage.lena, 'POST /promises/{id}/keeping', at(promise.id))).status).toBe(403)
  })
})

describe('keeping and releasing', () => {
  it('is kept without a body, with one, and the second time changes nothing', async () => {
    const { id } = await promised()
    const kept = await ask(stage.ben, 'POST /promises/{id}/keeping', { ...at(id), body: { told: false } })
    expect(kept).toMatchObject({ status: 201, body: { state: 'kept', told: false } })
    expect(kept.body.keptAt).not.toBeNull()
    const again = await ask(stage.ana, 'POST /promises/{id}/keeping', at(id))
    expect(again).toMatchObject({ status: 201, body: { state: 'kept', told: false } })
    expect(kinds(again.body)).toEqual(['made', 'kept'])
  })

  it('is released with the customer’s reason, and then cannot be kept', async () => {
    const { id } = await promised()
    expect((await ask(stage.ana, 'POST /promises/{id}/release', { ...at(id), body: {} })).status).toBe(422)
    const body = { because: 'She has found the key herself.' }
    const released = await ask(stage.ana, 'POST /promises/{id}/release', { ...at(id), body })
    expect(released).toMatchObject({ status: 201, body: { state: 'released', keptAt: null } })
    expect(await ask(stage.ana, 'POST /promises/{id}/keeping', at(id))).toMatchObject({
      status: 409,
      body: { type: 'promise-settled' },
    })
    const timers = await stage.db.selectFrom('timers').selectAll().where('subject', '=', id).execute()
    expect(timers).toEqual([])
  })
})

describe('time', () => {
  it('nudges its maker once before the due, makes it late once at the due, and it can still be kept', async () => {
    const { db, ana } = stage
    const { id, due } = await promised({ hours: 4 })
    expect(await nudgePromise(db, id)).toBeNull()
    const { nudgeAt } = await row(id)
    await moveClock(db, nudgeAt!)
    expect(await markLate(db, id)).toBeNull()
    expect(await nudgePromise(db, id)).toMatchObject({ id })
    expect(await nudgePromise(db, id)).toBeNull()
    await moveClock(db, new Date(due))
    expect(await markLate(db, id)).toMatchObject({ state: 'late' })
    expect(await markLate(db, id)).toBeNull()
    const about = await db
      .selectFrom('events')
      .select(['type', 'teammateId'])
      .where('promiseId', '=', id)
      .where('type', 'in', ['promise.nudged', 'promise.late'])
      .orderBy('seq')
      .execute()
    expect(about).toEqual([
      { type: 'promise.nudged', teammateId: ana.id },
      { type: 'promise.late', teammateId: ana.id },
    ])
    const kept = await ask(ana, 'POST /promises/{id}/keeping', at(id))
    expect(kinds(kept.body)).toEqual(['made', 'nudged', 'late', 'kept'])
  })

  it('after a new time nudges anew; a nudge whose job came late finds nothing to do', async () => {
    const { db, ana } = stage
    const { id } = await promised({ hours: 4 })
    await moveClock(db, (await row(id)).nudgeAt!)
    await sweepTimers(db)
    const later = await inHours(50)
    await transaction(db, (trx) => moveDue(trx, ana, id, later, { messageId: null }))
    expect(await nudgePromise(db, id)).toBeNull()
    await moveClock(db, (await row(id)).nudgeAt!)
    expect(await nudgePromise(db, id)).toMatchObject({ due: later })
  })

  it('goes back to the old time when the words that moved it never left', async () => {
    const { db, ana } = stage
    const { id, due, conversationId } = await promised({ hours: 4 })
    const messageId = newId('message')
    await moveClock(db, (await row(id)).nudgeAt!)
    await sweepTimers(db)
    const later = await inHours(50)
    await transaction(db, (trx) => moveDue(trx, ana, id, later, { messageId }))
    expect(await row(id)).toMatchObject({ due: later, renegotiations: 1 })
    await transaction(db, (trx) => unsayPromises(trx, ana, { conversationId, messageId }))
    const back = await row(id)
    expect(back).toMatchObject({ due: new Date(due), renegotiations: 0, state: 'open' })
    // Its timer had fired while the promise was elsewhere; the nudge was not lost with it.
    expect(back.nudgedAt).not.toBeNull()
    await moveClock(db, new Date(due))
    expect(await markLate(db, id)).toMatchObject({ id })
  })

  it('moves a late promise ahead again, and says that it was not before the due', async () => {
    const { db, ana } = stage
    const { id, due } = await promised({ hours: 1 })
    await moveClock(db, new Date(due))
    await markLate(db, id)
    await transaction(db, async (trx) => moveDue(trx, ana, id, await inHours(5), { messageId: null }))
    const { body } = await ask(ana, 'GET /promises/{id}', at(id))
    expect(body.state).toBe('open')
    expect(body.steps.at(-1)).toMatchObject({ kind: 'renegotiated', detail: { before: false } })
    const { body: figures } = await ask(ana, 'GET /promises/figures')
    expect(figures.team.total).toBeGreaterThan(0)
  })

  const row = (id: string) =>
    stage.db.selectFrom('promises').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
})

describe('handing over', () => {
  const hand = (by: { id: string }, id: string, body: object) =>
    ask(by, 'POST /promises/{id}/handover', { ...at(id), body })

  it('stays with its maker until the other has accepted', async () => {
    const { id } = await promised()
    const asked = await hand(stage.ana, id, { teammateId: stage.ben.id, brief: 'She is at home from five.' })
    expect(asked).toMatchObject({
      status: 201,
      body: { makerId: stage.ana.id, handoverToId: stage.ben.id },
    })
    expect((await ask(stage.ana, 'POST /promises/{id}/acceptance', at(id))).status).toBe(409)
    const taken = await ask(stage.ben, 'POST /promises/{id}/acceptance', at(id))
    expect(taken).toMatchObject({ status: 201, body: { makerId: stage.ben.id, handoverToId: null } })
    expect(kinds(taken.body)).toEqual(['made', 'handed-over', 'accepted'])
  })

  it('stays with its maker when the other says no, which is written down', async () => {
    const { id } = await promised()
    await hand(stage.ana, id, { teammateId: stage.ben.id })
    const no = await ask(stage.ben, 'POST /promises/{id}/acceptance', { ...at(id), body: { accept: false } })
    expect(no).toMatchObject({ status: 201, body: { makerId: stage.ana.id, handoverToId: null } })
    expect(kinds(no.body)).toEqual(['made', 'handed-over', 'declined'])
  })

  it('is taken at once by who asks for it themselves', async () => {
    const { id } = await promised()
    const taken = await hand(stage.ben, id, { teammateId: stage.ben.id })
    expect(taken).toMatchObject({ status: 201, body: { makerId: stage.ben.id, handoverToId: null } })
  })

  it('goes only to who can keep it', async () => {
    const { id } = await promised()
    for (const teammateId of [stage.tomas.id, stage.lena.id, newId('teammate')])
      expect(await hand(stage.ana, id, { teammateId })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/teammateId' }] },
      })
    expect((await hand(stage.ana, id, { teammateId: stage.ana.id })).status).toBe(409)
  })
})

describe('whose maker is gone', () => {
  it('passes to who looks after the conversation, else it is nobody’s until somebody takes it', async () => {
    const own = await openStage()
    try {
      const { db, ana, ben, repairs } = own
      const asked = askIn(await openHttp(own, servePromises))
      const give = async (more: { to?: string; by?: typeof ana } = {}) => {
        const { conversationId, customerId } = await letter(db, {
          inboxId: repairs,
          from: joao,
          text: 'Hello?',
        })
        if (more.to) await assign(db, ana, conversationId, more.to)
        return makePromise(db, more.by ?? ana, {
          conversationId,
          customerId,
          inboxId: repairs,
          messageId: null,
          what: 'bring the key',
          to: null,
          quote: null,
          makerId: (more.by ?? ana).id,
          due: new Date((await clockNow(db)).getTime() + 3_600_000),
        })
      }
      const looked = await give({ to: ben.id })
      const alone = await give()
      const bens = await give({ by: ben })
      await asked(ben, 'POST /promises/{id}/handover', { ...at(bens), body: { teammateId: ana.id } })
      expect((await workersIn(db, repairs)).sort()).toEqual([ana.id, ben.id].sort())

      await sendAway(db, tend, ana.id)
      await passOnPromises(db, ana.id)
      await passOnPromises(db, ana.id)
      const read = async (id: string) => (await asked(ben, 'GET /promises/{id}', at(id))).body
      expect(await read(looked)).toMatchObject({ makerId: ben.id, state: 'open' })
      expect(kinds(await read(looked))).toEqual(['made', 'passed-on'])
      expect(await read(alone)).toMatchObject({ makerId: null, state: 'open' })
      expect(await read(bens)).toMatchObject({ makerId: ben.id, handoverToId: null })
      const taken = await asked(ben, 'POST /promises/{id}/handover', {
        ...at(alone),
        body: { teammateId: ben.id },
      })
      expect(taken).toMatchObject({ status: 201, body: { makerId: ben.id } })

      await changeTeammate(db, tend, ben.id, { inboxes: [] })
      await passOnPromises(db, ben.id)
      const makers = await db.selectFrom('promises').select('makerId').execute()
      expect(makers.every((one) => one.makerId === null)).toBe(true)
    } finally {
      await own.close()
    }
  })
})

describe('the list', () => {
  it('gives each promise once, by due, a page at a time, of the asked state and time only', async () => {
    const { conversationId } = await matter(joao)
    const made = []
    for (const hours of [30, 10, 20, 10, 40]) made.push(await promised({ hours, conversationId }))
    await ask(stage.ana, 'POST /promises/{id}/keeping', at(made[4].id))
    const seen: { id: string; due: string; state: string }[] = []
    let after: string | null = null
    do {
      const query: Record<string, string> = { conversation: conversationId, state: 'open', limit: '2' }
      if (after) query.after = after
      const { body } = await ask(stage.ana, 'GET /promises', { query })
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...body.items)
      after = body.next
    } while (after)
    expect(seen).toHaveLength(4)
    expect(new Set(seen.map((one) => one.id)).size).toBe(4)
    expect(seen.map((one) => one.due)).toEqual(seen.map((one) => one.due).toSorted())
    const soon = await ask(stage.ana, 'GET /promises', {
      query: { conversation: conversationId, due_before: (await inHours(15)).toISOString() },
    })
    expect(soon.body.items).toHaveLength(2)
    const kept = await ask(stage.ana, 'GET /promises', {
      query: { conversation: conversationId, state: 'kept' },
    })
    expect(kept.body.items.map((one: { id: string }) => one.id)).toEqual([made[4].id])
  })

  it('shows nothing of an inbox one does not see', async () => {
    await promised()
    expect((await ask(stage.tomas, 'GET /promises')).body).toEqual({ items: [], next: null })
  })

  it('refuses a state and a time it does not know', async () => {
    const wrong = async (query: Record<string, string>) =>
      (await ask(stage.ana, 'GET /promises', { query })).body.errors[0].pointer
    expect(await wrong({ state: 'forgotten' })).toBe('/state')
    expect(await wrong({ due_before: 'Friday' })).toBe('/due_before')
    expect(await wrong({ limit: '1000' })).toBe('/limit')
  })
})
