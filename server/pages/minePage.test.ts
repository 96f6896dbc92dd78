import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { readLetter } from '#server/channels/email/outbox/actions.ts'
import { changePageRules } from '#server/conversations/pageRules.ts'
import { answer, joao } from '#server/conversations/testing.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { addField, fill } from '#server/fields/actions.ts'
import { makePromise } from '#server/promises/actions.ts'
import { sendReply } from '#server/replies/actions.ts'
import { putOnPerson } from '#server/tags/people.ts'
import { switchPractice } from '#server/team/practices.ts'
import { type Mine, openMine } from './mine.testing.ts'

let stage: Mine
let admin: Mine['admin']
let lead: Mine['lead']
let matter: Mine['matter']
let customerOf: Mine['customerOf']
let own: Mine['own']
beforeAll(async () => {
  stage = await openMine()
  ;({ admin, lead, matter, customerOf, own } = stage)
})
afterAll(() => stage.close())
beforeEach(() => {
  stage.nextHelen()
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
      noCirculars: 'yes',
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
      noCircularsAt: expect.any(Date),
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
    expect(row!.detail).toEqual({
      fields: ['name', 'preferredName', 'language', 'formality', 'pleaseDont', 'noCirculars'],
    })
    // Per du, on each of their pages, once they say so.
    const friends = {
      key: await mine.key(),
      once: 'du',
      name: 'Helen Marsh-Lopes',
      formality: 'informal',
      language: 'German',
    }
    await mine.press('card', friends)
    const among = await mine.open('/p/me')
    expect(among.all('html')[0]!.attribs.lang).toBe('de')
    expect(among.read('known')).toContain('Was wir über dich wissen')
    expect((await stage.open(await stage.pathOf(boiler))).read('doing')).toContain('Noch hat sie niemand')
    expect(among.body).not.toMatch(/\b(Ihnen|Ihre[mnrs]?)\b/)
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

  it('has what a team notes of them besides, and in a download everything they ever bought', async () => {
    const boiler = await matter()
    const customerId = await customerOf(boiler)
    await switchPractice(stage.db, tend, 'dealings', true)
    const field = { subject: 'customer', name: 'Boiler', kind: 'text', choices: [] } as const
    const { id } = await addField(stage.db, tend, field)
    await fill(stage.db, tend, { kind: 'customer', id: customerId }, { [id]: 'Vulcan 24' })
    await sql`insert into dealings (id, customer_id, inbox_id, external_id, kind, what, at)
      select 'dea_' || lpad(n::text, 22, '0'), ${customerId}, ${stage.repairs}, 'no ' || n, 'purchase', 'Filter no. ' || n,
        clock_now() - make_interval(days => n) from generate_series(1, 230) n`.execute(stage.db)
    for (const name of ['Regular', 'No nuts'])
      await putOnPerson(stage.db, tend, customerId, { name, inboxId: stage.repairs })
    const mine = await own(boiler)
    const known = (await mine.open('/p/me')).read('known')
    expect(known).toContain('Vulcan 24 Boiler')
    expect(known).toContain('No nuts, Regular words by which we find you')
    const json = JSON.parse((await mine.open('/p/me/everything.json')).body)
    expect(json.noted).toEqual([{ name: 'Boiler', value: 'Vulcan 24' }])
    expect(json.tags).toEqual(['No nuts', 'Regular'])
    const every = Array.from({ length: 230 }, (_, n) => `Filter no. ${n + 1}`)
    expect(json.dealings.map((one: { what: string }) => one.what)).toEqual(every)
    const readable = (await mine.open('/p/me/everything.html')).text
    for (const words of ['Vulcan 24', 'No nuts, Regular', every[0]!, every[99]!, every[100]!, every[229]!])
      expect(readable).toContain(words)
    await switchPractice(stage.db, tend, 'dealings', false)
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
    const row = await stage.db
      .selectFrom('outbox')
      .select(['letter', 'bytesFile'])
      .where('messageId', '=', sent.messageId)
      .executeTakeFirstOrThrow()
    const mail = await simpleParser(await readLetter(stage.house, row))
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
