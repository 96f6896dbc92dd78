import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setRule } from '#server/authority/rules.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { addCustomer, changeCustomer } from '#server/customers/actions.ts'
import { transaction } from '#server/database/database.ts'
import { takeDealings } from '#server/dealings/actions.ts'
import { sendAway } from '#server/team/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { decideEach } from './amends.ts'
import { noteAnswer } from './following.ts'
import { passOnGroups } from './passingOn.ts'
import { proposeFor } from './proposals.ts'
import { hit, type Incidents, openIncidents } from './testing.ts'

const [ines, rui, teresa, nuno] = hit
const what = 'The storm has cut the power in three streets'

let stage: Incidents
beforeAll(async () => {
  stage = await openIncidents()
})
afterAll(() => stage.close())

const open = async (more: object = {}, by = stage.ben) =>
  (await stage.ask(by, 'POST /incidents', { body: { inboxId: stage.repairs, what, ...more } })).body
const whole = async (id: string) =>
  (await stage.ask(stage.ana, 'GET /incidents/{id}', { params: { id } })).body
const people = async (id: string, query: Record<string, string> = {}) =>
  (await stage.ask(stage.ana, 'GET /incidents/{id}/people', { params: { id }, query })).body.items
const known = (card: { name: string; email: string }, more: object = {}) =>
  addCustomer(stage.db, stage.ana, {
    name: card.name,
    emails: [card.email],
    phones: [],
    inboxId: stage.repairs,
    ...more,
  })

