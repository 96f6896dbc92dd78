import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { erasePerson, forgetFiles } from '#server/app/erasing.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { freshPageUrl } from '#server/conversations/links.ts'
import { changePageRules } from '#server/conversations/pageRules.ts'
import { answer, joao, letter } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { makePromise } from '#server/promises/actions.ts'
import { sendReply } from '#server/replies/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { confirmErasure, listErasures, refuseErasure } from './erasure.ts'
import { endKeys, linkLetter, linkOf } from './mineKeys.ts'
import { openPages, type Pages } from './testing.ts'

let stage: Pages
beforeAll(async () => {
  stage = await openPages()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
})
afterAll(() => stage.close())

/** Each test has a person of its own, so that what one asks for is not counted to another. */
let helen: { name: string; email: string }
let number = 0
beforeEach(() => {
  helen = { name: 'Helen Marsh', email: `helen.marsh.${++number}@mail.example` }
})
const admin = () => ({ ...stage.ana, role: 'admin' as const, inboxIds: [stage.repairs, stage.bakery] })
const lead = () => ({ ...stage.ana, role: 'lead' as const })

const matter = async (subject = 'The boiler', inboxId = stage.repairs, from = helen) => {
  const { conversationId } = await letter(stage.db, { inboxId, from, subject, text: `About ${subject}.` })
  return conversationId
}
const customerOf = async (conversationId: string) =>
  (
    await stage.db
      .selectFrom('conversations')
      .select('customerId')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
  ).customerId
const newestKey = async (customerId: string) =>
  (
    await stage.db
      .selectFrom('personKeys')
      .select('id')
      .where('customerId', '=', customerId)
      .where('kind', '=', 'link')
      .orderBy('id', 'desc')
      .executeTakeFirst()
  )?.id

/** Presses "Send me the link" and reads the letter. */
const askForLink = async (conversationId: string) => {
  const path = await stage.pathOf(conversationId)
  const sent = await stage.press(`${path}/mine`, { once: `ask ${Math.random()}` })
  const keyId = await newestKey(await customerOf(conversationId))
  return { sent, keyId: keyId!, url: new URL((await linkOf(stage.house, stage.db, keyId!))!.url).pathname }
}
/** Their browser, once the letter's link was opened and pressed. */
const enter = async (url: string) => {
  const opened = await stage.app.inject({ method: 'POST', url, remoteAddress: stage.from() })
  const cookie = String(opened.headers['set-cookie'] ?? '').split(';')[0]!
  return {
    status: opened.statusCode,
    setCookie: String(opened.headers['set-cookie']),
    ...stage.browser(cookie),
  }
}
const own = async (conversationId: string) => enter((await askForLink(conversationId)).url)

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

