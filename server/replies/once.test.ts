import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveClock } from '#server/base/clock.ts'
import { undoMail } from '#server/channels/email/outbox/actions.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const matter = (text = 'When will somebody come?', more: object = {}) =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text, ...more })
const reply = (id: string, body: object, key?: string, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/replies', {
    params: { id },
    body,
    ...(key && { headers: { 'idempotency-key': key } }),
  })
const whole = async (id: string) =>
  (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body
const ours = async (id: string) =>
  (await whole(id)).messages.filter((one: { direction: string }) => one.direction === 'out')
const at = (id: string) => ({ params: { id } })
/** As after a crash between the sending and its answer: the sending is committed, the key knows nothing of it. */
const forgetAnswers = () =>
  stage.db
    .updateTable('idempotency')
    .set({ status: null, response: null, createdAt: new Date(Date.now() - 120_000) })
    .execute()

describe('the same request again', () => {
  it('is sent once, and gets the first answer', async () => {
    const { conversationId } = await matter()
    const first = await reply(conversationId, { text: 'At three.' }, 'tea-1')
    const again = await reply(conversationId, { text: 'At three.' }, 'tea-1')
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await ours(conversationId)).toHaveLength(1)
    expect(await reply(conversationId, { text: 'At four.' }, 'tea-1')).toMatchObject({
      status: 422,
      body: { type: 'idempotency-key-reused' },
    })
  })

  it('while the first still runs is told to ask again', async () => {
    const { conversationId } = await matter()
    await reply(conversationId, { text: 'At three.' }, 'tea-2')
    await stage.db.updateTable('idempotency').set({ status: null }).where('key', '=', 'tea-2').execute()
    const crowd = await reply(conversationId, { text: 'At three.' }, 'tea-2')
    expect(crowd).toMatchObject({ status: 409, body: { type: 'in-flight' } })
    expect(crowd.headers['retry-after']).toBe('1')
  })

  it('of fifty at once, one is sent', async () => {
    const { conversationId } = await matter()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => reply(conversationId, { text: 'At three.' }, 'tea-3')),
    )
    expect(new Set(answers.map((one) => one.status)).difference(new Set([201, 409])).size).toBe(0)
    expect(await ours(conversationId)).toHaveLength(1)
  })

  it('after a crash finds what was sent, though the customer has written since', async () => {
    const { conversationId } = await matter()
    const { seen } = await whole(conversationId)
    const body = {
      text: 'I’ll come at three.',
      seen,
      promises: [{ what: 'come', due: await stage.inHours(3) }],
    }
    const first = await reply(conversationId, body, 'tea-4')
    await matter('Three is good.', { conversationId })
    await forgetAnswers()
    const again = await reply(conversationId, body, 'tea-4')
    expect(again).toMatchObject({ status: 201, body: { ...first.body } })
    expect(await ours(conversationId)).toHaveLength(1)
    expect((await whole(conversationId)).promises).toHaveLength(1)
  })

  it('after a crash opens no second conversation, and moves no promise twice', async () => {
    const body = { inboxId: stage.repairs, to: [maria.email], subject: 'May', text: 'Shall we come in May?' }
    const headers = { 'idempotency-key': 'may-1' }
    const first = await stage.ask(stage.ana, 'POST /conversations', { body, headers })
    await forgetAnswers()
    const again = await stage.ask(stage.ana, 'POST /conversations', { body, headers })
    expect(again.body).toEqual(first.body)

    const { conversationId } = await matter()
    const sent = await reply(conversationId, {
      text: 'I’ll call.',
      promises: [{ what: 'call', due: await stage.inHours(3) }],
    })
    const id = sent.body.promiseIds[0]
    const news = { due: await stage.inHours(9), text: 'I’ll call later.' }
    const key = { 'idempotency-key': 'later-1' }
    await stage.ask(stage.ana, 'POST /promises/{id}/renegotiation', { ...at(id), body: news, headers: key })
    await forgetAnswers()
    const moved = await stage.ask(stage.ana, 'POST /promises/{id}/renegotiation', {
      ...at(id),
      body: news,
      headers: key,
    })
    expect(moved.body.steps.map((one: { kind: string }) => one.kind)).toEqual(['made', 'renegotiated'])
  })

  it('can be taken back: where nothing came of it nothing ever will, else it says what it became', async () => {
    const { conversationId } = await matter()
    const takeBack = (key: string, by = stage.ana) =>
      stage.ask(by, 'DELETE /requests/{key}', { params: { key } })
    expect((await takeBack('lost-1')).body).toEqual({ state: 'never', messageId: null })
    // It was only slow, and comes after all.
    expect(await reply(conversationId, { text: 'At three.' }, 'lost-1')).toMatchObject({ status: 422 })
    expect(await ours(conversationId)).toEqual([])
    expect((await takeBack('lost-1')).body.state).toBe('never')
    const { body } = await reply(conversationId, { text: 'At four.' }, 'lost-2')
    expect((await takeBack('lost-2')).body).toEqual({ state: 'done', messageId: body.messageId })
    // After a crash only the letter itself knows its key; somebody else's key of the same name is another.
    await forgetAnswers()
    expect((await takeBack('lost-2')).body).toEqual({ state: 'done', messageId: body.messageId })
    expect((await takeBack('lost-2', stage.ben)).body.state).toBe('never')
    await reply(conversationId, { text: 'At five.' }, 'lost-3')
    await stage.db.updateTable('idempotency').set({ status: null }).where('key', '=', 'lost-3').execute()
    await stage.db.deleteFrom('messages').where('clientKey', 'like', '%lost-3').execute()
    expect(await takeBack('lost-3')).toMatchObject({ status: 409, body: { type: 'in-flight' } })
  })

  it('is another request when somebody else uses the same key', async () => {
    const { conversationId } = await matter()
    const first = await reply(conversationId, { text: 'At three.' }, 'tea-5', stage.ana)
    const second = await reply(conversationId, { text: 'I bring the part.' }, 'tea-5', stage.ben)
    expect(second.body.messageId).not.toBe(first.body.messageId)
    expect(await ours(conversationId)).toHaveLength(2)
  })
})

