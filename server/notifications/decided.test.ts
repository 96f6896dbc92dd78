import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CustomerActor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { cancelCall, wantCall } from '#server/callbacks/actions.ts'
import { freeSlots } from '#server/callbacks/free.ts'
import { assign } from '#server/conversations/state.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { transaction } from '#server/database/database.ts'
import { askToErase } from '#server/pages/erasure.ts'
import { voiceFor } from '#server/pages/voice.ts'
import { makePromise } from '#server/promises/actions.ts'
import { nudgePromises } from '#server/promises/clocks.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { notify, notifyLeads, notifyOfAll, tellWaiting } from './notices.ts'
import { openTeam, type Team } from './team.testing.ts'

let team: Team
beforeAll(async () => {
  team = await openTeam()
  await changeCompany(team.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(team.db, tend, 'callbacks', true)
})
afterAll(() => team.close())
// Enough that a quiet day begins anew.
beforeEach(async () => {
  await team.later(7 * 86_400_000)
  team.out()
})

async function matter(subject: string) {
  const { conversationId, customerId } = await letter(team.db, {
    inboxId: team.repairs,
    from: maria,
    subject,
    text: 'The boiler is out again.',
  })
  await assign(team.db, tend, conversationId, team.ana.id)
  const by: CustomerActor = {
    kind: 'customer',
    id: customerId,
    name: maria.name,
    conversationId,
    inboxIds: [team.repairs],
    via: 'page',
  }
  return { conversationId, customerId, inboxId: team.repairs, by }
}
const newest = (type: string, conversationId: string) =>
  team.db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', type)
    .where('conversationId', '=', conversationId)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()

describe('what a customer has decided', () => {
  it('tells whoever calls of a picked call, with its time; not once it is cancelled', async () => {
    const { conversationId, by } = await matter('Boiler')
    const { slots } = await freeSlots(team.db, { inboxId: team.repairs, assigneeId: team.ana.id })
    const call = await wantCall(team.db, by, { conversationId, at: slots[0]!.at, phone: '+351 912 345 678' })
    const wanted = await newest('callback.wanted', conversationId)
    expect(wanted.teammateId).toBe(team.ana.id)
    await notify(team.house, 'call-wanted', wanted, team.sources)
    expect(team.posted[0]?.text).toMatch(/\d\d:\d\d/)
    expect(team.out()).toEqual([['ana@team.example', expect.stringContaining('Maria')]])
    await cancelCall(team.db, by, call)
    await notify(team.house, 'call-wanted', { ...wanted, seq: wanted.seq + 900_000 }, team.sources)
    expect(team.out()).toEqual([])
  })

  it('tells of two calls at one time, to whoever has both', async () => {
    const { conversationId } = await matter('Boiler')
    const id = await makePromise(team.db, team.ana, {
      conversationId,
      customerId: (await matter('Boiler')).customerId,
      inboxId: team.repairs,
      messageId: null,
      what: 'call Maria',
      to: null,
      quote: null,
      makerId: team.ana.id,
      due: new Date((await clockNow(team.db)).getTime() + 3 * 3_600_000),
    })
    const about = { conversationId, promiseId: id, teammateId: team.ana.id }
    await notify(team.house, 'two-calls', { seq: 910_000, ...about }, team.sources)
    expect(team.out()).toEqual([['ana@team.example', expect.stringMatching(/two calls/i)]])
  })

  it('tells whose promise a chosen way is', async () => {
    const { conversationId, customerId } = await matter('Kettle')
    const id = await makePromise(team.db, team.ana, {
      conversationId,
      customerId,
      inboxId: team.repairs,
      messageId: null,
      what: 'send a new kettle',
      to: null,
      quote: null,
      makerId: team.ana.id,
      due: new Date((await clockNow(team.db)).getTime() + 48 * 3_600_000),
    })
    const about = { conversationId, promiseId: id, teammateId: team.ana.id }
    await notify(team.house, 'chosen', { seq: 920_000, ...about }, team.sources)
    expect(team.posted[0]?.text).toContain('send a new kettle')
    expect(team.out()).toEqual([['ana@team.example', expect.stringContaining('Maria')]])
  })

  it('tells a lead that somebody asks to be forgotten', async () => {
    const { conversationId, by } = await matter('Boiler')
    await transaction(team.db, (trx) => askToErase(trx, by, voiceFor('en', 'Europe/Lisbon')))
    const asked = await newest('erasure.asked', conversationId)
    await notifyLeads(team.house, 'forget-me', asked, team.sources)
    await notifyLeads(team.house, 'forget-me', asked, team.sources)
    expect(team.out()).toEqual([['rosa@team.example', 'Maria Lopes asks us to forget them']])
  })
})

describe('many at once', () => {
  it('are nudged once each, told in one word, and lost by no second run', async () => {
    const ids: string[] = []
    for (let n = 0; n < 12; n++) {
      const { conversationId, customerId } = await matter(`Boiler ${n}`)
      ids.push(
        await makePromise(team.db, team.ana, {
          conversationId,
          customerId,
          inboxId: team.repairs,
          messageId: null,
          what: `call about boiler ${n}`,
          to: null,
          quote: null,
          makerId: n % 3 === 0 ? team.ben.id : team.ana.id,
          due: new Date((await clockNow(team.db)).getTime() + 4 * 3_600_000),
        }),
      )
    }
    await team.later(3 * 3_600_000)
    const both = await Promise.all([nudgePromises(team.db, ids), nudgePromises(team.db, ids.toReversed())])
    expect(both.flat().map((row) => row.id)).toHaveLength(12)
    expect(await nudgePromises(team.db, [...ids, 'prm_0000000000000000000000'])).toEqual([])
    const events = await team.db
      .selectFrom('events')
      .selectAll()
      .where('type', '=', 'promise.nudged')
      .where('promiseId', 'in', ids)
      .execute()
    expect(new Set(events.map((one) => one.promiseId)).size).toBe(12)
    expect(events).toHaveLength(12)
    const occasions = events.map((event) => ({
      ...event,
      due: new Date((event.detail as { due: string }).due),
    }))
    await Promise.all([
      notifyOfAll(team.house, 'nudge', occasions, team.sources),
      notifyOfAll(team.house, 'nudge', occasions.toReversed(), team.sources),
    ])
    const letters = [...team.posted]
    expect(
      team
        .out()
        .map(([to]) => to)
        .toSorted(),
    ).toEqual(['ana@team.example', 'ben@team.example'])
    for (const [who, count] of [
      ['ana@team.example', 8],
      ['ben@team.example', 4],
    ] as const) {
      const told = letters.find((one) => one.to.email === who)!.text.match(/call about boiler \d+/g)
      expect(new Set(told).size).toBe(count)
    }
    await tellWaiting(team.house, team.ana.id, team.sources)
    expect(team.out()).toEqual([])
  })
})