describe('an incident', () => {
  it('is nothing while the team does not work this way, and not there for who does not see its inbox', async () => {
    await switchPractice(stage.db, tend, 'incidents', false)
    const off = await stage.ask(stage.ben, 'POST /incidents', { body: { inboxId: stage.repairs, what } })
    expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
    await switchPractice(stage.db, tend, 'incidents', true)
    const made = await open()
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
    const { id } = await open()
    const look = (body: object) =>
      stage.ask(stage.ben, 'POST /incidents/{id}/finding', { params: { id }, body })
    const seen = await look({ by: 'words', words: 'power out\nno light' })
    expect(seen.body).toMatchObject({ people: 1, fresh: 1, sample: [{ because: 'They wrote “No light”' }] })
    expect((await whole(id)).counts.people).toBe(0)
    const take = (body: object) =>
      stage.ask(stage.ben, 'POST /incidents/{id}/clues', { params: { id }, body })
    expect((await take({ by: 'words', words: 'power out\nno light' })).body.added).toBe(1)
    await stage.ask(stage.ben, 'POST /reaches', { body: { from: 'Lusocool', to: 'Norte compressor' } })
    await stage.ask(stage.ben, 'POST /reaches', { body: { from: 'Norte compressor', to: 'Heat pump Norte' } })
    const reached = await take({ by: 'reach', from: 'lusocool' })
    expect(reached.body.incident.clues.map((one: { people: number }) => one.people)).toEqual([1, 1])
    expect((await take({ by: 'words', words: 'power' })).body.added).toBe(0)
    const list = await people(id)
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
    expect((await whole(id)).counts.content).toBe(0)
  })

  it('takes a pasted list, and says of each line it cannot take why', async () => {
    const teresaId = await known(teresa, { phones: ['+351 912 000 111'] })
    const nunoId = await known(nuno)
    await changeCustomer(stage.db, stage.ana, nunoId, { noCirculars: true })
    // Words of theirs are read by people; they stop no letter.
    await changeCustomer(stage.db, stage.ana, teresaId, { pleaseDont: ['Do not send me mail about boats'] })
    const { id } = await open()
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
    expect((await whole(id)).counts).toMatchObject({ people: 2, untold: 2, otherwise: 1 })
    expect(await people(id, { state: 'otherwise' })).toMatchObject([
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
    expect((await whole(id)).counts.people).toBe(2)
  })

  it('proposes whoever writes later and fits; a person says yes or no, once', async () => {
    const { id } = await open({ clues: [{ by: 'words', words: 'flooded cellar' }] })
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
    expect(await people(id)).toMatchObject([{ conversationId: cellar.conversationId, toldUs: true }])
    const here = await stage.ask(stage.ben, 'GET /conversations/{id}/incidents', {
      params: { id: cellar.conversationId },
    })
    expect(here.body.items).toContainEqual(expect.objectContaining({ incidentId: id, state: 'untold' }))
  })
})

describe('letters to everybody', () => {
  const next = async () => new Date((await clockNow(stage.db)).getTime() + 3_600_000).toISOString()
  const text =
    'Dear {{name}},\n\nthe power in your street is out, and we are on our way.\n\nYou hear from me by {{next update}}.\n\n{{concierge}}'
  const inGroups = async () => {
    const ids = [await known({ name: 'Olga Reis', email: `olga${Math.random()}@mail.example` })]
    for (const name of ['Paulo Reis', 'Sara Lima', 'Vera Luz'])
      ids.push(
        await known({ name, email: `${name.split(' ')[0]}${Math.random()}@mail.example`.toLowerCase() }),
      )
    const { id } = await open({ clues: [{ by: 'people', customerIds: ids }] })
    await stage.ask(stage.ana, 'POST /incidents/{id}/grouping', {
      params: { id },
      body: { how: { by: 'evenly' }, concierges: [stage.ana.id, stage.ben.id] },
    })
    return { id, ids }
  }
  const write = (id: string, more: object = {}) =>
    stage.ask(stage.ana, 'POST /incidents/{id}/updates', {
      params: { id },
      body: { subject: 'The power in your street', text, ...more },
    })
  const send = (id: string, update = 1, body: object = { undoSeconds: 0, perMinute: 3000 }) =>
    stage.ask(stage.ana, 'POST /incidents/{id}/updates/{update}/sending', {
      params: { id, update: String(update) },
      body,
    })

  it('leave each in the name of their concierge, once; told is what a mail server took', async () => {
    const { id } = await inGroups()
    expect((await whole(id)).groups).toMatchObject([
      { name: 'With Ana Costa', conciergeId: stage.ana.id, people: 2 },
      { name: 'With Ben Okafor', conciergeId: stage.ben.id, people: 2 },
    ])
    const drafted = await write(id, { nextUpdate: await next() })
    expect(drafted.body).toMatchObject({ state: 'draft', letters: { draft: 4 }, read: false, nobodys: 0 })
    expect((await send(id)).body.type).toBe('still-reading')
    await stage.read(id, 1)
    const sent = await send(id)
    expect([sent.status, sent.body.state]).toEqual([201, 'sending'])
    await stage.leave(id, 1)
    const written = await stage.db
      .selectFrom('incidentLetters as l')
      .innerJoin('messages as m', 'm.id', 'l.messageId')
      .innerJoin('conversations as c', 'c.id', 'm.conversationId')
      .innerJoin('outbox as o', 'o.messageId', 'm.id')
      .select(['m.fromName', 'm.text', 'c.assigneeId', 'c.status', 'o.kind', 'c.id'])
      .where('l.incidentId', '=', id)
      .orderBy('m.fromName')
      .execute()
    expect(
      written.map(({ fromName, assigneeId, status, kind }) => [fromName, assigneeId, status, kind]),
    ).toEqual(
      [stage.ana, stage.ana, stage.ben, stage.ben].map((one) => [
        expect.stringContaining(one.name),
        one.id,
        'waiting',
        'incident',
      ]),
    )
    expect(written[0]!.text).toMatch(/^Dear .+\n\nthe power[\s\S]+\n\nAna Costa$/)
    expect((await whole(id)).counts).toMatchObject({ untold: 0, written: 4, told: 0 })
    const ids = await stage.accept(id, 1)
    // Exact before anything was written into the ledger, and after.
    expect((await whole(id)).counts).toMatchObject({ written: 0, told: 4 })
    await stage.follow(ids)
    await stage.follow(ids)
    expect((await whole(id)).counts).toMatchObject({ written: 0, told: 4, untold: 0 })
    expect((await whole(id)).updates[0]).toMatchObject({ state: 'sent', letters: { told: 4 } })
    // The next update is a promise to all of them, one for each concierge.
    const promised = await stage.db
      .selectFrom('promises')
      .select(['makerId', 'what', 'state'])
      .where('what', 'like', `%${what}%`)
      .where(
        'conversationId',
        'in',
        written.map((one) => one.id),
      )
      .orderBy('makerId')
      .execute()
    expect(promised.map((one) => [one.makerId, one.state])).toEqual(
      [stage.ana.id, stage.ben.id].sort().map((one) => [one, 'open']),
    )
    // Another hour moves the word with it, and says so in its conversation; it cannot be dropped.
    const change = (nextUpdate: string | null) =>
      stage.ask(stage.ana, 'PATCH /incidents/{id}', { params: { id }, body: { nextUpdate } })
    expect((await change(null)).body.type).toBe('was-promised')
    expect((await change('2020-01-01T10:00:00.000Z')).body.errors[0].pointer).toBe('/nextUpdate')
    const later = new Date(Date.parse(await next()) + 3_600_000).toISOString()
    expect((await change(later)).body.nextUpdate).toBe(later)
    const words = await stage.db
      .selectFrom('incidentPromises as n')
      .innerJoin('promises as r', 'r.id', 'n.promiseId')
      .innerJoin('promiseSteps as s', 's.promiseId', 'n.promiseId')
      .innerJoin('events as e', 'e.conversationId', 'n.conversationId')
      .select(['r.due', 's.kind', 'e.type'])
      .where('n.incidentId', '=', id)
      .where('s.kind', '=', 'renegotiated')
      .where('e.type', '=', 'promise.renegotiated')
      .execute()
    expect(words.map((one) => one.due?.toISOString())).toEqual([later, later])
    // They answer: it stands in the ledger, and waits for their concierge.
    const reply = await letter(stage.db, {
      inboxId: stage.repairs,
      from: ines,
      conversationId: written[0]!.id,
      text: 'Thank you. How long will it take?',
    })
    await noteAnswer(stage.db, reply.conversationId, reply.messageId)
    expect((await whole(id)).counts).toMatchObject({ answered: 1, waiting: 1 })
    // A second update reaches all but one; what was promised to the other group is kept.
    await write(id, {
      kind: 'closing',
      text: 'Dear {{name}},\n\nthe power is back since noon.\n\n{{thanks}}\n\n{{concierge}}',
    })
    await stage.read(id, 2)
    await send(id, 2)
    await stage.leave(id, 2)
    const [first, ...rest] = await stage.accept(id, 2)
    const failed = await stage.db
      .selectFrom('outbox')
      .select('id')
      .where('messageId', '=', first!)
      .executeTakeFirstOrThrow()
    await stage.db
      .updateTable('outboxRecipients')
      .set({ state: 'bounced' })
      .where('outboxId', '=', failed.id)
      .execute()
    await stage.follow([first!, ...rest])
    expect((await whole(id)).counts).toMatchObject({ told: 3, refused: 1, untold: 0 })
    const states = async () =>
      (
        await stage.db
          .selectFrom('promises')
          .select('state')
          .where(
            'conversationId',
            'in',
            written.map((one) => one.id),
          )
          .orderBy('state')
          .execute()
      ).map((one) => one.state)
    expect(await states()).toEqual(['kept', 'open'])
    const [unreached] = await people(id, { state: 'refused' })
    await stage.ask(stage.ana, 'POST /incidents/{id}/people/{customerId}/telling', {
      params: { id, customerId: unreached.customerId },
      body: { how: 'aloud', update: 2 },
    })
    expect((await whole(id)).counts).toMatchObject({ told: 4, refused: 0 })
    expect(await states()).toEqual(['kept', 'kept'])
    // Who still waits for an answer of their own still does.
    expect((await whole(id)).counts.waiting).toBe(1)
  })

  it('stop at an empty slot, an odd one, one text to many and words that hurt, until somebody has looked', async () => {
    const odd = await known({ name: 'Zé 4', email: 'ze4@mail.example' })
    const many = []
    for (let n = 0; n < 21; n++)
      many.push(await known({ name: `Lia ${'abcdefghijklmnopqrstu'[n]}`, email: `lia${n}@mail.example` }))
    const { id } = await open({ clues: [{ by: 'people', customerIds: [odd, ...many] }] })
    await stage.ask(stage.ana, 'POST /incidents/{id}/groups', {
      params: { id },
      body: { name: 'All', conciergeId: stage.ana.id, customerIds: [odd, ...many] },
    })
    const update = { id, update: '1' }
    await write(id, {
      text: 'Dear {{name}}, as we already told you, your {{boat}} was not looked after properly by you.',
    })
    await stage.read(id, 1)
    const stopped = async () => (await send(id)).body
    expect(await stopped()).toMatchObject({
      type: 'stopped',
      stops: { empty: 22, identical: 22, suspicious: 1 },
    })
    const change = (text_: string) =>
      stage.ask(stage.ana, 'PATCH /incidents/{id}/updates/{update}', {
        params: update,
        body: { text: text_ },
      })
    await change(
      'Dear {{name}}, we already told you that it was your own fault. You should have read the instructions.',
    )
    await stage.read(id, 1)
    const care = (await stage.ask(stage.ana, 'GET /incidents/{id}/updates/{update}', { params: update })).body
    expect(care.stops).toMatchObject({ empty: 0, identical: 22, suspicious: 1, care: 22 })
    await change('Dear {{name}}, the power in your street is out. We will be with you this afternoon.')
    await stage.read(id, 1)
    expect((await stopped()).stops).toMatchObject({ identical: 22, suspicious: 1 })
    const looked = (body: object) =>
      stage.ask(stage.ana, 'POST /incidents/{id}/updates/{update}/reviews', { params: update, body })
    await looked({ kind: 'identical' })
    expect((await stopped()).stops).toEqual({ suspicious: 1 })
    const [shown] = (
      await stage.ask(stage.ana, 'GET /incidents/{id}/updates/{update}/letters', {
        params: update,
        query: { limit: '1' },
      })
    ).body.items
    expect(shown).toMatchObject({
      customerId: odd,
      stops: [{ kind: 'suspicious', what: 'name' }, { reviewed: true }],
    })
    const mine = { params: { ...update, customerId: odd } }
    const byHand = await stage.ask(stage.ana, 'PUT /incidents/{id}/updates/{update}/letters/{customerId}', {
      ...mine,
      body: { text: 'Dear Zé, the power in your street is out. We will be with you this afternoon.' },
    })
    expect(byHand.body).toMatchObject({ edited: true, stops: [] })
    await stage.read(id, 1)
    expect((await send(id, 1, { undoSeconds: 60 })).status).toBe(201)
    // Taken back whole before anything has left.
    const back = await stage.ask(stage.ana, 'DELETE /incidents/{id}/updates/{update}/sending', {
      params: update,
    })
    expect(back.body).toMatchObject({
      state: 'draft',
      letters: { draft: 22, waiting: 0 },
      sendingSince: null,
    })
  })

  it('are told otherwise where there is no address, and never leave in the name of nobody', async () => {
    const byPhone = await addCustomer(stage.db, stage.ana, {
      name: 'Dona Amélia',
      emails: [],
      phones: ['+351 913 444 555'],
      inboxId: stage.repairs,
    })
    const mail = await known({ name: 'Hugo Sá', email: 'hugo.sa@mail.example' })
    const { id } = await open({ clues: [{ by: 'people', customerIds: [byPhone, mail] }] })
    await write(id)
    await stage.read(id, 1)
    expect((await send(id)).body).toMatchObject({ type: 'stopped', stops: { empty: 1 } })
    await stage.ask(stage.ana, 'PATCH /incidents/{id}/updates/{update}', {
      params: { id, update: '1' },
      body: { text: 'Dear {{name}}, the power in your street is out. We come this afternoon.' },
    })
    await stage.read(id, 1)
    expect((await send(id)).body.type).toBe('nobody-writes')
    const grouped = await stage.ask(stage.ana, 'POST /incidents/{id}/groups', {
      params: { id },
      body: { name: 'Rua do Norte', conciergeId: stage.ben.id, customerIds: [byPhone, mail] },
    })
    expect(grouped.body.groups).toMatchObject([{ people: 2 }])
    await stage.read(id, 1)
    expect((await send(id)).status).toBe(201)
    await stage.leave(id, 1)
    await stage.follow(await stage.accept(id, 1))
    expect((await whole(id)).counts).toMatchObject({ told: 1, untold: 1, otherwise: 1 })
    expect(await people(id, { state: 'untold' })).toMatchObject([
      { customerId: byPhone, phone: '+351 913 444 555' },
    ])
    // Whoever comes onto the list later has their letter drafted, and is untold.
    const late = await known({ name: 'Eva Melo', email: 'eva.melo@mail.example' })
    await stage.ask(stage.ben, 'POST /incidents/{id}/people', {
      params: { id },
      body: { customerIds: [late] },
    })
    expect((await whole(id)).updates[0]).toMatchObject({
      state: 'sent',
      letters: { draft: 1, told: 1 },
      nobodys: 1,
    })
    expect((await whole(id)).counts).toMatchObject({ told: 1, untold: 2 })
  })

  it('stay somebody’s: a group is handed on, a concierge is away, a concierge leaves', async () => {
    const { id, ids } = await inGroups()
    await write(id, { text: 'Dear {{name}}, the power is out. We come this afternoon.\n\n{{concierge}}' })
    await stage.read(id, 1)
    // Ana is away, and Ben stands in: her people hear from him, in his name.
    const day = (await clockNow(stage.db)).toISOString().slice(0, 10)
    await planLeave(stage.db, stage.ana, {
      teammateId: stage.ana.id,
      from: day,
      to: day,
      standInId: stage.ben.id,
    })
    expect((await whole(id)).groups[0].standIn).toMatchObject({ id: stage.ben.id })
    // Her letters say his name now, and are read anew before they leave.
    expect((await send(id)).body.type).toBe('still-reading')
    await stage.read(id, 1)
    expect((await send(id)).status).toBe(201)
    await stage.leave(id, 1)
    const assignees = async () =>
      (
        await stage.db
          .selectFrom('incidentPeople as p')
          .innerJoin('conversations as c', 'c.id', 'p.conversationId')
          .select('c.assigneeId')
          .where('p.incidentId', '=', id)
          .execute()
      ).map((one) => one.assigneeId)
    expect(await assignees()).toEqual(Array(4).fill(stage.ben.id))
    await stage.db.deleteFrom('leaves').execute()
    // Handed on by hand: conversations follow.
    await stage.ask(stage.ben, 'PATCH /incidents/{id}/groups/{position}', {
      params: { id, position: '2' },
      body: { conciergeId: stage.ana.id },
    })
    await stage.hand(id)
    expect(await assignees()).toEqual(Array(4).fill(stage.ana.id))
    await stage.ask(stage.ben, 'PATCH /incidents/{id}/groups/{position}', {
      params: { id, position: '2' },
      body: { conciergeId: stage.ben.id },
    })
    await stage.hand(id)
    // Ben leaves the company: Ana has everybody, and nobody is lost.
    await sendAway(stage.db, tend, stage.ben.id)
    await passOnGroups(stage.db, stage.ben.id)
    await stage.hand(id)
    const after = await whole(id)
    expect(
      after.groups.map((one: { conciergeId: string; people: number }) => [one.conciergeId, one.people]),
    ).toEqual([
      [stage.ana.id, 2],
      [stage.ana.id, 2],
    ])
    expect(await assignees()).toEqual(Array(4).fill(stage.ana.id))
    expect(after.counts.people).toBe(ids.length)
  })
})

describe('the end', () => {
  it('needs everybody told, the cause, what is made good, and thanks; then two become one, each person once', async () => {
    const one = await stage.writes(
      { name: 'Carla Dias', email: 'carla.dias@mail.example' },
      'The oven is cold.',
      'Oven',
    )
    const two = await known({ name: 'Gil Antunes', email: 'gil.antunes@mail.example' })
    const made = await open(
      { clues: [{ by: 'conversations', conversationIds: [one.conversationId] }] },
      stage.ana,
    )
    const { id } = made
    const other = await open({ clues: [{ by: 'people', customerIds: [one.customerId, two] }] }, stage.ana)
    const merged = await stage.ask(stage.ana, 'POST /incidents/{id}/merging', {
      params: { id },
      body: { incidentId: other.id },
    })
    expect(merged.body.counts.people).toBe(2)
    expect((await whole(other.id)).mergedInto).toBe(id)
    const refused = await stage.ask(stage.ana, 'POST /incidents/{id}/people', {
      params: { id: other.id },
      body: { customerIds: [two] },
    })
    expect(refused.body.type).toBe('merged')
    await stage.ask(stage.ana, 'DELETE /incidents/{id}/merging', { params: { id: other.id } })
    expect([(await whole(id)).counts.people, (await whole(other.id)).counts.people]).toEqual([1, 2])
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
    expect((await whole(id)).closedAt).toBeNull()
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
