import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { planLeave } from '#server/calendar/actions.ts'
import {
  answer,
  askIn,
  joao,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { changeNoticeSettings } from '#server/notifications/settings.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { callByProvider, setProvider, signHook } from './provider.ts'
import { whomToCall } from './rota.ts'
import { serveOncall } from './routes.ts'
import { readTakeLink, takenByAnswer, takeUrgent, takeUrl } from './taking.ts'
import { clockTime, order, type Rota, readAnswer, turnAt, turnsFrom } from './turns.ts'
import { answerTriage, considerUrgent, escalate } from './urgent.ts'

const at = (text: string) => new Date(text)
const hours = (from: Date, n: number) => new Date(from.getTime() + n * 3_600_000)

describe('a rota', () => {
  const rota: Rota = {
    startsOn: '2026-11-23',
    changesAt: '08:00',
    members: ['ana', 'ben', 'rosa'],
    swaps: [],
  }
  const lisbon = 'Europe/Lisbon'

  it('goes round week by week, from the morning it changes', () => {
    expect(turnAt(rota, at('2026-11-29T21:00Z'), lisbon)?.teammateId).toBe('ana')
    expect(turnAt(rota, at('2026-11-30T07:59Z'), lisbon)?.teammateId).toBe('ana')
    expect(turnAt(rota, at('2026-11-30T08:00Z'), lisbon)?.teammateId).toBe('ben')
    expect(turnAt(rota, at('2026-11-22T08:00Z'), lisbon)?.teammateId).toBe('rosa')
    expect(order(rota, at('2026-11-30T09:00Z'), lisbon)).toEqual(['ben', 'rosa', 'ana'])
  })

  it('gives a swapped night to whoever took it, and goes on as before', () => {
    const swapped = {
      ...rota,
      swaps: [{ teammateId: 'rosa', from: at('2026-11-28T18:00Z'), to: at('2026-11-29T18:00Z') }],
    }
    expect(turnsFrom(swapped, at('2026-11-27T12:00Z'), lisbon, 4).map((one) => one.teammateId)).toEqual([
      'ana',
      'rosa',
      'ana',
      'ben',
    ])
    expect(order(swapped, at('2026-11-28T20:00Z'), lisbon)).toEqual(['rosa', 'ana', 'ben'])
  })

  it.each(['Europe/Lisbon', 'America/St_Johns', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'])(
    'changes at its hour on the wall of %s, without a gap, through every change of clocks',
    (zone) => {
      const moment = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true })
      fc.assert(
        fc.property(moment, (now) => {
          const turn = turnAt(rota, now, zone)!
          expect(turn.from <= now && now < turn.to).toBe(true)
          const wall = Temporal.Instant.from(turn.to.toISOString()).toZonedDateTimeISO(zone)
          expect([wall.dayOfWeek, wall.toPlainTime().toString()]).toEqual([1, '08:00:00'])
          const next = turnAt(rota, turn.to, zone)!
          expect(next.from).toEqual(turn.to)
          expect(next.teammateId).not.toBe(turn.teammateId)
        }),
        { numRuns: 80 },
      )
    },
  )

  it('says hours one can say aloud, and reads a yes and a no', () => {
    expect(clockTime(at('2026-11-29T21:02:10Z'), 15)).toEqual(at('2026-11-29T21:20Z'))
    for (const word of ['YES', 'Yes, please hurry', 'Ja, bitte!', 'It cannot wait.', 'Sim.'])
      expect(readAnswer(word)).toBe('yes')
    for (const word of ['no, tomorrow is fine', 'Nein danke', 'It can wait'])
      expect(readAnswer(word)).toBe('no')
    expect(readAnswer('What does it cost?')).toBeNull()
  })
})

