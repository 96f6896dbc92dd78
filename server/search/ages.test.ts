import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockNow } from '#server/base/clock.ts'
import { joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { search } from './queries.ts'

// Letters of all ages, around the days where one part of the time ends and the next begins.
const ages = [
  0, 1, 2, 3, 4, 5, 14, 15, 16, 17, 30, 62, 63, 64, 65, 200, 255, 256, 257, 1023, 1024, 1025, 4000,
]

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const now = await clockNow(stage.db)
  for (const [n, age] of ages.entries())
    await letter(stage.db, {
      inboxId: n % 5 === 4 ? stage.bakery : stage.repairs,
      from: n % 2 ? maria : joao,
      subject: `${age} days`,
      text: `Our Umbrella, and the São Brás\nradiator of it: what is it to you and me? ${n % 3 ? 'A valve' : 'A pump'} leaks.`,
      at: new Date(now.getTime() - age * 86_400_000),
    })
})
afterAll(() => stage.close())

describe('a search through letters of all ages', () => {
  const both = () => ({ ...stage.ana, inboxIds: [stage.repairs, stage.bakery] })
  const found = async (q: string, limit: number, by = both()) =>
    (await search(stage.db, by, { q, limit, kind: 'conversation' })).items.map((hit) =>
      Number.parseInt(hit.title, 10),
    )

  it.each([
    'umbrella ',
    'umbrel',
    'umbrella radiator ',
    '"our umbrella"',
    '"São Brás radiator"',
    '"what is it"',
    '"is it to you and me"',
    '"leaks"',
  ])('shows the newest with %s, however many are asked for, and none twice', async (q) => {
    for (const limit of [1, 2, 3, 5, 7, 8, 9, 12, 20, 22, 23, 50])
      expect(await found(q, limit), `${limit}`).toEqual(ages.slice(0, limit))
  })

  it('shows only those in one’s inboxes, and only those with the whole phrase', async () => {
    const ours = ages.filter((_, n) => n % 5 !== 4)
    for (const limit of [3, 8, 50])
      for (const q of ['umbrella ', '"radiator of it"'])
        expect(await found(q, limit, stage.ana as ReturnType<typeof both>), `${q} ${limit}`).toEqual(
          ours.slice(0, limit),
        )
    expect(await found('"a pump leaks"', 50)).toEqual(ages.filter((_, n) => n % 3 === 0))
    expect(await found('"radiator umbrella"', 50)).toEqual([])
    expect(await found('"is what it"', 50)).toEqual([])
  })
})
