import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { askIn, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { leaveAt, workingTime } from './queries.ts'
import { serveCalendar } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
beforeAll(async () => {
  stage = await openStage()
  await changeCompany(stage.db, tend, { timeZone: 'Europe/Lisbon' })
  ask = askIn(await openHttp(stage, serveCalendar))
})
afterAll(() => stage.close())

const inDays = async (days: number) =>
  new Date((await clockNow(stage.db)).getTime() + days * 86_400_000).toISOString().slice(0, 10)

describe('days the company is closed', () => {
  it('have names, are renamed, and go again; only for admins', async () => {
    const boss = { ...stage.ana, role: 'admin' as const }
    const as = askIn(await openHttp({ ...stage, ana: boss }, serveCalendar))
    const params = { day: '2026-12-25' }
    expect(
      (await ask(stage.ben, 'PUT /holidays/{day}', { params, body: { name: 'Christmas' } })).status,
    ).toBe(403)
    await as(boss, 'PUT /holidays/{day}', { params, body: { name: 'Christmas' } })
    await as(boss, 'PUT /holidays/{day}', { params, body: { name: 'Christmas Day' } })
    expect((await ask(stage.lena, 'GET /holidays')).body.items).toEqual([
      { day: '2026-12-25', name: 'Christmas Day' },
    ])
    expect((await workingTime(stage.db)).holidays).toEqual({ '2026-12-25': 'Christmas Day' })
    await as(boss, 'DELETE /holidays/{day}', { params })
    expect((await ask(stage.lena, 'GET /holidays')).body.items).toEqual([])
    expect(
      (await as(boss, 'PUT /holidays/{day}', { params: { day: 'tomorrow' }, body: { name: 'x' } })).status,
    ).toBe(404)
  })
})

describe('a leave', () => {
  it('is said by oneself, is there at its days, and can be taken back', async () => {
    const [from, to] = [await inDays(3), await inDays(9)]
    const made = await ask(stage.ben, 'POST /leaves', { body: { from, to, standInId: stage.ana.id } })
    expect(made.status).toBe(201)
    const during = new Date(`${from}T12:00:00Z`)
    expect((await leaveAt(stage.db, stage.ben.id, during))?.id).toBe(made.body.id)
    expect(await leaveAt(stage.db, stage.ben.id, new Date(during.getTime() - 2 * 86_400_000))).toBeUndefined()
    expect((await workingTime(stage.db, stage.ben.id)).away).toEqual([{ from, to }])
    const timers = () =>
      stage.db.selectFrom('timers').select('dueAt').where('subject', '=', made.body.id).execute()
    expect(await timers()).toHaveLength(1)
    const params = { id: made.body.id }
    expect((await ask(stage.tomas, 'DELETE /leaves/{id}', { params })).status).toBe(403)
    expect((await ask(stage.ben, 'DELETE /leaves/{id}', { params })).status).toBe(200)
    expect(await timers()).toEqual([])
    expect((await ask(stage.ben, 'GET /leaves')).body.items).toEqual([])
  })

  it('is refused backwards, in the past, over another one, with oneself as stand-in, and for a colleague', async () => {
    const from = await inDays(20)
    const to = await inDays(24)
    await ask(stage.ben, 'POST /leaves', { body: { from, to } })
    const pointer = async (by: typeof stage.ben, body: object) => {
      const said = await ask(by, 'POST /leaves', { body: { from, to, ...body } })
      return said.body.errors?.[0]?.pointer ?? said.status
    }
    expect(await pointer(stage.ben, { from: await inDays(24), to: await inDays(26) })).toBe('/from')
    expect(await pointer(stage.ana, { to: await inDays(19) })).toBe('/to')
    expect(await pointer(stage.ana, { from: await inDays(-9), to: await inDays(-2) })).toBe('/to')
    expect(await pointer(stage.ana, { standInId: stage.ana.id })).toBe('/standInId')
    expect(await pointer(stage.tomas, { teammateId: stage.ana.id })).toBe(403)
  })
})