describe('what we know', () => {
  it('is theirs to correct, at once, on record, and in their language from then on', async () => {
    const boiler = await matter()
    const customerId = await customerOf(boiler)
    const mine = await own(boiler)
    const sent = await mine.press('card', {
      key: await mine.key(),
      once: 'two',
      name: 'Helen  Marsh-Lopes\u202e',
      preferredName: 'Mrs. Marsh',
      formality: 'formal',
      language: 'German',
      pleaseDont: 'Don’t ring before nine.\r\n\r\nNo letters on Sundays.\r\nDon’t ring before nine.',
    })
    expect(sent.status).toBe(303)
    expect(
      await stage.db.selectFrom('customers').selectAll().where('id', '=', customerId).executeTakeFirst(),
    ).toMatchObject({
      name: 'Helen Marsh-Lopes',
      preferredName: 'Mrs. Marsh',
      formality: 'formal',
      language: 'German',
      pleaseDont: ['Don’t ring before nine.', 'No letters on Sundays.'],
    })
    const page = await mine.open('/p/me')
    expect(page.all('html')[0]!.attribs.lang).toBe('de')
    expect(page.read('known')).toContain('Was wir über Sie wissen')
    const request = await stage.open(await stage.pathOf(boiler))
    expect(request.read('doing')).toContain('Noch hat sie niemand geöffnet.')
    const row = await stage.db
      .selectFrom('audit')
      .select(['byKind', 'detail'])
      .where('action', '=', 'customer.corrected-own')
      .where('subjectId', '=', customerId)
      .executeTakeFirst()
    expect(row).toMatchObject({ byKind: 'customer' })
    expect(row!.detail).toEqual({ fields: ['name', 'preferredName', 'language', 'formality', 'pleaseDont'] })
    const nameless = await mine.press('card', { key: await mine.key(), once: 'three', name: ' ' })
    expect(nameless.status).toBe(422)
  })

  it('can be forgotten, fact by fact, and nobody else’s', async () => {
    const boiler = await matter()
    const customerId = await customerOf(boiler)
    const theirs = await rememberFact(stage.db, stage.ana, customerId, { text: 'Has a dog called Rex.' })
    const roof = await matter('The roof', stage.repairs, joao)
    const foreign = await rememberFact(stage.db, stage.ana, await customerOf(roof), {
      text: 'Plays the horn.',
    })
    const mine = await own(boiler)
    expect((await mine.open('/p/me')).read('known')).toContain('Has a dog called Rex.')
    const key = await mine.key()
    expect((await mine.press('forget', { key, once: 'four', fact: foreign })).status).toBe(422)
    expect((await mine.press('forget', { key, once: 'five', fact: theirs })).status).toBe(303)
    expect((await mine.open('/p/me')).read('known')).not.toContain('Rex')
    await switchPractice(stage.db, tend, 'goals', true)
    await sql`insert into goals (id, customer_id, inbox_id, words, review_on)
      values (${newId('goal')}, ${customerId}, ${stage.repairs}, 'A warm house before the baby comes', '2027-01-10')`.execute(
      stage.db,
    )
    expect((await mine.open('/p/me')).read('known')).toContain('A warm house before the baby comes')
    expect((await mine.open('/p/me/everything.json')).body).toContain('A warm house before the baby comes')
    await switchPractice(stage.db, tend, 'goals', false)
    expect((await mine.open('/p/me')).text).not.toContain('A warm house')
    const rows = await stage.db
      .selectFrom('customerFacts')
      .select(['id', 'text'])
      .where('id', 'in', [theirs, foreign])
      .execute()
    expect(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: theirs, text: '' },
      { id: foreign, text: 'Plays the horn.' },
    ])
  })

  it('names promises and never says looked after while one is owed', async () => {
    const boiler = await matter()
    const customerId = await customerOf(boiler)
    await answer(stage.db, stage.ana, boiler, 'At three.')
    const due = new Date((await clockNow(stage.db)).getTime() + 3_600_000)
    await makePromise(stage.db, stage.ana, {
      conversationId: boiler,
      customerId,
      inboxId: stage.repairs,
      what: 'bring the part',
      due,
    } as never)
    await sql`update conversations set status = 'closed', goodbye = 'thanks' where id = ${boiler}`.execute(
      stage.db,
    )
    const page = await (await own(boiler)).open('/p/me')
    expect(page.read('open')).toContain('The boiler')
    expect(page.read('promises')).toContain('bring the part')
    expect(page.read('past')).toBe('')
  })

  it('stays under 50 KB with many requests, and shows the rest when asked', async () => {
    for (let n = 0; n < 45; n++)
      await matter(`The tap in room ${n}, which drips at night and wakes the whole house`)
    const mine = await own(await matter())
    const page = await mine.open('/p/me')
    expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
    expect(page.text).toContain('Show 6 more')
    expect((await mine.open('/p/me?all=1')).text).not.toContain('Show 6 more')
  })
})

describe('the line in our mails', () => {
  const mailOf = async (conversationId: string, words: { text?: string; html?: string }) => {
    const sent = await sendReply(stage.house, stage.ana, {
      conversationId,
      promises: [],
      attachments: [],
      undoSeconds: 0,
      anyway: true,
      afterwards: 'waiting',
      answeredAsks: [],
      clientKey: null,
      ...words,
    })
    const { bytesFile } = await stage.db
      .selectFrom('outbox')
      .select('bytesFile')
      .where('messageId', '=', sent.messageId)
      .executeTakeFirstOrThrow()
    const mail = await simpleParser(await stage.house.files.read(bytesFile))
    return { text: mail.text ?? '', html: String(mail.html) }
  }

  it('leads to their page from every letter, written plain or rich, in their language, and can be left out', async () => {
    const boiler = await matter()
    const path = await stage.pathOf(boiler)
    const admin_ = admin()
    for (const words of [{ text: 'At three.' }, { html: '<p>At <b>three</b>.</p>' }]) {
      const mail = await mailOf(boiler, words)
      expect(mail.text).toContain(`on your own page:\n${stage.house.url}${path}`)
      expect(mail.html).toContain(`href="${stage.house.url}${path}"`)
    }
    await sql`update customers set language = 'German' where id = ${await customerOf(boiler)}`.execute(
      stage.db,
    )
    expect((await mailOf(boiler, { text: 'Um drei.' })).text).toContain('auf Ihrer eigenen Seite')
    await changePageRules(stage.db, admin_, { line: false })
    const { text, html } = await mailOf(boiler, { text: 'Um vier.' })
    await changePageRules(stage.db, admin_, { line: true })
    expect(text + html).not.toContain('/p/')
    await expect(changePageRules(stage.db, lead(), { line: false })).rejects.toMatchObject({ status: 403 })
  })
})

