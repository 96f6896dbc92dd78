import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buckets, featuresOf } from '../heads/features.ts'
import { type HeadHeader, isBare, readHeads, scoreHeads, scoreOf } from '../heads/heads.ts'
import { learn, quantise } from './logistic.ts'
import { at, averagePrecision, bestThreshold, sureThreshold } from './measure.ts'
import { headSets, type Labelled, licences } from './sets.ts'

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
const headers: HeadHeader[] = []
const columns: Int8Array[] = []
const used: Record<string, { data: string[]; train: number; dev: number }> = {}
for (const [name, examples] of Object.entries(sets)) {
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
  const labels = dev.map((one) => one.label)
  const bare = dev.map((one) => isBare(one.text))
  const middleOf = (register: boolean) => {
    const own = [...dev.keys()].filter((at) => bare[at] === register)
    return name === 'polite' || own.length < 200
      ? bestOverall
      : bestThreshold(
          own.map((at) => sums[at]!),
          own.map((at) => labels[at]!),
        )
  }
  const bestOverall = name === 'polite' ? 0 : bestThreshold(sums, labels)
  const middle = [middleOf(false), middleOf(true)] as const
  const sure = sureThreshold(
    sums.map((sum, at) => sum - middle[bare[at] ? 1 : 0]),
    labels,
  )
  headers.push({ name, step, bias: model.bias, middle, sure: sure === null ? null : scoreOf(sure) })
  columns.push(bytes)
  used[name] = { data: [...new Set(examples.map((one) => one.set))], train: train.length, dev: dev.length }
}

const header = new TextEncoder().encode(JSON.stringify(headers))
const file = new Uint8Array(4 + header.length + buckets * headers.length)
new DataView(file.buffer).setUint32(0, header.length, true)
file.set(header, 4)
const weights = new Int8Array(file.buffer, 4 + header.length)
for (const [head, bytes] of columns.entries())
  for (let bucket = 0; bucket < buckets; bucket++) weights[bucket * headers.length + head] = bytes[bucket]!

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
      heads: Object.fromEntries(
        Object.entries(used).map(([name, one]) => [name, { ...one, devScores: devScores[name] }]),
      ),
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
