import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { sourcesOfNotices } from '#server/app/telling.ts'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { markLate, nudgePromise } from '#server/promises/clocks.ts'
import { answerHandover, handOver } from '#server/promises/handing.ts'
import { changeTeammate, inviteTeammate } from '#server/team/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import type { Letter } from './letters.ts'
import { notify, notifyLeads, type Sources, tellWaiting } from './notices.ts'

let stage: Stage
let ana: TeammateActor
let ben: TeammateActor
const posted: Letter[] = []
const sources: Sources = { ...sourcesOfNotices('none'), post: async (_, letter) => void posted.push(letter) }

beforeAll(async () => {
  stage = await openStage()
  // The stage's own people are of the sample team, who get no mail.
  const joined = async (who: 'ana' | 'ben' | 'rosa', role: 'teammate' | 'lead') => {
    const { id } = await inviteTeammate(stage.db, tend, {
      name: teammates[who].name,
      email: `${who}@team.example`,
      role,
      timeZone: 'Europe/Lisbon',
      inboxes: [stage.repairs],
    })
    await stage.db.updateTable('teammates').set({ joinedAt: new Date() }).where('id', '=', id).execute()
    return actorOf((await findTeammate(stage.db, id))!, 'session')
  }
  ana = await joined('ana', 'teammate')
  ben = await joined('ben', 'teammate')
  await joined('rosa', 'lead')
})
afterAll(() => stage.close())

/** What went out since it was last asked. */
const out = () => posted.splice(0).map((one) => [one.to.email, one.subject])
const matter = () => letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When do you come?' })
async function promised(what: string, hours = 4, at?: Awaited<ReturnType<typeof matter>>) {
  const { conversationId, customerId } = at ?? (await matter())
  return makePromise(stage.db, ana, {
    conversationId,
    customerId,
    inboxId: stage.repairs,
    messageId: null,
    what,
    to: null,
    quote: null,
    makerId: ana.id,
    due: new Date((await clockNow(stage.db)).getTime() + hours * 3_600_000),
  })
}
const newest = async (type: string, promiseId: string) =>
  stage.db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', type)
    .where('promiseId', '=', promiseId)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
const nudged = async (id: string) => {
  const { nudgeAt } = await stage.db
    .selectFrom('promises')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (nudgeAt) await moveClock(stage.db, nudgeAt)
  await nudgePromise(stage.db, id)
  return newest('promise.nudged', id)
}
const late = async (id: string) => {
  const { due } = await stage.db
    .selectFrom('promises')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await moveClock(stage.db, due!)
  await markLate(stage.db, id)
  return newest('promise.late', id)
}

describe('a letter to a teammate', () => {
  it('tells of a promise soon due, once, though its job runs twice', async () => {
    const event = await nudged(await promised('call about the boiler'))
    await notify(stage.house, 'nudge', event, sources)
    await notify(stage.house, 'nudge', event, sources)
    expect(posted).toHaveLength(1)
    const [one] = posted
    expect(one!.text).toContain('“call about the boiler”, by ')
    expect(one!.text).toMatch(/https:\/\/care\.casa-amaral\.example\/conversations\/cnv_/)
    expect(out()).toEqual([['ana@team.example', 'Soon: you promised Maria Lopes “call about the boiler”']])
  })

  it('about one conversation comes once in ten minutes; the rest comes together', async () => {
    const at = await matter()
    const ids = [
      await promised('call', 2, at),
      await promised('bring the part', 2, at),
      await promised('send the bill', 2, at),
    ]
    const events = []
    for (const id of ids) events.push(await late(id))
    for (const event of events) await notify(stage.house, 'late', event, sources)
    expect(out()).toEqual([['ana@team.example', 'Late: you promised Maria Lopes “call”']])
    const timer = await stage.db
      .selectFrom('timers')
      .selectAll()
      .where('kind', '=', 'notices.tell')
      .where('firedAt', 'is', null)
      .executeTakeFirstOrThrow()
    await tellWaiting(stage.house, timer.subject, sources)
    expect(out()).toEqual([])
    await moveClock(stage.db, timer.dueAt)
    await tellWaiting(stage.house, timer.subject, sources)
    await tellWaiting(stage.house, timer.subject, sources)
    expect(posted[0]?.text).toMatch(/· Late: “bring the part”, by .*\n· Late: “send the bill”, by /)
    expect(out()).toEqual([['ana@team.example', 'Maria Lopes: 2 things that wait for you']])
  })

  it('that waited does not tell of what is past', async () => {
    const at = await matter()
    const [first, second] = [await promised('call', 2, at), await promised('bring the part', 2, at)]
    await notify(stage.house, 'late', await late(first), sources)
    await notify(stage.house, 'late', await late(second), sources)
    out()
    await keepPromise(stage.db, ana, second, { told: true })
    await moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + 11 * 60_000))
    await tellWaiting(stage.house, `${ana.id} ${at.conversationId}`, sources)
    expect(out()).toEqual([])
  })

  it('asks to take over, and tells the maker of a no', async () => {
    const id = await promised('call')
    await handOver(stage.db, ana, id, ben.id, undefined)
    await notify(stage.house, 'handover', await newest('promise.handed-over', id), sources)
    await answerHandover(stage.db, ben, id, false)
    await notify(stage.house, 'declined', await newest('promise.declined', id), sources)
    expect(out()).toEqual([
      ['ben@team.example', `${teammates.ana.name} asks you to take over a promise to Maria Lopes`],
      ['ana@team.example', 'Still yours: “call” for Maria Lopes'],
    ])
  })

  it('goes to a lead when a customer is not happy', async () => {
    const { conversationId } = await matter()
    const event = { seq: 900_001, conversationId, inboxId: stage.repairs }
    await notifyLeads(stage.house, 'unhappy', event, sources)
    expect(out()).toEqual([['rosa@team.example', 'Maria Lopes is not happy: “The boiler”']])
  })

  it('never goes to the sample team, to nobody, nor to who does not see the inbox', async () => {
    const about = await matter()
    await notify(stage.house, 'unhappy', { seq: 900_002, ...about, teammateId: stage.ana.id }, sources)
    await notify(stage.house, 'unhappy', { seq: 900_003, ...about, teammateId: null }, sources)
    await changeTeammate(stage.db, tend, ben.id, { inboxes: [stage.bakery] })
    await notify(stage.house, 'unhappy', { seq: 900_004, ...about, teammateId: ben.id }, sources)
    expect(out()).toEqual([])
  })
})
