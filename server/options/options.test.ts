import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { readLetter } from '#server/channels/email/outbox/actions.ts'
import { assign } from '#server/conversations/state.ts'
import { askIn, joao, letter, maria, openHttp } from '#server/conversations/testing.ts'
import { openPages, type Pages } from '#server/pages/testing.ts'
import { keepPromise } from '#server/promises/actions.ts'
import { promiseById } from '#server/promises/queries.ts'
import { sendReply } from '#server/replies/actions.ts'
import { splitConversation, unsplitConversation } from '#server/replies/split.ts'
import { undoReply } from '#server/replies/undo.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { proposeChoice } from './proposing.ts'
import { offersOf } from './queries.ts'
import { serveOptions } from './routes.ts'

let stage: Pages
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openPages()
  ask = askIn(await openHttp(stage, serveOptions))
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(stage.db, tend, 'options', true)
})
afterAll(() => stage.close())

const inHours = async (hours: number) => new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000)
async function offered(given: { from?: typeof maria; undoSeconds?: number; cc?: (typeof maria)[] } = {}) {
  const { conversationId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: given.from ?? maria,
    text: 'The kettle leaks.',
  })
  await assign(stage.db, tend, conversationId, stage.ana.id)
  const due = await inHours(48)
  const sent = await sendReply(stage.house, stage.ana, {
    conversationId,
    text: 'I am sorry about the kettle.',
    promises: [],
    attachments: [],
    undoSeconds: given.undoSeconds ?? 0,
    anyway: false,
    afterwards: 'waiting',
    answeredAsks: [],
    clientKey: null,
    ...(given.cc && { cc: given.cc }),
    offer: {
      question: 'Which would you like best?',
      ownIdea: true,
      choices: [
        { text: 'We send a new kettle', due: due.toISOString() },
        { text: 'We refund the 42 euros', due: null },
      ],
    },
  })
  const [offer] = await offersOf(stage.db, stage.ana, conversationId)
  return { due, ...sent, offer: offer!, path: await stage.pathOf(conversationId) }
}
const now = async (conversationId: string) => (await offersOf(stage.db, stage.ana, conversationId))[0]!
let presses = 0
const pick = (path: string, fields: Record<string, string>) =>
  stage.send(`${path}/options`, { once: `press ${presses++}`, ...fields })
const posted = async (messageId: string) =>
  stage.db.selectFrom('outbox').selectAll().where('messageId', '=', messageId).executeTakeFirstOrThrow()

describe('options in a reply', () => {
  it('stand in the letter as plain lines with a link, on the timeline, and on the page as buttons', async () => {
    const { messageId, path } = await offered()
    const { text } = await stage.db
      .selectFrom('messages')
      .select('text')
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow()
    expect(text).toMatch(
      /^I am sorry about the kettle\.\n\nWhich would you like best\?\n\n1\. We send a new kettle, by .*\n2\. We refund the 42 euros$/,
    )
    const mail = await readLetter(stage.house, await posted(messageId))
    expect(mail.toString().replace(/=\r?\n/g, '')).toContain('#options')
    const page = await stage.open(path)
    expect(page.read('options')).toMatch(
      /Which would you like best\?.*We send a new kettle.*We refund the 42 euros.*Something else/,
    )
    expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
    // The choice is the one thing we need; its question does not stand there twice.
    expect(page.read('need')).toBe('')
  })

  it('chosen on the page by a press, never by opening it: the choice is the promise, by its time', async () => {
    const { conversationId, due, path } = await offered()
    for (const query of ['', '?pick=1', '?sent=options~options.said.chosen']) await stage.open(path + query)
    expect((await now(conversationId)).chosen).toBeNull()
    expect((await pick(path, { pick: '1' })).status).toBe(303)
    const chosen = await now(conversationId)
    expect(chosen).toMatchObject({ state: 'chosen', chosen: 1, chosenOn: 'page' })
    expect(await promiseById(stage.db, stage.ana, chosen.promiseId!)).toMatchObject({
      what: 'We send a new kettle',
      due: due.toISOString(),
      makerId: stage.ana.id,
      state: 'open',
    })
    const page = await stage.open(path)
    expect(page.read('options')).toContain('You chose: We send a new kettle')
    expect(page.read('conversation')).toContain('I choose: We send a new kettle')
  })

  it('may be changed until it is kept: the first promise is let go, and then it is settled', async () => {
    const { conversationId, path } = await offered()
    await pick(path, { pick: '1' })
    const first = (await now(conversationId)).promiseId!
    await pick(path, { pick: '2' })
    const second = (await now(conversationId)).promiseId!
    expect((await promiseById(stage.db, stage.ana, first)).state).toBe('released')
    expect(await promiseById(stage.db, stage.ana, second)).toMatchObject({ state: 'open', due: null })
    await Promise.all([pick(path, { pick: '2' }), pick(path, { pick: '2' })])
    expect((await now(conversationId)).promiseId).toBe(second)
    await keepPromise(stage.db, stage.ana, second, { told: true })
    expect((await pick(path, { pick: '1' })).status).toBe(422)
    expect(await now(conversationId)).toMatchObject({ state: 'done', chosen: 2 })
    expect((await stage.open(path)).read('options')).toBe('')
  })

  it('an idea of their own waits for our yes, and then is the promise', async () => {
    const { conversationId, path, offer } = await offered()
    expect((await pick(path, { pick: 'else', own: ' ' })).status).toBe(422)
    await pick(path, { pick: 'else', own: 'Could I have the blue one instead?' })
    expect(await now(conversationId)).toMatchObject({ state: 'own', chosen: 3, promiseId: null })
    const due = (await inHours(24)).toISOString()
    const agreed = await ask(stage.ana, 'POST /offers/{id}/agreement', {
      params: { id: offer.id },
      body: { due },
    })
    expect(agreed.body.state).toBe('chosen')
    expect(await promiseById(stage.db, stage.ana, agreed.body.promiseId)).toMatchObject({
      what: 'Could I have the blue one instead?',
      due,
    })
  })

  it('what has no time left is no choice any more', async () => {
    const { conversationId, path, due } = await offered()
    await moveClock(stage.db, new Date(due.getTime() + 60_000))
    expect((await stage.open(path)).read('options')).not.toContain('new kettle')
    expect((await pick(path, { pick: '1' })).read('options')).toContain('The time for that one has passed')
    expect((await now(conversationId)).chosen).toBeNull()
  })

  it('taken back with the reply, nothing was put to anybody; till it leaves, the page shows nothing', async () => {
    const { conversationId, messageId, path } = await offered({ undoSeconds: 60 })
    expect((await stage.open(path)).read('options')).toBe('')
    const back = await undoReply(stage.house, stage.ana, messageId)
    expect(back.text).toBe('I am sorry about the kettle.')
    expect(back.offer?.choices.map((one) => one.text)).toEqual([
      'We send a new kettle',
      'We refund the 42 euros',
    ])
    expect(await offersOf(stage.db, stage.ana, conversationId)).toEqual([])
  })

  it('go with their letter into a matter of its own, and back', async () => {
    const { conversationId, messageId } = await offered()
    const other = await splitConversation(stage.house, stage.ana, conversationId, { messageId })
    expect((await now(other.conversationId)).choices).toHaveLength(2)
    expect(await offersOf(stage.db, stage.ana, conversationId)).toEqual([])
    await unsplitConversation(stage.house, stage.ana, other.conversationId)
    expect((await now(conversationId)).choices).toHaveLength(2)
  })
})

