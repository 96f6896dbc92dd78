import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inboxes } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { moveToInbox, passOnAfterMove } from '#server/app/movingInbox.ts'
import { clockNow } from '#server/base/clock.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { letIn } from '#server/conversations/state.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const whole = async (id: string, by = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}', { params: { id } })).body
const list = async (view: string, by = stage.ana): Promise<string[]> =>
  (await stage.ask(by, 'GET /conversations', { query: { view } })).body.items.map(
    (row: { id: string }) => row.id,
  )
let letters = 0
const post = async (from: typeof maria, more: object = {}) =>
  handInLetter(
    stage.house,
    testReader(),
    await rawMail({
      from,
      to: inboxes.repairs.address,
      subject: 'An offer',
      text: `Buy now, ${++letters}.`,
      messageId: `offer-${letters}@mail.example`,
      date: await clockNow(stage.db),
      ...more,
    }),
  )

let boiler: string
beforeEach(async () => {
  boiler = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold.' }))
    .conversationId
})

describe('spam', () => {
  const mark = (id: string, block: boolean, by = stage.ana) =>
    stage.ask(by, 'POST /conversations/{id}/spam', { params: { id }, body: { block } })
  const unmark = (id: string) => stage.ask(stage.ana, 'DELETE /conversations/{id}/spam', { params: { id } })
  const blocks = async (by = stage.ana) => (await stage.ask(by, 'GET /blocks')).body.items

  it('is in no list but its own, and goes back as it was', async () => {
    await mark(boiler, false)
    for (const view of ['new', 'waiting-for-us', 'looked-after', 'all'])
      expect(await list(view)).not.toContain(boiler)
    expect(await list('spam')).toContain(boiler)
    expect(await whole(boiler)).toMatchObject({ spam: { by: stage.ana.name, because: 'marked' } })
    // What comes meanwhile waits with it.
    await letter(stage.db, { inboxId: stage.repairs, from: maria, conversationId: boiler, text: 'Hello?' })
    expect(await whole(boiler)).toMatchObject({
      status: 'closed',
      messages: [{ held: false }, { held: true }],
    })
    await unmark(boiler)
    expect(await whole(boiler)).toMatchObject({ status: 'open', spam: null, messages: [{}, { held: false }] })
    expect(await list('new')).toContain(boiler)
    expect(await list('spam')).not.toContain(boiler)
  })

  it('keeps later letters of a blocked writer, calls nobody, and lets them in when asked', async () => {
    const offer = (await post(joao)).conversationId!
    expect((await mark(offer, true)).body.blockId).toMatch(/^blk_/)
    const second = (await post(joao)).conversationId!
    expect(second).not.toBe(offer)
    expect(await whole(second)).toMatchObject({
      status: 'closed',
      spam: { because: 'blocked' },
      messages: [{ held: true }],
    })
    for (const view of ['new', 'looked-after', 'all']) expect(await list(view)).not.toContain(second)
    expect(await blocks()).toMatchObject([{ address: joao.email, by: stage.ana.name, letters: 1 }])
    expect(await blocks(stage.tomas)).toEqual([])
    const [{ id }] = await blocks()
    expect((await stage.ask(stage.tomas, 'DELETE /blocks/{id}', { params: { id } })).status).toBe(404)
    await unmark(second)
    expect(await whole(second)).toMatchObject({ status: 'open', spam: null, messages: [{ held: false }] })
    expect(await blocks()).toEqual([])
    expect(await whole((await post(joao)).conversationId!)).toMatchObject({ spam: null, status: 'open' })
  })

  it('is none for whoever opens or answers it', async () => {
    await mark(boiler, true)
    await stage.ask(stage.ana, 'POST /conversations/{id}/reopening', { params: { id: boiler } })
    expect(await whole(boiler)).toMatchObject({ status: 'open', spam: null })
    await mark(boiler, true)
    await stage.ask(stage.ana, 'POST /conversations/{id}/replies', {
      params: { id: boiler },
      body: { text: 'On Friday.' },
    })
    expect(await whole(boiler)).toMatchObject({ status: 'waiting', spam: null })
    expect(await blocks()).toEqual([])
  })

  it('does not let a blocked writer into a conversation that is not spam', async () => {
    const old = (await post(joao, { subject: 'The fence' })).conversationId!
    const [first] = (await whole(old)).messages
    const offer = (await post(joao)).conversationId!
    await mark(offer, true)
    const id = await stage.db
      .selectFrom('emailIds')
      .select('messageIdHeader')
      .where('messageId', '=', first.id)
      .executeTakeFirstOrThrow()
    const answer = await post(joao, { inReplyTo: id.messageIdHeader })
    expect(answer.conversationId).not.toBe(old)
    expect(await whole(answer.conversationId!)).toMatchObject({ spam: { because: 'blocked' } })
    await stage.ask(stage.ana, 'DELETE /blocks/{id}', { params: { id: (await blocks())[0].id } })
  })

  it('swallows nobody who waits: no living conversation is merged into it', async () => {
    const offer = (await post(joao)).conversationId!
    await mark(offer, false)
    const merge = (id: string, conversationId: string) =>
      stage.ask(stage.ana, 'POST /conversations/{id}/merging', {
        params: { id },
        body: { conversationId, differentPerson: true },
      })
    expect((await merge(offer, boiler)).body.type).toBe('into-spam')
    expect(await whole(boiler)).toMatchObject({ status: 'open', spam: null })
    expect((await merge(boiler, offer)).status).toBe(201)
  })

  it('leaves held what was held for another reason, until somebody lets it in', async () => {
    await mark(boiler, false)
    const stranger = { name: 'Rui Pires', email: 'rui@elsewhere.example' }
    const into = { inboxId: stage.repairs, conversationId: boiler }
    const forged = await letter(stage.db, {
      ...into,
      from: stranger,
      text: 'Pay here instead.',
      more: { held: true },
    })
    const theirs = await letter(stage.db, { ...into, from: maria, text: 'Hello?' })
    const held = async () =>
      ((await whole(boiler)).messages as { id: string; held: boolean }[]).filter((one) => one.held)
    expect((await held()).map((one) => one.id)).toEqual([forged.messageId, theirs.messageId])
    await unmark(boiler)
    expect((await held()).map((one) => one.id)).toEqual([forged.messageId])
    // Letting that one in by name says both: it is no spam, and its sender may write here.
    await mark(boiler, false)
    await letIn(stage.db, stage.ana, boiler, forged.messageId)
    expect(await held()).toEqual([])
    expect(await whole(boiler)).toMatchObject({ status: 'open', spam: null })
  })

  it('is nothing for those who do not see it', async () => {
    expect((await mark(boiler, true, stage.tomas)).status).toBe(404)
    expect((await mark(boiler, true, stage.lena)).status).toBe(403)
  })
})

