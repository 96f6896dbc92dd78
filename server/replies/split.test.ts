import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { readPageLink } from '#server/conversations/links.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { search } from '#server/search/queries.ts'
import { unsplitConversation } from './split.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const whole = async (id: string, by = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}', { params: { id } })).body
const split = (id: string, messageId: string, by = stage.ana, more: object = {}) =>
  stage.ask(by, 'POST /conversations/{id}/splitting', { params: { id }, body: { messageId, ...more } })
const unsplit = (id: string, by = stage.ana) =>
  stage.ask(by, 'DELETE /conversations/{id}/splitting', { params: { id } })
const reply = (id: string, body: object) =>
  stage.ask(stage.ana, 'POST /conversations/{id}/replies', { params: { id }, body })

let boiler: string
let fence: string
let answered: { messageId: string; promiseIds: string[] }
/** The boiler is answered and promised; then Maria writes about the fence, and is promised something there too. */
beforeEach(async () => {
  const first = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When will you come?' })
  boiler = first.conversationId
  await reply(boiler, {
    text: 'On Friday.',
    promises: [{ what: 'repair the boiler', due: await stage.inHours(50) }],
  })
  const second = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    conversationId: boiler,
    subject: 'Re: The fence',
    text: 'And the fence has fallen over.',
  })
  fence = second.messageId
  answered = (
    await reply(boiler, {
      text: 'Oh dear, the fence.',
      promises: [{ what: 'look at the fence', due: await stage.inHours(20) }],
    })
  ).body
})

