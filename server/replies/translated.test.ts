import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { type Letter, letter, maria } from '#server/conversations/testing.ts'
import { connectEngine, disconnectEngine } from '#server/translation/engine.ts'
import { engineAt, openEngine } from '#server/translation/testing.ts'
import { leaveAtItsTime } from './leaving.ts'
import { openReplies, type Replies } from './testing.ts'

const theirs = 'A caldeira está fria outra vez, e eu tenho uma criança pequena em casa. Quando podem vir?'
const inEnglish = 'The boiler is cold again, and I have a small child at home. When can you come?'
const mine = 'We come tomorrow at nine.\n\nYou need not be at home.'
const mineInTheirs = 'Vamos amanhã às nove.\n\nNão precisa de estar em casa.'

let stage: Replies
let engine: Awaited<ReturnType<typeof openEngine>>
beforeAll(async () => {
  ;[stage, engine] = [await openReplies(), await openEngine()]
})
afterAll(async () => {
  await engine.close()
  await stage.close()
})

type Given = Parameters<typeof connectEngine>[2]
const connect = (given: Partial<Given> = {}) =>
  connectEngine(stage.house, tend, { ...engineAt(engine.url), key: null, ...given })

let id: string
let messageId: string
const arrives = async (more: Partial<Letter> = {}) =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text: theirs, ...more })
beforeEach(async () => {
  engine.set(null)
  engine.asked.length = 0
  await connect()
  ;({ conversationId: id, messageId } = await arrives())
})

const translated = (one = messageId, by: { id: string } = stage.ana, language = 'en') =>
  stage.ask(by, 'POST /messages/{id}/translations', { params: { id: one }, body: { language } })
const keptIn = async (by: { id: string } = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}/translations', { params: { id }, query: { language: 'en' } }))
    .body
const inPortuguese = (own: object = { text: mine }, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/reply-translations', {
    params: { id },
    body: { writtenIn: 'en', language: 'pt', ...own },
  })
