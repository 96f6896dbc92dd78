import { afterAll, beforeAll, expect, it } from 'vitest'
import { company } from '#cast/company.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { testDatabase } from '#server/database/testing.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { changeCompany, readCompany } from '#server/team/company.ts'
import { bringDemo, removeDemo } from './demo.ts'
import { heldAs } from './demoKnown.ts'

let stage: Awaited<ReturnType<typeof testDatabase>>
const host: Actor = {
  kind: 'installation',
  id: 'key_first',
  name: 'First key',
  role: 'admin',
  inboxIds: [],
  via: 'key',
}
beforeAll(async () => {
  stage = await testDatabase()
})
afterAll(() => stage.close())

it('holds what the cast told as a careful teammate would', () => {
  expect(heldAs('Her son Noam (7) is allergic to all nuts')).toEqual({ privacy: 'sensitive' })
  expect(heldAs('Her sister flies in for the naming day')).toMatchObject({ kind: 'life', mention: 'yes' })
  expect(heldAs('Home after 15:30 on weekdays')).toEqual({})
})

it('brings who belongs together, what they bought, words and lists, and takes all of it along when it leaves', async () => {
  const { db } = stage
  const tables = [
    'circles',
    'circlePeople',
    'relations',
    'dealings',
    'customerFacts',
    'tags',
    'views',
    'signatures',
  ] as const
  const house = { db } as House
  await bringDemo(house, host)
  const count = async (table: (typeof tables)[number]) =>
    (await db.selectFrom(table).selectAll().execute()).length
  expect(await count('circles')).toBeGreaterThan(5)
  expect(await count('relations')).toBe(1)
  expect(await count('dealings')).toBe(7)
  expect(await count('tags')).toBe(4)
  expect(await count('views')).toBe(2)
  // The one who only reads along writes no letter.
  expect(await count('signatures')).toBe(5)
  await removeDemo(house, host)
  for (const table of tables) expect(await count(table), table).toBe(0)
}, 120_000)

it('leaves the house its own language and colour, and the clock of whoever moved in', async () => {
  const { db } = stage
  const house = { db } as House
  const mine = { timeZone: 'Europe/Berlin', language: 'de' } as const
  await changeCompany(db, host, mine)
  const clara = { name: 'Clara Amaral', email: 'clara.amaral@casa-amaral.example', role: 'admin' } as const
  const { id } = await inviteTeammate(db, host, { ...clara, inboxes: [], timeZone: mine.timeZone })
  await db.updateTable('teammates').set({ joinedAt: new Date() }).where('id', '=', id).execute()

  await bringDemo(house, host)
  expect(await readCompany(db)).toMatchObject(company)
  await changeCompany(db, host, { color: '#1f6b5e' })
  await removeDemo(house, host)
  expect(await readCompany(db)).toMatchObject({ ...mine, name: '', color: '#1f6b5e' })
}, 240_000)
