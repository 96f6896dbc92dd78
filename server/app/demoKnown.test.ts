import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { testDatabase } from '#server/database/testing.ts'
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
