import { expect, it } from 'vitest'
import { demandOn, isOn, showAllPractices } from './practices.ts'
import { openTeam } from './testing.ts'

it('ways of working are off until a lead switches them on, each by itself', async () => {
  const team = await openTeam()
  const rosa = await team.moveIn()
  const ben = await team.join(rosa, 'ben', { role: 'teammate', inboxes: [] })
  const ana = await team.join(rosa, 'ana', { role: 'lead', inboxes: [] })
  expect((await team.ask('GET', '/practices', ben)).body).toEqual({ on: [] })
  await expect(demandOn(team.db, 'callbacks')).rejects.toThrow('Settings, under How we work')

  expect((await team.ask('PUT', '/practices/callbacks', ben, { on: true })).status).toBe(403)
  const both = await Promise.all([
    team.ask('PUT', '/practices/callbacks', ana, { on: true }),
    team.ask('PUT', '/practices/goals', rosa, { on: true }),
  ])
  expect(both.map((one) => one.status)).toEqual([200, 200])
  expect((await team.ask('GET', '/practices', ben)).body).toEqual({ on: ['callbacks', 'goals'] })
  await demandOn(team.db, 'callbacks')

  await team.ask('PUT', '/practices/callbacks', rosa, { on: false })
  expect(await isOn(team.db, 'callbacks')).toBe(false)
  expect((await team.ask('PUT', '/practices/flattery', rosa, { on: true })).status).toBe(404)
})

it('the sample team shows them all, but changes nothing that a lead has decided', async () => {
  const team = await openTeam()
  const rosa = await team.moveIn()
  await team.ask('PUT', '/practices/goals', rosa, { on: true })
  await team.db.transaction().execute((trx) => showAllPractices(trx as never))
  expect(await isOn(team.db, 'callbacks')).toBe(false)
})
