// K14: exact value of dates, dates with times and times, future reading. `node tools/run.mjs bench/care/dates.ts <data>/care [split]`
import { readFileSync } from 'node:fs'
import { findDates } from '#care/dates.ts'
import { bootstrap, percent, splitOf } from './measure.ts'

interface Gold {
  text: string
  ref: string | null
  suite: string
  results: {
    Text: string
    Start: number
    End: number
    TypeName?: string
    Typename?: string
    Resolution?: { values?: { value?: string; type?: string }[] }
  }[]
}

const folder = process.argv[2] ?? '/work/shared/data/care'
const wanted = process.argv[3] ?? 'both'
const show = process.argv.includes('--misses')
const lines = readFileSync(`${folder}/dates_recognizers/public.jsonl`, 'utf8').split('\n').filter(Boolean)
const rows = lines.map((line) => JSON.parse(line) as Gold)

interface Scored {
  type: string
  right: boolean
}

function score(row: Gold): { scored: Scored[]; spurious: number; found: number; misses: string[] } {
  const found = findDates(row.text, { ref: row.ref ?? '2019-07-04T00:00:00' })
  const scored: Scored[] = []
  const misses: string[] = []
  for (const result of row.results) {
    const type = (result.TypeName ?? result.Typename ?? '').replace('datetimeV2.', '')
    if (type !== 'date' && type !== 'datetime' && type !== 'time') continue
    const wantedValue = result.Resolution?.values?.at(-1)?.value?.replace(' ', 'T')
    if (!wantedValue || wantedValue.startsWith('not')) continue
    const near = found.filter((one) => one.start <= result.End && one.end > result.Start)
    const right = near.some((one) => one.value === wantedValue)
    scored.push({ type, right })
    if (!right)
      misses.push(
        `${type}: “${row.text}” wants ${wantedValue}, has ${near.map((one) => one.value).join(' ') || '–'} (${row.ref})`,
      )
  }
  const spurious = found.filter(
    (one) => !row.results.some((result) => one.start <= result.End && one.end > result.Start),
  )
  for (const one of spurious) misses.push(`spurious: “${row.text}” ${one.value}`)
  return { scored, spurious: spurious.length, found: found.length, misses }
}

for (const split of ['dev', 'untouched'] as const) {
  if (wanted !== 'both' && wanted !== split) continue
  // An eighth stays unread; it was a half, then a quarter.
  const own = rows.filter((row) => splitOf(row.text, 8) === split)
  const results = own.map(score)
  console.log(`\n${split}: ${own.length} texts`)
  for (const suites of [undefined, 'dtm'])
    for (const type of ['date', 'datetime', 'time']) {
      const per = results
        .filter((_, index) => !suites || own[index]!.suite === suites)
        .map((one) => one.scored.filter((item) => item.type === type))
      const [low, high] = bootstrap(per, (sample) => share(sample.flat()))
      console.log(
        `${(suites ?? 'all').padEnd(4)} ${type.padEnd(9)} ${percent(share(per.flat()))} of ${per.flat().length}  [${percent(low)}, ${percent(high)}]`,
      )
    }
  const found = results.reduce((sum, one) => sum + one.found, 0)
  console.log(
    `spans outside every time expression: ${results.reduce((sum, one) => sum + one.spurious, 0)} of ${found}`,
  )
  if (show) for (const miss of results.flatMap((one) => one.misses)) console.log(`  ${miss}`)
}

function share(items: readonly Scored[]): number {
  return items.length ? items.filter((one) => one.right).length / items.length : 0
}
