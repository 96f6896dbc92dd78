import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock, startClock } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { nextTimer } from '#server/base/timers.ts'
import { askIn, letter, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import type { Trx } from '#server/database/database.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { approve, decide, withdraw } from './actions.ts'
import { dropHook, sendDecision } from './hooks.ts'
import { listHooks, setHook } from './programs.ts'
import { serveAuthority } from './routes.ts'
import { setRule } from './rules.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  ask = askIn(
    await openHttp(stage, (app, options) => {
      void app.register(async (inner) => serveAuthority(inner, options, stage.house))
    }),
  )
  const off = await ask(stage.ana, 'GET /authority')
  expect([off.status, off.body.type]).toEqual([409, 'practice-off'])
  await switchPractice(stage.db, tend, 'authority', true)
}, 60_000)
afterAll(() => stage.close())
// A month of its own for each test, so that nothing of an earlier one counts.
let month = 0
beforeEach(() => startClock(stage.db, new Date(Date.UTC(2027, month++, 12, 10))))

let guests = 0
const matter = async (guest = ++guests) => {
  const from = { name: `Guest ${guest}`, email: `guest${guest}@mail.example` }
  const came = await letter(stage.db, { inboxId: stage.repairs, from, text: 'The valve is broken.' })
  return { ...came, params: { id: came.conversationId } }
}
const rule = (more: object = {}) => ({
  role: 'teammate' as const,
  kind: 'refund',
  unit: 'EUR',
  perCase: 50,
  perPerson: null,
  perMonth: null,
  noProofUpTo: 30,
  inboxId: null,
  because: 'Whoever stands before them decides',
  ...more,
})
const allow = (by: { id: string }, more: object = {}) => ask(by, 'PUT /authority', { body: rule(more) })
/** What leads may give themselves, who runs the house says. */
const leads = (more: object = {}) =>
  setRule(stage.db, tend, rule({ role: 'lead', perCase: 500, noProofUpTo: null, ...more }))
const refund = (amount: number, more: object = {}) => ({
  kind: 'refund',
  unit: 'EUR',
  amount,
  because: 'The valve we fitted failed',
  ...more,
})
const given = async (by: { id: string }, params: { id: string }, body: object) =>
  ask(by, 'POST /conversations/{id}/decisions', { params, body })

