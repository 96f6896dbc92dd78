import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close, setWaiting } from '#server/conversations/state.ts'
import { answer, letter, maria } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { contrast, readable } from './accent.ts'
import { openPages, type Pages } from './testing.ts'

let stage: Pages
beforeAll(async () => {
  stage = await openPages()
})
afterAll(() => stage.close())

const matter = async () => {
  const { conversationId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'When do you come?',
  })
  await answer(stage.db, stage.ana, conversationId, 'At three.')
  return { conversationId, path: await stage.pathOf(conversationId) }
}
const last = async (conversationId: string) =>
  stage.db
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
const row = (id: string) =>
  stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const count = async (conversationId: string) =>
  (await stage.db.selectFrom('messages').select('id').where('conversationId', '=', conversationId).execute())
    .length
const eventsOf = async (conversationId: string) =>
  (
    await stage.db.selectFrom('events').select('type').where('conversationId', '=', conversationId).execute()
  ).map((event) => event.type)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe('writing on the page', () => {
  it('reaches us like any message, and a reload sends nothing again', async () => {
    const { conversationId, path } = await matter()
    const sent = await stage.press(path, {
      text: 'Three is good.\r\nThe key is with João.',
      once: 'one',
      say: 'reply',
    })
    expect(sent).toMatchObject({ status: 303, headers: { location: `${path}?sent=reply#write` } })
    expect(await last(conversationId)).toMatchObject({
      direction: 'in',
      channel: 'page',
      text: 'Three is good.\nThe key is with João.',
      fromAddress: maria.email,
    })
    expect(await row(conversationId)).toMatchObject({
      status: 'open',
      gist: 'Three is good. The key is with João.',
    })
    const before = await count(conversationId)
    await stage.press(path, { text: 'Three is good.', once: 'one', say: 'reply' })
    expect(await count(conversationId)).toBe(before)
    expect((await stage.open(`${path}?sent=reply`)).read('write')).toContain('Your message is with us.')
  })

  it('takes a photo, with words or without, as what its bytes are', async () => {
    const { conversationId, path } = await matter()
    const photo = { name: '../../boiler.html', bytes: png }
    expect((await stage.press(path, { text: '', once: 'two', say: 'reply' }, [photo])).status).toBe(303)
    const { id } = await last(conversationId)
    const files = await stage.db.selectFrom('attachments').selectAll().where('messageId', '=', id).execute()
    expect(files).toMatchObject([{ filename: 'boiler.html', contentType: 'image/png', size: png.length }])
    expect(await stage.house.files.read(files[0]!.file)).toEqual(png)
    expect((await stage.open(path)).read('conversation')).toContain('boiler.html')
  })

  it('also works from a browser that sends a plain form', async () => {
    const { conversationId, path } = await matter()
    const answer = await stage.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ text: 'Good.', once: 'three' }).toString(),
    })
    expect(answer.statusCode).toBe(303)
    expect((await last(conversationId)).text).toBe('Good.')
  })

  it('refuses nothing at all, too much, too large and too many, and gives the words back', async () => {
    const { conversationId, path } = await matter()
    const before = await count(conversationId)
    const refused = async (fields: Record<string, string>, files: { name: string; bytes: Buffer }[] = []) => {
      const { status, read } = await stage.press(path, { say: 'reply', once: 'four', ...fields }, files)
      return { status, said: read('write'), words: read('textarea') }
    }
    expect(await refused({ text: '  ' })).toMatchObject({
      status: 422,
      said: expect.stringContaining('nothing in the message'),
    })
    const long = await refused({ text: 'word '.repeat(5000) })
    expect(long).toMatchObject({ status: 422, said: expect.stringContaining('20,000 characters') })
    expect(long.words.length).toBeGreaterThan(19_000)
    const large = await refused({ text: 'See here.' }, [
      { name: 'film.mp4', bytes: Buffer.alloc(11 * 2 ** 20) },
    ])
    expect(large).toMatchObject({ status: 413, words: 'See here.', said: expect.stringContaining('10 MB') })
    const many = await refused({ text: 'All of them.' }, Array(6).fill({ name: 'a.png', bytes: png }))
    expect(many).toMatchObject({
      status: 413,
      words: 'All of them.',
      said: expect.stringContaining('five files'),
    })
    expect(await count(conversationId)).toBe(before)
  })

  it('is stopped in a sentence after a lot at once, with the words kept', async () => {
    const { conversationId, path } = await matter()
    const before = await count(conversationId)
    await stage.fill(`page-write:${conversationId}`, 600, 20)
    const stopped = await stage.press(path, { text: 'One more.', once: 'many', say: 'reply' })
    expect(stopped).toMatchObject({ status: 429 })
    expect(stopped.read('write')).toContain('Nothing is lost')
    expect(stopped.read('textarea')).toBe('One more.')
    expect(await count(conversationId)).toBe(before)
  })
})

