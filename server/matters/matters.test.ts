import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
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
import { addCustomer } from '#server/customers/actions.ts'
import { isKnown } from '#server/customers/queries.ts'
import { namePerson } from '#server/persons/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { peopleToTell } from './people.ts'
import { serveMatters } from './routes.ts'
import { untell } from './telling.ts'

const at = (text: string) => new Date(text)
const emilia = { name: 'Emília Duarte', email: 'emilia.duarte@mail.example' }
const hanna = { name: 'Hanna Berger', email: 'hanna.berger@mail.example' }

describe('matters that concern several people', () => {
  let stage: Stage
  let app: FastifyInstance
  let ask: ReturnType<typeof askIn>
  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
    await startClock(stage.db, at('2027-01-11T10:00Z'))
    const { serveReplies } = await import('#server/replies/routes.ts')
    app = await openHttp(stage, (server, options) => {
      void serveMatters(server, options, stage.house)
      serveReplies(server, options, stage.house)
    })
    ask = askIn(app)
  })
  afterAll(() => stage.close())

  let keys = 0
  const late = (more: object = {}) => ({
    inboxId: stage.repairs,
    key: `parcel-${++keys}`,
    kind: 'late-parcel',
    title: 'The pump for your boiler is late',
    news: 'The carrier lost it on Sunday. A new one is on its way and should be here on Thursday.',
    people: [{ email: maria.email, name: maria.name }],
    ...more,
  })
  const happens = async (more: object = {}) =>
    (await ask(stage.ben, 'POST /matters', { body: late(more) })).body
  const conversation = (id: string) =>
    stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const tell = (
    by: { id: string },
    person: { matterId: string; customerId: string; news: number },
    text: string,
  ) =>
    ask(by, 'POST /matters/{id}/tellings', {
      params: { id: person.matterId },
      body: { customerId: person.customerId, news: person.news, text },
    })

  it('are nothing while the team does not work this way', async () => {
    const off = await ask(stage.ben, 'POST /matters', { body: late() })
    expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
    expect((await ask(stage.ben, 'GET /people-to-tell')).status).toBe(409)
    await switchPractice(stage.db, tend, 'matters', true)
    expect((await ask(stage.ben, 'GET /people-to-tell')).body.items).toEqual([])
  })

  it('open a conversation with a draft before the customer writes, with their person; the same key is once', async () => {
    await switchPractice(stage.db, tend, 'namedPerson', true)
    const { customerId } = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Thank you!' })
    await namePerson(stage.db, stage.ana, customerId, stage.ana.id)
    const body = late()
    const made = await ask(stage.ben, 'POST /matters', { body })
    const again = await ask(stage.ben, 'POST /matters', { body: { ...body, title: 'Another title' } })
    expect([made.status, again.status, again.body.id]).toEqual([201, 200, made.body.id])
    expect(again.body).toMatchObject({ title: body.title, people: 1, untold: 1 })
    const [person] = made.body.toTell
    const row = await conversation(person.conversationId)
    expect([row.assigneeId, row.status, row.waitingSince]).toEqual([stage.ana.id, 'open', null])
    const mine = await peopleToTell(stage.db, stage.ana, 10)
    expect(mine.map((one) => one.matterId)).toEqual([made.body.id])
    expect(await peopleToTell(stage.db, stage.ben, 10)).toEqual([])
    expect(mine[0]!.draft).toBe(
      [
        'Dear Maria Lopes,',
        'I am writing before you have to ask: The pump for your boiler is late.',
        body.news,
        stage.ana.name.split(' ')[0],
      ].join('\n\n'),
    )
    const sent = await tell(stage.ana, person, mine[0]!.draft!)
    expect(sent.status).toBe(201)
    const after = (await ask(stage.ana, 'GET /matters/{id}', { params: { id: made.body.id } })).body
    expect(after.toTell[0]).toMatchObject({ told: true, first: true, how: 'letter', draft: null })
    expect((await conversation(person.conversationId)).status).toBe('waiting')
    expect(await peopleToTell(stage.db, stage.ana, 10)).toEqual([])
    expect((await tell(stage.ana, person, 'Once more.')).body.type).toBe('knows-already')
    // Taken back before it left: she does not know.
    await untell(stage.db, stage.ana, sent.body.messageId)
    expect((await peopleToTell(stage.db, stage.ana, 10)).length).toBe(1)
    await tell(stage.ana, person, 'The pump is late; it should be here on Thursday.')
  })

  it('ask again for everyone at each piece of news, and refuse words that are behind it', async () => {
    const made = await happens({
      kind: 'bug',
      news: undefined,
      people: [
        { email: maria.email },
        { email: joao.email, name: joao.name },
        { email: hanna.email, name: hanna.name },
      ],
    })
    expect([made.people, made.untold]).toEqual([3, 0])
    const params = { id: made.id }
    const early = await ask(stage.ben, 'POST /matters/{id}/people/{customerId}/telling', {
      params: { ...params, customerId: made.toTell[0].customerId },
      body: { how: 'aloud', news: 1 },
    })
    expect(early.body.type).toBe('nothing-new')
    const first = await ask(stage.ben, 'POST /matters/{id}/news', { params, body: { text: 'We found it.' } })
    expect(first.body.untold).toBe(3)
    const [one, two, three] = first.body.toTell
    await tell(stage.ben, one, 'We found it.')
    const told = await ask(stage.ben, 'POST /matters/{id}/people/{customerId}/telling', {
      params: { ...params, customerId: two.customerId },
      body: { how: 'aloud', news: 1 },
    })
    expect(told.body.untold).toBe(1)
    // Opened only to write to him: nobody need look at it any more.
    expect((await conversation(two.conversationId)).status).toBe('closed')
    const reasonless = await ask(stage.ben, 'POST /matters/{id}/people/{customerId}/telling', {
      params: { ...params, customerId: three.customerId },
      body: { how: 'not-needed', news: 1 },
    })
    expect(reasonless.status).toBe(422)
    const second = await ask(stage.ben, 'POST /matters/{id}/news', {
      params,
      body: { text: 'It is mended.' },
    })
    expect(second.body.untold).toBe(3)
    // Who has heard the first hears the second; who has heard nothing hears both.
    const draft = (id: string) =>
      second.body.toTell.find((who: { customerId: string }) => who.customerId === id).draft
    expect(draft(one.customerId)).not.toContain('We found it.')
    expect(draft(three.customerId)).toContain('We found it.\n\nIt is mended.')
    expect((await tell(stage.ben, three, 'We found it.')).body.type).toBe('newer-news')
    const open = await ask(stage.ben, 'POST /matters/{id}/ending', { params })
    expect([open.status, open.body.title]).toEqual([409, expect.stringContaining('3 people do not know')])
    for (const person of second.body.toTell)
      await tell(stage.ben, person, `It is mended, ${person.customerName}.`)
    const over = await ask(stage.ben, 'POST /matters/{id}/ending', { params })
    expect([over.body.untold, over.body.overAt !== null]).toEqual([0, true])
    const closed = await ask(stage.ben, 'POST /matters/{id}/news', { params, body: { text: 'Again.' } })
    expect(closed.body.type).toBe('matter-over')
  })

  it('tell whoever was quicker where they asked, and count who wrote first with what is behind it', async () => {
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 2 * 3_600_000))
    const before = (await ask(stage.ben, 'GET /matters-figures')).body
    const now = await clockNow(stage.db)
    const happened = new Date(now.getTime() - 3_600_000)
    const asked = await letter(stage.db, {
      inboxId: stage.repairs,
      from: hanna,
      text: 'Where is my pump?',
      at: new Date(now.getTime() - 60_000),
    })
    const made = await happens({
      happenedAt: happened.toISOString(),
      people: [{ email: hanna.email }, { email: joao.email }, { email: maria.email }],
    })
    const of = (email: string, people = made.toTell) =>
      people.find((one: { customerName: string }) =>
        email.startsWith(
          one.customerName.split(' ')[0]!.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
        ),
      )
    expect(of(hanna.email)).toMatchObject({ conversationId: asked.conversationId, first: false })
    expect(of(hanna.email).draft).toContain('you wrote to us about “The boiler” on 11 January')
    await tell(stage.ben, of(hanna.email), 'It is late, I am sorry.')
    await tell(stage.ben, of(joao.email), 'It is late.')
    const after = (await ask(stage.ben, 'GET /matters-figures')).body
    expect([
      after.weFirst - before.weFirst,
      after.theyFirst - before.theyFirst,
      after.nobodyYet - before.nobodyYet,
    ]).toEqual([1, 1, 1])
    expect(after.share).toBeCloseTo(after.weFirst / (after.weFirst + after.theyFirst))
    // What the events said at the time agrees with the count from letters.
    const events = await stage.db
      .selectFrom('events')
      .select('detail')
      .where('type', '=', 'matter.told')
      .execute()
    const firsts = events.map((event) => event.detail as { first: boolean | null; matterId: string })
    expect(firsts.filter((one) => one.matterId === made.id).map((one) => one.first)).toEqual([false, true])
    const behind = await ask(stage.ben, 'GET /matters-first', { query: { who: 'they' } })
    expect(behind.body.items[0]).toMatchObject({ matterId: made.id, conversationId: asked.conversationId })
    await answer(stage.db, stage.ben, asked.conversationId, 'Anything else?')
  })

  it('count as theirs only a letter about the matter, in the conversation linked with it', async () => {
    const figures = async () => (await ask(stage.ben, 'GET /matters-figures')).body
    const written = async (text: string, conversationId?: string) =>
      letter(stage.db, {
        inboxId: stage.repairs,
        from: emilia,
        text,
        subject: 'The invoice',
        ...(conversationId && { conversationId }),
      })
    const before = await figures()
    const change = async () => {
      const now = await figures()
      return [
        now.weFirst - before.weFirst,
        now.theyFirst - before.theyFirst,
        now.nobodyYet - before.nobodyYet,
      ]
    }
    const happenedAt = (await clockNow(stage.db)).toISOString()
    const people = [{ email: emilia.email, name: emilia.name }]
    // We were quicker; what she writes then is about something else, and becomes a matter of its own.
    const pump = await happens({ happenedAt, people })
    const ours = pump.toTell[0]
    const invoice = await written('Is the invoice right?')
    expect(await change()).toEqual([0, 0, 1])
    const second = await happens({ happenedAt, people, kind: 'failed-payment', title: 'Paid twice' })
    expect(second.toTell[0]).toMatchObject({ conversationId: invoice.conversationId, first: false })
    // One letter is about one matter: a third one opens its own conversation, and she has not asked about it.
    const third = await happens({ happenedAt, people, kind: 'bug', title: 'The app shows no visits' })
    expect(third.toTell[0].first).toBeNull()
    expect(third.toTell[0].conversationId).not.toBe(invoice.conversationId)
    expect(await change()).toEqual([0, 1, 2])
    await tell(stage.ben, ours, 'The pump is late.')
    // Her answer in the conversation we opened comes after our words.
    await written('Thank you for saying so.', ours.conversationId)
    const pumpNow = (await ask(stage.ben, 'GET /matters/{id}', { params: { id: pump.id } })).body
    expect(pumpNow.toTell[0]).toMatchObject({ told: true, first: true })
    expect(await change()).toEqual([1, 1, 1])
    // She asks about the third in a letter of its own before we wrote: linked, she is told there, and the empty one is closed.
    const app = await written('The app shows no visits.')
    await ask(stage.ben, 'POST /conversations/{id}/matters', {
      params: { id: app.conversationId },
      body: { matterId: third.id },
    })
    const thirdNow = (await ask(stage.ben, 'GET /matters/{id}', { params: { id: third.id } })).body
    expect(thirdNow.toTell).toMatchObject([{ conversationId: app.conversationId, first: false }])
    expect((await conversation(third.toTell[0].conversationId)).status).toBe('closed')
    await tell(stage.ben, thirdNow.toTell[0], 'We are mending it.')
    expect(await change()).toEqual([1, 2, 0])
  })

  it('link conversations that are there already', async () => {
    const one = await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'The app says nothing.' })
    const other = await letter(stage.db, { inboxId: stage.repairs, from: hanna, text: 'The app is dead.' })
    const made = await ask(stage.ana, 'POST /conversations/{id}/matters', {
      params: { id: one.conversationId },
      body: { title: 'The app shows no visits' },
    })
    await ask(stage.ana, 'POST /conversations/{id}/matters', {
      params: { id: other.conversationId },
      body: { matterId: made.body.id },
    })
    const of = await ask(stage.lena, 'GET /conversations/{id}/matters', {
      params: { id: other.conversationId },
    })
    expect(of.body.items).toMatchObject([{ id: made.body.id, people: 2, untold: 0, kind: 'bug' }])
    const nothing = await ask(stage.ana, 'POST /conversations/{id}/matters', {
      params: { id: one.conversationId },
      body: {},
    })
    expect(nothing.status).toBe(422)
    // Somebody without an address is on the list all the same, to be told aloud.
    const phoneOnly = await addCustomer(stage.db, tend, {
      name: 'Senhor Abílio',
      inboxId: stage.repairs,
      emails: [],
      phones: ['+351 912 000 111'],
    })
    const added = await ask(stage.ana, 'POST /matters/{id}/people', {
      params: { id: made.body.id },
      body: { customerId: phoneOnly },
    })
    expect(
      added.body.toTell.find((who: { customerId: string }) => who.customerId === phoneOnly),
    ).toMatchObject({
      conversationId: null,
    })
    const gone = await ask(stage.ana, 'DELETE /matters/{id}/people/{customerId}', {
      params: { id: made.body.id, customerId: phoneOnly },
    })
    expect(gone.status).toBe(204)
  })

  it('keep the walls', async () => {
    const made = await happens()
    const params = { id: made.id }
    const foreign = [
      await ask(stage.tomas, 'GET /matters/{id}', { params }),
      await ask(stage.tomas, 'POST /matters/{id}/news', { params, body: { text: 'x' } }),
      await ask(stage.tomas, 'POST /matters/{id}/ending', { params }),
      await ask(stage.tomas, 'POST /matters', { body: late() }),
      await tell(stage.tomas, made.toTell[0], 'x'),
      await ask(stage.tomas, 'GET /conversations/{id}/matters', {
        params: { id: made.toTell[0].conversationId },
      }),
    ]
    expect(foreign.map((one) => one.status)).toEqual([404, 404, 404, 404, 404, 404])
    // Whom only the bakery knows is no more known in the repair shop by an address that somebody types there.
    const onlyTheirs = await addCustomer(stage.db, tend, {
      name: 'Inês Caldas',
      inboxId: stage.bakery,
      emails: ['ines@caldas.example'],
      phones: [],
    })
    const typed = await ask(stage.ana, 'POST /matters/{id}/people', {
      params,
      body: { email: 'Ines@caldas.example' },
    })
    expect(typed.status).toBe(422)
    expect(await isKnown(stage.db, stage.ana, onlyTheirs)).toBe(false)
    expect((await ask(stage.tomas, 'GET /matters')).body.items).toEqual([])
    expect((await ask(stage.tomas, 'GET /matters-first')).body.items).toEqual([])
    expect((await ask(stage.lena, 'POST /matters', { body: late() })).status).toBe(403)
    expect((await ask(stage.ana, 'GET /matter-hooks')).status).toBe(403)
  })

  describe('come by a signed webhook', () => {
    const admin = () => ({ ...stage.ana, role: 'admin' as const, inboxIds: [stage.repairs] })
    const body = JSON.stringify({
      key: 'visit-77',
      kind: 'missed-visit',
      title: 'Our technician did not reach you today',
      news: 'The road was closed. He can come tomorrow between 8 and 10.',
      people: [{ email: hanna.email }],
    })
    const sign = async (
      hook: { url: string; secret: string },
      given: { body?: string; ageMs?: number; signed?: string } = {},
    ) => {
      const stamp = Math.floor(((await clockNow(stage.db)).getTime() - (given.ageMs ?? 0)) / 1000)
      const secret = Buffer.from(hook.secret.slice(6), 'base64')
      const mac = createHmac('sha256', secret)
        .update(`msg_1.${stamp}.${given.signed ?? given.body ?? body}`)
        .digest('base64')
      return app.inject({
        method: 'POST',
        url: new URL(hook.url).pathname,
        headers: {
          'content-type': 'application/json',
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(stamp),
          'webhook-signature': `v1,bm9uZQ== v1,${mac}`,
        },
        payload: given.body ?? body,
      })
    }

    it('signed with the secret, young enough, once', async () => {
      const { closeHook, makeHook, turnHook } = await import('./hooks.ts')
      const hook = await makeHook(stage.house, admin(), { inboxId: stage.repairs, name: 'Route planner' })
      expect(hook.secret).toMatch(/^whsec_[\w+/]{32}$/)
      const came = await sign(hook)
      const again = await sign(hook)
      expect([came.statusCode, again.json().matterId]).toEqual([200, came.json().matterId])
      const made = await ask(stage.ana, 'GET /matters/{id}', { params: { id: came.json().matterId } })
      expect(made.body).toMatchObject({ source: 'webhook', untold: 1, kind: 'missed-visit' })
      const refused = [
        await sign({ ...hook, secret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` }),
        await sign(hook, { ageMs: 6 * 60_000 }),
        await sign(hook, { signed: body.replace('tomorrow', 'today') }),
      ]
      expect(refused.map((one) => one.statusCode)).toEqual([401, 401, 401])
      const unreadable = [await sign(hook, { body: 'not json' }), await sign(hook, { body: '{}' })]
      expect(unreadable.map((one) => one.statusCode)).toEqual([422, 422])
      const turned = await turnHook(stage.house, admin(), hook.id)
      expect(turned.secret).not.toBe(hook.secret)
      expect([(await sign(hook)).statusCode, (await sign(turned)).statusCode]).toEqual([200, 200])
      await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 25 * 3_600_000))
      expect([(await sign(hook)).statusCode, (await sign(turned)).statusCode]).toEqual([401, 200])
      await closeHook(stage.db, admin(), hook.id)
      expect((await sign(turned)).statusCode).toBe(404)
    })
  })
})