describe('what each may give without asking', () => {
  it('is data with its reason; a lead says it for teammates, who runs the house for leads', async () => {
    expect((await allow(stage.ben)).status).toBe(403)
    expect((await allow(stage.ana, { role: 'lead' })).status).toBe(403)
    expect((await allow(stage.ana)).body.type).toBe('above-own-limit')
    await leads({ perCase: 60, perMonth: 500 })
    expect((await allow(stage.ana, { perCase: 61, perMonth: 500 })).body.type).toBe('above-own-limit')
    // Without a limit is more than any.
    expect((await allow(stage.ana)).body.type).toBe('above-own-limit')
    await leads()
    expect((await allow(stage.ana, { perPerson: 20 })).body.errors[0].pointer).toBe('/perPerson')
    expect((await allow(stage.ana)).body).toMatchObject({ perCase: 50, noProofUpTo: 30 })
    await allow(stage.ana, { perCase: 40.5 })
    const { items } = (await ask(stage.lena, 'GET /authority')).body
    expect(items).toMatchObject([{ role: 'teammate', perCase: 40.5 }, { role: 'lead' }])
    const own = await allow(stage.ana, { inboxId: stage.repairs })
    const listed = async (by: { id: string }) =>
      (await ask(by, 'GET /authority')).body.items.map((one: { id: string }) => one.id)
    expect(await listed(stage.lena)).toContain(own.body.id)
    expect(await listed(stage.tomas)).not.toContain(own.body.id)
    await ask(stage.ana, 'DELETE /authority/{id}', { params: { id: own.body.id } })
  })

  it('is decided by one press within it, says what may be said, and above it nothing is given', async () => {
    await allow(stage.ana)
    const { params } = await matter()
    const may = async (by = stage.ben) =>
      (await ask(by, 'GET /conversations/{id}/decisions', { params })).body.may
    expect(await may()).toEqual([
      {
        kind: 'refund',
        unit: 'EUR',
        upTo: 50,
        noProofUpTo: 30,
        because: 'Whoever stands before them decides',
      },
    ])
    const made = await given(stage.ben, params, refund(20.1))
    expect(made.body).toMatchObject({
      state: 'decided',
      amount: 20.1,
      by: stage.ben.name,
      sentence: 'I have refunded 20.10 EUR to you.',
    })
    expect((await may())[0].upTo).toBe(29.9)
    const over = await given(stage.ben, params, refund(29.91))
    expect([over.status, over.body.type, over.body.upTo]).toEqual([409, 'above-limit', 29.9])
    expect((await given(stage.ben, params, refund(29.9))).status).toBe(201)
    // Who reads along decides nothing; who does not see the inbox knows of nothing.
    expect((await given(stage.lena, params, refund(1))).status).toBe(403)
    expect((await given(stage.tomas, params, refund(1))).status).toBe(404)
    // Whoever may give more may still give.
    expect((await given(stage.ana, params, refund(1))).status).toBe(201)
  })

  it('counts per person over all their matters, and per month over all one gives', async () => {
    await allow(stage.ana, { perPerson: 60, perMonth: 100 })
    const one = await matter()
    await given(stage.ben, one.params, refund(50))
    const again = await matter(guests)
    expect((await given(stage.ben, again.params, refund(11))).body.upTo).toBe(10)
    await given(stage.ben, again.params, refund(10))
    const other = await matter()
    expect((await given(stage.ben, other.params, refund(41))).body.upTo).toBe(40)
    await given(stage.ben, other.params, refund(40))
    expect((await given(stage.ben, (await matter()).params, refund(1))).body.upTo).toBe(0)
    // A new month on the wall of the house.
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 25 * 86_400_000))
    expect((await given(stage.ben, (await matter()).params, refund(50))).status).toBe(201)
  })

  it('two people who decide the same at once never pass a limit', async () => {
    await allow(stage.ana, { perCase: 30, perPerson: 45, perMonth: 500 })
    const tess = { ...stage.ben, id: stage.lena.id, name: 'Lena', role: 'teammate' as const }
    const one = await matter()
    const more = [await matter(guests), await matter(guests)]
    const all = [one, ...more].flatMap(({ conversationId }) =>
      Array.from({ length: 6 }, (_, n) =>
        decide(stage.db, n % 2 ? stage.ben : tess, conversationId, refund(10)),
      ),
    )
    const done = await Promise.allSettled(all)
    const refused = done.filter((one) => one.status === 'rejected').map((one) => one.reason.type)
    expect(new Set(refused)).toEqual(new Set(['above-limit']))
    const sum = async (column: 'conversationId' | 'customerId', id: string) =>
      (await stage.db.selectFrom('decisions').select('amount').where(column, '=', id).execute()).reduce(
        (all, { amount }) => all + Number(amount),
        0,
      )
    for (const { conversationId } of [one, ...more])
      expect(await sum('conversationId', conversationId)).toBeLessThanOrEqual(3000)
    // Four of ten fit into forty-five, whoever is first; not one more, and not one less.
    expect(await sum('customerId', one.customerId)).toBe(4000)
  })

  it('above it somebody who may says yes with one press, once, and never who asked', async () => {
    await allow(stage.ana, { perCase: 20 })
    await leads({ perCase: 70 })
    const { params } = await matter()
    const asked = (await given(stage.ben, params, refund(80, { ask: true }))).body
    expect([asked.state, asked.sentence]).toEqual(['asked', null])
    const admin = { ...stage.ana, role: 'admin' as const }
    // A lead whose own limit is smaller cannot lend what they do not have.
    const small = await ask(stage.ana, 'POST /decisions/{id}/approval', { params: { id: asked.id } })
    expect(small.status).toBe(409)
    await expect(approve(stage.db, { ...admin, id: stage.ben.id }, asked.id)).rejects.toMatchObject({
      status: 403,
    })
    expect((await ask(stage.ana, 'GET /decisions')).body.items.map((one: { id: string }) => one.id)).toEqual([
      asked.id,
    ])
    const both = await Promise.allSettled([
      approve(stage.db, admin, asked.id),
      approve(stage.db, admin, asked.id),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { items } = (await ask(stage.ben, 'GET /conversations/{id}/decisions', { params })).body
    expect(items[0]).toMatchObject({ state: 'approved', sentence: 'I have refunded 80 EUR to you.' })
    const second = (await given(stage.ben, params, refund(90, { ask: true }))).body
    const no = await ask(stage.ana, 'POST /decisions/{id}/refusal', {
      params: { id: second.id },
      body: { because: 'They have the new one already' },
    })
    expect(no.body).toMatchObject({
      state: 'declined',
      answer: 'They have the new one already',
      sentence: null,
    })
  })

  it('a yes counts in the month of whoever said it', async () => {
    await leads({ perCase: 100, perMonth: 150 })
    await allow(stage.ana, { perCase: 20, perMonth: 40 })
    const yes = async (amount: number) => {
      const { id } = (await given(stage.ben, (await matter()).params, refund(amount, { ask: true }))).body
      return ask(stage.ana, 'POST /decisions/{id}/approval', { params: { id } })
    }
    expect((await yes(100)).status).toBe(201)
    expect((await yes(51)).body.upTo).toBe(50)
    expect((await yes(50)).status).toBe(201)
    expect((await given(stage.ana, (await matter()).params, refund(1))).body.upTo).toBe(0)
    // And not in the month of whoever asked.
    expect((await given(stage.ben, (await matter()).params, refund(20))).status).toBe(201)
    await leads()
  })

  it('holds for a key of the installation as well', async () => {
    await allow(stage.ana, { perMonth: 60 })
    const shop = {
      kind: 'installation' as const,
      id: newId('key'),
      name: 'The shop',
      role: 'teammate' as const,
      inboxIds: [stage.repairs],
      via: 'key' as const,
    }
    await decide(stage.db, shop, (await matter()).conversationId, refund(50))
    await expect(decide(stage.db, shop, (await matter()).conversationId, refund(11))).rejects.toMatchObject({
      type: 'above-limit',
      extra: { upTo: 10 },
    })
    await decide(stage.db, stage.ben, (await matter()).conversationId, refund(50))
  })

  it('is taken back with its record, and only while it is fresh', async () => {
    await switchPractice(stage.db, tend, 'actions', true)
    await allow(stage.ana)
    const { params, conversationId } = await matter()
    const acts = () =>
      stage.db.selectFrom('acts').select('undoneAt').where('conversationId', '=', conversationId).execute()
    const first = (await given(stage.ben, params, refund(50))).body
    expect(first.canWithdraw).toBe(true)
    await withdraw(stage.db, stage.ben, first.id)
    expect(await acts()).toEqual([{ undoneAt: expect.any(Date) }])
    const second = (await given(stage.ben, params, refund(50))).body
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 3_600_000))
    const late = await ask(stage.ben, 'POST /decisions/{id}/withdrawal', { params: { id: second.id } })
    expect(late.body.type).toBe('not-fresh')
    const { items } = (await ask(stage.ben, 'GET /conversations/{id}/decisions', { params })).body
    expect(items[0]).toMatchObject({ id: second.id, state: 'decided', canWithdraw: false })
    expect((await given(stage.ben, params, refund(1))).body.upTo).toBe(0)
  })
})

