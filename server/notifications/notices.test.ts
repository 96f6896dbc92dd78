import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { noteSeenMessage, noticePresence } from '#server/conversations/presence.ts'
import { assign } from '#server/conversations/state.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { markLate, nudgePromise } from '#server/promises/clocks.ts'
import { answerHandover, handOver } from '#server/promises/handing.ts'
import { changeTeammate } from '#server/team/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { endSession, openSession } from '#server/team/signIn.ts'
import { bring, notify, notifyLeads, type PushJob, type Sources, tellWaiting } from './notices.ts'
import { addDevice, changeNoticeSettings, holdAll, readNoticeSettings } from './settings.ts'
import { openTeam, type Team, tuesdayMorning } from './team.testing.ts'
import { browser } from './testing.ts'

let stage: Team
let ana: TeammateActor
let ben: TeammateActor
let posted: Team['posted']
let sources: Sources
let out: Team['out']
let later: Team['later']
const tenMinutes = 10 * 60_000

beforeAll(async () => {
  stage = await openTeam()
  ;({ ana, ben, posted, sources, out, later } = stage)
})
afterAll(() => stage.close())

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
    await tellWaiting(stage.house, ana.id, sources)
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
    await notify(stage.house, 'unhappy', { seq: 900_002, ...about, teammateId: stage.sample.id }, sources)
    await notify(stage.house, 'unhappy', { seq: 900_003, ...about, teammateId: null }, sources)
    await changeTeammate(stage.db, tend, ben.id, { inboxes: [stage.bakery] })
    await notify(stage.house, 'unhappy', { seq: 900_004, ...about, teammateId: ben.id }, sources)
    expect(out()).toEqual([])
  })
})

