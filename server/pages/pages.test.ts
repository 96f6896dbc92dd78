import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { moment } from '#server/base/text.ts'
import { cancelLeave, planLeave } from '#server/calendar/actions.ts'
import { recordAct } from '#server/conversations/acts.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { freshPageUrl } from '#server/conversations/links.ts'
import { noticePresence } from '#server/conversations/presence.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { assign, close } from '#server/conversations/state.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { keepPromise } from '#server/promises/actions.ts'
import { markLate } from '#server/promises/clocks.ts'
import { sendReply } from '#server/replies/actions.ts'
import { settleSilence } from '#server/silence/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { lastQuestion } from './need.ts'
import { openPages, type Pages } from './testing.ts'

let stage: Pages
beforeAll(async () => {
  stage = await openPages()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon', color: '#e8b04a' })
})
afterAll(() => stage.close())

const matter = (text = 'When will somebody come?', more: object = {}) =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text, ...more })
const reply = (conversationId: string, text: string, more: object = {}) =>
  sendReply(stage.house, stage.ana, {
    conversationId,
    text,
    promises: [],
    attachments: [],
    undoSeconds: 0,
    anyway: false,
    afterwards: 'waiting',
    answeredAsks: [],
    clientKey: null,
    ...more,
  })
const page = async (id: string, query = '') => stage.open(`${await stage.pathOf(id)}${query}`)
const inHours = async (hours: number) => new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000)

