import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { featuresOf } from '../heads/features.ts'
import { type Column, type HeadHeader, headScore, isBare, sumOf } from '../heads/heads.ts'
import { believed } from '../heads/score.ts'
import { placeOf, settle, type Table } from '../heads/table.ts'
import { learn, quantise } from './logistic.ts'
import { bestThreshold, measured, sureThreshold } from './measure.ts'
import { type ColumnSet, columnSets, folds, headSets, type Labelled, licences } from './sets.ts'
import { telling } from './telling.ts'

/**
 * Learns the heads from a data folder and writes `care-language/weights/heads.bin` and its manifest. Thresholds, and the
 * figures of the manifest, come from four rounds in which each text is scored by models that never saw its line; the
 * weights that ship are learnt from all of them. The same data and seed give the same bytes.
 *
 *   node tools/run.mjs care-language/train/train.ts /path/to/data/care
 */
const folder = process.argv[2]
if (!folder) throw new Error('Name the data folder: node tools/run.mjs care-language/train/train.ts <folder>')
const seed = 20261125
const target = fileURLToPath(new URL('../weights/', import.meta.url))

const known = new Map<string, Uint32Array>()
const features = (text: string): Uint32Array => {
  const found = known.get(text) ?? featuresOf(text)
  known.set(text, found)
  return found
}

type Learnt = Column & Table

/** A table has more places than features, so that most find one free. */
const filled = 0.8

function learnColumn({ places }: ColumnSet, examples: readonly Labelled[]): Learnt {
  const seen = examples.map((one) => ({ features: features(one.text), label: one.label }))
  // Where texts are few, a word seen twice tells already.
  const prints = settle(telling(seen, seen.length < 9_000 ? 2 : 3, places * filled), places)
  const placed = seen.map((one) => ({
    label: one.label,
    places: one.features.map((feature) => placeOf(prints, feature)).filter((place) => place !== 0xffffffff),
  }))
  const { weights, bias } = learn(placed, places, seed)
  const { bytes, step } = quantise(weights)
  return { places, step, bias, middle: [0, 0], prints, weights: bytes }
}

const sets = headSets(folder)
const models = columnSets(sets)
const headers = Object.keys(sets).map((name): HeadHeader => {
  const own = models.flatMap((one, at) => (one.head === name ? [at] : []))
  const { by } = models[own[0]!]!
  const place = typeof by === 'string' ? by : { place: placeAt(by.place) }
  return { name, columns: own, by: place, sure: null }
})

function placeAt(name: string): number {
  return models.findIndex((one) => one.head === null && one.name === name)
}

/** What every column says of each text that it may be asked about, by a model that never saw its line, round by round. */
const unseen = models.map(() => Array.from({ length: folds }, () => new Map<string, number>()))
for (let fold = 0; fold < folds; fold++) {
  for (const [at, model] of models.entries()) {
    const column = learnColumn(
      model,
      model.examples.filter((one) => one.fold !== fold),
    )
    for (const { columns, by, name } of headers)
      if (columns.includes(at) || (typeof by === 'object' && by.place === at))
        for (const one of sets[name]!)
          if (one.fold === fold) unseen[at]![fold]!.set(one.text, sumOf(column, features(one.text)))
  }
  process.stderr.write(`round ${fold + 1} of ${folds}\n`)
}

/**
 * The sums at which the best F1 lies, for each register, on the texts of the other rounds. Politeness is half yes, half no by the
 * way its labels were made, and a place is only a leaning: their middle is nought.
 */
function middlesOf(at: number, without: number | null): [number, number] {
  const { head, examples } = models[at]!
  if (head === 'polite' || head === null) return [0, 0]
  const rest = examples.filter((one) => one.fold !== without)
  const best = (some: readonly Labelled[]) =>
    bestThreshold(
      some.map((one) => unseen[at]![one.fold]!.get(one.text)!),
      some.map((one) => one.label),
    )
  const overall = best(rest)
  const middleOf = (register: boolean) => {
    const own = rest.filter((one) => isBare(one.text) === register)
    return own.length < 1_000 ? overall : best(own)
  }
  return [middleOf(false), middleOf(true)]
}

/** Scores of texts their models never saw, with middles from the other rounds. */
const middles = models.map((_, at) => Array.from({ length: folds }, (_, fold) => middlesOf(at, fold)))
function unseenScore(header: HeadHeader, { text, fold }: Labelled): number {
  const register = isBare(text) ? 1 : 0
  const sums = models.map((_, at) => (unseen[at]![fold]!.get(text) ?? 0) - middles[at]![fold]![register])
  return believed(header.name, headScore(header, sums, text), text)
}

const heads = headers.map((header) => {
  const judged = sets[header.name]!.map((one) => ({
    score: unseenScore(header, one),
    label: one.label,
    part: one.part,
  }))
  const sure = sureThreshold(
    judged.map((one) => one.score),
    judged.map((one) => one.label),
  )
  return { header: { ...header, sure }, seen: measured(judged) }
})

const columns = models.map((model, at) => ({
  ...learnColumn(model, model.examples),
  middle: middlesOf(at, null),
}))
const file = fileOf(
  heads.map((one) => one.header),
  columns,
)
const seen = Object.fromEntries(heads.map((one) => [one.header.name, one.seen]))
writeFileSync(join(target, 'heads.bin'), file)
writeFileSync(
  join(target, 'manifest.json'),
  `${JSON.stringify(
    {
      made: 'node tools/run.mjs care-language/train/train.ts <data folder>',
      seed,
      bytes: file.length,
      sha256: sha256(file),
      data: Object.fromEntries(
        Object.entries(licences).map(([set, licence]) => [
          set,
          { licence, sha256: sha256(readFileSync(join(folder, set, 'public.jsonl'))) },
        ]),
      ),
      columns: Object.fromEntries(
        models.map(({ name, examples, places }, at) => [
          name,
          {
            data: [...new Set(examples.map((one) => one.set))],
            texts: examples.length,
            places,
            features: columns[at]!.prints.filter((print) => print > 0).length,
          },
        ]),
      ),
      sure: Object.fromEntries(heads.map((one) => [one.header.name, one.header.sure])),
      heads: seen,
    },
    null,
    2,
  )}\n`,
)
process.stdout.write(`${JSON.stringify(seen, null, 1)}\n${file.length} bytes, ${sha256(file)}\n`)

function fileOf(heads: readonly HeadHeader[], columns: readonly Learnt[]): Uint8Array {
  const described = columns.map(({ places, step, bias, middle }): Column => ({ places, step, bias, middle }))
  const header = new TextEncoder().encode(JSON.stringify({ heads, columns: described }))
  const size = columns.reduce((sum, one) => sum + 2 * one.places, 0)
  const file = new Uint8Array(4 + header.length + size)
  new DataView(file.buffer).setUint32(0, header.length, true)
  file.set(header, 4)
  let at = 4 + header.length
  for (const { prints, weights, places } of columns) {
    file.set(prints, at)
    file.set(new Uint8Array(weights.buffer, weights.byteOffset, places), at + places)
    at += 2 * places
  }
  return file
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
