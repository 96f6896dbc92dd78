import { afterAll, beforeAll, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, startClock } from '#server/base/clock.ts'
import { planLeave } from '#server/calendar/actions.ts'
import { assign } from '#server/conversations/state.ts'
import { askIn, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { setNudgesAnew } from './clocks.ts'
import { handOverForLeave, passOnForLeave } from './leave.ts'
import { servePromises } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
/** Monday 7 December 2026, ten o'clock in Lisbon. */
const monday = new Date('2026-12-07T10:00:00Z')
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  await startClock(stage.db, monday)
  await stage.db
    .insertInto('holidays')
    .values({ day: '2026-12-25', name: 'Christmas Day', byId: null })
    .execute()
  ask = askIn(await openHttp(stage, servePromises))
})
afterAll(() => stage.close())

const hintFor = async (query: Record<string, string>, language = 'en') =>
  (await ask(stage.ana, 'GET /promises/hint', { query, headers: { 'accept-language': language } })).body.hint

it('says nothing against a good time, and one sentence with a proposal against any other', async () => {
  expect(await hintFor({ due: '2026-12-09T15:00:00Z' })).toBeNull()
  expect(await hintFor({ due: '2026-12-07T08:00:00Z' })).toMatchObject({
    kind: 'past',
    says: expect.stringContaining('Monday 7 December, 12:00'),
  })
  expect(await hintFor({ due: '2026-12-12T12:00:00Z' })).toEqual({
    kind: 'closed',
    says: 'Nobody is here on Saturday 12 December, 12:00. The nearest time somebody is: Friday 11 December, 17:00.',
    due: '2026-12-11T17:00:00.000Z',
    makerId: null,
  })
  expect(await hintFor({ due: '2026-12-25T11:00:00Z' })).toMatchObject({
    kind: 'holiday',
    says: expect.stringContaining('Christmas Day'),
    due: '2026-12-24T17:00:00.000Z',
  })
})

it('says it in the language of whoever asks', async () => {
  expect((await hintFor({ due: '2026-12-12T12:00:00Z' }, 'de')).says).toBe(
    'Samstag, 12. Dezember, 12:00 Uhr ist niemand da. Die nächste Zeit, zu der jemand da ist: Freitag, 11. Dezember, 17:00 Uhr.',
  )
})

it('takes a hinted promise all the same, and says the hint with it; only the past is refused', async () => {
  const { conversationId } = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When?' })
  await assign(stage.db, stage.ana, conversationId, stage.ben.id)
  const body = { conversationId, what: 'call Maria', due: '2026-12-12T12:00:00Z' }
  const kept = await ask(stage.ana, 'POST /promises', { body })
  expect(kept).toMatchObject({ status: 201, body: { state: 'open', hint: { kind: 'closed' } } })
  const nobodys = await ask(stage.ana, 'POST /promises', {
    body: { ...body, due: '2026-12-09T12:00:00Z', makerId: null },
  })
  expect(nobodys.body).toMatchObject({
    makerId: null,
    hint: { kind: 'nobodys', says: expect.stringContaining('Ben'), makerId: stage.ben.id },
  })
  const past = await ask(stage.ana, 'POST /promises', { body: { ...body, due: '2026-12-06T12:00:00Z' } })
  expect(past).toMatchObject({ status: 422, body: { proposal: '2026-12-07T12:00:00.000Z' } })
})

it('hands over what is promised for a leave, and what nobody accepted is the team’s when it begins', async () => {
  const { db, ana, ben } = stage
  const { conversationId } = await letter(db, { inboxId: stage.repairs, from: maria, text: 'And then?' })
  const make = async (due: string) =>
    (await ask(ben, 'POST /promises', { body: { conversationId, what: 'call Maria', due } })).body.id
  const [during, also, after] = [
    await make('2026-12-16T15:00:00Z'),
    await make('2026-12-17T15:00:00Z'),
    await make('2026-12-23T15:00:00Z'),
  ]
  const leave = await planLeave(db, ben, { from: '2026-12-14', to: '2026-12-18', standInId: ana.id })
  expect(await hintFor({ due: '2026-12-15T12:00:00Z', maker: ben.id })).toMatchObject({
    kind: 'away',
    says: expect.stringMatching(/away until Friday 18 December.*Ana .*stands in.*11 December, 17:00/),
    due: '2026-12-11T17:00:00.000Z',
    makerId: ana.id,
  })
  expect((await hintFor({ due: '2026-12-15T12:00:00Z', maker: ben.id }, 'de')).says).toMatch(
    /ist bis Freitag, 18\. Dezember weg.*Ana .*vertritt.*Freitag, 11\. Dezember, 17:00 Uhr/,
  )
  await handOverForLeave(db, leave.id)
  await handOverForLeave(db, leave.id)
  const read = async (id: string) => (await ask(ana, 'GET /promises/{id}', { params: { id } })).body
  expect(await read(during)).toMatchObject({ makerId: ben.id, handoverToId: ana.id })
  expect(await read(after)).toMatchObject({ makerId: ben.id, handoverToId: null })
  expect((await read(during)).steps.map((step: { kind: string }) => step.kind)).toEqual([
    'made',
    'handed-over',
  ])
  await ask(ana, 'POST /promises/{id}/acceptance', { params: { id: during } })
  await passOnForLeave(db, leave.id)
  await passOnForLeave(db, leave.id)
  expect(await read(during)).toMatchObject({ makerId: ana.id, handoverToId: null })
  // Not accepted: the team's from here on, and Ana may still take it.
  expect(await read(also)).toMatchObject({ makerId: null, handoverToId: ana.id })
  expect(await read(after)).toMatchObject({ makerId: ben.id })
})

it('moves a nudge that would come on a holiday declared since', async () => {
  const { db, ana } = stage
  const { conversationId } = await letter(db, { inboxId: stage.repairs, from: maria, text: 'By when?' })
  const { id } = (
    await ask(ana, 'POST /promises', {
      body: { conversationId, what: 'send the part', due: '2026-12-11T16:00:00Z' },
    })
  ).body
  const nudgeAt = async () =>
    (await db.selectFrom('promises').select('nudgeAt').where('id', '=', id).executeTakeFirstOrThrow())
      .nudgeAt!
  expect((await nudgeAt()).toISOString().slice(0, 10)).toBe('2026-12-10')
  await db.insertInto('holidays').values({ day: '2026-12-10', name: 'Stocktaking', byId: null }).execute()
  await setNudgesAnew(db, null)
  expect(await nudgeAt()).toEqual(new Date('2026-12-11T09:00:00Z'))
  const timers = await db
    .selectFrom('timers')
    .select('dueAt')
    .where('subject', '=', id)
    .where('kind', '=', 'promise.nudge')
    .where('firedAt', 'is', null)
    .execute()
  expect(timers).toEqual([{ dueAt: new Date('2026-12-11T09:00:00Z') }])
  expect((await clockNow(db)) < new Date('2026-12-09T00:00:00Z')).toBe(true)
})