describe('links and followers', () => {
  it('binds two conversations, both ways, for those who see both', async () => {
    const other = (
      await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'Ours too.', subject: 'Cold' })
    ).conversationId
    const link = (id: string, otherId: string, by = stage.ana) =>
      stage.ask(by, 'POST /conversations/{id}/links', { params: { id }, body: { conversationId: otherId } })
    expect((await link(boiler, other)).status).toBe(201)
    await link(other, boiler)
    expect(await whole(boiler)).toMatchObject({
      links: [{ conversationId: other, subject: 'Cold', person: 'João Teixeira', lookedAfter: false }],
    })
    expect((await whole(other)).links).toMatchObject([{ conversationId: boiler }])
    const bread = (await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Bread.' }))
      .conversationId
    expect((await link(boiler, bread)).status).toBe(404)
    const linked = async () =>
      (await whole(boiler)).lines.find((one: { type: string }) => one.type === 'conversation.linked')?.detail
    expect(await linked()).toMatchObject({ other, subject: 'Cold' })
    // A line tells nothing of what has moved out of sight since.
    const both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    await moveToInbox(stage.house, both, other, stage.bakery)
    expect(await linked()).toMatchObject({ other, subject: '' })
    await moveToInbox(stage.house, both, other, stage.repairs)
    await stage.ask(stage.ana, 'DELETE /conversations/{id}/links/{otherId}', {
      params: { id: other, otherId: boiler },
    })
    expect((await whole(boiler)).links).toEqual([])
  })

  it('names whoever follows, and nobody who does not see it', async () => {
    const follow = (by: typeof stage.ana, follows: boolean) =>
      stage.ask(by, 'PUT /conversations/{id}/following', { params: { id: boiler }, body: { follows } })
    expect((await follow(stage.lena, true)).status).toBe(200)
    await follow(stage.ben, true)
    await follow(stage.ben, true)
    expect((await whole(boiler)).followers).toEqual([stage.lena.id, stage.ben.id])
    expect((await follow(stage.tomas, true)).status).toBe(404)
    await follow(stage.lena, false)
    expect((await whole(boiler)).followers).toEqual([stage.ben.id])
  })
})

describe('moving to another inbox', () => {
  it('takes all of it along, says who let go, and letters to the old address still find it', async () => {
    const first = (await post(maria, { subject: 'Bread and boiler' })).conversationId!
    await stage.ask(stage.ana, 'POST /conversations/{id}/assignment', {
      params: { id: first },
      body: { teammateId: stage.ana.id },
    })
    const sent = await stage.ask(stage.ana, 'POST /conversations/{id}/replies', {
      params: { id: first },
      body: { text: 'On Friday.', promises: [{ what: 'bring bread', due: await stage.inHours(50) }] },
    })
    const both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    await expect(moveToInbox(stage.house, stage.ana, first, stage.bakery)).rejects.toMatchObject({
      status: 422,
    })
    await expect(moveToInbox(stage.house, both, first, stage.bakery)).resolves.toEqual({
      inboxId: stage.bakery,
      released: stage.ana.name,
    })
    await passOnAfterMove(stage.house, first)
    expect((await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id: first } })).status).toBe(
      404,
    )
    // What was written for the old road leaves by it.
    const waits = stage.db.selectFrom('outbox').select('inboxId').where('conversationId', '=', first)
    expect(await waits.execute()).toEqual([{ inboxId: stage.repairs }])
    const moved = await whole(first, stage.tomas)
    const line = moved.lines.find((one: { type: string }) => one.type === 'conversation.moved')
    expect(line.detail).toMatchObject({ fromName: '', toName: inboxes.bakery.name })
    expect(moved).toMatchObject({
      inboxId: stage.bakery,
      assigneeId: null,
      promises: [{ id: sent.body.promiseIds[0], inboxId: stage.bakery, makerId: null }],
    })
    expect(new Set(moved.messages.map((one: { inboxId: string }) => one.inboxId))).toEqual(
      new Set([stage.bakery]),
    )
    const [theirs] = moved.messages
    const id = await stage.db
      .selectFrom('emailIds')
      .select('messageIdHeader')
      .where('messageId', '=', theirs.id)
      .executeTakeFirstOrThrow()
    expect(await post(maria, { inReplyTo: id.messageIdHeader })).toMatchObject({
      outcome: 'joined',
      conversationId: first,
    })
    // Our answers leave from where it is now.
    const answer = await stage.ask(stage.tomas, 'POST /conversations/{id}/replies', {
      params: { id: first },
      body: { text: 'Warm bread at seven.' },
    })
    expect((await stage.mail(answer.body.messageId)).from?.value[0]?.address).toBe(inboxes.bakery.address)
  })
})
