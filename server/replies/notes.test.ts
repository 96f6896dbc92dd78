import { afterAll, beforeAll, expect, it } from 'vitest'
import { letter, maria } from '#server/conversations/testing.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const note = (conversationId: string, body: object, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/notes', { params: { id: conversationId }, body })
const rows = async (conversationId: string) => ({
  notes: await stage.db
    .selectFrom('messages')
    .select(['id', 'text'])
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'note')
    .execute(),
  promises: await stage.db
    .selectFrom('promises')
    .select(['id', 'what', 'makerId', 'messageId', 'quote'])
    .where('conversationId', '=', conversationId)
    .orderBy('id')
    .execute(),
})

it('writes down what was promised on the phone together with the note, or neither', async () => {
  const { conversationId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'When will somebody come?',
  })
  const text = 'Rang her. She is still cross; I said Jan comes, and that we look for a heater.'
  const due = await stage.inHours(20)
  const made = await note(conversationId, {
    text,
    promises: [
      { what: 'a technician comes', due, makerId: stage.ben.id },
      { what: 'look for a heater', due: null },
    ],
  })
  expect(made.status).toBe(201)
  const written = await rows(conversationId)
  expect(written.notes).toEqual([{ id: made.body.messageId, text }])
  // Nothing of the note goes along with what they read.
  expect(written.promises).toEqual([
    {
      id: made.body.promiseIds[0],
      what: 'a technician comes',
      makerId: stage.ben.id,
      messageId: null,
      quote: null,
    },
    {
      id: made.body.promiseIds[1],
      what: 'look for a heater',
      makerId: stage.ana.id,
      messageId: null,
      quote: null,
    },
  ])
  const late = await note(conversationId, {
    text: 'Rang again.',
    promises: [
      { what: 'call back', due },
      { what: 'ring at noon', due: await stage.inHours(-1) },
    ],
  })
  expect([late.status, late.body.type, late.body.errors[0].pointer]).toEqual([
    422,
    'due-in-the-past',
    '/promises/1/due',
  ])
  const next = await note(conversationId, {
    text: 'x',
    promises: [{ what: 'bake', due, makerId: stage.tomas.id }],
  })
  expect([next.status, next.body.errors[0].pointer]).toEqual([422, '/promises/0/makerId'])
  expect((await note(conversationId, { text: 'x', promises: [] }, stage.tomas)).status).toBe(404)
  expect(await rows(conversationId)).toEqual(written)
})
