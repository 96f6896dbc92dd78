import { expect, test } from 'vitest'
import { type Scored, scoreBatch, share } from '../../../bench/care/scoreBatch.ts'
import { auen } from './auen.ts'
import { baeche } from './baeche.ts'
import { bridges } from './bridges.ts'
import { brooks } from './brooks.ts'
import type { Case } from './case.ts'
import { coasts } from './coasts.ts'
import { ferries } from './ferries.ts'
import { fluesse } from './fluesse.ts'
import { fords } from './fords.ts'
import { hills } from './hills.ts'
import { islands } from './islands.ts'
import { markets } from './markets.ts'
import { meadows } from './meadows.ts'
import { mills } from './mills.ts'
import { moore } from './moore.ts'
import { seen } from './seen.ts'
import { shores } from './shores.ts'
import { valleys } from './valleys.ts'
import { waelder } from './waelder.ts'
import { wells } from './wells.ts'

// Whole batches, with what is still misread in them: how well each was read once its classes were mended must not be lost.
const batches: [
  name: string,
  cases: Case[],
  least: Record<'marks' | 'answered' | 'found' | 'right', number>,
][] = [
  ['ferries', ferries, { marks: 0.94, answered: 0.86, found: 0.86, right: 0.92 }],
  ['markets', markets, { marks: 0.93, answered: 0.86, found: 0.84, right: 0.94 }],
  ['bridges', bridges, { marks: 0.96, answered: 0.93, found: 0.93, right: 0.97 }],
  ['islands', islands, { marks: 0.94, answered: 0.86, found: 0.9, right: 0.97 }],
  ['shores', shores, { marks: 0.94, answered: 0.76, found: 0.83, right: 0.97 }],
  ['coasts', coasts, { marks: 0.97, answered: 0.88, found: 0.82, right: 0.92 }],
  ['meadows', meadows, { marks: 0.93, answered: 0.86, found: 0.85, right: 0.92 }],
  ['valleys', valleys, { marks: 0.93, answered: 0.74, found: 0.88, right: 0.9 }],
  ['hills', hills, { marks: 0.93, answered: 0.8, found: 0.84, right: 0.9 }],
  ['mills', mills, { marks: 0.9, answered: 0.84, found: 0.8, right: 0.88 }],
  ['wells', wells, { marks: 0.91, answered: 0.8, found: 0.86, right: 0.88 }],
  ['brooks', brooks, { marks: 0.89, answered: 0.88, found: 0.88, right: 0.85 }],
  ['fords', fords, { marks: 0.89, answered: 0.6, found: 0.8, right: 0.9 }],
  ['fluesse', fluesse, { marks: 0.98, answered: 0.92, found: 0.86, right: 0.96 }],
  ['waelder', waelder, { marks: 0.95, answered: 0.82, found: 0.8, right: 0.97 }],
  ['moore', moore, { marks: 0.94, answered: 0.85, found: 0.88, right: 0.96 }],
  ['seen', seen, { marks: 0.93, answered: 0.88, found: 0.9, right: 0.92 }],
  ['auen', auen, { marks: 0.93, answered: 0.86, found: 0.9, right: 0.92 }],
  ['baeche', baeche, { marks: 0.97, answered: 0.85, found: 0.8, right: 0.96 }],
]

/** The goal is 0.15 for each good draft; these are still above it. */
const mostHints: Readonly<Record<string, number>> = { mills: 0.2, wells: 0.2, brooks: 0.25 }

test.each(batches)('%s is read as well as it was', (name, cases, least) => {
  const all = scoreBatch(cases)
  const over = (pick: (one: Scored) => readonly boolean[]) => share(all.flatMap(pick))
  const misses = all.flatMap(({ name, misses }) => (misses.length ? [`${name}: ${misses.join('; ')}`] : []))
  const why = misses.join('\n')
  expect(
    over((one) => Object.values(one.marks)),
    why,
  ).toBeGreaterThanOrEqual(least.marks)
  expect(
    over((one) => one.answered),
    why,
  ).toBeGreaterThanOrEqual(least.answered)
  expect(
    over((one) => one.found),
    why,
  ).toBeGreaterThanOrEqual(least.found)
  expect(
    over((one) => one.right),
    why,
  ).toBeGreaterThanOrEqual(least.right)
  const good = all.filter((one) => one.good)
  const hints = good.reduce((sum, one) => sum + one.good!.hints, 0)
  expect(hints / good.length, why).toBeLessThanOrEqual(mostHints[name] ?? 0.15)
})