describe('“It’s solved”', () => {
  it('is offered once we have answered, tells the team, and leaves the goodbye to them', async () => {
    const { conversationId, path } = await matter()
    const fresh = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Hello?' })
    expect((await stage.open(await stage.pathOf(fresh.conversationId))).read('button')).not.toContain(
      'solved',
    )
    const shown = await stage.open(path)
    const says = shown.all('button').filter((one) => one.attribs.name === 'say')
    expect(says.map((one) => [one.attribs.value, 'formnovalidate' in one.attribs])).toEqual([
      ['reply', false],
      ['solved', true],
      ['unhappy', true],
    ])
    const sent = await stage.press(path, { text: '', once: 'five', say: 'solved' })
    expect(sent.headers.location).toContain('sent=solved')
    expect((await last(conversationId)).text).toBe('It’s solved, thank you.')
    expect(await row(conversationId)).toMatchObject({ status: 'open', assigneeId: null })
    expect(await eventsOf(conversationId)).toContain('page.solved')
  })

  it('opens nothing again that is looked after', async () => {
    const { conversationId, path } = await matter()
    await close(stage.db, stage.ana, conversationId, 'thanks')
    await stage.press(path, { text: '', once: 'six', say: 'solved' })
    expect(await row(conversationId)).toMatchObject({ status: 'closed', gist: 'It’s solved, thank you.' })
    expect((await stage.open(path)).read('doing')).toContain('Looked after.')
    await stage.press(path, { text: 'But the tap drips.', once: 'seven', say: 'solved' })
    expect((await row(conversationId)).status).toBe('open')
  })
})

describe('“I’m not happy”', () => {
  it('opens, lifts the conversation with these words, and is told once', async () => {
    const { conversationId, path } = await matter()
    await transaction(stage.db, (trx) => setWaiting(trx, stage.ana, conversationId))
    for (let twice = 0; twice < 2; twice++)
      await stage.press(path, { text: 'Nobody came at three.', once: 'eight', say: 'unhappy' })
    expect((await last(conversationId)).text).toBe(
      'I’m not happy with how this is going.\n\nNobody came at three.',
    )
    expect(await row(conversationId)).toMatchObject({
      status: 'open',
      harmSignal: 'upset',
      harmWords: 'I’m not happy with how this is going.',
    })
    expect((await eventsOf(conversationId)).filter((type) => type === 'page.unhappy')).toHaveLength(1)
    expect((await stage.open(`${path}?sent=unhappy`)).read('write')).toContain('will write to you')
  })
})

describe('the company’s colour', () => {
  it.each(['e8b04a', 'ffffff', '000000', '1f6b5e', 'ff0000'])('#%s can be read on every ground', (color) => {
    for (const [grounds, towards] of [
      [['ffffff', 'fbf8f3'], 'black'],
      [['1b1917', '232120'], 'white'],
    ] as const)
      for (const ground of grounds)
        expect(contrast(readable(color, grounds, towards), ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('reaches the page as a style of its own', async () => {
    const style = await stage.app.inject({ url: '/p/color.css?c=e8b04a' })
    expect(style.headers['content-type']).toMatch(/^text\/css/)
    expect(style.body).toMatch(/--accent:#[0-9a-f]{6}/)
    expect((await stage.app.inject({ url: '/p/color.css?c=}body{display:none' })).body).not.toContain(
      'display',
    )
  })
})
