import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { freshPageUrl } from '#server/conversations/links.ts'
import { joao, letter } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { type Mine, openMine } from './mine.testing.ts'
import { endKeys, linkLetter } from './mineKeys.ts'

let stage: Mine
let helen: Mine['helen']
let matter: Mine['matter']
let customerOf: Mine['customerOf']
let askForLink: Mine['askForLink']
let enter: Mine['enter']
let own: Mine['own']
beforeAll(async () => {
  stage = await openMine()
  ;({ matter, customerOf, askForLink, enter, own } = stage)
})
afterAll(() => stage.close())
beforeEach(() => {
  helen = stage.nextHelen()
})

describe('a request’s link opens that request alone', () => {
  it('and all that is theirs by a letter to an address on file', async () => {
    const boiler = await matter()
    const oven = await matter('The oven', stage.bakery)
    const request = await stage.open(await stage.pathOf(boiler))
    expect(request.body).not.toContain('The oven')
    expect(request.read('mine')).toContain('h•••@mail.example')
    const { sent, keyId, url } = await askForLink(boiler)
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toContain('sent=mine~pages.said.linkSent')
    expect((await stage.open(String(sent.headers.location).replace(/#.*/, ''))).read('mine')).toContain(
      'on its way',
    )
    const mail = (await linkLetter(stage.house, keyId, stage.repairs))!
    expect(mail).toMatchObject({ to: { email: helen.email }, inboxId: stage.repairs })
    expect(mail.text).toContain(url)
    // Nothing that opens it is kept: no event, no row has the signature.
    const signature = url.split('.').at(-1)!
    for (const table of ['events', 'person_keys', 'audit'])
      expect(
        (
          await sql<{
            n: number
          }>`select count(*)::int as n from ${sql.table(table)} t where to_jsonb(t)::text like ${`%${signature}%`}`.execute(
            stage.db,
          )
        ).rows[0]!.n,
      ).toBe(0)
    const mine = await enter(url)
    const page = await mine.open('/p/me')
    expect(page.status).toBe(200)
    expect(page.read('open')).toMatch(/The boiler.*The oven|The oven.*The boiler/)
    const links = page.all('a').map((one) => one.attribs.href!)
    expect(links).toContain(await stage.pathOf(oven))
  })

  it('opens by a press, once, in one browser, within an hour', async () => {
    const boiler = await matter()
    const { url } = await askForLink(boiler)
    for (let scans = 0; scans < 3; scans++) {
      const looked = await stage.open(url)
      expect([looked.status, looked.headers['set-cookie']]).toEqual([200, undefined])
    }
    const both = await Promise.all([enter(url), enter(url)])
    expect(both.map((one) => one.status).sort()).toEqual([303, 404])
    expect((await stage.open(url)).status).toBe(404)
    expect(both.find((one) => one.status === 303)!.setCookie).toMatch(
      /^tend_mine=[\w-]{32}; Max-Age=86400; Path=\/p\/me; HttpOnly; Secure; SameSite=Lax$/,
    )
    const late = await askForLink(boiler)
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 61 * 60_000))
    expect((await enter(late.url)).status).toBe(404)
  })

  it('does not fill a mailbox: three letters a day, however often somebody presses', async () => {
    const boiler = await matter()
    const path = await stage.pathOf(boiler)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_one, n) => stage.press(`${path}/mine`, { once: `press ${n}` })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([303, 303, 303, 422, 422, 422])
    expect(answers.find((one) => one.status === 422)!.read('mine')).toContain('try again tomorrow')
    // The same form sent again is no new letter, and says what it said.
    expect((await stage.press(`${path}/mine`, { once: 'press 0' })).status).toBe(answers[0]!.status)
    const customerId = await customerOf(boiler)
    const keys = await stage.db
      .selectFrom('personKeys')
      .select('id')
      .where('customerId', '=', customerId)
      .execute()
    expect(keys).toHaveLength(3)
  })
})