describe('a program that carries decisions out', () => {
  it('is kept, whoever else sets one at the same moment', async () => {
    const admin = { ...stage.ana, role: 'admin' as const }
    const kinds = ['extend', 'gift', 'call-out', 'voucher']
    await Promise.all(
      kinds.map((kind) => setHook(stage.house, admin, { kind, url: 'https://shop.example/', inside: false })),
    )
    expect((await listHooks(stage.db, admin)).items.map((one) => one.kind).sort()).toEqual(kinds.sort())
    for (const kind of kinds) await dropHook(stage.db, admin, kind)
  })

  it('gets each signed, with one id at every try, and its signed word is the result', async () => {
    await allow(stage.ana)
    const got: { id: string; body: string; signature: string; timestamp: string }[] = []
    let status = 500
    const program = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        got.push({
          id: String(request.headers['webhook-id']),
          signature: String(request.headers['webhook-signature']),
          timestamp: String(request.headers['webhook-timestamp']),
          body,
        })
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', () => resolve()))
    const { port } = program.address() as AddressInfo
    try {
      const admin = { ...stage.ana, role: 'admin' as const }
      const { secret } = await setHook(stage.house, admin, {
        kind: 'refund',
        url: `http://127.0.0.1:${port}/`,
        inside: true,
      })
      const { params } = await matter()
      const made = (await given(stage.ben, params, refund(12))).body
      // Not said as done before it is.
      expect([made.result, made.sentence]).toEqual(['waiting', 'I have set your refund of 12 EUR in motion.'])
      const nextTry = () => nextTimer(stage.db as unknown as Trx, 'decision.send', made.id)
      const later = async (hours: number) =>
        moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000))
      // It is busy, and then away for hours: the try waits on a timer, and is no more than one.
      for (const away of [500, 409, 408, 425]) {
        status = away
        await sendDecision(stage.house, made.id)
        expect((await nextTry())! > (await clockNow(stage.db))).toBe(true)
        await later(2)
      }
      const tries = await stage.db
        .selectFrom('timers')
        .select('dueAt')
        .where('subject', '=', made.id)
        .execute()
      expect(tries).toHaveLength(1)
      status = 202
      await sendDecision(stage.house, made.id)
      const sign = (id: string, timestamp: string, body: string) =>
        `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
          .update(`${id}.${timestamp}.${body}`)
          .digest('base64')}`
      for (const one of got) {
        expect(one.id).toBe(made.id)
        expect(one.signature).toBe(sign(one.id, one.timestamp, one.body))
      }
      expect(JSON.parse(got[0]!.body).data).toMatchObject({ kind: 'refund', amount: 12, unit: 'EUR' })
      const answer = async (body: object, by = sign, id = made.id, about = id) => {
        const timestamp = String(Math.floor((await clockNow(stage.db)).getTime() / 1000))
        const text = JSON.stringify(body)
        return ask(null, 'POST /hooks/decisions/{id}', {
          params: { id },
          body: text,
          headers: {
            'content-type': 'application/json',
            'webhook-id': about,
            'webhook-timestamp': timestamp,
            'webhook-signature': by(about, timestamp, text),
          },
        })
      }
      expect((await answer({ result: 'done' }, () => 'v1,AAAA')).status).toBe(401)
      // Signed, but about another one: it settles nothing here.
      const elsewhere = (await given(stage.ben, (await matter()).params, refund(3))).body.id
      expect((await answer({ result: 'done' }, sign, made.id, elsewhere)).status).toBe(422)
      expect((await answer({ id: elsewhere, result: 'done' })).status).toBe(422)
      expect((await answer({ result: 'done' }, sign, made.id, 'r1')).status).toBe(422)
      const named = { id: made.id, result: 'done', reference: 'RF-88' }
      expect((await answer(named, sign, made.id, 'r1')).status).toBe(200)
      const counted = await stage.db.selectFrom('rateLimits').select('bucket').execute()
      expect(counted.some((one) => one.bucket.includes(made.id))).toBe(false)
      expect((await answer({ result: 'failed', words: 'too late' })).status).toBe(200)
      const [done] = (await ask(stage.ben, 'GET /conversations/{id}/decisions', { params })).body.items
      expect(done).toMatchObject({
        result: 'done',
        reference: 'RF-88',
        sentence: 'I have refunded 12 EUR to you.',
      })
      const back = await ask(stage.ben, 'POST /decisions/{id}/withdrawal', { params: { id: made.id } })
      expect(back.body.type).toBe('under-way')
      // What the program refuses for good has given nothing: it counts against no limit.
      status = 422
      const failed = (await given(stage.ben, params, refund(38))).body
      await sendDecision(stage.house, failed.id)
      const { items, may } = (await ask(stage.ben, 'GET /conversations/{id}/decisions', { params })).body
      expect(items.find((one: { id: string }) => one.id === failed.id)).toMatchObject({
        result: 'failed',
        sentence: null,
      })
      expect(may[0].upTo).toBe(38)
      // One that stays away is told to a person; done all the same, it is done.
      status = 503
      const late = (await given(stage.ben, params, refund(38))).body
      await later(36)
      await sendDecision(stage.house, late.id)
      const read = async (id: string) =>
        (await ask(stage.ben, 'GET /conversations/{id}/decisions', { params })).body.items.find(
          (one: { id: string }) => one.id === id,
        )
      expect(await read(late.id)).toMatchObject({
        result: 'failed',
        resultWords: expect.stringContaining('could not be reached'),
      })
      expect((await answer({ result: 'done', reference: 'RF-90' }, sign, late.id)).status).toBe(200)
      expect(await read(late.id)).toMatchObject({ result: 'done', reference: 'RF-90' })
      // It has gone for good: what waited for it waits no longer.
      status = 410
      const lost = (await given(stage.ben, (await matter()).params, refund(5))).body
      const other = (await given(stage.ben, (await matter()).params, refund(6))).body
      await sendDecision(stage.house, lost.id)
      const left = await stage.db
        .selectFrom('decisions')
        .select(['result', 'resultWords'])
        .where('id', 'in', [lost.id, other.id])
        .execute()
      expect(left.map((one) => one.result)).toEqual(['failed', 'failed'])
      expect(left[0]!.resultWords).toContain('No program')
    } finally {
      program.close()
    }
  })
})
