import { chance } from './chance.ts'

/** Precision, recall and F1 of scores at a threshold. */
export function at(scores: readonly number[], labels: readonly number[], threshold: number) {
  let hits = 0
  let falses = 0
  let misses = 0
  for (const [index, score] of scores.entries()) {
    if (score >= threshold && labels[index]) hits++
    else if (score >= threshold) falses++
    else if (labels[index]) misses++
  }
  return {
    precision: hits / (hits + falses || 1),
    recall: hits / (hits + misses || 1),
    f1: (2 * hits) / (2 * hits + falses + misses || 1),
  }
}

/** Places from the highest score down; equal scores keep their order. */
const ranked = (scores: readonly number[]) =>
  [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b)

export function averagePrecision(scores: readonly number[], labels: readonly number[]): number {
  let hits = 0
  let sum = 0
  for (const [rank, index] of ranked(scores).entries()) if (labels[index]) sum += ++hits / (rank + 1)
  return sum / (hits || 1)
}

/** The threshold with the best F1. */
export function bestThreshold(scores: readonly number[], labels: readonly number[]): number {
  const all = labels.reduce((sum, label) => sum + label, 0)
  let hits = 0
  let best = { f1: -1, threshold: 0 }
  for (const [rank, index] of ranked(scores).entries()) {
    hits += labels[index]!
    const f1 = (2 * hits) / (all + rank + 1)
    if (f1 > best.f1) best = { f1, threshold: scores[index]! }
  }
  return best.threshold
}

/** The lowest threshold from which at least 90 in 100 are right (with at least 20 found), or null. */
export function sureThreshold(scores: readonly number[], labels: readonly number[]): number | null {
  let hits = 0
  let sure: number | null = null
  for (const [rank, index] of ranked(scores).entries()) {
    hits += labels[index]!
    if (rank >= 20 && hits / (rank + 1) >= 0.9) sure = scores[index]!
  }
  return sure
}

export interface Judged {
  score: number
  label: 0 | 1
}

type Statistic = (sample: readonly Judged[]) => number
const scores = (all: readonly Judged[]) => all.map((one) => one.score)
const labels = (all: readonly Judged[]) => all.map((one) => one.label)

const statistics: Record<'f1' | 'averagePrecision' | 'accuracy', Statistic> = {
  f1: (all) => at(scores(all), labels(all), 0.5).f1,
  averagePrecision: (all) => averagePrecision(scores(all), labels(all)),
  accuracy: (all) => all.filter((one) => one.score >= 0.5 === (one.label === 1)).length / all.length,
}

export type Seen = { texts: number } & Record<
  keyof typeof statistics,
  [value: number, low: number, high: number]
>

/** How well a head did on each part of its texts, with 95 % of resampled texts. */
export function measured(judged: readonly (Judged & { part: string })[]): Record<string, Seen> {
  return Object.fromEntries(
    [...new Set(judged.map((one) => one.part))].map((part) => {
      const own = judged.filter((one) => one.part === part)
      const each = Object.entries(statistics).map(([name, statistic]) => [
        name,
        [statistic(own), ...resampled(own, statistic)].map(round),
      ])
      return [part, { texts: own.length, ...Object.fromEntries(each) } as Seen]
    }),
  )
}

const samples = 40

function resampled(judged: readonly Judged[], statistic: Statistic): [number, number] {
  const next = chance(20_261_123)
  const all = Array.from({ length: samples }, () =>
    statistic(judged.map(() => judged[Math.floor(next() * judged.length)]!)),
  ).sort((a, b) => a - b)
  return [all[1]!, all[samples - 2]!]
}

const round = (value: number): number => Math.round(value * 1000) / 1000
