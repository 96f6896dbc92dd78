import { chance, shuffle } from './chance.ts'

export interface Example {
  /** The places its features are kept in. */
  places: Uint32Array
  label: 0 | 1
}

export interface Model {
  weights: Float64Array
  bias: number
}

/** The weights after each of the later half are averaged: the last example seen shall not weigh more than the first. */
const epochs = 6
const rate = 0.1

/**
 * Logistic regression whose features are first weighed by how much more often they stand in one class than in the other
 * (Wang & Manning 2012), learnt by AdaGrad in a seeded order. Sums run in a fixed order: the same data give the same bytes.
 */
export function learn(examples: readonly Example[], size: number, seed: number): Model {
  const ratio = classRatio(examples, size)
  const weights = new Float64Array(size)
  const spread = new Float64Array(size).fill(1e-8)
  let bias = 0
  let biasSpread = 1e-8
  const mean = new Float64Array(size)
  let meanBias = 0
  const order = [...examples.keys()]
  const next = chance(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next)
    for (const at of order) {
      const { places, label } = examples[at]!
      const scale = 1 / Math.sqrt(places.length || 1)
      let sum = bias
      for (const one of places) sum += weights[one]! * ratio[one]! * scale
      const error = 1 / (1 + Math.exp(-sum)) - label
      for (const one of places) {
        const slope = error * ratio[one]! * scale
        spread[one]! += slope * slope
        weights[one]! -= (rate * slope) / Math.sqrt(spread[one]!)
      }
      biasSpread += error * error
      bias -= (rate * error) / Math.sqrt(biasSpread)
    }
    if (epoch < epochs / 2) continue
    for (let at = 0; at < size; at++) mean[at]! += weights[at]! / (epochs / 2)
    meanBias += bias / (epochs / 2)
  }
  for (let at = 0; at < size; at++) mean[at]! *= ratio[at]!
  return { weights: mean, bias: meanBias }
}

function classRatio(examples: readonly Example[], size: number): Float64Array {
  const inside = new Float64Array(size).fill(1)
  const outside = new Float64Array(size).fill(1)
  let yes = 1
  let no = 1
  for (const { places, label } of examples) {
    const counts = label ? inside : outside
    for (const one of places) counts[one]! += 1
    if (label) yes++
    else no++
  }
  return Float64Array.from(inside, (count, at) => Math.log(count / yes / (outside[at]! / no)))
}

/** Weights as signed bytes and the size of one step. The largest two in ten thousand are clipped for finer steps. */
export function quantise(weights: Float64Array): { bytes: Int8Array; step: number } {
  const sizes = Float64Array.from(weights, Math.abs).sort()
  const most = sizes[Math.floor(sizes.length * 0.9998)]! || 1
  const step = most / 127
  return {
    bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
    step,
  }
}
