// K1–K5, K7, K11, K12, K16, K17. The learnt heads on texts whose words they never saw: the figures of the training's five rounds,
// which the manifest keeps, since the weights that ship have learnt from all. What may not be trained on is measured here.
import { readFileSync } from 'node:fs'
import { type Heads, readHeads } from '#care/heads/heads.ts'
import { scoreText } from '#care/heads/score.ts'
import { at, type Judged, type Seen } from '#care/train/measure.ts'
import { readLines } from '#care/train/sets.ts'
import manifest from '#care/weights/manifest.json' with { type: 'json' }
import { bootstrap, percent } from './measure.ts'

type Statistic = (sample: readonly Judged[]) => number
const measured = (all: readonly Judged[]) =>
  at(
    all.map((one) => one.score),
    all.map((one) => one.label),
    0.5,
  )
const f1: Statistic = (all) => measured(all).f1
const precision: Statistic = (all) => measured(all).precision

const seen = manifest.heads as unknown as Record<string, Record<string, Seen>>

const line = (id: string, name: string, texts: number, value: readonly number[], goal: number) => {
  const [seen, low, high] = value as [number, number, number]
  console.log(
    `| ${id} | ${name} | ${texts} | ${percent(seen)} | ${percent(low)} – ${percent(high)} | ${percent(goal)} | ${seen >= goal ? 'met' : 'below'} |`,
  )
}

/** Prints each row with its goal and a 95 % interval. */
export function benchHeads(folder: string): void {
  const heads = readHeads(readFileSync(new URL('../../care-language/weights/heads.bin', import.meta.url)))
  const learnt = (
    id: string,
    name: string,
    head: string,
    part: string,
    what: keyof Omit<Seen, 'texts'>,
    goal: number,
  ) => {
    const one = seen[head]![part]!
    line(id, name, one.texts, one[what], goal)
  }
  const row = (id: string, name: string, judged: readonly Judged[], statistic: Statistic, goal: number) =>
    line(id, name, judged.length, [statistic(judged), ...bootstrap(judged, statistic, 200)], goal)
  console.log('| row | what | texts | seen | 95 % | goal | |\n|---|---|---|---|---|---|---|')
  learnt('K1', 'thanks, GoEmotions, F1', 'thanks', 'goemotions', 'f1', 0.93)
  learnt('K1', 'thanks, MultiDoGO, F1', 'thanks', 'multidogo_intents', 'f1', 0.93)
  learnt('K2', 'greeting, F1', 'greeting', 'multidogo_intents', 'f1', 0.965)
  learnt('K2', 'closing, F1', 'closing', 'multidogo_intents', 'f1', 0.965)
  learnt('K3', 'praise, F1', 'praise', 'goemotions', 'f1', 0.67)
  learnt('K4', 'anger and annoyance, F1', 'anger', 'goemotions', 'f1', 0.56)
  learnt('K5', 'any negative, average precision', 'negative', 'goemotions', 'averagePrecision', 0.73)
  learnt('K7', 'polite, Wikipedia, accuracy', 'polite', 'politeness, wikipedia', 'accuracy', 0.86)
  learnt('K7', 'polite, Stack Exchange, accuracy', 'polite', 'politeness, stackexchange', 'accuracy', 0.72)
  learnt('K11', 'request, Parakweet, F1', 'request', 'parakweet_intent', 'f1', 0.78)
  row('K11', 'request, BC3, F1', judgeBc3(folder, heads), f1, 0.55)
  learnt('K12', 'question, as is, F1', 'question', 'mrda_acts, as is', 'f1', 0.965)
  learnt('K12', 'question, without stops, F1', 'question', 'mrda_acts, without stops', 'f1', 0.75)
  learnt(
    'K12',
    'question, without the last stop, F1',
    'question',
    'mrda_acts, without the last stop',
    'f1',
    0.75,
  )
  const voice = readLines<{ text: string; passive: 0 | 1; imperative: 0 | 1 }>(folder, 'ewt_voice')
  const judge = (rule: 'passive' | 'imperative'): Judged[] =>
    voice.map((one) => ({ score: scoreText(heads, rule, one.text), label: one[rule] }))
  row('K16', 'passive, precision', judge('passive'), precision, 0.93)
  row('K16', 'passive, F1', judge('passive'), f1, 0.9)
  row('K17', 'imperative, F1', judge('imperative'), f1, 0.75)
}

function judgeBc3(folder: string, heads: Heads): Judged[] {
  return readLines<{ text: string; req: number }>(folder, 'bc3_acts').map((one) => ({
    score: scoreText(heads, 'request', one.text),
    label: one.req >= 2 ? 1 : 0,
  }))
}