describe('my page is safe', () => {
  it('from guessed, foreign, spent, ended and too old keys', async () => {
    const boiler = await matter()
    const { url } = await askForLink(boiler)
    const [id, signature] = url.split('/').at(-1)!.split('.') as [string, string]
    const foreign = await askForLink(await matter('The roof', stage.repairs, joao))
    const foreignId = foreign.url.split('/').at(-1)!.split('.')[0]!
    for (const wrong of [
      `${id}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      `${foreignId}.${signature}`,
      `${id}.`,
      id,
      'x',
      '%00',
      `${id}.${signature}.${signature}`.slice(0, 30),
    ])
      expect((await enter(`/p/me/enter/${wrong}`)).status, wrong).toBe(404)
    for (const cookie of [
      '',
      'tend_mine=',
      'tend_mine=x',
      `tend_mine=${signature}`,
      `tend_mine=${'a'.repeat(5000)}`,
    ])
      expect((await stage.browser(cookie).open('/p/me')).status).toBe(401)
    const mine = await enter(url)
    expect((await mine.open('/p/me')).status).toBe(200)
    await endKeys(stage.db, tend, await customerOf(boiler))
    const ended = await mine.open('/p/me')
    expect(ended.status).toBe(401)
    expect(ended.text).not.toContain('Helen')
    const fresh = await own(boiler)
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 25 * 3_600_000))
    expect((await fresh.open('/p/me')).status).toBe(401)
  })

  it('from other sites: a form without the page’s own word changes nothing', async () => {
    const mine = await own(await matter())
    const key = await mine.key()
    const fields = { name: 'Somebody Else', once: 'one' }
    for (const [extra, headers] of [
      [{}, {}],
      [{ key: 'x' }, {}],
      [{ key }, { 'sec-fetch-site': 'cross-site' }],
      [{ key }, { origin: 'https://evil.example' }],
    ] as const)
      expect((await mine.press('card', { ...fields, ...extra }, headers)).status).toBe(403)
    expect((await mine.open('/p/me')).read('h1')).toContain('Helen Marsh')
    expect(
      (await mine.press('card', { ...fields, key }, { origin: 'null', 'sec-fetch-site': 'same-origin' }))
        .status,
    ).toBe(303)
    expect((await mine.open('/p/me')).read('h1')).toContain('Somebody Else')
  })

  it('and tells nothing of notes, held letters and others, and runs nothing of theirs', async () => {
    const nasty = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const boiler = await matter(nasty)
    const customerId = await customerOf(boiler)
    await addNote(stage.db, stage.ana, { conversationId: boiler, text: 'She always pays late.' })
    await letter(stage.db, {
      inboxId: stage.repairs,
      from: helen,
      subject: 'Send me the key',
      text: 'It is really me.',
      more: { held: true },
    })
    const others = await matter('The bakery', stage.bakery, joao)
    await rememberFact(stage.db, stage.ana, customerId, { text: nasty, conversationId: boiler })
    const mine = await own(boiler)
    const page = await mine.open('/p/me')
    expect(page.all('script')).toEqual([])
    expect(page.all('img')).toEqual([])
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
    const readable = await mine.open('/p/me/everything.html')
    expect(readable.headers['content-disposition']).toContain('attachment')
    expect(readable.headers['content-security-policy']).toContain('sandbox')
    expect(readable.all('script')).toEqual([])
    const json = await mine.open('/p/me/everything.json')
    const everything = JSON.parse(json.body) as {
      requests: { subject: string; messages: { text: string }[] }[]
    }
    expect(everything.requests.map((one) => one.subject)).toEqual([nasty])
    expect(everything.requests[0]!.messages.map((one) => one.text)).toEqual([`About ${nasty}.`])
    for (const { body } of [page, readable, json])
      for (const secret of ['pays late', 'really me', 'Send me the key', 'The bakery', joao.email, others])
        expect(body).not.toContain(secret)
    const taken = await stage.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'customer.took-own')
      .where('subjectId', '=', customerId)
      .execute()
    expect(taken.map((one) => one.detail)).toEqual([{ as: 'html' }, { as: 'json' }])
  })

  it('ends with the link of a request that is revoked, and by their own press', async () => {
    const boiler = await matter()
    const mine = await own(boiler)
    await freshPageUrl(stage.house, stage.db, stage.ana, boiler, true)
    const told = await stage.db
      .selectFrom('events')
      .select('customerId')
      .where('conversationId', '=', boiler)
      .where('type', '=', 'page.revoked')
      .execute()
    expect(told).toEqual([{ customerId: await customerOf(boiler) }])
    const left = await mine.press('leave', { key: await mine.key() })
    expect(left.read('h1')).toBe('Closed')
    expect((await mine.open('/p/me')).status).toBe(401)
  })
})