describe('splitting', () => {
  it('makes a letter and all behind it a matter of its own, with the word given in it', async () => {
    const made = await split(boiler, fence)
    expect(made.status).toBe(201)
    const [old, fresh] = [await whole(boiler), await whole(made.body.conversationId)]
    expect(old.messages.map((one: { text: string }) => one.text)).toEqual([
      'When will you come?',
      'On Friday.',
    ])
    expect(fresh.messages.map((one: { text: string }) => one.text)).toEqual([
      'And the fence has fallen over.',
      'Oh dear, the fence.',
    ])
    expect(fresh).toMatchObject({
      subject: 'The fence',
      customerId: old.customerId,
      status: 'waiting',
      splitFrom: { id: boiler, subject: 'The boiler' },
      participants: [{ email: maria.email, role: 'requester' }],
    })
    expect(old).toMatchObject({ status: 'waiting', gist: 'On Friday.', splitFrom: null })
    expect(old.promises.map((one: { what: string }) => one.what)).toEqual(['repair the boiler'])
    expect(fresh.promises).toMatchObject([{ what: 'look at the fence', id: answered.promiseIds[0] }])
    expect(fresh.promise.id).toBe(answered.promiseIds[0])
    expect(fresh.messages[1].delivery).toMatchObject([{ to: maria.email }])
    const lines = (one: { lines: { type: string }[] }, type: string) =>
      one.lines.filter((line) => line.type === type)
    expect(lines(old, 'conversation.split')).toMatchObject([
      { by: stage.ana.name, detail: { other: fresh.id, subject: 'The fence' } },
    ])
    expect(lines(fresh, 'conversation.split-off')).toMatchObject([
      { detail: { other: boiler, subject: 'The boiler' } },
    ])
    const audits = await stage.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'conversation.split')
      .where('subjectId', '=', boiler)
      .execute()
    expect(audits).toHaveLength(1)
  })

  it('puts it back with one click: as if nothing had been, with what was written since', async () => {
    const before = await whole(boiler)
    const { conversationId } = (await split(boiler, fence)).body
    const link = (await whole(conversationId)).pageUrl.split('/p/')[1]
    await reply(conversationId, { text: 'We bring wood.' })
    expect((await unsplit(conversationId)).body).toEqual({ conversationId: boiler })
    const after = await whole(boiler)
    expect(after.messages.map((one: { id: string }) => one.id)).toEqual([
      ...before.messages.map((one: { id: string }) => one.id),
      expect.any(String),
    ])
    expect(after.promises.map((one: { what: string }) => one.what).sort()).toEqual([
      'look at the fence',
      'repair the boiler',
    ])
    expect(after.promise).toEqual(before.promise)
    // Its links go on: a teammate's bookmark, and the customer's page.
    expect((await whole(conversationId)).id).toBe(boiler)
    // So does what a page that was still open asks beside it; for whoever sees neither there is nothing.
    const beside = { params: { id: conversationId } }
    const home = await stage.ask(stage.ana, 'GET /conversations/{id}/fields', { params: { id: boiler } })
    const left = await stage.ask(stage.ana, 'GET /conversations/{id}/fields', beside)
    expect([left.status, left.body]).toEqual([200, home.body])
    const stranger = await stage.ask(stage.tomas, 'GET /conversations/{id}/fields', beside)
    expect(stranger.status).toBe(404)
    const looks = await stage.ask(stage.ana, 'PUT /conversations/{id}/presence', {
      ...beside,
      body: { doing: 'looking' },
    })
    expect(looks.status).toBe(200)
    expect(await readPageLink(stage.house, link)).toMatchObject({ conversationId: boiler })
    expect((await unsplit(boiler)).status).toBe(409)
    await stage.ask(stage.ana, 'POST /conversations/{id}/link', {
      params: { id: boiler },
      body: { revoke: true },
    })
    expect(await readPageLink(stage.house, link)).toBeNull()
  })

  it('leaves what stays as it was: looked after before they wrote of something else, or still waiting', async () => {
    const { conversationId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      text: 'Thank you.',
    })
    await stage.ask(stage.ben, 'POST /conversations/{id}/closing', {
      params: { id: conversationId },
      body: { goodbye: 'thanks' },
    })
    const other = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      conversationId,
      subject: 'The roof',
      text: 'It rains in.',
    })
    const made = await split(conversationId, other.messageId)
    expect(await whole(conversationId)).toMatchObject({
      status: 'closed',
      waitingSince: null,
      goodbye: { next: 'thanks', by: stage.ben.id },
    })
    expect(await whole(made.body.conversationId)).toMatchObject({ status: 'open', gist: 'It rains in.' })

    const two = await letter(stage.db, { inboxId: stage.repairs, from: joao, text: 'The tap drips.' })
    const more = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      conversationId: two.conversationId,
      text: 'The lamp is dark.',
    })
    const fresh = (await split(two.conversationId, more.messageId, stage.ana, { subject: 'The lamp' })).body
    expect(await whole(two.conversationId)).toMatchObject({ status: 'open', gist: 'The tap drips.' })
    expect(await whole(fresh.conversationId)).toMatchObject({ status: 'open', subject: 'The lamp' })
    // Back together they wait since the first of them.
    const since = (await whole(two.conversationId)).waitingSince
    await unsplit(fresh.conversationId)
    expect(await whole(two.conversationId)).toMatchObject({ status: 'open', waitingSince: since })
  })

  it('is for those who may work there, and needs something that stays', async () => {
    const [first] = (await whole(boiler)).messages
    expect((await split(boiler, fence, stage.tomas)).status).toBe(404)
    expect((await split(boiler, fence, stage.lena)).status).toBe(403)
    expect(await split(boiler, first.id)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/messageId' }] },
    })
    const elsewhere = await letter(stage.db, { inboxId: stage.bakery, from: joao, text: 'Bread?' })
    expect((await split(boiler, elsewhere.messageId)).status).toBe(404)
    const { conversationId } = (await split(boiler, fence)).body
    expect((await unsplit(conversationId, stage.tomas)).status).toBe(404)
    expect((await unsplit(conversationId, stage.lena)).status).toBe(403)
    expect((await unsplit(boiler)).status).toBe(409)
  })

  it('goes back into no other inbox, and not among spam', async () => {
    const { conversationId } = (await split(boiler, fence)).body
    await stage.ask(stage.ana, 'POST /conversations/{id}/spam', {
      params: { id: boiler },
      body: { block: false },
    })
    expect((await unsplit(conversationId)).body.type).toBe('into-spam')
    await stage.ask(stage.ana, 'DELETE /conversations/{id}/spam', { params: { id: boiler } })
    // Moved by somebody who sees both; Ana does not see the bakery, and their letters stay behind its wall.
    const { rows } =
      await sql`update conversations set inbox_id = ${stage.bakery} where id = ${boiler} returning id`.execute(
        stage.db,
      )
    expect(rows).toHaveLength(1)
    const both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
    await expect(unsplitConversation(stage.house, both, conversationId)).rejects.toMatchObject({
      status: 409,
      type: 'other-inbox',
    })
    expect((await whole(conversationId)).messages).toHaveLength(2)
  })

  it('is found where it is now', async () => {
    const { conversationId } = (await split(boiler, fence)).body
    const where = async () =>
      (await search(stage.db, stage.ana, { q: 'fence fallen ', limit: 20, kind: 'conversation' })).items.map(
        (hit) => hit.id,
      )
    const found = await where()
    expect([found.includes(conversationId), found.includes(boiler)]).toEqual([true, false])
    await unsplit(conversationId)
    const again = await where()
    expect([again.includes(conversationId), again.includes(boiler)]).toEqual([false, true])
  })
})

describe('what they write next', () => {
  const answerTo = async (messageId: string, to: string) => {
    const row = (await stage.outbox(messageId))!
    const [token] = await stage.db
      .selectFrom('replyTokens')
      .select('token')
      .where('address', '=', maria.email)
      .where('conversationId', '=', to)
      .execute()
    const raw = await rawMail({
      from: maria,
      to: `repairs+t-${token!.token}@casa-amaral.example`,
      subject: 'Re: whatever',
      text: `Thank you, ${Math.random()}.`,
      date: new Date(),
      messageId: `${Math.random()}@mail.example`,
      headers: { 'In-Reply-To': `<${row.messageIdHeader}>` },
    })
    const taken = await handInLetter(stage.house, testReader(), raw)
    return taken.conversationId
  }

  it('goes where the letter they answer is now, also with the reply address of before', async () => {
    const boilerAnswer = (await whole(boiler)).messages[1].id
    const { conversationId } = (await split(boiler, fence)).body
    // Our answer about the fence was written before the split: its reply address is the boiler's.
    expect(await answerTo(answered.messageId, boiler)).toBe(conversationId)
    expect(await answerTo(boilerAnswer, boiler)).toBe(boiler)
    const since = (await reply(conversationId, { text: 'We bring wood.' })).body
    expect(await answerTo(since.messageId, conversationId)).toBe(conversationId)
    await unsplit(conversationId)
    expect(await answerTo(since.messageId, conversationId)).toBe(boiler)
  })
})
