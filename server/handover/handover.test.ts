import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { startClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign, close } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { changeCustomer } from '#server/customers/actions.ts'
import { makePromise } from '#server/promises/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { endForGone, endIfClosed, followAssignment } from './following.ts'
import { myHandovers } from './queries.ts'
import { serveHandover } from './routes.ts'

const at = (text: string) => new Date(text)
const friday = at('2027-01-15T17:00Z')

describe('a warm handover', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, at('2027-01-11T10:00Z'))
    ask = askIn(await openHttp(stage, serveHandover))
  })
  afterAll(() => stage.close())

  /** Maria is angry about her boiler; Ana looks after it and has promised a technician. */
  const boiler = async () => {
    const came = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'I am really disappointed. When will somebody come? And who pays for the hotel?',
    })
    await recordReading(stage.db, tend, {
      ...came,
      asks: ['When will somebody come?', 'And who pays for the hotel?'],
      signals: { upset: 1 },
      evidence: [{ signal: 'upset', words: 'I am really disappointed' }],
      praised: [],
    })
    await assign(stage.db, stage.ana, came.conversationId, stage.ana.id)
    const promiseId = await makePromise(stage.db as never, stage.ana, {
      conversationId: came.conversationId,
      customerId: came.customerId,
      inboxId: stage.repairs,
      messageId: null,
      what: 'a technician comes',
      to: null,
      quote: null,
      makerId: stage.ana.id,
      due: friday,
    })
    return { ...came, promiseId, params: { id: came.conversationId } }
  }
  const conversation = (id: string) =>
    stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const propose = async (id: string, query = {}) =>
    (await ask(stage.ana, 'GET /conversations/{id}/handover-proposal', { params: { id }, query })).body
  const hand = async (id: string, teammateId = stage.ben.id) =>
    ask(stage.ana, 'POST /conversations/{id}/handovers', {
      params: { id },
      body: { teammateId, brief: (await propose(id)).brief },
    })

  it('is not there while the team does not work this way', async () => {
    const { params } = await boiler()
    const off = await ask(stage.ana, 'GET /conversations/{id}/handover-proposal', { params })
    expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
    await switchPractice(stage.db, tend, 'handover', true)
    expect((await ask(stage.ana, 'GET /conversations/{id}/handover-proposal', { params })).status).toBe(200)
  })

  it('proposes who they are, what they feel in their words, what is open, promised and urgent', async () => {
    const { conversationId, messageId, promiseId } = await boiler()
    const { brief, sources, because, hint } = await propose(conversationId)
    expect(brief).toEqual({
      who: 'Maria Lopes',
      feels: '“I am really disappointed” – upset',
      asked: 'When will somebody come?\nAnd who pays for the hotel?',
      promised: 'a technician comes, by Friday 15 January, 17:00',
      urgency: 'today',
      more: '',
    })
    expect(sources.feels).toEqual([{ signal: 'upset', words: 'I am really disappointed', messageId }])
    expect(sources.asked.map((one: { messageId: string }) => one.messageId)).toEqual([messageId, messageId])
    expect(sources.promised[0].promiseId).toBe(promiseId)
    expect(because).toBe('They wrote: “I am really disappointed”')
    expect(hint).toBeNull()
    // Nobody said how they feel: then nothing is made up.
    const calm = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Thank you.' })
    const plain = await propose(calm.conversationId)
    expect([plain.brief.feels, plain.brief.asked, plain.brief.promised]).toEqual(['', '', ''])
  })

  it('tells the customer in their language and on their clock', async () => {
    const { conversationId, customerId } = await boiler()
    await changeCustomer(stage.db, stage.ana, customerId, { language: 'de-AT', timeZone: 'Europe/Vienna' })
    const made = await hand(conversationId)
    const taken = await ask(stage.ben, 'POST /handovers/{id}/acceptance', { params: { id: made.body.id } })
    const [giver, receiver] = [stage.ana.name.split(' ')[0]!, stage.ben.name]
    expect(taken.body.draft.split('\n\n')).toEqual([
      'Guten Tag Maria Lopes,',
      `ich bin ${receiver} und kümmere mich ab jetzt um Ihr Anliegen. ${giver} hat mir erzählt, was geschehen ist; Sie müssen es nicht noch einmal erzählen.`,
      'Ich weiß, dass das für Sie noch offen ist: „When will somebody come?“ „And who pays for the hotel?“',
      'Was Ihnen zugesagt ist, gilt weiter: a technician comes, bis Freitag, 15. Januar, 18:00 Uhr (Zeit in Vienna).',
      receiver.split(' ')[0],
    ])
    await changeCustomer(stage.db, stage.ana, customerId, { language: null, timeZone: null })
  })

  it('stays with the giver until accepted, and then takes the promises along and tells the customer', async () => {
    const { conversationId, promiseId, params } = await boiler()
    const made = await hand(conversationId)
    expect(made.body).toMatchObject({ state: 'open', fromName: stage.ana.name, toName: stage.ben.name })
    expect((await conversation(conversationId)).assigneeId).toBe(stage.ana.id)
    for (const who of [stage.ana, stage.ben])
      expect((await myHandovers(stage.db, who, 20)).map((one) => one.id)).toContain(made.body.id)
    expect((await hand(conversationId)).body.type).toBe('handed-over')
    const stranger = await ask(stage.ana, 'POST /handovers/{id}/acceptance', { params: { id: made.body.id } })
    expect([stranger.status, stranger.body.type]).toEqual([409, 'not-handed-to-you'])
    const taken = await ask(stage.ben, 'POST /handovers/{id}/acceptance', { params: { id: made.body.id } })
    expect(taken.body).toMatchObject({ state: 'accepted', told: false, promiseIds: [promiseId] })
    expect((await conversation(conversationId)).assigneeId).toBe(stage.ben.id)
    const promise = await stage.db
      .selectFrom('promises')
      .select('makerId')
      .where('id', '=', promiseId)
      .executeTakeFirstOrThrow()
    expect(promise.makerId).toBe(stage.ben.id)
    expect(taken.body.draft).toContain(`${stage.ana.name.split(' ')[0]} has told me`)
    expect(taken.body.draft).toContain('“When will somebody come?”')
    expect(taken.body.draft).toContain('a technician comes, by Friday 15 January, 17:00')
    const draft = await stage.db
      .selectFrom('drafts')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('teammateId', '=', stage.ben.id)
      .executeTakeFirstOrThrow()
    expect([draft.text, draft.to[0]?.email]).toEqual([taken.body.draft, maria.email])
    // The job that follows the assignment finds nothing left to do.
    await followAssignment(stage.db, {
      at: '2027-01-11T10:00:00Z',
      conversationId,
      byKind: 'teammate',
      byId: stage.ben.id,
      to: stage.ben.id,
      from: stage.ana.id,
    })
    expect((await myHandovers(stage.db, stage.ben, 20)).find((one) => one.id === made.body.id)).toBeDefined()
    await answer(stage.db, stage.ben, conversationId, taken.body.draft)
    expect(
      (await myHandovers(stage.db, stage.ben, 20)).find((one) => one.id === made.body.id),
    ).toBeUndefined()
    const told = await ask(stage.lena, 'GET /handovers', { query: { conversation: params.id } })
    expect(told.body.items.map((one: { told: boolean }) => one.told)).toEqual([true])
  })

  it('comes back with a reason, or is taken back by whoever gave it', async () => {
    const { conversationId } = await boiler()
    const first = (await hand(conversationId)).body
    const wordless = await ask(stage.ben, 'POST /handovers/{id}/return', {
      params: { id: first.id },
      body: { because: ' ' },
    })
    expect(wordless.status).toBe(422)
    const back = await ask(stage.ben, 'POST /handovers/{id}/return', {
      params: { id: first.id },
      body: { because: 'I am at the dentist all day' },
    })
    expect(back.body).toMatchObject({ state: 'returned', because: 'I am at the dentist all day' })
    expect((await conversation(conversationId)).assigneeId).toBe(stage.ana.id)
    const late = await ask(stage.ben, 'POST /handovers/{id}/acceptance', { params: { id: first.id } })
    expect(late.body.type).toBe('handover-answered')
    const second = (await hand(conversationId)).body
    const notHis = await ask(stage.ben, 'POST /handovers/{id}/withdrawal', { params: { id: second.id } })
    const hers = await ask(stage.ana, 'POST /handovers/{id}/withdrawal', { params: { id: second.id } })
    expect([notHis.status, hers.body.state]).toEqual([409, 'withdrawn'])
  })

  it('knows one that was only assigned as open, until the receiver says yes or gives it back', async () => {
    const { conversationId } = await boiler()
    const assigned = {
      at: '2027-01-11T10:00:00Z',
      conversationId,
      byKind: 'teammate',
      byId: stage.ana.id,
      to: stage.ben.id,
      from: stage.ana.id,
    }
    await assign(stage.db, stage.ana, conversationId, stage.ben.id)
    await followAssignment(stage.db, assigned)
    await followAssignment(stage.db, assigned)
    const all = await ask(stage.ben, 'GET /handovers', { query: { conversation: conversationId } })
    expect(all.body.items).toMatchObject([{ state: 'open', brief: null, fromId: stage.ana.id }])
    const back = await ask(stage.ben, 'POST /handovers/{id}/return', {
      params: { id: all.body.items[0].id },
      body: { because: 'I know nothing about it' },
    })
    expect(back.body.state).toBe('returned')
    expect((await conversation(conversationId)).assigneeId).toBe(stage.ana.id)
    // Who takes a matter themselves, or gives a New one to somebody, hands nothing over.
    const fresh = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'A tap drips.' })
    await assign(stage.db, stage.ana, fresh.conversationId, stage.ben.id)
    await followAssignment(stage.db, { ...assigned, conversationId: fresh.conversationId, from: null })
    const none = await ask(stage.ben, 'GET /handovers', { query: { conversation: fresh.conversationId } })
    expect(none.body.items).toEqual([])
  })

  it('is answered by taking the conversation, and over when a third has it, it is looked after, or they leave', async () => {
    const states = async (id: string) =>
      (await ask(stage.ben, 'GET /handovers', { query: { conversation: id } })).body.items.map(
        (one: { state: string }) => one.state,
      )
    const follow = (conversationId: string, to: string, by: string) =>
      followAssignment(stage.db, {
        at: '2027-01-11T10:00:00Z',
        conversationId,
        byKind: 'teammate',
        byId: by,
        to,
        from: stage.ana.id,
      })
    const taken = await boiler()
    await hand(taken.conversationId)
    await assign(stage.db, stage.ben, taken.conversationId, stage.ben.id)
    await follow(taken.conversationId, stage.ben.id, stage.ben.id)
    expect(await states(taken.conversationId)).toEqual(['accepted'])
    const done = await boiler()
    await hand(done.conversationId)
    await endIfClosed(stage.db, done.conversationId)
    expect(await states(done.conversationId)).toEqual(['open'])
    await close(stage.db, stage.ana, done.conversationId, 'thanks')
    await endIfClosed(stage.db, done.conversationId)
    expect(await states(done.conversationId)).toEqual(['ended'])
    const left = await boiler()
    await hand(left.conversationId)
    await endForGone(stage.db, stage.ben.id)
    expect(await states(left.conversationId)).toEqual(['open'])
    await stage.db.deleteFrom('inboxAccess').where('teammateId', '=', stage.ben.id).execute()
    await endForGone(stage.db, stage.ben.id)
    await stage.db
      .insertInto('inboxAccess')
      .values({ teammateId: stage.ben.id, inboxId: stage.repairs })
      .execute()
    expect(await states(left.conversationId)).toEqual(['ended'])
  })

  it('keeps the walls, and says who is away', async () => {
    const { conversationId, params } = await boiler()
    const made = (await hand(conversationId)).body
    const foreign = [
      await ask(stage.tomas, 'GET /conversations/{id}/handover-proposal', { params }),
      await ask(stage.tomas, 'POST /handovers/{id}/acceptance', { params: { id: made.id } }),
      await ask(stage.tomas, 'POST /handovers/{id}/return', {
        params: { id: made.id },
        body: { because: 'no' },
      }),
    ]
    expect(foreign.map((one) => one.status)).toEqual([404, 404, 404])
    expect((await ask(stage.tomas, 'GET /handovers')).body.items).toEqual([])
    await ask(stage.ana, 'POST /handovers/{id}/withdrawal', { params: { id: made.id } })
    expect((await hand(conversationId, stage.tomas.id)).status).toBe(422)
    expect((await hand(conversationId, stage.lena.id)).status).toBe(422)
    expect((await hand(conversationId, stage.ana.id)).status).toBe(422)
    await planLeave(stage.db, stage.ben, { from: '2027-01-11', to: '2027-01-13', standInId: stage.ana.id })
    expect((await propose(conversationId, { to: stage.ben.id })).hint).toEqual({
      says: `${stage.ben.name} is away until Wednesday 13 January; ${stage.ana.name} stands in.`,
      standInId: stage.ana.id,
    })
  })
})
