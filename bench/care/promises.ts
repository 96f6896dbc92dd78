// K13, K15: promises found, and read right end to end. `node tools/run.mjs bench/care/promises.ts <data>/care [--misses]`
import { readFileSync } from 'node:fs'
import { classes } from '#care/promises/sentences/classes.ts'
import { due } from '#care/promises/sentences/due.ts'
import { everyday } from '#care/promises/sentences/everyday.ts'
import { letters } from '#care/promises/sentences/letters.ts'
import { presents } from '#care/promises/sentences/presents.ts'
import { said } from '#care/promises/sentences/said.ts'
import { trades } from '#care/promises/sentences/trades.ts'
import { unsaid } from '#care/promises/sentences/unsaid.ts'
import { bootstrap, percent } from './measure.ts'
import { type GoldText, goldOf, type ScoredText, scoreText } from './scorePromises.ts'

const folder = process.argv[2] ?? '/work/shared/data/care'
const show = process.argv.includes('--misses')

const labelled = readFileSync(`${folder}/promises/public.jsonl`, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldText)

report('labelled replies', labelled)
report(
  'our own letters',
  letters.map((row) => goldOf(row)),
)
report(
  'letters of many trades',
  trades.map((row) => goldOf(row)),
)
report(
  'our own sentences',
  [...said, ...due, ...classes, ...everyday, ...presents, ...unsaid.map((text) => [text] as const)].map(
    (row) => goldOf(row),
  ),
)

function report(name: string, texts: readonly GoldText[]): void {
  const scored = texts.map((text) => scoreText(text))
  console.log(`\n${name}: ${texts.length} texts, ${sum(scored, 'gold')} promises`)
  line('precision', scored, (all) => ratio(all, 'matched', 'found'))
  line('recall', scored, (all) => ratio(all, 'matched', 'gold'))
  line('due right, of found', scored, (all) => ratio(all, 'dueRight', 'matched'))
  line('due kind', scored, (all) => ratio(all, 'kindRight', 'matched'))
  line('who', scored, (all) => ratio(all, 'whoRight', 'matched'))
  line('verb', scored, (all) => ratio(all, 'verbRight', 'matched'))
  line('conditional', scored, (all) => ratio(all, 'conditionalRight', 'matched'))
  line('end to end', scored, (all) => ratio(all, 'allRight', 'gold'))
  const classes = new Map<string, number>()
  for (const miss of scored.flatMap((one) => one.misses))
    classes.set(miss.kind, (classes.get(miss.kind) ?? 0) + 1)
  console.log(`misses: ${[...classes].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`)
  if (show)
    for (const [index, one] of scored.entries())
      for (const miss of one.misses)
        console.log(
          `  ${miss.kind.padEnd(11)} ${miss.text}${texts[index]!.note ? `   (${texts[index]!.note})` : `   < ${texts[index]!.text.slice(0, 120)}`}`,
        )
}

type Count = Exclude<keyof ScoredText, 'misses'>
function sum(all: readonly ScoredText[], key: Count): number {
  return all.reduce((total, one) => total + one[key], 0)
}
function ratio(all: readonly ScoredText[], part: Count, whole: Count): number {
  const total = sum(all, whole)
  return total ? sum(all, part) / total : 1
}
function line(
  name: string,
  scored: readonly ScoredText[],
  statistic: (all: readonly ScoredText[]) => number,
): void {
  const [low, high] = bootstrap(scored, statistic)
  console.log(`  ${name.padEnd(20)} ${percent(statistic(scored))}  [${percent(low)}, ${percent(high)}]`)
}
