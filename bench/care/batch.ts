// Batches of drafts of our own: `node tools/run.mjs bench/care/batch.ts ferries [--misses]`. Only the first run after one was
// written and labelled is a measure; afterwards its drafts were learnt from like the others.
import { fileURLToPath } from 'node:url'
import type { Case } from '#care/draft/cases/case.ts'
import { bootstrap, percent } from './measure.ts'
import { type Scored, scoreBatch, share } from './scoreBatch.ts'

/** Those that are kept whole, with what is misread in them. */
export const batches = [
  'ferries',
  'markets',
  'bridges',
  'islands',
  'shores',
  'coasts',
  'meadows',
  'valleys',
  'hills',
  'mills',
  'wells',
  'brooks',
  'fords',
  'fluesse',
  'baeche',
  'moore',
  'waelder',
  'seen',
  'auen',
] as const

const casesOf = async (name: string): Promise<Case[]> =>
  (Object.values(await import(`../../care-language/draft/cases/${name}.ts`)) as Case[][]).flat()

/** Prints one batch: each mark, ticks and flags with their 95 % intervals, and how good drafts are left alone. */
export async function benchBatch(name: string, showMisses: boolean): Promise<void> {
  const all = scoreBatch(await casesOf(name))
  const over = (pick: (one: Scored) => boolean[]) => {
    const [low, high] = bootstrap(all, (sample) => share(sample.flatMap(pick)), 500)
    return `${percent(share(all.flatMap(pick)))} (${percent(low)} – ${percent(high)})`
  }
  console.log(`\n${name}: ${all.length} drafts`)
  for (const mark of Object.keys(all[0]!.marks))
    console.log(`${mark.padEnd(8)} ${over((one) => (mark in one.marks ? [one.marks[mark]!] : []))}`)
  console.log(`answered ${over((one) => one.answered)}`)
  console.log(`flags found ${over((one) => one.found)} at precision ${over((one) => one.right)}`)
  const good = all.flatMap((one) => (one.good ? [one.good] : []))
  const sum = (key: 'hints' | 'important') => good.reduce((total, one) => total + one[key], 0)
  console.log(`good drafts ${good.length}: hints ${sum('hints')}, important ${sum('important')}`)
  if (showMisses)
    for (const one of all) if (one.misses.length) console.log(`${one.name}: ${one.misses.join('; ')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).filter((one) => !one.startsWith('--'))
  for (const name of asked.length ? asked : batches) await benchBatch(name, process.argv.includes('--misses'))
}
