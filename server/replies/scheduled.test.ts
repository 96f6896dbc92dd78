import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { letIn } from '#server/conversations/state.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { keepBackIfTheyWrote, leaveAtItsTime } from './leaving.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

let id: string
beforeEach(async () => {
  id = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When will you come?' }))
    .conversationId
})

const whole = async (by = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}', { params: { id } })).body
const later = async (
  body: object = {},
  more: { by?: { id: string }; headers?: Record<string, string> } = {},
) =>
  stage.ask(more.by ?? stage.ana, 'POST /conversations/{id}/scheduled-replies', {
    params: { id },
    body: { text: 'We come at three.', sendAt: await stage.inHours(12), ...body },
    ...(more.headers && { headers: more.headers }),
  })
const byId = (key: Parameters<Replies['ask']>[1], one: string, body?: object, by = stage.ana) =>
  stage.ask(by, key, { params: { id: one }, ...(body && { body }) })
const theyWrite = async (more: object = {}) => {
  const written = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    conversationId: id,
    text: 'Never mind, it works again.',
    ...more,
  })
  return written
}
const pass = async (hours: number) => {
  const now = await clockNow(stage.db)
  await moveClock(stage.db, new Date(now.getTime() + hours * 3_600_000))
}
const timers = (one: string) =>
  stage.db
    .selectFrom('timers')
    .selectAll()
    .where('kind', '=', 'reply.leave')
    .where('subject', '=', one)
    .execute()

