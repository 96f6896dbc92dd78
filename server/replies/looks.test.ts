import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { letter, maria } from '#server/conversations/testing.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

let id: string
const draft = (text: string, version: number) =>
  stage.ask(stage.ana, 'PUT /conversations/{id}/drafts/{kind}', {
    params: { id, kind: 'reply' },
    body: { html: `<p>${text}</p>`, text, version },
  })
const ask = (to = stage.ben) =>
  stage.ask(stage.ana, 'POST /conversations/{id}/second-looks', {
    params: { id },
    body: { teammateId: to.id },
  })
const looks = async (by = stage.ben) =>
  (await stage.ask(by, 'GET /conversations/{id}/second-looks', { params: { id } })).body.items
const audited = async (action: string) => {
  const rows = await stage.db.selectFrom('audit').select('subjectId').where('action', '=', action).execute()
  return rows.map((row) => row.subjectId)
}
beforeEach(async () => {
  id = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold.' }))
    .conversationId
})

it('shows the reader the draft as it stands, takes comments on its words, and gives it back approved', async () => {
  expect((await ask()).status).toBe(409)
  await draft('Sorry for any inconvenience.', 0)
  const asked = (await ask()).body
  expect(asked).toMatchObject({
    state: 'asked',
    text: 'Sorry for any inconvenience.',
    readerName: stage.ben.name,
  })
  await draft('Sorry, we forgot you.', 1)
  expect(await looks()).toMatchObject([{ id: asked.id, text: 'Sorry, we forgot you.', version: 2 }])
  const at = { params: { id: asked.id } }
  await stage.ask(stage.ben, 'POST /second-looks/{id}/comments', {
    ...at,
    body: { quote: 'forgot you', text: 'Say since when.' },
  })
  expect((await looks(stage.ana))[0].comments).toMatchObject([{ by: stage.ben.name, quote: 'forgot you' }])
  expect(await audited('look.commented')).toContain(id)
  await stage.ask(stage.ben, 'POST /second-looks/{id}/answer', { ...at, body: { good: true } })
  expect(await looks(stage.ana)).toMatchObject([{ state: 'good' }])
  // Sent, there is nothing left to read; a new draft begins without it.
  await stage.ask(stage.ana, 'POST /conversations/{id}/replies', { params: { id }, body: { text: 'Sorry.' } })
  await draft('Something else.', 0)
  expect(await looks(stage.ana)).toEqual([])
})

it('lets the reader rewrite it, and never over what its writer has written since', async () => {
  await draft('We come.', 0)
  const look = (await ask()).body
  const answer = (version: number) =>
    stage.ask(stage.ben, 'POST /second-looks/{id}/answer', {
      params: { id: look.id },
      body: { good: false, text: 'We come on Friday.\n\nBen', version },
    })
  await draft('We come on', 1)
  expect(await answer(1)).toMatchObject({ status: 409, body: { type: 'newer-draft' } })
  expect((await answer(2)).status).toBe(201)
  const whole = (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body
  expect(whole.drafts).toMatchObject([
    { text: 'We come on Friday.\n\nBen', html: '<p>We come on Friday.</p><p>Ben</p>', version: 3 },
  ])
  // The older window of its writer gets these words, and overwrites nothing.
  expect(await draft('We come on Mon', 2)).toMatchObject({ status: 409, body: { type: 'newer-draft' } })
})

it('is known to its two people alone', async () => {
  await draft('We come.', 0)
  const look = (await ask()).body
  const answer = (by: typeof stage.ben) =>
    stage.ask(by, 'POST /second-looks/{id}/answer', { params: { id: look.id }, body: { good: true } })
  expect((await answer(stage.tomas)).status).toBe(404)
  // Its writer does not approve it themselves.
  expect((await answer(stage.ana)).status).toBe(404)
  expect((await ask(stage.tomas)).status).toBe(422)
  expect((await ask(stage.lena)).status).toBe(422)
  await stage.ask(stage.ana, 'DELETE /second-looks/{id}', { params: { id: look.id } })
  expect(await looks()).toEqual([])
  expect(await audited('look.withdrawn')).toContain(id)
})
