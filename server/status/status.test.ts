import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { job, openJobs } from '#server/base/jobs.ts'
import { nextTimer } from '#server/base/timers.ts'
import { askIn, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { openIncident } from '#server/incidents/actions.ts'
import { seenIncidents } from '#server/incidents/rows.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { type Door, openDoor } from './door.ts'
import { sendToHook } from './hooks.ts'
import { pagesOf } from './keeping.ts'
import { askingLetter, newsLetter, noteSent, type StatusLetter } from './letters.ts'
import { type Delivery, tellReaders } from './news.ts'
import { nudgeLetters } from './nudge.ts'
import { serveStatusPages } from './publicRoutes.ts'
import { serveStatus } from './routes.ts'
import { readSnapshot } from './snapshot.ts'
import { putStatement } from './statements.ts'
import { forgetUnconfirmed } from './subscribers.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
let folder: string
let door: Door
let front: Server
let url: string
let jobs: { close(): Promise<void> }
const letters: StatusLetter[] = []

beforeAll(async () => {
  stage = await openStage()
  const { db, house } = stage
  await changeCompany(db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon', color: '#0a6b8a' })
  app = await openHttp(stage, (inner, options) => {
    void inner.register(formbody)
    serveStatus(inner, options, house, seenIncidents)
    serveStatusPages(inner, house)
  })
  ask = askIn(app)
  folder = await mkdtemp(join(tmpdir(), 'tend-status-'))
  door = await openDoor(folder)
  front = createServer((request, response) => {
    if (!door.answers(request, response)) response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  job<Delivery>('status.letter', async (one) => {
    const letter = await newsLetter(house, one)
    if (!letter) return
    letters.push(letter)
    await noteSent(db, one)
  })
  job<Delivery>('status.tell', (one) => sendToHook(house, one))
  jobs = await openJobs(stage.config, { work: true, alone: true, log: () => {} })
})
afterAll(async () => {
  await jobs?.close()
  front?.close()
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

const show = async () => {
  const snapshot = await readSnapshot(stage.house)
  await door.put(snapshot && pagesOf(snapshot, await clockNow(stage.db)))
}
const open = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}${path}`, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}
let place = 0
const press = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `198.51.100.${place++ % 250}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
const inMinutes = async (minutes: number) =>
  new Date((await clockNow(stage.db)).getTime() + minutes * 60_000).toISOString()
const words = (en: string, de?: string) => ({ en, ...(de && { de }) })

let line: string
const incidents: Record<string, string> = {}
const said = async (more: object = {}) => ({
  title: words('The emergency line is silent', 'Der Notruf schweigt'),
  stage: 'looking',
  impact: words('Nine families cannot reach us.', 'Neun Familien erreichen uns nicht.'),
  doing: words('Ben has the phone of the van: ring +351 255 000 174.'),
  levels: { [line]: 'down' },
  nextAt: await inMinutes(60),
  ...more,
})

describe('how it stands, for everybody', () => {
  it('is no page and no answer while the team does not work this way', async () => {
    expect((await ask(stage.ana, 'GET /status-page')).body.type).toBe('practice-off')
    const none = await app.inject({ url: '/status' })
    expect([none.statusCode, none.body.includes('There is no such page')]).toEqual([404, true])
    await show()
    expect((await open('/status')).status).toBe(503)
    await switchPractice(stage.db, tend, 'statusPage', true)
    const soon = await app.inject({ url: '/status' })
    expect([soon.statusCode, soon.headers['retry-after']]).toEqual([503, '5'])
  })

  it('has parts in the words of customers, named and ordered by leads', async () => {
    const name = words('Emergency line', 'Notruf')
    expect((await ask(stage.ben, 'POST /status-components', { body: { name } })).status).toBe(403)
    line = (await ask(stage.ana, 'POST /status-components', { body: { name } })).body.id
    const shop = await ask(stage.ana, 'POST /status-components', { body: { name: words('Bakery') } })
    await ask(stage.ana, 'PUT /status-components', { body: { order: [shop.body.id] } })
    const { components, readers } = (await ask(stage.lena, 'GET /status-page')).body
    expect(components.map((one: { id: string; level: string }) => [one.id, one.level])).toEqual([
      [shop.body.id, 'works'],
      [line, 'works'],
    ])
    expect(readers).toBe(0)
  })

  it('says nothing without the hour of the next word, and nothing is over while it is broken or unexplained', async () => {
    const refused = async (more: object) =>
      (await ask(stage.ben, 'POST /status-reports', { body: await said(more) })).body.errors?.[0].pointer
    expect(await refused({ nextAt: null })).toBe('/nextAt')
    expect(await refused({ nextAt: await inMinutes(-1) })).toBe('/nextAt')
    expect(await refused({ stage: 'over', nextAt: null })).toBe('/levels')
    expect(await refused({ stage: 'over', levels: {}, nextAt: null })).toBe('/cause')
    expect(await refused({ levels: { stc_0000000000000000000000: 'down' } })).toBe('/levels')
    expect(await refused({ begunAt: await inMinutes(5) })).toBe('/begunAt')
    expect((await ask(stage.lena, 'POST /status-reports', { body: await said() })).status).toBe(403)
    expect((await ask(stage.ana, 'GET /status-reports')).body.items).toEqual([])
  })

  it('names an incident only to those who see its inbox, and keeps no answer in the clear', async () => {
    await switchPractice(stage.db, tend, 'incidents', true)
    for (const [name, inboxId] of [
      ['rye', stage.bakery],
      ['line', stage.repairs],
    ] as const)
      incidents[name] = await openIncident(stage.db, name === 'rye' ? stage.tomas : stage.ben, {
        inboxId,
        what: 'The emergency line is silent',
        clues: [],
      })
    const open = async (by: { id: string }, incidentId: string, headers = {}) =>
      ask(by, 'POST /status-reports', { body: await said({ incidentId }), headers })
    for (const foreign of [incidents.rye!, 'inc_0000000000000000000000', 'line'])
      expect([(await open(stage.ben, foreign)).status, foreign]).toEqual([404, foreign])
    const body = await said({ incidentId: incidents.line })
    const once = () =>
      ask(stage.ben, 'POST /status-reports', { body, headers: { 'idempotency-key': 'line-1' } })
    const made = await once()
    expect((await once()).body).toEqual(made.body)
    const kept = await stage.db
      .selectFrom('idempotency')
      .selectAll()
      .where('key', '=', 'line-1')
      .executeTakeFirstOrThrow()
    expect([kept.status, JSON.stringify(kept).includes('silent')]).toEqual([201, false])
    const { id } = made.body
    const reads = async (by: { id: string }) =>
      (await ask(by, 'GET /status-reports/{id}', { params: { id } })).body.incidentId
    expect([await reads(stage.ben), await reads(stage.tomas)]).toEqual([incidents.line, null])
    const of = (by: { id: string }, incidentId: string) =>
      ask(by, 'GET /status-reports', { query: { incidentId } })
    expect((await of(stage.ben, incidents.line!)).body.items).toHaveLength(1)
    expect((await of(stage.tomas, incidents.line!)).status).toBe(404)
    const moved = { params: { id }, body: { incidentId: incidents.rye } }
    expect((await ask(stage.ben, 'PATCH /status-reports/{id}', moved)).status).toBe(404)
    await ask(stage.ana, 'DELETE /status-reports/{id}', { params: { id } })
  })

  it('is read in the language of the reader, without a script, a database or anything from elsewhere', async () => {
    const { body: report } = await ask(stage.ben, 'POST /status-reports', {
      body: await said({ impact: words('<script>alert(1)</script> & nine families', 'Neun Familien') }),
    })
    expect(report).toMatchObject({ stage: 'looking', level: 'down', isLate: false, overAt: null })
    await show()
    const english = await open('/status', { 'accept-language': 'fr, en;q=0.5' })
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; nine families')
    expect(english.body).toMatch(/By <time datetime="[^"]+">\w+ \d+ \w+, \d\d:\d\d \([^)]+\)<\/time>/)
    const german = await open('/status', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' })
    expect(german.body).toContain('Der Notruf schweigt')
    // What was said in English alone says that it is.
    expect(german.body).toContain('<div lang="en"><p>Ben has the phone of the van')
    expect((await open('/status?lang=de')).body).toBe(german.body)
    for (const page of [english, german]) {
      expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
      expect(page.body.match(/(?:src|href)="(?!\/|\?|data:|#)[^"]*"/g)).toBeNull()
    }
    const again = await open('/status', { 'if-none-match': english.headers.get('etag')! })
    expect(again.status).toBe(304)
    // What it may load is named by its own bytes: no other script runs here.
    expect(english.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+';/)
  })

  it('stays on disk, so that it stands before anything else of the house does', async () => {
    expect((await readdir(join(folder, 'status'))).sort()).toContain('page.de.html')
    const before = (await open('/status')).body
    const other = await openDoor(folder)
    const answers: { status: number; body: string }[] = []
    const response = {
      writeHead(status: number) {
        answers.push({ status, body: '' })
        return this
      },
      end(body?: Buffer) {
        answers.at(-1)!.body = body?.toString() ?? ''
      },
    }
    const request = { method: 'GET', url: '/status', headers: {} }
    expect(other.answers(request as never, response as never)).toBe(true)
    expect(answers).toEqual([{ status: 200, body: before }])
    expect(other.answers({ ...request, url: '/api/v1/me' } as never, response as never)).toBe(false)
    expect(other.answers({ ...request, method: 'POST' } as never, response as never)).toBe(false)
  })

  it('goes on by what a colleague has said, is late when the hour passes, and ends with its cause', async () => {
    const [{ id }] = (await ask(stage.ana, 'GET /status-reports')).body.items
    const say = (body: object) =>
      ask(stage.ana, 'POST /status-reports/{id}/updates', { params: { id }, body })
    const { title: _, ...update } = await said({ stage: 'found' })
    expect((await say({ ...update, seen: 0 })).body.type).toBe('crossed')
    expect((await say({ ...update, seen: 1 })).body).toMatchObject({ stage: 'found' })
    await stage.db.updateTable('teammates').set({ demo: false }).where('id', '=', stage.ana.id).execute()
    const remind = (await transaction(stage.db, (trx) => nextTimer(trx, 'status.near', id)))!
    expect(await nudgeLetters(stage.house, id)).toEqual([])
    await moveClock(stage.db, new Date(remind.getTime() + 1000))
    const [letter, none] = await nudgeLetters(stage.house, id)
    expect([letter?.to.email, letter?.text.includes(`/status-page/${id}`), none]).toEqual([
      'ana@casa-amaral.example',
      true,
      undefined,
    ])
    await moveClock(stage.db, new Date(Date.parse(await inMinutes(11))))
    await show()
    expect((await open('/status')).body).toMatch(/We said <time[^>]+>[^<]+<\/time>, and we are late/)
    const cause = words('We tried the line only from inside the house.')
    const over = { ...update, stage: 'over', levels: {}, nextAt: null, cause }
    expect((await say(over)).body).toMatchObject({ stage: 'over', cause, nextAt: null })
    await show()
    const page = (await open('/status')).body
    expect(page).toContain('Everything works.')
    expect(page).toContain('We tried the line only from inside')
    const json = JSON.parse((await open('/status.json')).body)
    expect([json.open, json.past[0].cause]).toEqual([[], cause])
    const feed = await open('/status/feed.atom?lang=en')
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(feed.body.match(/<entry>/g)).toHaveLength(3)
    expect(feed.body).toContain('&lt;p&gt;&lt;b&gt;Why it happened')
  })

  it('holds 50 kB whatever was said', async () => {
    const long = words('Word after word after word. '.repeat(70))
    for (let n = 0; n < 8; n++) {
      const { body } = await ask(stage.ana, 'POST /status-reports', { body: await said({ doing: long }) })
      const end = { ...(await said({ stage: 'over', levels: {}, nextAt: null, doing: long })), cause: long }
      const { title: _, ...update } = end
      await ask(stage.ana, 'POST /status-reports/{id}/updates', { params: { id: body.id }, body: update })
    }
    await show()
    for (const path of ['/status', '/status/past', '/status?lang=de'])
      expect(Buffer.byteLength((await open(path)).body), path).toBeLessThan(50_000)
    const { items } = (await ask(stage.ana, 'GET /status-reports')).body
    for (const { id } of items.slice(0, 8))
      expect((await ask(stage.ana, 'DELETE /status-reports/{id}', { params: { id } })).status).toBe(200)
    await show()
    expect((await open('/status/past')).body).not.toContain('Word after word')
    // Long statements give way, too: the oldest first, and those in front stand in full.
    const at = (await clockNow(stage.db)).getTime()
    await transaction(stage.db, async (trx) => {
      for (let n = 0; n < 9; n++)
        await putStatement(trx, tend, {
          id: newId('statement'),
          title: words(`Winter letter ${n}`),
          words: words('Word after word after word. '.repeat(280)),
          at: new Date(at - n * 20 * 86_400_000),
        })
    })
    await show()
    const [front, past] = [(await open('/status')).body, (await open('/status/past')).body]
    for (const page of [front, past]) expect(Buffer.byteLength(page)).toBeLessThan(50_000)
    expect(front).toContain('Winter letter 0')
    expect(past).toContain('Winter letter 2')
    expect(past).not.toContain('Winter letter 8')
    await stage.db.deleteFrom('statusStatements').execute()
    await show()
  })
})

describe('who asked to hear', () => {
  const address = 'maria@lopes.example'
  const subscriber = () =>
    stage.db.selectFrom('statusSubscribers').selectAll().where('address', '=', address).executeTakeFirst()
  const pathOf = (letter: StatusLetter, what: string) =>
    new URL(new RegExp(`https?://\\S+/status/${what}/\\S+`).exec(letter.text)![0]).pathname

  it('hears only after a word from their own mailbox, and nobody learns who does', async () => {
    const before = await press('/status/subscribe', { email: 'nobody@', lang: 'en' })
    expect([before.statusCode, before.body.includes('no e-mail address yet')]).toEqual([422, true])
    const first = await press('/status/subscribe', { email: ` ${address.toUpperCase()} `, lang: 'de' })
    const letter = (await askingLetter(stage.house, (await subscriber())!.id))!
    expect(letter.subject).toContain('Hören, wenn sich bei Casa Amaral etwas ändert?')
    expect(letter.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const confirm = pathOf(letter, 'confirm')
    // A mail scanner opens links.
    expect((await app.inject({ url: confirm })).statusCode).toBe(200)
    expect((await subscriber())!.confirmedAt).toBeNull()
    for (const wrong of [`${confirm}x`, confirm.replace('confirm', 'leave'), '/status/confirm/sub_1.x'])
      expect((await press(wrong, {})).statusCode).toBe(404)
    expect((await press(confirm, {})).statusCode).toBe(200)
    expect((await subscriber())!.confirmedAt).not.toBeNull()
    // Asked again, by whomever: the same answer, another letter, nothing else.
    const second = await press('/status/subscribe', { email: address, lang: 'en' })
    expect([second.statusCode, second.headers.location]).toEqual([
      first.statusCode,
      first.headers.location!.toString().replace('de', 'en'),
    ])
    expect((await subscriber())!.language).toBe('de')
    expect((await askingLetter(stage.house, (await subscriber())!.id))!.subject).toBe(
      'Sie hören schon von Casa Amaral',
    )
    const trap = await press('/status/subscribe', { email: 'bot@bots.example', website: 'x', lang: 'en' })
    expect(trap.statusCode).toBe(303)
    expect((await ask(stage.ana, 'GET /status-page')).body.readers).toBe(1)
  })

  it('gets each word once, in their language, with a way to leave that needs no page', async () => {
    const { body: report } = await ask(stage.ben, 'POST /status-reports', { body: await said() })
    const newsId = report.updates[0].id
    await tellReaders(stage.db, newsId)
    await tellReaders(stage.db, newsId)
    await expect.poll(() => letters.length, { timeout: 60_000 }).toBe(1)
    const [letter] = letters
    expect(letter!.subject).toBe('Der Notruf schweigt: Wir suchen die Ursache')
    expect(letter!.text).toContain('Neun Familien erreichen uns nicht.')
    const delivery = { newsId, toId: (await subscriber())!.id }
    await expect.poll(() => newsLetter(stage.house, delivery), { timeout: 60_000 }).toBeNull()
    const leave = new URL(letter!.headers['List-Unsubscribe']!.slice(1, -1)).pathname
    expect((await app.inject({ url: leave })).statusCode).toBe(200)
    expect(await subscriber()).toBeDefined()
    expect((await press(leave, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200)
    expect(await subscriber()).toBeUndefined()
    expect((await press(leave, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200)
    await tellReaders(stage.db, newsId)
    expect(letters).toHaveLength(1)
  })

  it('is asked three times a day at most, from one place six times in ten minutes, and forgotten without a yes', async () => {
    for (let n = 0; n < 5; n++)
      expect(
        (await press('/status/subscribe', { email: 'hugo+a@pires.example', lang: 'en' })).statusCode,
      ).toBe(303)
    const { n } = await stage.db
      .selectFrom('events')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('type', '=', 'status.asked')
      .where(
        'detail',
        '@>',
        JSON.stringify({
          subscriberId: (
            await stage.db
              .selectFrom('statusSubscribers')
              .select('id')
              .where('address', '=', 'hugo+a@pires.example')
              .executeTakeFirstOrThrow()
          ).id,
        }) as never,
      )
      .executeTakeFirstOrThrow()
    expect(n).toBe(3)
    const same = () =>
      app.inject({
        method: 'POST',
        url: '/status/subscribe',
        remoteAddress: '203.0.113.9',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'email=rui%40pires.example&lang=en',
      })
    const answers = []
    // Two windows of ten minutes at most.
    for (let tries = 0; tries < 13; tries++) answers.push((await same()).statusCode)
    expect(answers).toContain(429)
    await moveClock(stage.db, new Date(Date.parse(await inMinutes(3 * 1440))))
    await forgetUnconfirmed(stage.db)
    expect((await stage.db.selectFrom('statusSubscribers').select('id').execute()).length).toBe(0)
  })
})

describe('programs that hear of it', () => {
  it('are told, signed, again while they are away, and never more once they are gone', async () => {
    const heard: { headers: Record<string, unknown>; body: string }[] = []
    let status = 503
    const program = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        heard.push({ headers: request.headers, body })
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
    const target = `http://127.0.0.1:${(program.address() as AddressInfo).port}/in`
    const body = { name: 'Miguel’s board', url: target, inside: true }
    expect((await ask(stage.ana, 'POST /status-hooks', { body })).status).toBe(403)
    const admin = { ...stage.ana, role: 'admin' as const }
    const { makeHook, listHooks } = await import('./hooks.ts')
    const made = await makeHook(stage.house, admin, body)
    const [{ id, updates }] = (await ask(stage.ana, 'GET /status-reports')).body.items
    await tellReaders(stage.db, updates[0].id)
    const delivery = { newsId: updates[0].id, toId: made.id }
    const timer = () =>
      transaction(stage.db, (trx) => nextTimer(trx, 'status.hook', `${delivery.newsId} ${delivery.toId}`))
    await expect.poll(timer, { timeout: 60_000 }).not.toBeNull()
    status = 204
    await sendToHook(stage.house, delivery)
    expect((await listHooks(stage.db, admin)).items).toMatchObject([
      { last: { result: 'done', status: 204 } },
    ])
    await sendToHook(stage.house, delivery)
    expect(heard).toHaveLength(2)
    const { headers, body: told } = heard[1]!
    expect(JSON.parse(told)).toMatchObject({ type: 'status.updated', data: { id, stage: 'looking' } })
    expect(headers['webhook-id']).toBe(updates[0].id)
    const signature = createHmac('sha256', Buffer.from(made.secret.slice(6), 'base64'))
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${told}`)
      .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    status = 410
    const { title: _, ...update } = await said({ stage: 'found' })
    const next = await ask(stage.ben, 'POST /status-reports/{id}/updates', { params: { id }, body: update })
    await tellReaders(stage.db, next.body.updates[0].id)
    await expect.poll(async () => (await listHooks(stage.db, admin)).items, { timeout: 60_000 }).toEqual([])
    program.close()
  })
})
