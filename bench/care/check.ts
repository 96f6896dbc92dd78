import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DraftContext, readDraft } from '#care/draft.ts'

const marks = [
  'name',
  'echo',
  'empathy',
  'apology',
  'order',
  'remedy',
  'when',
  'blame',
  'curt',
  'jargon',
  'canned',
  'close',
] as const

export interface CheckCase {
  id: string
  channel: string
  customer: DraftContext['customer']
  ours: DraftContext['ours']
  draft: string
  labels: Record<string, unknown> & {
    questions: { ask: string; answered: boolean }[]
    questionsDisputed: { ask: string }[]
    mustFlag: { agreed: string[]; disputed: string[] }
    mustNotFlag: string[]
    mustNotFlagDisputed: string[]
  }
}

export const readCases = (folder: string): CheckCase[] =>
  readFileSync(join(folder, 'check', 'public.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CheckCase)

const ids = new Set(
  'name.missing name.wrong issue.not_named empathy.missing empathy.late empathy.only apology.missing apology.conditional apology.passive apology.legal next.missing next.no_time questions.unanswered tone.blame tone.curt tone.jargon canned.phrase close.warm'.split(
    ' ',
  ),
)

/** Scores every labelled draft: one true or false per judged thing, kept by class. */
export function scoreCheck(cases: readonly CheckCase[]) {
  const marksRight: Record<string, boolean[]> = {}
  const told: Record<string, { wanted: unknown; read: unknown }[]> = {}
  const misses: string[] = []
  const asks = { found: 0, hits: 0, wanted: 0, answered: [] as boolean[] }
  const flags = { hits: 0, wanted: 0, right: 0, said: 0 }
  const good = { drafts: 0, hints: 0, important: 0 }
  for (const one of cases) {
    const reading = readDraft(one.draft, { ...one, ref: '2026-10-07T09:00', tz: 'Europe/London' })
    const labels: Record<string, unknown> = reading.labels
    for (const mark of marks) {
      const wanted = one.labels[mark === 'name' ? 'nameOk' : mark]
      if (wanted === null || wanted === undefined) continue
      const right = labels[mark] === wanted
      ;(marksRight[mark] ??= []).push(right)
      ;(told[mark] ??= []).push({ wanted, read: labels[mark] })
      if (!right) misses.push(`${mark.padEnd(8)} ${one.id}: wanted ${wanted}, read ${labels[mark]}`)
    }
    const open = [...reading.asks]
    asks.wanted += one.labels.questions.length
    for (const question of one.labels.questions) {
      const at = open.findIndex((ask) => overlaps(ask.text, question.ask))
      if (at < 0) {
        misses.push(`asks     ${one.id}: not found "${question.ask}"`)
        continue
      }
      const [ask] = open.splice(at, 1)
      asks.hits++
      asks.answered.push(ask!.answered === question.answered)
      if (ask!.answered !== question.answered)
        misses.push(`answered ${one.id}: "${question.ask}" wanted ${question.answered}`)
    }
    const disputed = open.filter((ask) =>
      one.labels.questionsDisputed.some((other) => overlaps(ask.text, other.ask)),
    )
    asks.found += reading.asks.length - disputed.length
    for (const ask of open)
      if (!disputed.includes(ask)) misses.push(`asks     ${one.id}: not an ask "${ask.text}"`)
    const said = reading.observations.filter((o) => o.severity !== 'note' && ids.has(o.id))
    const must = one.labels.mustFlag
    const saidIds = said.map((o) => o.id)
    const same = (a: string, b: string) => a === b || (kindAndEmpty.has(a) && kindAndEmpty.has(b))
    flags.wanted += must.agreed.length
    for (const id of must.agreed)
      if (saidIds.some((other) => same(other, id))) flags.hits++
      else misses.push(`flag     ${one.id}: silent on ${id}`)
    const clean = must.agreed.length + must.disputed.length === 0
    for (const id of saidIds) {
      if (must.agreed.some((other) => same(other, id))) {
        flags.right++
        flags.said++
      } else if (
        !must.disputed.some((other) => same(other, id)) &&
        (clean || one.labels.mustNotFlag.includes(id))
      ) {
        flags.said++
        misses.push(`flag     ${one.id}: nuisance ${id}`)
      } else if (!must.disputed.some((other) => same(other, id))) misses.push(`neutral  ${one.id}: ${id}`)
    }
    if (clean) {
      good.drafts++
      good.hints += said.length
      good.important += said.filter((o) => o.severity === 'important').length
    }
  }
  return { marksRight, told, misses, asks, flags, good }
}

/** The mean F1 over the kinds that were wanted. (K19) */
export function macroF1(told: readonly { wanted: unknown; read: unknown }[]): number {
  const kinds = [...new Set(told.map((one) => one.wanted))]
  const f1 = (kind: unknown) => {
    const hits = told.filter((one) => one.wanted === kind && one.read === kind).length
    const either =
      told.filter((one) => one.wanted === kind).length + told.filter((one) => one.read === kind).length
    return (2 * hits) / (either || 1)
  }
  return kinds.reduce<number>((sum, kind) => sum + f1(kind), 0) / (kinds.length || 1)
}

/** How often a name that was said to be amiss was, and how many of those amiss were found. (K21) */
export function amissFound(told: readonly { wanted: unknown; read: unknown }[]): {
  precision: number
  recall: number
} {
  const isAmiss = (name: unknown) => name !== 'ok'
  const hits = told.filter((one) => isAmiss(one.wanted) && one.read === one.wanted).length
  return {
    precision: hits / (told.filter((one) => isAmiss(one.read)).length || 1),
    recall: hits / (told.filter((one) => isAmiss(one.wanted)).length || 1),
  }
}

const kindAndEmpty = new Set(['empathy.only', 'next.missing'])

/** Two spans are the same ask when half of the shorter one's words stand in the other. */
export function overlaps(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length) as unknown as [
    string[],
    string[],
  ]
  const within = new Set(long)
  const shared = short.filter((word) => within.has(word)).length
  return (
    shared >= Math.max(1, short.length * 0.6) &&
    (a.includes(b) || b.includes(a) || shared >= short.length * 0.8)
  )
}
