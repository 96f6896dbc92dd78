import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inboxes } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { recordAct } from '#server/conversations/acts.ts'
import { pageUrl, readPageLink } from '#server/conversations/links.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { addField, fill } from '#server/fields/actions.ts'
import { fieldsOf } from '#server/fields/queries.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const whole = async (id: string, by = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}', { params: { id } })).body
const merge = (id: string, other: string, more: object = {}, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/merging', {
    params: { id },
    body: { conversationId: other, ...more },
  })
const part = (id: string, by = stage.ana) => stage.ask(by, 'DELETE /merges/{id}', { params: { id } })
const reply = (id: string, body: object) =>
  stage.ask(stage.ana, 'POST /conversations/{id}/replies', { params: { id }, body })
const words = (one: { messages: { text: string }[] }) => one.messages.map((message) => message.text)
const pageOf = async (id: string) => {
  const row = await stage.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return pageUrl(stage.house, row, await clockNow(stage.db)).split('/p/')[1]!
}

let boiler: string
let again: string
/** Maria wrote twice about one boiler; the second is answered, promised, being drafted and waits to be sent. */
beforeEach(async () => {
  boiler = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold.' }))
    .conversationId
  again = (
    await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      subject: 'Still cold',
      text: 'It is still cold.',
    })
  ).conversationId
})