const reply = (body: object, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/replies', { params: { id }, body })
const newest = async () =>
  (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body.messages.at(-1)

describe('a letter in a language its reader does not read', () => {
  it.each([
    [
      'libretranslate',
      '/translate',
      undefined,
      { api_key: 'sesame', source: 'auto', target: 'en', format: 'text' },
    ],
    ['deepl', '/v2/translate', 'DeepL-Auth-Key sesame', { target_lang: 'EN-GB' }],
    ['openai', '/chat/completions', 'Bearer sesame', { model: 'gemma', temperature: 0 }],
  ] as const)('is translated by %s, named, and kept', async (kind, path, authorization, body) => {
    await connect({ kind, key: 'sesame', model: 'gemma' })
    const made = await translated()
    expect(made).toMatchObject({
      status: 201,
      body: { messageId, conversationId: id, language: 'en', text: inEnglish, from: 'pt' },
    })
    expect(made.body.engine).toContain('127.0.0.1')
    expect(engine.asked).toMatchObject([{ path, body, ...(authorization && { authorization }) }])
    // Once: a colleague reads what was made.
    expect((await translated(messageId, stage.ben)).body).toEqual(made.body)
    expect(engine.asked).toHaveLength(1)
    expect((await keptIn(stage.lena)).items).toEqual([made.body])
    // The original is what it was.
    expect(await newest()).toMatchObject({ id: messageId, text: theirs })
  })

  it('is asked for anew when its words have changed, and read by nobody who does not see it', async () => {
    await translated()
    expect((await translated(messageId, stage.tomas)).status).toBe(404)
    expect(
      (
        await stage.ask(stage.tomas, 'GET /conversations/{id}/translations', {
          params: { id },
          query: { language: 'en' },
        })
      ).status,
    ).toBe(404)
    await stage.db
      .updateTable('messages')
      .set({ text: 'Quando podem vir?' })
      .where('id', '=', messageId)
      .execute()
    expect((await translated()).body.text).toBe('When can you come?')
    expect(engine.asked).toHaveLength(2)
  })

  it('goes nowhere without an engine, from an inbox that is switched off, or as a note', async () => {
    await connect({ off: [stage.repairs] })
    expect((await translated()).body.type).toBe('translation-off')
    await disconnectEngine(stage.db, tend)
    expect((await translated()).body.type).toBe('no-engine')
    await connect()
    const note = await stage.ask(stage.ana, 'POST /conversations/{id}/notes', {
      params: { id },
      body: { text: 'She sounds tired.' },
    })
    expect((await translated(note.body.messageId)).status).toBe(422)
    expect(engine.asked).toEqual([])
  })

  it.each([
    [403, 'libretranslate', 'translation-refused'],
    [429, 'libretranslate', 'translation-quota'],
    [456, 'deepl', 'translation-quota'],
    [413, 'deepl', 'translation-too-long'],
    [400, 'libretranslate', 'translation-cannot'],
    [500, 'openai', 'translation-away'],
    ['drops', 'openai', 'translation-away'],
    ['nonsense', 'libretranslate', 'translation-odd'],
    ['half', 'openai', 'translation-too-long'],
  ] as const)('stays as it is when the engine says %s', async (mood, kind, type) => {
    await connect({ kind, model: 'gemma' })
    engine.set(mood)
    const answer = await translated()
    expect(answer).toMatchObject({ status: 424, body: { type } })
    expect(answer.body.title).toMatch(/original is as it was/)
    expect((await keptIn()).items).toEqual([])
    // And is translated once it can be.
    engine.set(null)
    expect((await translated()).status).toBe(201)
  })

  it('is not handed over when it is too long, or the engine is not where it was said to be', async () => {
    const long = await arrives({ text: `${theirs} `.repeat(250), conversationId: id })
    expect((await translated(long.messageId)).body.type).toBe('translation-too-long')
    await connect({ inside: false })
    expect((await translated()).body.type).toBe('translation-address')
    await connect({ url: 'http://192.0.2.1.nowhere.invalid', inside: true })
    expect((await translated()).body.type).toBe('translation-away')
    expect(engine.asked).toEqual([])
  })

  it('is forgotten with the letter when it goes to another conversation, and goes with it before', async () => {
    const second = await arrives({ conversationId: id, text: 'Muito obrigada pela sua ajuda.' })
    await translated(second.messageId)
    const { conversationId } = (
      await stage.ask(stage.ana, 'POST /conversations/{id}/splitting', {
        params: { id },
        body: { messageId: second.messageId },
      })
    ).body
    expect((await keptIn()).items).toEqual([])
    id = conversationId
    expect((await keptIn()).items).toMatchObject([{ messageId: second.messageId }])
  })
})

describe('a reply that is written in one language and leaves in another', () => {
  it('is shown with its way back, leaves as shown, and its own words stay with it', async () => {
    const shown = await inPortuguese()
    expect(shown).toMatchObject({ status: 201, body: { text: mineInTheirs, back: mine, language: 'pt' } })
    expect(await newest()).toMatchObject({ id: messageId })
    const due = await stage.inHours(20)
    const sent = await reply({
      text: mine,
      translation: shown.body.id,
      promises: [{ what: 'come', quote: 'We come tomorrow at nine', due }],
      undoSeconds: 30,
    })
    expect(sent.status).toBe(201)
    expect(await newest()).toMatchObject({ id: sent.body.messageId, direction: 'out', text: mineInTheirs })
    const mail = await stage.mail(sent.body.messageId)
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('Não precisa de estar em casa.')
      expect(part).not.toContain('You need not')
    }
    expect((await keptIn(stage.ben)).written).toMatchObject([
      { messageId: sent.body.messageId, text: mine, writtenIn: 'en', language: 'pt', back: mine },
    ])
    // Kept from the teammate's own words.
    expect(
      (await stage.db.selectFrom('promises').select('quote').where('conversationId', '=', id).execute())[0],
    ).toEqual({ quote: 'We come tomorrow at nine' })
    // Taken back, it is what was written.
    const back = await stage.ask(stage.ana, 'DELETE /messages/{id}/sending', {
      params: { id: sent.body.messageId },
    })
    expect(back.body.text).toBe(mine)
    const { drafts } = (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body
    expect(drafts).toMatchObject([{ text: mine }])
    expect((await keptIn()).written).toEqual([])
    // And may leave again as it was shown.
    expect((await reply({ text: mine, translation: shown.body.id })).status).toBe(201)
  })

  it('is sent once by the same key, and its translation is no other letter’s', async () => {
    const { body: shown } = await inPortuguese()
    const send = () =>
      stage.ask(stage.ana, 'POST /conversations/{id}/replies', {
        params: { id },
        body: { text: mine, translation: shown.id },
        headers: { 'idempotency-key': `once-${shown.id}` },
      })
    const first = await send()
    await stage.db.deleteFrom('idempotency').execute()
    expect((await send()).body.messageId).toBe(first.body.messageId)
    expect((await reply({ text: mine, translation: shown.id })).body.type).toBe('translation-gone')
  })

  it('never leaves with words that were not shown, or shown to somebody else', async () => {
    const { body: shown } = await inPortuguese()
    const count = async () =>
      (await stage.db.selectFrom('outbox').select('id').where('conversationId', '=', id).execute()).length
    expect((await reply({ text: `${mine} Promise.`, translation: shown.id })).body.type).toBe(
      'translation-changed',
    )
    expect((await reply({ text: mine, translation: shown.id }, stage.ben)).body.type).toBe('translation-gone')
    // Whoever translates anew has looked at the newer one.
    await inPortuguese({ text: 'We come tomorrow at nine.' })
    expect((await reply({ text: mine, translation: shown.id })).body.type).toBe('translation-gone')
    expect(await count()).toBe(0)
  })

  it('keeps its form: links, bold and lists come through, and no address is handed out', async () => {
    const html =
      '<p>We come tomorrow at nine.</p><ul><li><p><a href="https://casa.example/prices?for=maria">our price list</a></p></li></ul>'
    const { body: shown } = await inPortuguese({ html })
    expect(JSON.stringify(engine.asked)).not.toContain('for=maria')
    expect(shown.text).toContain('a nossa tabela de preços')
    await reply({ html, translation: shown.id })
    const { html: left } = await newest()
    expect(left).toContain('https://casa.example/prices?for=maria')
    expect(left).toContain('a nossa tabela de preços')
    engine.set('loses-tags')
    expect((await inPortuguese({ html })).body.type).toBe('translation-form')
  })

  it('waits for its hour as it was shown, and is its writer’s own words again when they write first', async () => {
    const { body: shown } = await inPortuguese()
    const schedule = async () =>
      (
        await stage.ask(stage.ana, 'POST /conversations/{id}/scheduled-replies', {
          params: { id },
          body: { text: mine, translation: shown.id, sendAt: await stage.inHours(2) },
        })
      ).body.id
    const taken = await schedule()
    expect(
      (await stage.ask(stage.ana, 'DELETE /scheduled-replies/{id}', { params: { id: taken } })).body.text,
    ).toBe(mine)
    const waits = await schedule()
    // Its card says what leaves, beside what was written.
    const card = async () =>
      (await stage.ask(stage.ben, 'GET /conversations/{id}', { params: { id } })).body.scheduled
    expect(await card()).toMatchObject([{ text: mine, leaves: { language: 'pt', text: mineInTheirs } }])
    // Another translation of mine does not take away what waits.
    await inPortuguese({ text: 'We come tomorrow at nine.' })
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 3 * 3_600_000))
    await leaveAtItsTime(stage.house, waits)
    expect(await newest()).toMatchObject({ direction: 'out', text: mineInTheirs })
    expect((await keptIn()).written).toMatchObject([{ text: mine }])
  })

  it('says what is wrong and keeps the draft when the engine fails half way', async () => {
    engine.set(429)
    expect((await inPortuguese()).body).toMatchObject({ type: 'translation-quota' })
    engine.set(null)
    expect((await inPortuguese({ text: 'Dear {{preferredName}}, we come.' })).status).toBe(422)
    expect((await inPortuguese({ text: mine }, stage.lena)).status).toBe(403)
    expect((await inPortuguese({ text: mine }, stage.tomas)).status).toBe(404)
  })
})

