import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buckets, featuresOf } from '../heads/features.ts'
import { type Column, type HeadHeader, isBare, readHeads, scoreHeads } from '../heads/heads.ts'
import { learn, quantise } from './logistic.ts'
import { at, averagePrecision, bestThreshold, sureThreshold } from './measure.ts'
import { columnSets, headSets, type Labelled, licences } from './sets.ts'

/**
 * Learns the heads from a data folder and writes `care-language/weights/heads.bin` and its manifest.
 * The same data and seed give the same bytes.
 *
 *   node tools/run.mjs care-language/train/train.ts /path/to/data/care
 */
const folder = process.argv[2]
if (!folder) throw new Error('Name the data folder: node tools/run.mjs care-language/train/train.ts <folder>')
const seed = 20261125
const target = fileURLToPath(new URL('../weights/', import.meta.url))

const known = new Map<string, Uint16Array>()
const features = (text: string): Uint16Array => {
  const found = known.get(text) ?? featuresOf(text)
  known.set(text, found)
  return found
}

const sets = headSets(folder)
const models = columnSets(sets, folder)
const columns: Column[] = []
const tables: Int8Array[] = []
const used: Record<string, { data: string[]; train: number; dev: number }> = {}
for (const { head, name, examples } of models) {
  const train = examples.filter((one) => !one.dev)
  const dev = examples.filter((one) => one.dev)
  const model = learn(
    train.map((one) => ({ features: features(one.text), label: one.label })),
    seed,
  )
  const { bytes, step } = quantise(model.weights)
  const sums = dev.map((one) => {
    const buckets = features(one.text)
    let sum = 0
    for (const bucket of buckets) sum += bytes[bucket]!
    return model.bias + (sum * step) / Math.sqrt(buckets.length || 1)
  })
  columns.push({ step, bias: model.bias, middle: middlesOf(head, dev, sums) })
  tables.push(bytes)
  used[name] = { data: [...new Set(examples.map((one) => one.set))], train: train.length, dev: dev.length }
}

/** Politeness is half yes, half no by the way its labels were made, and a place is only a leaning: their middle is nought. */
function middlesOf(head: string | null, dev: readonly Labelled[], sums: readonly number[]): [number, number] {
  if (head === 'polite' || head === null) return [0, 0]
  const labels = dev.map((one) => one.label)
  const overall = bestThreshold(sums, labels)
  const middleOf = (register: boolean) => {
    const own = [...dev.keys()].filter((at) => isBare(dev[at]!.text) === register)
    return own.length < 200
      ? overall
      : bestThreshold(
          own.map((at) => sums[at]!),
          own.map((at) => labels[at]!),
        )
  }
  return [middleOf(false), middleOf(true)]
}

function placeOf(name: string): number {
  return models.findIndex((one) => one.head === null && one.name === name)
}

const headers = Object.keys(sets).map((name): HeadHeader => {
  const own = models.flatMap((one, at) => (one.head === name ? [at] : []))
  const { by } = models[own[0]!]!
  return { name, columns: own, by: typeof by === 'string' ? by : { place: placeOf(by.place) }, sure: null }
})

function fileOf(heads: readonly HeadHeader[]): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ heads, columns }))
  const file = new Uint8Array(4 + header.length + buckets * columns.length)
  new DataView(file.buffer).setUint32(0, header.length, true)
  file.set(header, 4)
  const weights = new Int8Array(file.buffer, 4 + header.length)
  for (const [column, bytes] of tables.entries())
    for (let bucket = 0; bucket < buckets; bucket++)
      weights[bucket * columns.length + column] = bytes[bucket]!
  return file
}

const unsure = readHeads(fileOf(headers))
const file = fileOf(
  headers.map((one) => {
    const dev = sets[one.name]!.filter((example) => example.dev)
    return {
      ...one,
      sure: sureThreshold(
        dev.map((example) => scoreHeads(unsure, example.text)[one.name]!),
        dev.map((example) => example.label),
      ),
    }
  }),
)
const heads = readHeads(file)
const devScores = Object.fromEntries(Object.entries(sets).map(([name, all]) => [name, measure(name, all)]))
writeFileSync(join(target, 'heads.bin'), file)
writeFileSync(
  join(target, 'manifest.json'),
  `${JSON.stringify(
    {
      made: 'node tools/run.mjs care-language/train/train.ts <data folder>',
      seed,
      buckets,
      bytes: file.length,
      sha256: sha256(file),
      data: Object.fromEntries(
        Object.entries(licences).map(([set, licence]) => [
          set,
          { licence, sha256: sha256(readFileSync(join(folder, set, 'public.jsonl'))) },
        ]),
      ),
      columns: used,
      heads: devScores,
    },
    null,
    2,
  )}\n`,
)
process.stdout.write(`${JSON.stringify(devScores, null, 1)}\n${file.length} bytes, ${sha256(file)}\n`)

function measure(name: string, all: readonly Labelled[]) {
  const bySet: Record<string, { f1: number; averagePrecision: number }> = {}
  for (const set of new Set(all.map((one) => one.set))) {
    const dev = all.filter((one) => one.dev && one.set === set)
    const scores = dev.map((one) => scoreHeads(heads, one.text)[name]!)
    const labels = dev.map((one) => one.label)
    bySet[set] = {
      f1: round(at(scores, labels, 0.5).f1),
      averagePrecision: round(averagePrecision(scores, labels)),
    }
  }
  return bySet
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