describe('to be forgotten', () => {
  const ask = async (conversationId: string) => {
    const mine = await own(conversationId)
    const key = await mine.key()
    const unsure = await mine.press('erase', { key, once: 'six' })
    expect(unsure.status).toBe(422)
    const asked = await mine.press('erase', { key, once: 'seven', sure: 'yes' })
    return { mine, asked, key }
  }

  it('is asked once, arrives as a letter, and is decided by whoever sees all of it', async () => {
    const boiler = await matter()
    await matter('The oven', stage.bakery)
    const { mine, asked, key } = await ask(boiler)
    expect(asked.status).toBe(303)
    await mine.press('erase', { key, once: 'eight', sure: 'yes' })
    expect((await mine.open('/p/me')).read('erase')).toContain('A person here confirms it')
    const letters = await stage.db
      .selectFrom('messages')
      .select('id')
      .where('customerId', '=', await customerOf(boiler))
      .where('text', 'like', 'Please erase%')
      .execute()
    expect(letters).toHaveLength(1)
    const mineOf = async (by: ReturnType<typeof admin>) =>
      (await listErasures(stage.db, by)).items.find((one) => one.customerName === helen.name)
    const open = (await listErasures(stage.db, admin())).items.at(-1)!
    expect(open.mayDecide).toBe(true)
    expect((await mineOf(lead() as never))!.mayDecide).toBe(false)
    await expect(confirmErasure(stage.db, lead(), open.id)).rejects.toMatchObject({ status: 403 })
    await expect(confirmErasure(stage.db, stage.ana, open.id)).rejects.toMatchObject({ status: 403 })
    await expect(confirmErasure(stage.db, { ...lead(), inboxIds: [] }, open.id)).rejects.toMatchObject({
      status: 404,
    })
    await refuseErasure(stage.db, admin(), open.id, 'An invoice is open; the law keeps it until March.')
    expect((await mine.open('/p/me')).read('erase')).toContain('An invoice is open')
    await expect(confirmErasure(stage.db, admin(), open.id)).rejects.toMatchObject({ status: 404 })
  })

  it('can be taken back until it is decided', async () => {
    const { mine, key } = await ask(await matter())
    expect((await mine.press('keep', { key, once: 'nine' })).status).toBe(303)
    expect((await mine.press('keep', { key, once: 'ten' })).status).toBe(422)
    expect((await mine.open('/p/me')).read('erase')).toContain('Yes, erase everything')
  })

  it('leaves nothing that a link, a table or a file could bring back', async () => {
    const boiler = await matter('The secret of the boiler')
    const customerId = await customerOf(boiler)
    const path = await stage.pathOf(boiler)
    const photo = Buffer.from('a photo of the boiler of Helen Marsh')
    await stage.press(path, { text: 'See here.', once: 'photo', say: 'reply' }, [
      { name: 'boiler.txt', bytes: photo },
    ])
    await answer(stage.db, stage.ana, boiler, 'Thank you, Helen Marsh.')
    await rememberFact(stage.db, stage.ana, customerId, { text: 'Helen Marsh has a dog.' })
    const others = await matter('The roof', stage.repairs, joao)
    await changePageRules(stage.db, admin(), { erase: 'at-once' })
    const { mine, asked } = await ask(boiler)
    await changePageRules(stage.db, admin(), { erase: 'ask' })
    expect(asked.read('h1')).toBe('It is being erased')
    const { id } = await stage.db
      .selectFrom('erasures')
      .select('id')
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
    const file = await stage.house.files.keep(photo)
    for (let twice = 0; twice < 2; twice++)
      await erasePerson(stage.house, id, (_trx, names) =>
        forgetFiles({ ...stage.house, db: _trx as never }, { names }),
      )
    expect((await stage.open(path)).status).toBe(404)
    expect((await mine.open('/p/me')).status).toBe(401)
    expect(await stage.house.files.has(file)).toBe(false)
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(stage.db)
    for (const { name } of rows) {
      const found = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(name)} t
        where to_jsonb(t)::text like ${`%${helen.email}%`} or to_jsonb(t)::text like '%secret of the boiler%'
          or to_jsonb(t)::text like ${`%${boiler}%`}`.execute(stage.db)
      // The record of what was done names the conversation, and nobody.
      expect(
        found.rows.filter(({ row }) => name !== 'audit' || row.includes('Helen')),
        name,
      ).toEqual([])
    }
    expect((await stage.open(await stage.pathOf(others))).status).toBe(200)
    const done = await stage.db
      .selectFrom('erasures')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(done).toMatchObject({ state: 'done', conversationId: null })
  })
})