describe('the page tells', () => {
  it('who looks after it, what is done and next, by when, and the whole conversation', async () => {
    const { conversationId } = await matter()
    expect((await page(conversationId)).read('who')).toBe(
      'Your request is with Casa Amaral. Somebody will look after it personally.',
    )
    const due = await inHours(30)
    const sent = await reply(conversationId, 'I’ll bring the part. I’ll call you first.', {
      promises: [
        { what: 'bring the part', due: null, quote: 'I’ll bring the part.' },
        { what: 'call Maria', due: due.toISOString(), quote: 'I’ll call you first.' },
      ],
    })
    await keepPromise(stage.db, stage.ana, sent.promiseIds[0]!, { told: true })
    const shown = await page(conversationId)
    expect(shown.read('h1')).toBe('The boiler')
    expect(shown.read('who')).toContain(`${stage.ana.name}`)
    expect(shown.read('doing')).toMatch(
      /Done I’ll bring the part\..*Now We answered on .*Next I’ll call you first\./,
    )
    expect(shown.read('hear')).toContain('even if there is no news')
    expect(shown.read('conversation')).toMatch(/You .*When will somebody come\?.*I’ll bring the part\./)
    await moveClock(stage.db, due)
    await markLate(stage.db, sent.promiseIds[1]!)
    expect((await page(conversationId)).read('hear')).toContain('we are late. That is on us.')
  })

  it('what we did about it, without our own remarks, and nothing that was taken back', async () => {
    const { conversationId } = await matter()
    await switchPractice(stage.db, tend, 'actions', true)
    await recordAct(stage.db, stage.ana, { conversationId, kind: 'replaced', note: 'She was loud.' })
    const shown = await page(conversationId)
    expect(shown.read('doing')).toMatch(/Done We replaced it\..*Now/)
    expect(shown.body).not.toContain('loud')
    await switchPractice(stage.db, tend, 'actions', false)
    expect((await page(conversationId)).read('doing')).not.toContain('replaced')
  })

  it('who stands in while they are away, and from when they are back', async () => {
    const { conversationId } = await matter()
    await assign(stage.db, stage.ana, conversationId, stage.ana.id)
    expect((await page(conversationId)).read('doing')).toContain('Ana Costa, who has not opened it yet')
    const day = (days: number, now: Date) =>
      new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    const now = await clockNow(stage.db)
    const leave = { teammateId: stage.ana.id, from: day(-1, now), to: day(2, now), standInId: stage.ben.id }
    const { id } = await planLeave(stage.db, stage.ana, leave)
    expect((await page(conversationId)).read('who')).toMatch(
      /Ana Costa.*looking after this\..*Ana Costa is back on \d+ \w+ \d{4}\. Until then Ben \S+ looks after you\./,
    )
    await cancelLeave(stage.db, stage.ana, id)
    expect((await page(conversationId)).read('who')).not.toContain('back on')
  })

  it('only what is so: nobody has opened it, somebody has read it, they are not happy and who knows', async () => {
    const { conversationId } = await matter()
    const doing = async () => (await page(conversationId)).read('doing')
    expect(await doing()).toContain('Nobody has opened it yet.')
    await noticePresence(stage.db, stage.ana, conversationId, 'looking')
    expect(await doing()).toContain('We have read your message and owe you an answer.')
    await stage.press(await stage.pathOf(conversationId), { text: '', once: 'sad', say: 'unhappy' })
    expect(await doing()).toContain('It goes to somebody who can decide.')
    const { seq } = await stage.db
      .selectFrom('events')
      .select('seq')
      .where('conversationId', '=', conversationId)
      .where('type', '=', 'page.unhappy')
      .executeTakeFirstOrThrow()
    await sql`insert into notices (teammate_id, conversation_id, kind, occasion) values (${stage.ana.id}, ${conversationId}, 'unhappy', ${seq})`.execute(
      stage.db,
    )
    expect(await doing()).toContain('Ana Costa, who can decide, has been told.')
    await reply(conversationId, 'I am sorry. I come myself at three.')
    expect(await doing()).not.toContain('not happy')
  })

  it('by when the silence clock lets them hear, and owns that it is over', async () => {
    const { conversationId } = await matter()
    await settleSilence(stage.db, conversationId)
    const { limitAt } = await stage.db
      .selectFrom('silences')
      .select('limitAt')
      .where('conversationId', '=', conversationId)
      .executeTakeFirstOrThrow()
    expect((await page(conversationId)).read('hear')).toContain(
      `By ${moment(limitAt, 'Europe/Lisbon')}, even if there is no news.`,
    )
    await stage.db
      .updateTable('silences')
      .set({ limitAt: await inHours(-1) })
      .where('conversationId', '=', conversationId)
      .execute()
    expect((await page(conversationId)).read('hear')).toContain('You should have heard from us')
  })

  it('everything in German to whom it is theirs, by their card or by how they write', async () => {
    const { conversationId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: { name: 'Karin Vogt', email: 'karin.vogt@mail.example' },
      text: 'Guten Tag, die Heizung ist seit gestern kalt und wir haben kleine Kinder. Wann können Sie bei uns vorbeikommen?',
    })
    const shown = await page(conversationId)
    expect(shown.all('html')[0]!.attribs.lang).toBe('de')
    expect(shown.read('doing')).toContain('Noch hat sie niemand geöffnet.')
    expect(shown.read('button')).toContain('Ich bin nicht zufrieden')
    const path = await stage.pathOf(conversationId)
    expect((await stage.press(path, { text: ' ', once: 'leer', say: 'reply' })).read('write')).toContain(
      'noch nichts',
    )
    const gone = await stage.open('/p/nobody', { 'accept-language': 'de-AT,de;q=0.9' })
    expect(gone.read('h1')).toBe('Dieser Link gilt nicht mehr')
  })

  it('the one thing we need, in our own words', async () => {
    const { conversationId } = await matter()
    await reply(conversationId, 'Thank you. Which day suits you best? We come between nine and five.')
    expect((await page(conversationId)).read('need')).toContain('Which day suits you best?')
  })

  it('when we are there, where nothing is promised yet', async () => {
    const { conversationId } = await matter()
    await stage.db.deleteFrom('silences').execute()
    expect((await page(conversationId)).read('hear')).toContain('Monday to Friday, 09:00–17:00')
  })

  it('names somebody in copy, and calls its reader you', async () => {
    const { conversationId } = await matter()
    await matter('I have the key.', { conversationId, more: { from: joao } })
    expect((await page(conversationId)).all('b').length).toBeGreaterThan(0)
    expect((await page(conversationId)).read('conversation')).toMatch(
      /You .*João Teixeira .*I have the key\./,
    )
  })
})

