import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { letter } from '#server/conversations/testing.ts'
import { addCustomer } from '#server/customers/actions.ts'
import { sendAway } from '#server/team/actions.ts'
import { noteAnswer } from './following.ts'
import { passOnGroups } from './passingOn.ts'
import { hit, type Incidents, openIncidents, storm } from './testing.ts'

const [ines] = hit

let stage: Incidents
beforeAll(async () => {
  stage = await openIncidents()
})
afterAll(() => stage.close())

describe('letters to everybody', () => {
  const next = async () => new Date((await clockNow(stage.db)).getTime() + 3_600_000).toISOString()
  const text =
    'Dear {{name}},\n\nthe power in your street is out, and we are on our way.\n\nYou hear from me by {{next update}}.\n\n{{concierge}}'
  const inGroups = async () => {
    const ids = [await stage.known({ name: 'Olga Reis', email: `olga${Math.random()}@mail.example` })]
    for (const name of ['Paulo Reis', 'Sara Lima', 'Vera Luz'])
      ids.push(
        await stage.known({
          name,
          email: `${name.split(' ')[0]}${Math.random()}@mail.example`.toLowerCase(),
        }),
      )
    const { id } = await stage.open({ clues: [{ by: 'people', customerIds: ids }] })
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
    expect((await stage.whole(id)).groups).toMatchObject([
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
    expect((await stage.whole(id)).counts).toMatchObject({ untold: 0, written: 4, told: 0 })
    const ids = await stage.accept(id, 1)
    // Exact before anything was written into the ledger, and after.
    expect((await stage.whole(id)).counts).toMatchObject({ written: 0, told: 4 })
    await stage.follow(ids)
    await stage.follow(ids)
    expect((await stage.whole(id)).counts).toMatchObject({ written: 0, told: 4, untold: 0 })
    expect((await stage.whole(id)).updates[0]).toMatchObject({ state: 'sent', letters: { told: 4 } })
    // The next update is a promise to all of them, one for each concierge.
    const promised = await stage.db
      .selectFrom('promises')
      .select(['makerId', 'what', 'state'])
      .where('what', 'like', `%${storm}%`)
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
    expect((await stage.whole(id)).counts).toMatchObject({ answered: 1, waiting: 1 })
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
    expect((await stage.whole(id)).counts).toMatchObject({ told: 3, refused: 1, untold: 0 })
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
    const [unreached] = await stage.people(id, { state: 'refused' })
    await stage.ask(stage.ana, 'POST /incidents/{id}/people/{customerId}/telling', {
      params: { id, customerId: unreached.customerId },
      body: { how: 'aloud', update: 2 },
    })
    expect((await stage.whole(id)).counts).toMatchObject({ told: 4, refused: 0 })
    expect(await states()).toEqual(['kept', 'kept'])
    // Who still waits for an answer of their own still does.
    expect((await stage.whole(id)).counts.waiting).toBe(1)
  })

  it('stop at an empty slot, an odd one, one text to many and words that hurt, until somebody has looked', async () => {
    const odd = await stage.known({ name: 'Zé 4', email: 'ze4@mail.example' })
    const many = []
    for (let n = 0; n < 21; n++)
      many.push(
        await stage.known({ name: `Lia ${'abcdefghijklmnopqrstu'[n]}`, email: `lia${n}@mail.example` }),
      )
    const { id } = await stage.open({ clues: [{ by: 'people', customerIds: [odd, ...many] }] })
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
    const mail = await stage.known({ name: 'Hugo Sá', email: 'hugo.sa@mail.example' })
    const { id } = await stage.open({ clues: [{ by: 'people', customerIds: [byPhone, mail] }] })
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
    expect((await stage.whole(id)).counts).toMatchObject({ told: 1, untold: 1, otherwise: 1 })
    expect(await stage.people(id, { state: 'untold' })).toMatchObject([
      { customerId: byPhone, phone: '+351 913 444 555' },
    ])
    // Whoever comes onto the list later has their letter drafted, and is untold.
    const late = await stage.known({ name: 'Eva Melo', email: 'eva.melo@mail.example' })
    await stage.ask(stage.ben, 'POST /incidents/{id}/people', {
      params: { id },
      body: { customerIds: [late] },
    })
    expect((await stage.whole(id)).updates[0]).toMatchObject({
      state: 'sent',
      letters: { draft: 1, told: 1 },
      nobodys: 1,
    })
    expect((await stage.whole(id)).counts).toMatchObject({ told: 1, untold: 2 })
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
    expect((await stage.whole(id)).groups[0].standIn).toMatchObject({ id: stage.ben.id })
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
    const after = await stage.whole(id)
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
