// Learns what each sign of a clause weighs where no frame knows it: `node tools/run.mjs care-language/train/clauses.ts`.
// From our own labelled sentences and letters only, seed 7; the same texts give the same bytes.
import { writeFileSync } from 'node:fs'
import { isGerman } from '../german/isGerman.ts'
import { pageOf } from '../promises/line.ts'
import { emptyMemory } from '../promises/memory.ts'
import { withoutQuotes } from '../promises/quotes.ts'
import { clauseAt } from '../promises/remaining/clause.ts'
import { signsOf } from '../promises/remaining/signs.ts'
import { classes } from '../promises/sentences/classes.ts'
import { due } from '../promises/sentences/due.ts'
import { everyday } from '../promises/sentences/everyday.ts'
import { letters } from '../promises/sentences/letters.ts'
import { presents } from '../promises/sentences/presents.ts'
import { said } from '../promises/sentences/said.ts'
import { trades } from '../promises/sentences/trades.ts'
import { unsaid } from '../promises/sentences/unsaid.ts'
import { sentences } from '../sentences.ts'
import { chance, shuffle } from './chance.ts'
import { replies } from './replies.ts'

interface Example {
  signs: readonly string[]
  promised: 0 | 1
}

/** The clauses of a text, each with whether one of its promises is in it. */
function clausesOf([text, ...promises]: readonly string[]): Example[] {
  if (isGerman(text!)) return []
  const own = withoutQuotes(text!)
  let after = 0
  const promised = promises.map((promise) => {
    const quote = promise.split('; ')[0]!
    const found = text!.indexOf(quote, after)
    const start = found < 0 ? text!.indexOf(quote) : found
    after = start + 1
    return [start, start + quote.length] as const
  })
  const { lines, starts } = pageOf(own, sentences(own), { language: 'en', names: new Set() }, emptyMemory())
  const examples: Example[] = []
  for (const [index, line] of lines.entries())
    for (let at = 0; at < line.tokens.length; at++) {
      if (line.times[at] !== -1 || line.tokens[at]!.kind !== 'word') continue
      const clause = clauseAt(lines, index, at, null)
      if (!clause) continue
      const verb = starts[index]! + line.tokens[clause.verb]!.start
      const from = starts[index]! + line.tokens[clause.from]!.start
      const to = starts[index]! + line.tokens[clause.end - 1]!.end
      const inside = promised.some(
        ([start, end]) =>
          start <= verb &&
          verb < end &&
          Math.min(to, end) - Math.max(from, start) >= Math.min(end - start, to - from) / 2,
      )
      examples.push({ signs: signsOf(line, clause), promised: inside ? 1 : 0 })
    }
  return examples
}

/** A sign seen only once says nothing of others. */
const seldom = 2
const turns = 60
const rate = 0.15
const decay = 0.03

/** Logistic regression by AdaGrad in a seeded order; sums run in a fixed order. */
function learn(examples: readonly Example[]): { bias: number; weights: Map<string, number> } {
  const seen = new Map<string, number>()
  for (const { signs } of examples) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  const weights = new Map(
    [...seen].flatMap(([sign, count]) => (count < seldom ? [] : [[sign, 0] as [string, number]])),
  )
  const spread = new Map([...weights.keys()].map((sign) => [sign, 1e-8]))
  let bias = 0
  let biasSpread = 1e-8
  const order = [...examples.keys()]
  const next = chance(7)
  for (let turn = 0; turn < turns; turn++) {
    shuffle(order, next)
    for (const at of order) {
      const { signs, promised } = examples[at]!
      let sum = bias
      for (const sign of signs) sum += weights.get(sign) ?? 0
      const error = 1 / (1 + Math.exp(-sum)) - promised
      for (const sign of signs) {
        const weight = weights.get(sign)
        if (weight === undefined) continue
        const slope = error + decay * weight
        const wide = spread.get(sign)! + slope * slope
        spread.set(sign, wide)
        weights.set(sign, weight - (rate * slope) / Math.sqrt(wide))
      }
      biasSpread += error * error
      bias -= (rate * error) / Math.sqrt(biasSpread)
    }
  }
  return { bias, weights }
}

const rows = [
  ...[...classes, ...due, ...everyday, ...letters, ...presents, ...said, ...trades, ...replies],
  ...unsaid.map((text) => [text]),
]
const { bias, weights } = learn(rows.flatMap((row) => clausesOf(row)))
const kept = [...weights]
  .map(([sign, weight]) => [sign, Math.round(weight * 100)] as const)
  .filter(([, weight]) => Math.abs(weight) >= 10)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  new URL('../promises/remaining/weights.ts', import.meta.url),
  `// Made by care-language/train/clauses.ts from our own labelled texts; see docs/decisions/0034.
import { once } from '../../once.ts'

/** Hundredths, as all here. */
export const bias = ${Math.round(bias * 100)}

const learnt =
  ${JSON.stringify(kept.map(([sign, weight]) => `${sign} ${weight}`).join('\n'))
    .replaceAll("'", "\\'")
    .replace(/^"|"$/g, "'")
    .replaceAll('\\"', '"')}

/** What each sign weighs. */
export const weights = once(
  () =>
    new Map(
      learnt.split('\\n').map((row) => {
        const cut = row.lastIndexOf(' ')
        return [row.slice(0, cut), Number(row.slice(cut + 1))] as const
      }),
    ),
)
`,
)
console.log(`${kept.length} weights from ${rows.length} texts`)