describe('an answer or a note that waited for a line', () => {
  it.each(['reply', 'note'] as const)('takes its own draft with it, and no newer one (%s)', async (kind) => {
    const { conversationId } = await matter()
    const keep = async (text: string, version: number) =>
      (
        await stage.ask(stage.ana, 'PUT /conversations/{id}/drafts/{kind}', {
          params: { id: conversationId, kind },
          body: { html: `<p>${text}</p>`, text, version },
        })
      ).body as { version: number; updatedAt: string }
    const send = async (text: string, draft: string | null) => {
      const path = kind === 'reply' ? ('replies' as const) : ('notes' as const)
      const key = `POST /conversations/{id}/${path}` as const
      const { status } = await stage.ask(stage.ana, key, { ...at(conversationId), body: { text, draft } })
      expect(status).toBe(201)
    }
    const drafts = async () =>
      (await whole(conversationId)).drafts.map((one: { text: string }) => one.text) as string[]
    const first = await keep('The part is on the train.', 0)
    await send('The part is on the train.', first.updatedAt)
    expect(await drafts()).toEqual([])
    // One was kept, and went on; another was never kept before it left; a third has its very words.
    const old = await keep('It comes at three.', 0)
    await keep('And I bring the heater.', old.version)
    await send('It comes at three.', old.updatedAt)
    await send('Or at four.', null)
    expect(await drafts()).toEqual(['And I bring the heater.'])
    await send('And I bring the heater.', null)
    expect(await drafts()).toEqual([])
    await keep('Begun elsewhere.', 0)
    const dropped = await stage.ask(stage.ana, 'DELETE /conversations/{id}/drafts/{kind}', {
      params: { id: conversationId, kind },
      query: { keptAt: first.updatedAt },
    })
    expect(dropped.status).toBe(204)
    expect(await drafts()).toEqual(['Begun elsewhere.'])
  })
})