describe('merging', () => {
  it('brings letters, word given, drafts, answers that wait and acts into one, and parts them as they were', async () => {
    const { body: sent } = await reply(again, {
      text: 'On Friday.',
      promises: [{ what: 'repair the boiler', due: await stage.inHours(50) }],
    })
    await letter(stage.db, { inboxId: stage.repairs, from: maria, conversationId: boiler, text: 'Hello?' })
    await stage.ask(stage.ana, 'PUT /conversations/{id}/drafts/{kind}', {
      params: { id: again, kind: 'note' },
      body: { html: '<p>Ask the workshop</p>', text: 'Ask the workshop', version: 0 },
    })
    await stage.ask(stage.ben, 'PUT /conversations/{id}/following', {
      params: { id: again },
      body: { follows: true },
    })
    const scheduled = await stage.ask(stage.ana, 'POST /conversations/{id}/scheduled-replies', {
      params: { id: again },
      body: { text: 'See you tomorrow.', sendAt: await stage.inHours(30) },
    })
    expect(scheduled.status).toBe(201)
    const page = await pageOf(again)

    const merged = await merge(boiler, again)
    expect(merged.status).toBe(201)
    const one = await whole(boiler)
    expect(words(one)).toEqual(['The boiler is cold.', 'It is still cold.', 'On Friday.', 'Hello?'])
    expect(one).toMatchObject({
      subject: 'The boiler',
      status: 'open',
      promises: [{ id: sent.promiseIds[0], what: 'repair the boiler' }],
      promise: { id: sent.promiseIds[0] },
      drafts: [{ kind: 'note', text: 'Ask the workshop' }],
      scheduled: [{ text: 'See you tomorrow.' }],
      followers: [stage.ben.id],
      merges: [{ id: merged.body.mergeId, subject: 'Still cold', person: null, by: stage.ana.name }],
    })
    expect(one.lines.map((line: { type: string }) => line.type)).toContain('conversation.merged')
    // Addresses that were given out lead on.
    expect((await whole(again)).id).toBe(boiler)
    expect(await readPageLink(stage.house, page)).toMatchObject({ conversationId: boiler })

    const parted = await part(merged.body.mergeId)
    expect(parted).toMatchObject({ status: 200, body: { conversationId: again } })
    expect(words(await whole(boiler))).toEqual(['The boiler is cold.', 'Hello?'])
    expect(await whole(boiler)).toMatchObject({
      status: 'open',
      promises: [],
      promise: null,
      scheduled: [],
      merges: [],
    })
    expect(await whole(again)).toMatchObject({
      id: again,
      subject: 'Still cold',
      status: 'snoozed',
      promises: [{ id: sent.promiseIds[0] }],
      promise: { id: sent.promiseIds[0] },
      scheduled: [{ text: 'See you tomorrow.' }],
      followers: [stage.ben.id],
    })
    expect(words(await whole(again))).toEqual(['It is still cold.', 'On Friday.'])
    expect(await readPageLink(stage.house, page)).toMatchObject({ conversationId: again })
    expect((await part(merged.body.mergeId)).status).toBe(409)
  })

  it('lets later letters to either arrive in the one that remains', async () => {
    const post = async (subject: string, more: object) =>
      handInLetter(
        stage.house,
        testReader(),
        await rawMail({
          from: maria,
          to: inboxes.repairs.address,
          subject,
          text: 'The gate squeaks.',
          date: await clockNow(stage.db),
          ...more,
        }),
      )
    const { conversationId: gate } = await post('The gate', { messageId: 'gate-1@mail.example' })
    await merge(boiler, gate!)
    const later = await post('Re: The gate', {
      messageId: 'gate-2@mail.example',
      inReplyTo: 'gate-1@mail.example',
    })
    expect(later).toMatchObject({ outcome: 'joined', conversationId: boiler })
  })

  it('asks before it brings two people together, keeps each page to its own reader, and gives his letters back', async () => {
    const his = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      text: 'Ours is cold too.',
      subject: 'Cold',
    })
    const page = await pageOf(his.conversationId)
    const refused = await merge(boiler, his.conversationId)
    expect(refused).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('different-person') },
    })
    expect((await whole(his.conversationId)).id).toBe(his.conversationId)
    const merged = await merge(boiler, his.conversationId, { differentPerson: true })
    expect(merged.status).toBe(201)
    expect(await whole(boiler)).toMatchObject({
      customerId: (await whole(again)).customerId,
      participants: [
        { email: maria.email, role: 'requester' },
        { email: joao.email, role: 'cc' },
      ],
      merges: [{ person: 'João Teixeira' }],
    })
    expect(await readPageLink(stage.house, page)).toBeNull()
    // He answers in the merged one; parted, that letter is his again.
    await letter(stage.db, { inboxId: stage.repairs, from: joao, conversationId: boiler, text: 'Any news?' })
    await part(merged.body.mergeId)
    expect(words(await whole(his.conversationId))).toEqual(['Ours is cold too.', 'Any news?'])
    const whose = await stage.db
      .selectFrom('messages')
      .select('customerId')
      .where('conversationId', '=', his.conversationId)
      .execute()
    expect(whose).toEqual([{ customerId: his.customerId }, { customerId: his.customerId }])
    expect(await whole(boiler)).toMatchObject({ participants: [{ email: maria.email }] })
    expect(words(await whole(boiler))).toEqual(['The boiler is cold.'])
  })

  it('outlives a split, a second merge and parting in either order', async () => {
    const third = (
      await letter(stage.db, { inboxId: stage.repairs, from: maria, subject: 'Third', text: 'And the tap.' })
    ).conversationId
    const first = (await merge(again, third)).body
    const second = (await merge(boiler, again)).body
    expect(words(await whole(boiler))).toHaveLength(3)
    // The inner one parts out of the outer.
    await part(first.mergeId)
    expect(words(await whole(third))).toEqual(['And the tap.'])
    await part(second.mergeId)
    expect(words(await whole(again))).toEqual(['It is still cold.'])
    expect(words(await whole(boiler))).toEqual(['The boiler is cold.'])

    const merged = (await merge(boiler, again)).body
    const [, message] = (await whole(boiler)).messages
    const split = await stage.ask(stage.ana, 'POST /conversations/{id}/splitting', {
      params: { id: boiler },
      body: { messageId: message.id },
    })
    expect(split.status).toBe(201)
    // What was split off since stays where it is; nothing is lost.
    await part(merged.mergeId)
    expect(words(await whole(split.body.conversationId))).toEqual(['It is still cold.'])
    expect(words(await whole(again))).toEqual([])
  })

  it('keeps letters of somebody else theirs when they are split off a merged one', async () => {
    const his = await letter(stage.db, {
      inboxId: stage.repairs,
      from: joao,
      text: 'Ours is cold too.',
      subject: 'Cold',
    })
    await merge(boiler, his.conversationId, { differentPerson: true })
    const split = await stage.ask(stage.ana, 'POST /conversations/{id}/splitting', {
      params: { id: boiler },
      body: { messageId: his.messageId },
    })
    expect(await whole(split.body.conversationId)).toMatchObject({
      customerId: his.customerId,
      participants: [{ email: joao.email, role: 'requester' }],
    })
  })

  it('takes along what was noted where the other says nothing, and gives it back', async () => {
    const field = (name: string) =>
      addField(stage.db, tend, { subject: 'conversation', name, kind: 'text', choices: [] })
    const [serial, floor] = [await field('Serial number'), await field('Floor')]
    const note = (id: string, values: Record<string, string>) =>
      fill(stage.db, stage.ana, { kind: 'conversation', id }, values)
    await note(boiler, { [floor.id]: 'second' })
    await note(again, { [floor.id]: 'third', [serial.id]: 'B-4711' })
    const noted = async (id: string) =>
      (await fieldsOf(stage.db, stage.ana, { kind: 'conversation', id })).items.map((one) => one.value)
    const before = [await noted(boiler), await noted(again)]
    const merged = (await merge(boiler, again)).body
    expect((await noted(boiler)).toSorted()).toEqual(['B-4711', 'second'])
    await part(merged.mergeId)
    expect([await noted(boiler), await noted(again)]).toEqual(before)
  })

  it('counts acts with the merged one and gives them back', async () => {
    await stage.db
      .insertInto('settings')
      .values({ key: 'practices', value: JSON.stringify({ on: ['actions'] }) })
      .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify({ on: ['actions'] }) }))
      .execute()
    const act = await recordAct(stage.db, stage.ana, { conversationId: again, kind: 'called' })
    const merged = (await merge(boiler, again)).body
    const where = async () =>
      (
        await stage.db
          .selectFrom('acts')
          .select('conversationId')
          .where('id', '=', act.id)
          .executeTakeFirstOrThrow()
      ).conversationId
    expect(await where()).toBe(boiler)
    await part(merged.mergeId)
    expect(await where()).toBe(again)
  })

  it('knows no way into an inbox one does not see, into itself, or into another inbox', async () => {
    const bread = (await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'Bread, please.' }))
      .conversationId
    expect((await merge(boiler, bread)).status).toBe(404)
    expect((await merge(bread, boiler, {}, stage.tomas)).status).toBe(404)
    expect((await merge(boiler, boiler)).status).toBe(422)
    const merged = (await merge(boiler, again)).body
    expect((await part(merged.mergeId, stage.tomas)).status).toBe(404)
  })
})
