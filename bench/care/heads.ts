// K1–K5, K7, K11, K12, K16, K17: the learnt heads on the eighth of the data they never saw, the rules on all of theirs.
import { readFileSync } from 'node:fs'
import { type Heads, readHeads } from '#care/heads/heads.ts'
import { scoreText } from '#care/heads/score.ts'
import { at, averagePrecision } from '#care/train/measure.ts'
import { headSets, type Labelled, readLines, withoutStops } from '#care/train/sets.ts'
import { bootstrap, percent } from './measure.ts'

interface Judged {
  score: number
  label: 0 | 1
}
type Statistic = (sample: readonly Judged[]) => number

const f1: Statistic = (all) => measured(all).f1
const precision: Statistic = (all) => measured(all).precision
const average: Statistic = (all) => averagePrecision(scores(all), labels(all))
const accuracy: Statistic = (all) =>
  all.filter((one) => one.score >= 0.5 === (one.label === 1)).length / all.length

const scores = (all: readonly Judged[]) => all.map((one) => one.score)
const labels = (all: readonly Judged[]) => all.map((one) => one.label)
const measured = (all: readonly Judged[]) => at(scores(all), labels(all), 0.5)

/** Prints each row with its goal and a 95 % interval. */
export function benchHeads(folder: string): void {
  const heads = readHeads(readFileSync(new URL('../../care-language/weights/heads.bin', import.meta.url)))
  const sets = headSets(folder)
  const judge = (head: string, examples: readonly Labelled[]): Judged[] =>
    examples.map((one) => ({ score: scoreText(heads, head, one.text), label: one.label }))
  const dev = (head: string, set: string) => sets[head]!.filter((one) => one.dev && one.set === set)
  const row = (id: string, name: string, judged: readonly Judged[], statistic: Statistic, goal: number) => {
    const value = statistic(judged)
    const [low, high] = bootstrap(judged, statistic, 200)
    const sign = value >= goal ? 'met' : 'below'
    console.log(
      `| ${id} | ${name} | ${judged.length} | ${percent(value)} | ${percent(low)} – ${percent(high)} | ${percent(goal)} | ${sign} |`,
    )
  }
  console.log('| row | what | texts | seen | 95 % | goal | |\n|---|---|---|---|---|---|---|')
  row('K1', 'thanks, GoEmotions, F1', judge('thanks', dev('thanks', 'goemotions')), f1, 0.93)
  row('K1', 'thanks, MultiDoGO, F1', judge('thanks', dev('thanks', 'multidogo_intents')), f1, 0.93)
  row('K2', 'greeting, F1', judge('greeting', dev('greeting', 'multidogo_intents')), f1, 0.965)
  row('K2', 'closing, F1', judge('closing', dev('closing', 'multidogo_intents')), f1, 0.965)
  row('K3', 'praise, F1', judge('praise', dev('praise', 'goemotions')), f1, 0.67)
  row('K4', 'anger and annoyance, F1', judge('anger', dev('anger', 'goemotions')), f1, 0.56)
  row(
    'K5',
    'any negative, average precision',
    judge('negative', dev('negative', 'goemotions')),
    average,
    0.73,
  )
  for (const [domain, goal] of [
    ['wikipedia', 0.86],
    ['stackexchange', 0.72],
  ] as const) {
    const own = new Set(
      readLines<{ domain: string; text: string }>(folder, 'politeness')
        .filter((line) => line.domain === domain)
        .map((line) => line.text),
    )
    row(
      'K7',
      `polite, ${domain}, accuracy`,
      judge(
        'polite',
        dev('polite', 'politeness').filter((one) => own.has(one.text)),
      ),
      accuracy,
      goal,
    )
  }
  row('K11', 'request, Parakweet, F1', judge('request', dev('request', 'parakweet_intent')), f1, 0.78)
  row('K11', 'request, BC3, F1', judgeBc3(folder, heads), f1, 0.55)
  const spoken = dev('question', 'mrda_acts')
  const marked = spoken.filter((one) => one.text !== withoutStops(one.text))
  row('K12', 'question, as is, F1', judge('question', marked), f1, 0.965)
  row(
    'K12',
    'question, without stops, F1',
    judge(
      'question',
      marked.map((one) => ({ ...one, text: withoutStops(one.text) })),
    ),
    f1,
    0.75,
  )
  const voice = readLines<{ text: string; passive: 0 | 1; imperative: 0 | 1 }>(folder, 'ewt_voice')
  const passive = voice.map((line) => ({
    score: scoreText(heads, 'passive', line.text),
    label: line.passive,
  }))
  row('K16', 'passive, precision', passive, precision, 0.93)
  row('K16', 'passive, F1', passive, f1, 0.9)
  row(
    'K17',
    'imperative, F1',
    voice.map((line) => ({ score: scoreText(heads, 'imperative', line.text), label: line.imperative })),
    f1,
    0.75,
  )
}

function judgeBc3(folder: string, heads: Heads): Judged[] {
  return readLines<{ text: string; req: number }>(folder, 'bc3_acts').map((line) => ({
    score: scoreText(heads, 'request', line.text),
    label: line.req >= 2 ? 1 : 0,
  }))
}