describe('options chosen in a letter', () => {
  const answered = async (text: string) => {
    const made = await offered()
    const { messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      conversationId: made.conversationId,
      text,
    })
    await proposeChoice(stage.db, made.conversationId, messageId)
    return { ...made, answerId: messageId }
  }

  it('are proposed with the words, and become the promise when a teammate says so', async () => {
    const { conversationId, offer, answerId } = await answered('The refund, please. Thank you!')
    expect((await now(conversationId)).proposal).toEqual({
      position: 2,
      messageId: answerId,
      words: 'The refund, please.',
    })
    expect((await now(conversationId)).promiseId).toBeNull()
    const said = await ask(stage.ana, 'POST /offers/{id}/choice', {
      params: { id: offer.id },
      body: { position: 2 },
    })
    expect(said.body).toMatchObject({ state: 'chosen', chosen: 2, chosenOn: 'reply', proposal: null })
  })

  it('can be refused, and are not where nothing is named', async () => {
    const { conversationId, offer } = await answered('Option 1, please.')
    await ask(stage.ana, 'DELETE /offers/{id}/proposal', { params: { id: offer.id } })
    expect(await now(conversationId)).toMatchObject({ proposal: null, state: 'open' })
    const other = await answered('Thank you, let me ask my sister.')
    expect((await now(other.conversationId)).proposal).toBeNull()
  })
})

it('belong to their inbox and to their page alone, and are off until a lead wants them', async () => {
  const { conversationId, offer } = await offered()
  const at = { params: { id: offer.id } }
  const theirs = await offered({ from: joao })
  expect((await pick(theirs.path, { pick: '9' })).status).toBe(422)
  expect(
    (await ask(stage.tomas, 'GET /conversations/{id}/offers', { params: { id: conversationId } })).status,
  ).toBe(404)
  expect((await ask(stage.tomas, 'POST /offers/{id}/choice', { ...at, body: { position: 1 } })).status).toBe(
    404,
  )
  expect((await ask(stage.tomas, 'POST /offers/{id}/withdrawal', at)).status).toBe(404)
  expect((await ask(stage.lena, 'POST /offers/{id}/choice', { ...at, body: { position: 1 } })).status).toBe(
    403,
  )
  expect((await ask(stage.ana, 'POST /offers/{id}/withdrawal', at)).body.state).toBe('withdrawn')
  await switchPractice(stage.db, tend, 'options', false)
  expect((await stage.open(theirs.path)).read('options')).toBe('')
  expect(
    (await ask(stage.ana, 'GET /conversations/{id}/offers', { params: { id: conversationId } })).status,
  ).toBe(409)
  await switchPractice(stage.db, tend, 'options', true)
})