describe('an answer that crosses', () => {
  it('is stopped with what came in, keeps the words, and goes when sent anyway', async () => {
    const { conversationId } = await matter()
    const { seen } = await whole(conversationId)
    await reply(conversationId, { text: 'I come at two!' }, undefined, stage.ben)
    const stopped = await reply(conversationId, { text: 'We come at three.', seen })
    expect(stopped).toMatchObject({
      status: 409,
      body: { type: 'crossed', messages: [{ from: stage.ben.name, text: 'I come at two!' }] },
    })
    expect(await ours(conversationId)).toHaveLength(1)
    const anyway = await reply(conversationId, { text: 'We come at three.', seen, anyway: true })
    expect(anyway.status).toBe(201)
  })

  it('of two at once, one is stopped', async () => {
    const { conversationId } = await matter()
    const { seen } = await whole(conversationId)
    const both = await Promise.all([
      reply(conversationId, { text: 'At two.', seen }, undefined, stage.ana),
      reply(conversationId, { text: 'At three.', seen }, undefined, stage.ben),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([201, 409])
  })
})

describe('undo', () => {
  const undo = (id: string, by = stage.ana) => stage.ask(by, 'DELETE /messages/{id}/sending', at(id))

  it('takes the letter, the promise and those it brought in back, and gives the words back as a draft', async () => {
    const { conversationId } = await matter()
    const before = await whole(conversationId)
    const sent = await reply(conversationId, {
      text: 'I’ll call.\n\nBring tea.',
      cc: ['wrong.person@mail.example'],
      promises: [{ what: 'call', due: await stage.inHours(3) }],
      undoSeconds: 10,
      care: { warm: true },
    })
    expect(sent.body.undoUntil).not.toBeNull()
    expect((await whole(conversationId)).messages.at(-1)).toMatchObject({
      delivery: [{ state: 'held' }, { state: 'held' }],
      undoUntil: sent.body.undoUntil,
    })
    const back = await undo(sent.body.messageId)
    expect(back).toMatchObject({
      status: 200,
      body: {
        text: 'I’ll call.\n\nBring tea.',
        cc: [{ email: 'wrong.person@mail.example' }],
        attachments: [],
      },
    })
    const after = await whole(conversationId)
    expect(after).toMatchObject({
      status: before.status,
      waitingSince: before.waitingSince,
      messages: before.messages,
      promises: [],
      participants: before.participants,
      drafts: [{ kind: 'reply', html: '<p>I’ll call.</p><p>Bring tea.</p>', version: 0 }],
    })
    expect(await stage.outbox(sent.body.messageId)).toBeUndefined()
    const timers = await stage.db
      .selectFrom('timers')
      .selectAll()
      .where('subject', '=', sent.body.promiseIds[0])
      .execute()
    expect(timers).toEqual([])
    expect((await undo(sent.body.messageId)).status).toBe(404)
    // The window it was taken back in goes on with that draft.
    const kept = await stage.ask(stage.ana, 'PUT /conversations/{id}/drafts/{kind}', {
      params: { id: conversationId, kind: 'reply' },
      body: { html: '<p>I’ll call at six.</p>', text: 'I’ll call at six.', version: 0 },
    })
    expect(kept.status).toBe(200)
  })

  it('gives a moved promise its old time back', async () => {
    const { conversationId } = await matter()
    const due = await stage.inHours(3)
    const { body } = await reply(conversationId, { text: 'I’ll call.', promises: [{ what: 'call', due }] })
    const id = body.promiseIds[0]
    const told = await stage.ask(stage.ana, 'POST /promises/{id}/renegotiation', {
      ...at(id),
      body: { due: await stage.inHours(30), text: 'It will be tomorrow.', undoSeconds: 10 },
    })
    expect(told.status).toBe(201)
    await undo(told.body.sentMessageId)
    const promise = (await stage.ask(stage.ana, 'GET /promises/{id}', at(id))).body
    expect(promise).toMatchObject({ due, state: 'open' })
  })

  it('is refused once somebody has taken the letter to the door, also when it is sent again', async () => {
    const { conversationId } = await matter()
    const { body } = await reply(conversationId, { text: 'At three.', undoSeconds: 10 })
    await stage.db
      .updateTable('outbox')
      .set({ phase: 'claimed', epoch: 1 })
      .where('messageId', '=', body.messageId)
      .execute()
    expect(await undo(body.messageId)).toMatchObject({ status: 409, body: { type: 'already-sent' } })
    await stage.db
      .updateTable('outbox')
      .set({ phase: 'queued', attempt: 0, epoch: 2 })
      .where('messageId', '=', body.messageId)
      .execute()
    expect(await transaction(stage.db, (trx) => undoMail(trx, body.messageId))).toBe(false)
    expect(await ours(conversationId)).toHaveLength(1)
  })

  it('is there for the seconds asked for: none by API, and by the one clock', async () => {
    const { conversationId } = await matter()
    const now = await reply(conversationId, { text: 'At three.' })
    const row = (await stage.outbox(now.body.messageId))!
    expect(row.notBefore).toEqual(row.nextAt)
    const held = await reply(conversationId, { text: 'Or four.', undoSeconds: 60 })
    const until = new Date(held.body.undoUntil)
    expect((await stage.outbox(held.body.messageId))!.nextAt).toEqual(until)
    await moveClock(stage.db, until)
    expect((await whole(conversationId)).messages.at(-1).undoUntil).toBeNull()
    expect((await reply(conversationId, { text: 'Five.', undoSeconds: 61 })).body.errors[0].pointer).toBe(
      '/undoSeconds',
    )
  })
})

describe('sending again', () => {
  const resend = (id: string) => stage.ask(stage.ana, 'POST /messages/{id}/resending', at(id))

  it('sends the same bytes under the same Message-ID, only to those who did not get it', async () => {
    const { conversationId } = await matter()
    const { body } = await reply(conversationId, { text: 'At three.', cc: ['joao.teixeira@mail.example'] })
    const before = (await stage.outbox(body.messageId))!
    const { messageId } = await stage.mail(body.messageId)
    const settle = async (address: string, state: 'accepted' | 'refused') =>
      stage.db
        .updateTable('outboxRecipients')
        .set({ state })
        .where('outboxId', '=', before.id)
        .where('address', '=', address)
        .execute()
    await settle(maria.email, 'accepted')
    await settle('joao.teixeira@mail.example', 'refused')
    await stage.db.updateTable('outbox').set({ phase: 'done' }).where('id', '=', before.id).execute()
    expect(await resend(body.messageId)).toMatchObject({ status: 201, body: { messageId: body.messageId } })
    const after = (await stage.outbox(body.messageId))!
    expect(after).toMatchObject({
      phase: 'queued',
      bytesSha256: before.bytesSha256,
      messageIdHeader: before.messageIdHeader,
    })
    expect((await stage.mail(body.messageId)).messageId).toBe(messageId)
    expect((await ours(conversationId)).at(-1).delivery).toMatchObject([
      { to: 'joao.teixeira@mail.example', state: 'waiting' },
      { to: maria.email, state: 'accepted' },
    ])
  })

  it('is refused when everybody has it, and for what never was a letter of ours', async () => {
    const { conversationId, messageId: theirs } = await matter()
    const { body } = await reply(conversationId, { text: 'At three.' })
    const { id } = (await stage.outbox(body.messageId))!
    await stage.db
      .updateTable('outboxRecipients')
      .set({ state: 'accepted' })
      .where('outboxId', '=', id)
      .execute()
    expect(await resend(body.messageId)).toMatchObject({ status: 409, body: { type: 'all-accepted' } })
    expect((await resend(theirs)).status).toBe(404)
  })
})