describe('an answer for later', () => {
  it('lies there with its time; nothing is said, promised or shown before', async () => {
    const sendAt = await stage.inHours(12)
    const due = await stage.inHours(30)
    const made = await later({ sendAt, promises: [{ what: 'repair the boiler', due }] })
    expect(made).toMatchObject({ status: 201, body: { sendAt } })
    const seen = await whole(stage.ben)
    expect(seen).toMatchObject({
      status: 'snoozed',
      promises: [],
      scheduled: [
        {
          id: made.body.id,
          state: 'waiting',
          sendAt,
          authorName: stage.ana.name,
          text: 'We come at three.',
          to: [{ email: maria.email }],
          promises: [{ what: 'repair the boiler', due }],
        },
      ],
    })
    expect(seen.messages).toHaveLength(1)
    expect(await timers(made.body.id)).toMatchObject([{ dueAt: new Date(sendAt), firedAt: null }])
    // Too early, and again too early: nothing leaves.
    await leaveAtItsTime(stage.house, made.body.id)
    expect((await whole()).messages).toHaveLength(1)

    await pass(12.1)
    await leaveAtItsTime(stage.house, made.body.id)
    await leaveAtItsTime(stage.house, made.body.id)
    const after = await whole()
    expect(after).toMatchObject({ status: 'waiting', scheduled: [] })
    expect(after.messages).toHaveLength(2)
    expect(after.messages[1]).toMatchObject({
      direction: 'out',
      authorId: stage.ana.id,
      text: 'We come at three.',
      delivery: [{ to: maria.email, state: 'waiting' }],
    })
    // Its word counts from the moment it left, and its Date is of then.
    expect(after.promises).toMatchObject([{ what: 'repair the boiler', due, makerId: stage.ana.id }])
    expect(Date.parse(after.promises[0].madeAt)).toBeGreaterThanOrEqual(Date.parse(sendAt))
    const mail = await stage.mail(after.messages[1].id)
    expect(mail.date!.getTime()).toBeGreaterThanOrEqual(Math.floor(Date.parse(sendAt) / 1000) * 1000)
  })

  it('reckons what it promises from the moment it leaves, wherever that is moved', async () => {
    // Whole days ahead, so that "tomorrow" is another day each time.
    const promise = { what: 'call you', quote: 'I will call you tomorrow at 3 pm' }
    const text = `Dear Maria,\n\n${promise.quote}.\n\nAna`
    const at15 = async (days: number) => {
      const at = new Date((await clockNow(stage.db)).getTime() + days * 86_400_000)
      at.setUTCHours(15, 0, 0, 0)
      return at.toISOString()
    }
    const written = { text, promises: [{ ...promise, due: await at15(1) }] }
    const { body } = await later({ ...written, sendAt: await stage.inHours(48) })
    const waits = async () => (await whole()).scheduled[0].promises
    expect(await waits()).toEqual([{ ...promise, due: await at15(3) }])
    await byId('PATCH /scheduled-replies/{id}', body.id, { sendAt: await stage.inHours(96) })
    expect(await waits()).toMatchObject([{ due: await at15(5) }])
    // By hand it leaves now after all.
    const due = await at15(1)
    await byId('POST /scheduled-replies/{id}/sending', body.id)
    expect((await whole()).promises).toMatchObject([{ what: 'call you', due }])
    // A time somebody has set by hand stays.
    const own = await stage.inHours(100)
    await later({ text, promises: [{ ...promise, due: own }], sendAt: await stage.inHours(48) })
    expect(await waits()).toMatchObject([{ due: own }])
  })

  it('gives a colleague’s word as theirs, of one who sees the inbox', async () => {
    const promise = { what: 'call Maria', due: await stage.inHours(30) }
    expect(await later({ promises: [{ ...promise, makerId: stage.tomas.id }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/promises/0/makerId' }] },
    })
    const { body } = await later({ promises: [{ ...promise, makerId: stage.ben.id }] })
    await pass(12.1)
    await leaveAtItsTime(stage.house, body.id)
    expect((await whole()).promises).toMatchObject([{ what: 'call Maria', makerId: stage.ben.id }])
  })

  it('is kept back when whose word it gives does not see the inbox any more', async () => {
    const promise = { what: 'call Maria', due: await stage.inHours(30), makerId: stage.ben.id }
    const { body } = await later({ promises: [promise] })
    await pass(12.1)
    const seeing = stage.db.updateTable('teammates').where('id', '=', stage.ben.id)
    await seeing.set({ leftAt: await clockNow(stage.db) }).execute()
    try {
      await leaveAtItsTime(stage.house, body.id)
    } finally {
      await seeing.set({ leftAt: null }).execute()
    }
    expect(await whole()).toMatchObject({
      promises: [],
      scheduled: [],
      drafts: [{ kind: 'reply', text: 'We come at three.' }],
    })
    expect((await whole()).lines.at(-1).detail.because).toContain(
      `${stage.ben.name}, who was to keep a promise`,
    )
  })

  it('leaves once, however many sweeps and presses of Send now come together', async () => {
    const { body } = await later()
    await pass(13)
    const tries = await Promise.allSettled([
      leaveAtItsTime(stage.house, body.id),
      leaveAtItsTime(stage.house, body.id),
      byId('POST /scheduled-replies/{id}/sending', body.id),
      leaveAtItsTime(stage.house, body.id),
    ])
    expect(tries.filter((one) => one.status === 'rejected')).toEqual([])
    const ours = (await whole()).messages.filter((one: { direction: string }) => one.direction === 'out')
    expect(ours).toHaveLength(1)
    const rows = await stage.db.selectFrom('outbox').select('id').where('conversationId', '=', id).execute()
    expect(rows).toHaveLength(1)
  })

  it('is one answer when the client asks twice with one key', async () => {
    const key = { 'idempotency-key': 'later-once' }
    const sendAt = await stage.inHours(12)
    const first = await later({ sendAt }, { headers: key })
    // As after a crash before the answer: the kept answer of the key is gone, the row is there.
    await stage.db.deleteFrom('idempotency').execute()
    expect((await later({ sendAt }, { headers: key })).body).toEqual(first.body)
    expect((await whole()).scheduled).toHaveLength(1)
    await pass(12.1)
    await leaveAtItsTime(stage.house, first.body.id)
    await stage.db.deleteFrom('idempotency').execute()
    expect(await later({ sendAt }, { headers: key })).toMatchObject({
      status: 409,
      body: { type: 'already-sent' },
    })
  })

  it('is kept back when they write first, and is its writer’s draft again, with the reason', async () => {
    const { body } = await later({ html: '<p>We come <b>at three</b>.</p>' })
    const { messageId } = await theyWrite()
    await keepBackIfTheyWrote(stage.house, { messageId })
    await keepBackIfTheyWrote(stage.house, { messageId })
    const now = await whole()
    expect(now).toMatchObject({ status: 'open', scheduled: [] })
    expect(now.drafts).toMatchObject([
      { kind: 'reply', html: expect.stringContaining('<b>at three</b>'), to: [{ email: maria.email }] },
    ])
    expect(now.lines.filter((one: { type: string }) => one.type === 'reply.kept-back')).toMatchObject([
      { detail: { because: `${maria.name} wrote first`, isDraft: true } },
    ])
    await pass(13)
    await leaveAtItsTime(stage.house, body.id)
    expect((await whole()).messages.map((one: { direction: string }) => one.direction)).toEqual(['in', 'in'])
  })

  it('does not leave past their letter, though its time came before anybody had reacted to it', async () => {
    const { body } = await later()
    await theyWrite()
    await pass(13)
    await leaveAtItsTime(stage.house, body.id)
    expect((await whole()).messages.map((one: { direction: string }) => one.direction)).toEqual(['in', 'in'])
    expect((await whole()).drafts).toHaveLength(1)
  })

  it('lies beside another draft that its writer has begun, and can be sent all the same', async () => {
    const { body } = await later()
    await stage.ask(stage.ana, 'PUT /conversations/{id}/drafts/{kind}', {
      params: { id, kind: 'reply' },
      body: { html: '<p>By the way</p>', text: 'By the way', version: 0 },
    })
    const { messageId } = await theyWrite()
    await keepBackIfTheyWrote(stage.house, { messageId })
    const now = await whole()
    expect(now.drafts).toMatchObject([{ text: 'By the way' }])
    expect(now.scheduled).toMatchObject([
      { id: body.id, state: 'kept-back', because: `${maria.name} wrote first` },
    ])
    const sendAt = await stage.inHours(3)
    expect((await byId('PATCH /scheduled-replies/{id}', body.id, { sendAt })).status).toBe(200)
    expect((await whole()).scheduled).toMatchObject([{ state: 'waiting', sendAt, because: null }])
    expect((await byId('POST /scheduled-replies/{id}/sending', body.id)).status).toBe(201)
    expect(await whole()).toMatchObject({ scheduled: [], status: 'waiting' })
  })

  it('passes over what is automatic or held, and hears what is let in', async () => {
    await later()
    const away = await theyWrite({
      more: { flags: { autoReply: true, bounce: false, suppressAutoReply: true } },
    })
    const held = await theyWrite({ more: { held: true } })
    for (const { messageId } of [away, held]) await keepBackIfTheyWrote(stage.house, { messageId })
    expect((await whole()).scheduled).toHaveLength(1)
    await letIn(stage.db, stage.ana, id, held.messageId)
    await keepBackIfTheyWrote(stage.house, { messageId: held.messageId })
    expect((await whole()).scheduled).toHaveLength(0)
  })

  it('does not answer past a colleague, nor promise a time that is over', async () => {
    const one = await later()
    await stage.ask(stage.ben, 'POST /conversations/{id}/replies', {
      params: { id },
      body: { text: 'At two, in fact.' },
    })
    await pass(13)
    await leaveAtItsTime(stage.house, one.body.id)
    expect((await whole()).lines.at(-1)).toMatchObject({
      detail: { because: `${stage.ben.name} has answered meanwhile` },
    })
    expect(await later({ promises: [{ what: 'call', due: await stage.inHours(11) }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/promises/0/due' }] },
    })
    const two = await later({ promises: [{ what: 'call', due: await stage.inHours(14) }] })
    await pass(30)
    await leaveAtItsTime(stage.house, two.body.id)
    expect((await whole()).lines.at(-1).detail.because).toMatch(/promise in it would be over/)
  })

  it('can be taken back with its files, by a colleague too; the conversation stands as before', async () => {
    const file = await keepUpload(stage.house, stage.ana, {
      filename: 'plan.txt',
      bytes: Buffer.from('first the tap'),
    })
    const { body } = await later({ attachments: [file.id] })
    expect((await whole()).scheduled[0].attachments).toMatchObject([{ id: file.id }])
    const back = await byId('DELETE /scheduled-replies/{id}', body.id, undefined, stage.ben)
    expect(back).toMatchObject({
      status: 200,
      body: { conversationId: id, text: 'We come at three.', attachments: [{ id: file.id }] },
    })
    expect(await whole(stage.ben)).toMatchObject({
      status: 'open',
      scheduled: [],
      drafts: [{ text: 'We come at three.', attachments: [{ id: file.id }] }],
    })
    expect(await timers(body.id)).toEqual([])
    const sent = await stage.ask(stage.ben, 'POST /conversations/{id}/replies', {
      params: { id },
      body: { text: 'We come at three.', attachments: [file.id] },
    })
    expect(sent.status).toBe(201)
  })

  it('refuses what could not leave: no time ahead, nobody, nothing, a file of somebody else', async () => {
    const refused = async (body: object, pointer: string) =>
      expect(await later(body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    await refused({ sendAt: await stage.inHours(-1) }, '/sendAt')
    await refused({ sendAt: await stage.inHours(24 * 400) }, '/sendAt')
    await refused({ text: ' ' }, '/text')
    await refused({ to: [] }, '/to')
    const file = await keepUpload(stage.house, stage.ben, { filename: 'b.txt', bytes: Buffer.from('ben') })
    await refused({ attachments: [file.id] }, '/attachments/0')
    expect((await later({}, { by: stage.lena })).status).toBe(403)
    expect((await later({}, { by: stage.tomas })).status).toBe(404)
    const { body } = await later()
    for (const key of ['DELETE /scheduled-replies/{id}', 'POST /scheduled-replies/{id}/sending'] as const) {
      expect((await byId(key, body.id, undefined, stage.tomas)).status).toBe(404)
      expect((await byId(key, body.id, undefined, stage.lena)).status).toBe(403)
    }
  })
})