describe('a night', () => {
  let stage: Stage
  let ask: ReturnType<typeof askIn>
  const boss = () => ({ ...stage.ana, role: 'admin' as const })

  beforeAll(async () => {
    stage = await openStage()
    await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon', name: 'Casa Amaral' })
    // The rota begins in the week whose Sunday is meant.
    await moveClock(stage.db, nextDay(await clockNow(stage.db), 'tuesday', '10:00'))
    stage.ana.role = 'lead'
    await stage.db.updateTable('teammates').set({ joinedAt: new Date() }).execute()
    ask = askIn(await openHttp(stage, (app, options) => serveOncall(app, options, stage.house)))
    const params = { id: stage.repairs }
    const body = { members: [stage.ben.id, stage.ana.id] }
    expect((await ask(stage.ana, 'PUT /inboxes/{id}/rota', { params, body })).status).toBe(409)
    await switchPractice(stage.db, boss(), 'onCall', true)
    expect((await ask(stage.ben, 'PUT /inboxes/{id}/rota', { params, body })).status).toBe(403)
    const wrong = { members: [stage.tomas.id] }
    expect((await ask(stage.ana, 'PUT /inboxes/{id}/rota', { params, body: wrong })).status).toBe(422)
    expect((await ask(stage.ana, 'PUT /inboxes/{id}/rota', { params, body })).body.rota.now).toBe(
      stage.ben.id,
    )
    await sunday()
  })
  afterAll(() => stage.close())

  /** The next Sunday evening, at nine. */
  const sunday = async () => moveClock(stage.db, nextDay(await clockNow(stage.db), 'sunday', '21:02'))
  const writes = async (text: string, more: Partial<Parameters<typeof letter>[1]> = {}) => {
    const matter = await letter(stage.db, { inboxId: stage.repairs, from: maria, text, ...more })
    await Promise.all([considerUrgent(stage.house, matter), considerUrgent(stage.house, matter)])
    return matter
  }
  const urgentOf = (id: string) =>
    stage.db.selectFrom('urgents').selectAll().where('conversationId', '=', id).executeTakeFirst()
  const called = async (id: string) =>
    (
      await stage.db
        .selectFrom('events')
        .select('teammateId')
        .where('conversationId', '=', id)
        .where('type', '=', 'urgent.called')
        .orderBy('seq')
        .execute()
    ).map((row) => row.teammateId)
  const letters = async (id: string) =>
    (
      await stage.db
        .selectFrom('messages')
        .selectAll()
        .where('conversationId', '=', id)
        .where('direction', '=', 'out')
        .orderBy('id')
        .execute()
    ).map((row) => row.text)
  const inMinutes = async (n: number) => moveClock(stage.db, hours(await clockNow(stage.db), n / 60))

  it('calls at once where it smells of gas, tells the stranger, escalates, and ends with a time on the clock', async () => {
    const { house, ana, ben } = stage
    const gas = await writes('It smells strongly of gas in the kitchen, what shall I do?')
    const id = gas.conversationId
    expect(await called(id)).toEqual([ben.id])
    expect((await letters(id)).join()).toContain('the person on call is being called at this moment')
    const { id: urgentId } = (await urgentOf(id))!
    expect((await ask(ana, 'GET /urgents')).body.items).toMatchObject([{ id: urgentId, state: 'calling' }])
    expect((await ask(stage.tomas, 'GET /urgents')).body.items).toEqual([])
    await inMinutes(9)
    await escalate(house, urgentId)
    expect(await called(id)).toEqual([ben.id])
    await inMinutes(1)
    await Promise.all([escalate(house, urgentId), escalate(house, urgentId)])
    await escalate(house, urgentId)
    expect(await called(id)).toEqual([ben.id, ana.id])

    const link = await readTakeLink(house, takeUrl(house, urgentId, ben.id).split('/take/')[1]!)
    expect(link?.by.id).toBe(ben.id)
    const forged = takeUrl(house, urgentId, ben.id).replace(ben.id.slice(3), ana.id.slice(3))
    expect(await readTakeLink(house, forged.split('/take/')[1]!)).toBeNull()
    const params = { id: urgentId }
    expect(
      (await ask(stage.tomas, 'POST /urgents/{id}/taking', { params, body: { minutes: 10 } })).status,
    ).toBe(404)
    expect(
      (await ask(stage.lena, 'POST /urgents/{id}/taking', { params, body: { minutes: 10 } })).status,
    ).toBe(403)
    const taken = await takeUrgent(house, link!.by, urgentId, 10)
    const other = await ask(ana, 'POST /urgents/{id}/taking', { params, body: { minutes: 10 } })
    expect([other.status, other.body.title]).toEqual([
      409,
      'Ben Okafor has taken it already. Nothing was changed.',
    ])
    // Taken at 21:12, within ten minutes: "by 21:25".
    expect(taken.callBy).toMatch(/T2[01]:25:00\.000Z$/)
    expect((await letters(id)).at(-1)).toMatch(
      /Ben Okafor has your message and calls you by \w+ \d+ \w+, 21:25\./,
    )
    const row = await stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
    expect([row?.assigneeId, row?.status]).toEqual([ben.id, 'open'])
    expect(row?.nextPromiseDue?.toISOString()).toBe(taken.callBy)
    await inMinutes(30)
    await escalate(house, urgentId)
    expect(await called(id)).toHaveLength(2)
    expect((await ask(ana, 'GET /urgents')).body.items).toEqual([])
    // A second letter of the same night begins nothing anew.
    await writes('Thank you! Please hurry, it is still urgent.', { conversationId: id })
    expect(await called(id)).toHaveLength(2)
  })

  it('asks one question where it is not sure, and hears the answer by mail or on the page', async () => {
    await sunday()
    const { house } = stage
    const text = 'Please help, this is urgent: the heating is out and we have guests.'
    const first = await writes(text)
    expect([(await urgentOf(first.conversationId))?.state, await called(first.conversationId)]).toEqual([
      'asked',
      [],
    ])
    expect(await letters(first.conversationId)).toHaveLength(1)
    expect((await letters(first.conversationId))[0]).toMatch(/open again on Monday \d+ \w+, 09:00/)
    await writes('YES', { conversationId: first.conversationId })
    expect(await called(first.conversationId)).toHaveLength(1)

    const second = await writes(text, { from: joao })
    await writes('No, tomorrow is fine.', { from: joao, conversationId: second.conversationId })
    expect((await urgentOf(second.conversationId))?.state).toBe('can-wait')

    const third = await writes(text, { from: { name: 'Edith Lowry', email: 'edith@post.example' } })
    const row = await stage.db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', third.conversationId)
      .executeTakeFirstOrThrow()
    const press = () => transaction(stage.db, (trx) => answerTriage(house, trx, row, true))
    expect([await press(), await press()]).toEqual([true, false])
    expect(await called(third.conversationId)).toHaveLength(1)
  })

  it.each([
    'Can you tell me whether the part is in stock? I need it by Friday.',
    'My daughter has her birthday on Saturday, and I would like to order a cake.',
    'Könnten Sie mir das Angebot bis morgen schicken? Ich brauche es dringend.',
  ])('wakes nobody for a letter that is only in a hurry: %s', async (text) => {
    await sunday()
    const { conversationId } = await writes(text, { from: joao })
    expect([(await urgentOf(conversationId))?.state, await called(conversationId)]).toEqual(['asked', []])
    expect((await letters(conversationId))[0]).toMatch(/can it wait until then\?|Kann es bis dahin warten\?/)
  })

  it('hears what is urgent in a German letter, and leaves alone what only could be', async () => {
    await sunday()
    const gas = await writes('Guten Abend, in der Küche riecht es ein wenig nach Gas. Ich will nicht stören.')
    expect(await called(gas.conversationId)).toHaveLength(1)
    const text = 'Guten Tag, wer kommt, falls es einmal nach Gas riecht? Es hat keine Eile.'
    expect(await urgentOf((await writes(text, { from: joao })).conversationId)).toBeUndefined()
  })

  it('leaves alone what is not urgent, what comes while we are here, what a machine wrote, and what somebody has answered', async () => {
    await sunday()
    expect(await urgentOf((await writes('When do you open at Christmas?')).conversationId)).toBeUndefined()
    const gas = 'It smells of gas in the kitchen!'
    const flags = { autoReply: true, bounce: false, suppressAutoReply: true }
    expect(await urgentOf((await writes(gas, { more: { flags } })).conversationId)).toBeUndefined()
    const old = hours(await clockNow(stage.db), -3)
    expect(await urgentOf((await writes(gas, { at: old })).conversationId)).toBeUndefined()
    const answered = await writes(gas)
    await answer(stage.db, stage.ana, answered.conversationId, 'Open the windows, I am calling you.')
    const event = { ...answered, byKind: 'teammate', byId: stage.ana.id, byName: stage.ana.name }
    await takenByAnswer(stage.house, event)
    expect(await urgentOf(answered.conversationId)).toMatchObject({ state: 'taken', takenById: stage.ana.id })
    await inMinutes(13 * 60)
    expect(await urgentOf((await writes(gas)).conversationId)).toBeUndefined()
  })

  it('passes over whoever is away, calls their stand-in, and tells of it when nobody is left', async () => {
    await sunday()
    const { db, house, ana, ben } = stage
    const now = await clockNow(db)
    const day = now.toISOString().slice(0, 10)
    const list = () => transaction(db, (trx) => whomToCall(trx, stage.repairs, now))
    const before = await list()
    expect(new Set(before)).toEqual(new Set([ana.id, ben.id]))
    const params = { id: stage.repairs }
    const turn = { from: now.toISOString(), to: hours(now, 8).toISOString() }
    const give = { params, body: { teammateId: ana.id, ...turn } }
    expect((await ask(ben, 'POST /inboxes/{id}/rota/swaps', give)).status).toBe(403)
    expect((await ask(ana, 'POST /inboxes/{id}/rota/swaps', give)).body.now).toBe(ana.id)
    expect((await list())[0]).toBe(ana.id)
    await planLeave(db, ana, { from: day, to: day, standInId: ben.id })
    expect(await list()).toEqual([ben.id])
    const { conversationId } = await writes('It smells of gas in the cellar!')
    const { id } = (await urgentOf(conversationId))!
    await inMinutes(11)
    await escalate(house, id)
    await inMinutes(11)
    await escalate(house, id)
    const urgent = await urgentOf(conversationId)
    expect([await called(conversationId), urgent?.state, urgent?.nobodyAt === null]).toEqual([
      [ben.id],
      'calling',
      false,
    ])
  })

  it('hands the call to a provider by a signed hook, once per call', async () => {
    await sunday()
    const { house, ben } = stage
    const came: { headers: Record<string, unknown>; body: string }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        came.push({ headers: request.headers, body })
        response.writeHead(came.length === 1 ? 503 : 204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls`
    await expect(setProvider(house, stage.ben, { url, inside: true })).rejects.toThrow()
    const { secret } = await setProvider(house, boss(), { url, inside: true })
    const { conversationId } = await writes('It smells of gas, and my neighbour is old.')
    const { id: urgentId } = (await urgentOf(conversationId))!
    const [teammateId] = await called(conversationId)
    const call = { urgentId, teammateId: teammateId! }
    // The stage's people are of the sample team, whom nobody calls.
    await callByProvider(house, call)
    await stage.db.updateTable('teammates').set({ demo: false }).execute()
    await callByProvider(house, call)
    expect(came).toEqual([])
    await changeNoticeSettings(house, { ...ben, id: teammateId! }, { phone: '+351 912 345 678' })
    await expect(callByProvider(house, call)).rejects.toThrow('503')
    await callByProvider(house, call)
    expect(came).toHaveLength(2)
    const [first, second] = came
    expect(first!.headers['webhook-id']).toBe(second!.headers['webhook-id'])
    const stamp = Number(second!.headers['webhook-timestamp'])
    const id = String(second!.headers['webhook-id'])
    expect(second!.headers['webhook-signature']).toBe(signHook(secret, id, stamp, second!.body))
    expect(JSON.parse(second!.body).data).toMatchObject({
      to: { phone: '+351 912 345 678' },
      takeUrl: takeUrl(house, urgentId, teammateId!),
    })
    await new Promise((resolve) => server.close(resolve))
    // Without leave of an admin, nothing inside is ever reached.
    await setProvider(house, boss(), { url, inside: false })
    await expect(callByProvider(house, call)).rejects.toThrow('lies inside')
  })
})
