import { afterAll, beforeAll, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { openJobs } from '#server/base/jobs.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import type { Reader } from '#server/channels/email/read/reader.ts'
import { assign } from '#server/conversations/state.ts'
import { answer, joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { addDevice } from '#server/notifications/settings.ts'
import { browser } from '#server/notifications/testing.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { changeCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { declareReactions } from './reactions.ts'
import { declareTimers } from './schedule.ts'
import { settleClock } from './settleClock.ts'

let stage: Stage
let house: House
let jobs: { close(): Promise<void> }
let window: Awaited<ReturnType<typeof browser>>
let ana: TeammateActor
let ben: TeammateActor

const minute = 60_000

beforeAll(async () => {
  stage = await openStage()
  house = { ...stage.house, config: { ...stage.house.config, testClock: true } }
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  await moveClock(stage.db, nextDay(await clockNow(stage.db), 'tuesday', '09:00'))
  // The program's own reactions and timers, on its own queues.
  declareReactions(house, {} as Reader)
  declareTimers(house)
  jobs = await openJobs(stage.config, { work: true, alone: true, log: () => {} })
  const joined = async (who: 'ana' | 'ben') => {
    const { id } = await inviteTeammate(stage.db, tend, {
      name: teammates[who].name,
      email: `${who}@team.example`,
      role: 'teammate',
      timeZone: 'Europe/Lisbon',
      inboxes: [stage.repairs],
    })
    await stage.db.updateTable('teammates').set({ joinedAt: new Date() }).where('id', '=', id).execute()
    return actorOf((await findTeammate(stage.db, id))!, 'session')
  }
  ana = await joined('ana')
  ben = await joined('ben')
  window = await browser()
  await addDevice(house, ana, window.subscription)
}, 240_000)
afterAll(async () => {
  await jobs?.close()
  await window?.close()
  await stage.close()
})

it('a day of three hundred events brings twelve words at most, and no promise falls due unsaid', async () => {
  const { db } = stage
  const began = await clockNow(db)
  const matters: Awaited<ReturnType<typeof letter>>[] = []
  const open = async (n: number) => {
    const from = n % 2 ? maria : joao
    const at = await letter(db, { inboxId: stage.repairs, from, text: 'When do you come?' })
    await assign(db, stage.ben, at.conversationId, matters.length % 3 === 0 ? ben.id : ana.id)
    matters.push(at)
    return 2
  }
  const promises: { id: string; due: Date }[] = []
  const promise = async (n: number) => {
    const { conversationId, customerId } = matters[n % matters.length]!
    const due = new Date((await clockNow(db)).getTime() + [30, 60, 120, 240][promises.length % 4]! * minute)
    const id = await makePromise(db, ana, {
      conversationId,
      customerId,
      inboxId: stage.repairs,
      messageId: null,
      what: `call about the valve ${n}`,
      to: null,
      quote: null,
      makerId: ana.id,
      due,
    })
    promises.push({ id, due })
    return 1
  }
  const write = async (n: number) => {
    const { conversationId } = matters[n % matters.length]!
    await letter(db, { inboxId: stage.repairs, from: maria, text: 'Any news?', conversationId })
    return 1
  }
  const reply = async (n: number) => {
    const { conversationId } = matters[n % matters.length]!
    await answer(db, n % 3 === 0 ? ben : ana, conversationId, 'On our way.')
    return 1
  }
  const note = async (n: number) => {
    const { conversationId } = matters[n % matters.length]!
    const text = n % 2 ? 'Could @Ana Costa look at this?' : '@Ben Okafor has the key'
    await addNote(db, n % 2 ? ben : ana, { conversationId, text })
    return 1
  }
  let tries = 0
  const keep = async () => {
    const now = await clockNow(db)
    // Half are kept, the rest is forgotten, as on real days.
    const done = tries++ % 2 ? promises.findLast((one) => one.due > now) : undefined
    if (!done) return 0
    promises.splice(promises.indexOf(done), 1)
    await keepPromise(db, ana, done.id, { told: true })
    return 1
  }
  const work = [open, write, reply, write, promise, write, note, write, reply, write, write, keep]
  let events = 0
  for (let step = 0, n = 0; step < 32; step++) {
    while (events < ((step + 1) * 310) / 32) {
      const does = matters.length === 0 ? open : work[n % work.length]!
      // Each kind of event goes round by itself, so that no two always meet.
      events += (await does(Math.floor(n / work.length) * (1 + (n % 5)) + (n % work.length))) || 0.5
      n++
    }
    await moveClock(db, new Date(began.getTime() + (step + 1) * 15 * minute))
    await settleClock(db)
  }
  expect(events).toBeGreaterThanOrEqual(300)

  for (const one of [ana, ben]) {
    const rows = await db.selectFrom('notices').selectAll().where('teammateId', '=', one.id).execute()
    const words = new Set(
      rows.flatMap((row) => (row.toldAt && row.toldAt > began ? [row.toldAt.getTime()] : [])),
    )
    expect(rows.length).toBeGreaterThan(30)
    expect(words.size).toBeGreaterThan(2)
    expect(words.size).toBeLessThanOrEqual(12)
    // The browser showed exactly these: none twice, none lost.
    if (one === ana) await expect.poll(() => window.shown.length, { timeout: 60_000 }).toBe(words.size)
  }
  const end = await clockNow(db)
  const dueByNow = promises.filter(({ due }) => due < end)
  expect(dueByNow.length).toBeGreaterThan(8)
  for (const { id, due } of dueByNow) {
    const told = await db
      .selectFrom('notices')
      .select('toldAt')
      .where('promiseId', '=', id)
      .where('kind', '=', 'nudge')
      .executeTakeFirst()
    // The clock jumps a quarter of an hour at a time, so what comes between two steps is told at the next.
    expect(told?.toldAt && told.toldAt.getTime() <= due.getTime() + 15 * minute).toBe(true)
  }
}, 300_000)
