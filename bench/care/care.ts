/**
 * Everything CARE.md §6 asks that development data can tell, with 95 % intervals and the misses by class.
 *
 *   node tools/run.mjs bench/care/care.ts /path/to/data/care [--misses]
 */
import { batches, benchBatch } from './batch.ts'
import { amissFound, macroF1, readCases, scoreCheck } from './check.ts'
import { benchHeads } from './heads.ts'
import { bootstrap, percent } from './measure.ts'
import { benchOwnWords } from './ownWords.ts'
import { benchSpeed } from './speed.ts'
import { benchStart } from './start.ts'

const folder = process.argv[2] ?? '/work/shared/data/care'

console.log('# Heads')
benchHeads(folder)
benchOwnWords(folder)

console.log('\n# Check')
const cases = readCases(folder)
const all = scoreCheck(cases)
const share = (right: readonly boolean[]) => right.filter(Boolean).length / (right.length || 1)
console.log('| mark | drafts | seen | 95 % | goal |\n|---|---|---|---|---|')
for (const [mark, right] of Object.entries(all.marksRight)) {
  const [low, high] = bootstrap(right, share)
  console.log(
    `| ${mark} | ${right.length} | ${percent(share(right))} | ${percent(low)} – ${percent(high)} | 85.0 % |`,
  )
}
const over = (statistic: (one: ReturnType<typeof scoreCheck>) => number) => {
  const [low, high] = bootstrap(cases, (sample) => statistic(scoreCheck(sample)), 60)
  return `${percent(statistic(all))} (${percent(low)} – ${percent(high)})`
}
console.log(
  `asks found: precision ${over((one) => one.asks.hits / one.asks.found)}, recall ${over((one) => one.asks.hits / one.asks.wanted)}`,
)
console.log(`asks answered, rightly told: ${over((one) => share(one.asks.answered))}`)
console.log(
  `flags: recall ${over((one) => one.flags.hits / one.flags.wanted)}, precision ${over((one) => one.flags.right / one.flags.said)}`,
)
console.log(
  `good drafts: ${all.good.drafts}; hints ${(all.good.hints / all.good.drafts).toFixed(2)} each (goal 0.15), important ${all.good.important} (goal 0)`,
)
const name = (sample: typeof all) => amissFound(sample.told.name ?? [])
console.log(
  `K19 apology, mean F1 of its kinds: ${over((one) => macroF1(one.told.apology ?? []))} (goal 85.0 %)\nK20 empathy before fix: ${over((one) => share(one.marksRight.order ?? []))} (goal 90.0 %)\nK21 name amiss: precision ${over((one) => name(one).precision)}, recall ${over((one) => name(one).recall)} (goals 99.0 %, 97.0 %)\nK22 hints on a good draft: ${(all.good.hints / all.good.drafts).toFixed(2)} (goal 0.15), important: ${all.good.important} (goal 0)`,
)
const classes = new Map<string, number>()
for (const miss of all.misses) {
  const kind = miss.slice(0, 8).trim()
  classes.set(kind, (classes.get(kind) ?? 0) + 1)
}
console.log(
  `misses by class: ${[...classes].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`,
)
if (process.argv.includes('--misses')) console.log(all.misses.join('\n'))

console.log('\n# Batches of our own, after they were learnt from (at first sight: results.md)')
for (const name of batches) await benchBatch(name, process.argv.includes('--misses'))

console.log('\n# Speed')
benchSpeed()
benchStart()

console.log('\n# Promises')
await import('./promises.ts')
console.log('\n# Dates')
await import('./dates.ts')