describe('when somebody is told', () => {
  const back = async (at: Awaited<ReturnType<typeof matter>>) => {
    const { messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Is somebody there?',
      conversationId: at.conversationId,
    })
    return (await newestAbout('message.received', messageId))!
  }
  const newestAbout = (type: string, messageId: string) =>
    stage.db
      .selectFrom('events')
      .selectAll()
      .where('type', '=', type)
      .where('messageId', '=', messageId)
      .executeTakeFirst()
  const mine = async () => {
    const at = await matter()
    await assign(stage.db, tend, at.conversationId, ana.id)
    return at
  }
  const tellBack = async (event: Awaited<ReturnType<typeof back>>) =>
    notify(stage.house, 'came-back', { ...event, teammateId: ana.id }, sources)

  it('is told that their customer is back; not where it has been seen, is open, or is somebody else’s', async () => {
    await later(6 * tenMinutes)
    const at = await mine()
    const first = await back(at)
    await tellBack(first)
    expect(out()).toEqual([['ana@team.example', 'Maria Lopes has written again: “The boiler”']])
    await later(2 * tenMinutes)
    const second = await back(at)
    await noteSeenMessage(stage.db, ana, at.conversationId, second.messageId!)
    await tellBack(second)
    await noticePresence(stage.db, ana, at.conversationId, 'looking')
    await tellBack(await back(at))
    await noticePresence(stage.db, ana, at.conversationId, 'gone')
    const third = await back(at)
    await assign(stage.db, tend, at.conversationId, null)
    await tellBack(third)
    expect(out()).toEqual([])
  })

  it('is told of a note with their name', async () => {
    await later(6 * tenMinutes)
    const { conversationId } = await matter()
    const { messageId } = await addNote(stage.db, stage.ben, {
      conversationId,
      text: 'Could @Ana Costa look?',
    })
    const event = (await newestAbout('note.added', messageId))!
    await notify(stage.house, 'mention', { ...event, teammateId: ana.id }, sources)
    expect(out()[0]?.[1]).toBe(`${teammates.ben.name} asks for you: Maria Lopes, “The boiler”`)
  })

  it('hears once, however many jobs and workers run at the same time', async () => {
    await later(6 * tenMinutes)
    const event = await back(await mine())
    await Promise.all([1, 2, 3, 4].map(() => tellBack(event)))
    await Promise.all([1, 2, 3].map(() => tellWaiting(stage.house, ana.id, sources)))
    expect(out()).toHaveLength(1)
  })

  it('hears nothing while they hold everything, and all of it in one word afterwards', async () => {
    await moveClock(stage.db, tuesdayMorning(await clockNow(stage.db)))
    const house = stage.house
    await holdAll(house, ana, 25)
    for (const event of [await back(await mine()), await back(await mine())]) await tellBack(event)
    expect(out()).toEqual([])
    await later(24 * 60_000)
    await tellWaiting(house, ana.id, sources)
    expect(out()).toEqual([])
    await later(2 * 60_000)
    await tellWaiting(house, ana.id, sources)
    expect(posted[0]?.text.match(/They have written again/g)).toHaveLength(2)
    expect(out()).toEqual([['ana@team.example', '2 things that wait for you']])
  })

  it('hears nothing on leave, and of a promise of the evening in spite of the evening', async () => {
    await changeNoticeSettings(stage.house, ana, { quiet: { from: '12:00', to: '07:00' } })
    const id = await promised('call', 3)
    const event = await nudged(id)
    await notify(stage.house, 'nudge', event, sources)
    const { due } = await stage.db
      .selectFrom('promises')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await moveClock(stage.db, new Date(due!.getTime() - 15 * 60_000))
    await tellWaiting(stage.house, ana.id, sources)
    expect(out().map(([, subject]) => subject)).toEqual(['Soon: you promised Maria Lopes “call”'])

    await changeNoticeSettings(stage.house, ana, { quiet: null })
    const today = (await clockNow(stage.db)).toISOString().slice(0, 10)
    await planLeave(stage.db, ana, { from: today, to: today, standInId: null })
    await tellBack(await back(await mine()))
    expect(out()).toEqual([])
    const { awayUntil } = await readNoticeSettings(stage.house, ana)
    await moveClock(stage.db, new Date(awayUntil!))
    await tellWaiting(stage.house, ana.id, sources)
    expect(out()).toHaveLength(1)
  })

  it('is told in their browser instead of by mail, and by mail again when the browser is gone', async () => {
    const jobs: PushJob[] = []
    const pushed = { ...sources, push: async (_: unknown, job: PushJob) => void jobs.push(job) }
    const window = await browser()
    const house = { ...stage.house, config: { ...stage.house.config, testClock: true } }
    await addDevice(house, ana, window.subscription)
    await later(6 * tenMinutes)
    await notify(house, 'came-back', { ...(await back(await mine())), teammateId: ana.id }, pushed)
    expect([out(), jobs.length]).toEqual([[], 1])
    await bring(house, jobs[0]!, pushed)
    expect(window.shown).toMatchObject([
      {
        title: 'Maria Lopes has written again: “The boiler”',
        body: 'They have written again',
        urgent: false,
      },
    ])
    expect(out()).toEqual([])
    // What is shown in a browser ends with the sign-in it was switched on in; another sign-in of hers goes on.
    const row = (await findTeammate(house.db, ana.id))!
    const onPhone = await openSession(house.db, row, { name: 'Phone', address: '127.0.0.1' }, 'password')
    const { endpoint } = window.subscription
    await addDevice(house, onPhone.by, { ...window.subscription, endpoint: `${endpoint}/phone` })
    expect((await readNoticeSettings(house, ana)).devices).toHaveLength(2)
    await endSession(house.db, onPhone.by, onPhone.by.sessionId!)
    expect((await readNoticeSettings(house, ana)).devices).toHaveLength(1)
    window.answer(410)
    await bring(house, jobs[0]!, pushed)
    expect(out()).toEqual([['ana@team.example', 'Maria Lopes has written again: “The boiler”']])
    expect((await readNoticeSettings(house, ana)).devices).toEqual([])
    await window.close()
  })
})
