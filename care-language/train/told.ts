// `node tools/run.mjs care-language/train/told.ts`: learns from told/*.txt how a sentence about something amiss looks, and writes
// care-language/inbound/told/weights.ts. Seeks nothing by chance: the same sentences give the same file.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Language, traitsOf } from '../inbound/told/amiss.ts'

export interface Told {
  text: string
  isAmiss: boolean
}

/** Lines of `A text` (something is amiss) and `P text` (plain). */
export function toldIn(language: Language): Told[] {
  const lines = readFileSync(new URL(`./told/${language}.txt`, import.meta.url), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => ({ text: line.slice(2), isAmiss: line.startsWith('A ') }))
}

const rounds = 800
const step = 2
/** How strongly a weight is drawn to nothing, for all examples together. */
const restraint = 1.5

/** Logistic regression by plain descent; weights are hundredths. */
export function learnTold(told: readonly Told[], language: Language) {
  const seen = told.map(({ text }) => traitsOf(text, language))
  const of: Record<string, number> = {}
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slope: Record<string, number> = {}
    let biasSlope = 0
    for (const [at, { isAmiss }] of told.entries()) {
      const sum = seen[at]!.reduce((total, name) => total + (of[name] ?? 0), bias)
      const error = 1 / (1 + Math.exp(-sum)) - Number(isAmiss)
      for (const name of seen[at]!) slope[name] = (slope[name] ?? 0) + error
      biasSlope += error
    }
    for (const [name, by] of Object.entries(slope))
      of[name] = (of[name] ?? 0) - (step * (by + restraint * (of[name] ?? 0))) / told.length
    bias -= (step * biasSlope) / told.length
  }
  const hundredths = (value: number) => Math.round(value * 100)
  return {
    bias: hundredths(bias),
    of: Object.fromEntries(
      Object.entries(of)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, hundredths(value)]),
    ),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const learnt = { en: learnTold(toldIn('en'), 'en'), de: learnTold(toldIn('de'), 'de') }
  const file = new URL('../inbound/told/weights.ts', import.meta.url)
  const head = readFileSync(file, 'utf8').split('\nexport const weights')[0]
  writeFileSync(
    file,
    `${head}\nexport const weights = ${JSON.stringify(learnt, null, 2)} satisfies Record<string, Weights>\n`,
  )
}
