// A batch of drafts of our own, scored as one whole: `node tools/run.mjs bench/care/batch.ts ferries [--misses]`. Only the
// first run after it was written and labelled is a measure; afterwards its drafts are cases like the others.
import type { Case } from '#care/draft/cases/case.ts'
import { bootstrap, percent } from './measure.ts'
import { type Scored, scoreBatch, share } from './scoreBatch.ts'

const names = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const cases = (
  await Promise.all(
    names.map(
      async (name) => Object.values(await import(`../../care-language/draft/cases/${name}.ts`)) as Case[][],
    ),
  )
).flat(2)

const all = scoreBatch(cases)
const over = (pick: (one: Scored) => boolean[]) => {
  const [low, high] = bootstrap(all, (sample) => share(sample.flatMap(pick)), 500)
  return `${percent(share(all.flatMap(pick)))} (${percent(low)} – ${percent(high)})`
}
console.log(`${names.join(', ')}: ${all.length} drafts`)
for (const mark of Object.keys(all[0]!.marks))
  console.log(`${mark.padEnd(8)} ${over((one) => (mark in one.marks ? [one.marks[mark]!] : []))}`)
console.log(`answered ${over((one) => one.answered)}`)
console.log(`flags found ${over((one) => one.found)} at precision ${over((one) => one.right)}`)
const good = all.flatMap((one) => (one.good ? [one.good] : []))
const sum = (key: 'hints' | 'important') => good.reduce((total, one) => total + one[key], 0)
console.log(`good drafts ${good.length}: hints ${sum('hints')}, important ${sum('important')}`)
if (process.argv.includes('--misses'))
  for (const { name, misses } of all) if (misses.length) console.log(`${name}: ${misses.join('; ')}`)
