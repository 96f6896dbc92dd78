import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '#server/conversations/testing.ts'
import {
  addFramework,
  listFrameworks,
  noteFrameworkUsed,
  removeFramework,
  rewriteFramework,
} from './frameworks.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const names = async (by: Stage['ana']) => (await listFrameworks(stage.db, by)).map((one) => one.name)

it('keeps one’s own to oneself until it is given to the team, and the team’s with the team', async () => {
  const { db, ana, ben, tomas } = stage
  const own = await addFramework(db, ben, { name: 'The burner', text: 'Dear {{preferredName}},', mine: true })
  await addFramework(db, ben, { name: 'A visit', text: 'We come on {{day}}.' })
  expect(await names(ben)).toEqual(['A visit', 'The burner'])
  expect(await names(tomas)).toEqual(['A visit'])
  await expect(noteFrameworkUsed(db, tomas, own.id)).rejects.toMatchObject({ status: 404 })
  await expect(rewriteFramework(db, ana, own.id, { name: 'x', text: 'y' })).rejects.toMatchObject({
    status: 404,
  })
  const given = await rewriteFramework(db, ben, own.id, { name: own.name, text: own.text, mine: false })
  expect(given.mine).toBe(false)
  expect(await names(tomas)).toContain('The burner')
  // What the team has is nobody's to take away by rewriting.
  expect(
    (await rewriteFramework(db, tomas, own.id, { name: own.name, text: own.text, mine: true })).mine,
  ).toBe(false)
})

it('lets one take out one’s own, and only a lead the team’s', async () => {
  const { db, ben } = stage
  const own = await addFramework(db, ben, { name: 'Mine', text: 'Hello.', mine: true })
  await removeFramework(db, ben, own.id)
  expect(await names(ben)).not.toContain('Mine')
  const shared = await addFramework(db, ben, { name: 'Ours', text: 'Hello.' })
  await expect(removeFramework(db, ben, shared.id)).rejects.toMatchObject({ status: 403 })
})