describe('the one thing we need', () => {
  it.each([
    ['Which day suits you best?', 'Thank you. Which day suits you best? We come between nine and five.'],
    [
      'Could you send us a photo of the plate?',
      'Could you send us a photo of the plate? Is there anything else?',
    ],
    ['Welcher Tag passt Ihnen?', 'Danke! Welcher Tag passt Ihnen? Haben Sie noch weitere Fragen?'],
    [null, 'We come on Friday. Does that help?'],
    [null, 'See https://casa-amaral.example/?q=1 for the plan.'],
  ])('is %j of %j', (asked, text) => expect(lastQuestion(text)).toBe(asked))
})

describe('the page never tells', () => {
  it('notes, held letters, automatic ones, what may still be taken back, and promises of it', async () => {
    const { conversationId } = await matter()
    await addNote(stage.db, stage.ana, { conversationId, text: 'She always pays late.' })
    await matter('Let me in.', { conversationId, more: { held: true, from: joao } })
    await matter('I am away.', {
      conversationId,
      more: { flags: { autoReply: true, bounce: false, suppressAutoReply: true } },
    })
    await reply(conversationId, 'Perhaps never.', {
      undoSeconds: 60,
      promises: [{ what: 'think about it', due: null }],
    })
    const { body } = await page(conversationId)
    for (const secret of ['pays late', 'Let me in', 'I am away', 'Perhaps never', 'think about it'])
      expect(body).not.toContain(secret)
  })

  it('files of a note', async () => {
    const { conversationId } = await matter()
    const file = await keepUpload(stage.house, stage.ana, {
      filename: 'margin.csv',
      bytes: Buffer.from('a,b\n'),
    })
    await addNote(stage.db, stage.ana, { conversationId, text: 'Our margin.', attachments: [file.id] })
    expect((await page(conversationId)).body).not.toContain('margin.csv')
  })

  it('“looked after” while an answer or a promise is owed', async () => {
    const isDone = async (id: string) => (await page(id)).read('doing').includes('Looked after.')
    const never = (await matter()).conversationId
    await close(stage.db, stage.ana, never, 'nothing-more')
    expect(await isDone(never)).toBe(false)

    const { conversationId } = await matter()
    await reply(conversationId, 'At three.')
    await close(stage.db, stage.ana, conversationId, 'thanks')
    expect(await isDone(conversationId)).toBe(true)

    const { messageId } = await matter('And what does it cost?', { conversationId })
    await recordReading(stage.db, tend, {
      conversationId,
      messageId,
      asks: ['And what does it cost?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    await close(stage.db, stage.ana, conversationId, 'thanks')
    expect(await isDone(conversationId)).toBe(false)
    expect((await page(conversationId)).read('doing')).toContain('Your message is safely')

    const promised = (await matter()).conversationId
    const sent = await reply(promised, 'I’ll call.', { promises: [{ what: 'call', due: null }] })
    await close(stage.db, stage.ana, promised, 'thanks')
    expect(await isDone(promised)).toBe(false)
    await keepPromise(stage.db, stage.ana, sent.promiseIds[0]!, { told: true })
    expect(await isDone(promised)).toBe(true)

    const thanked = (await matter()).conversationId
    await reply(thanked, 'At three.')
    await matter('Thank you!', { conversationId: thanked })
    await close(stage.db, stage.ana, thanked, null)
    expect(await isDone(thanked)).toBe(false)
    await close(stage.db, stage.ana, thanked, 'thanks')
    expect(await isDone(thanked)).toBe(true)
  })
})

describe('the page is safe', () => {
  it('shows every word as text, and runs and loads nothing but its own', async () => {
    const nasty =
      '<script>alert(1)</script><img src=x onerror=alert(2)>"\'& javascript:alert(3) https://a.example/?q="><b>'
    const { conversationId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: { name: nasty, email: 'nasty@mail.example' },
      subject: nasty,
      text: nasty,
      more: { html: '<script>alert(4)</script>' },
    })
    await matter(nasty, { conversationId, more: { from: { name: nasty, email: 'other@mail.example' } } })
    await reply(conversationId, nasty, { promises: [{ what: nasty, due: null }] })
    const shown = await page(conversationId)
    expect(shown.all('script').map((one) => one.attribs.src)).toEqual(['/p/page.js'])
    expect(shown.all('img')).toEqual([])
    for (const { name, attribs } of shown.elements)
      for (const [attribute, value] of Object.entries(attribs)) {
        expect(attribute, name).not.toMatch(/^on/i)
        if (attribute === 'href' || attribute === 'src') expect(value).toMatch(/^(\/|#|https?:\/\/)/)
      }
    expect(shown.read('h1')).toContain('<script>alert(1)</script>')
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'")
    expect(shown.headers['content-security-policy']).not.toMatch(/unsafe|\*/)
    expect(shown.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
  })

  it('opens by its own link alone, in time, and until it is revoked', async () => {
    const { conversationId } = await matter()
    const path = await stage.pathOf(conversationId)
    const [id, until, signature] = path.replace('/p/', '').split('.') as [string, string, string]
    expect(Buffer.from(signature, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const later = (Number.parseInt(until, 36) + 365).toString(36)
    for (const wrong of [
      `${id}.${until}.${signature.slice(0, -1)}A`,
      `${id}.${later}.${signature}`,
      `${id}.${until}`,
      'x',
    ])
      expect((await stage.open(`/p/${wrong}`)).status).toBe(404)
    expect((await stage.open(path)).status).toBe(200)
    await freshPageUrl(stage.house, stage.db, stage.ana, conversationId, true)
    const gone = await stage.open(path)
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('Nothing is lost')
    expect((await stage.press(path, { text: 'Hello?', once: 'a' })).status).toBe(404)
    const fresh = await stage.pathOf(conversationId)
    expect((await stage.open(fresh)).status).toBe(200)
    await moveClock(stage.db, await inHours(24 * 100))
    expect((await stage.open(fresh)).status).toBe(404)
  })

  it('tells whoever asks too often in a sentence, not in JSON', async () => {
    const path = await stage.pathOf((await matter()).conversationId)
    await stage.fill('page:203.0.113.9', 60, 600)
    const stopped = await stage.app.inject({ url: path, remoteAddress: '203.0.113.9' })
    expect(stopped.statusCode).toBe(429)
    expect(stopped.headers['content-type']).toMatch(/^text\/html/)
    expect(stopped.body).toContain('try again in a minute')
    expect((await stage.open(path)).status).toBe(200)
  })
})

describe('the page is light and alive', () => {
  it('stays under 50 KB however long it went on, and shows all when asked', async () => {
    const { conversationId } = await matter('The first word.')
    for (let n = 0; n < 40; n++)
      await matter(`${n} ${'The radiator <hums> & drips. '.repeat(60)}`, { conversationId })
    const short = await page(conversationId)
    expect(Buffer.byteLength(short.body)).toBeLessThan(50_000)
    expect(short.text).not.toContain('The first word.')
    const link = short.all('a').find((one) => one.attribs.href?.includes('all=1'))!.attribs.href!
    const whole = await stage.open(link.replace(/#.*/, ''))
    expect(whole.text).toContain('The first word.')
    expect(whole.all('article')).toHaveLength(41)
  })

  it('says by its tag when there is news, and only then', async () => {
    const { conversationId } = await matter()
    const path = await stage.pathOf(conversationId)
    const first = await stage.open(path)
    const tag = first.headers.etag as string
    expect(first.all('main')[0]!.attribs['data-tag']).toBe(tag)
    expect((await stage.open(path, { 'if-none-match': tag })).status).toBe(304)
    await addNote(stage.db, stage.ana, { conversationId, text: 'The key is under the pot.' })
    expect((await stage.open(path, { 'if-none-match': tag })).status).toBe(304)
    await reply(conversationId, 'At three.')
    const next = await stage.open(path, { 'if-none-match': tag })
    expect([next.status, next.headers.etag === tag]).toEqual([200, false])
  })

  it('has every part its script exchanges, and every control a name', async () => {
    const shown = await page((await matter()).conversationId)
    const ids = new Set(shown.elements.map((one) => one.attribs.id))
    for (const id of ['who', 'need', 'doing', 'hear', 'conversation', 'news']) expect(ids).toContain(id)
    const labelled = new Set(shown.all('label').map((one) => one.attribs.for))
    for (const control of [...shown.all('textarea'), ...shown.all('input')])
      if (control.attribs.type !== 'hidden') expect(labelled).toContain(control.attribs.id)
    expect(shown.all('html')[0]!.attribs.lang).toBe('en')
    expect(shown.all('h1')).toHaveLength(1)
  })
})