describe('the engine', () => {
  it('is an admin’s to connect; its key is sealed, and is shown to no other host', async () => {
    await connect({ key: 'sesame' })
    expect((await stage.ask(stage.ana, 'GET /translation')).body).toMatchObject({
      engine: { kind: 'libretranslate', url: null, model: null, hasKey: false, inside: true },
    })
    const put = (by: { id: string }) =>
      stage.ask(by, 'PUT /translation', {
        body: { kind: 'deepl', url: 'https://api-free.deepl.com', inside: false, key: 'k' },
      })
    expect((await put(stage.ana)).status).toBe(403)
    const kept = await stage.db
      .selectFrom('settings')
      .select('value')
      .where('key', '=', 'translation')
      .execute()
    expect(JSON.stringify(kept)).not.toContain('sesame')
    // The same place: the key stays. Another: it is gone.
    expect(await connect({ key: undefined, byItself: true })).toMatchObject({ engine: { hasKey: true } })
    expect(await connect({ key: undefined, url: 'http://localhost:5999' })).toMatchObject({
      engine: { hasKey: false },
    })
    await expect(connect({ url: `${engine.url}/?key=1` })).rejects.toThrow(/plain address/)
    await expect(connect({ kind: 'openai', model: null })).rejects.toThrow(/name of a model/)
    const actions = await stage.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('action', '=', 'translation.set')
      .execute()
    expect(actions.length).toBeGreaterThan(0)
    expect(JSON.stringify(actions)).not.toContain('sesame')
  })
})
