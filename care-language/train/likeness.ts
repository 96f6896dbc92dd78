// `node tools/run.mjs care-language/train/likeness.ts`: learns from the labelled English drafts of our own (draft/cases) how a
// sentence looks that sees what a thing is for somebody, and writes draft/likenessWeights.ts. The same drafts give the same file.
import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Case } from '../draft/cases/case.ts'
import { showsOf } from '../draft/likeness.ts'
import { read } from '../draft/read.ts'
import { meaning, ownMeaning } from '../draft/words.ts'
import { readInbound } from '../inbound.ts'
import { languageOf } from '../language.ts'

export interface Labelled {
  to: string
  isSeen: boolean
  sentences: string[][]
}

/** The last batch is only measured by. */
const notLearnt = /^(?:case|marks|fords)\.ts$|\.test\.ts$/

/** Every English draft whose empathy is labelled, as what its sentences show. */
export async function labelled(): Promise<Labelled[]> {
  const folder = new URL('../draft/cases/', import.meta.url)
  const found: Labelled[] = []
  for (const name of readdirSync(folder).sort()) {
    if (notLearnt.test(name)) continue
    const cases = Object.values(await import(new URL(name, folder).href)).flat() as Case[]
    for (const one of cases) {
      if (languageOf(one.message) === 'de') continue
      const inbound = readInbound(one.message)
      for (const { draft, is } of one.drafts) {
        if (!is?.empathy) continue
        const { doings, hurt } = read(draft, contextOf(one), inbound)
        const shows = showsOf(doings, meaning(one.message), new Set(ownMeaning(one.message)), hurt)
        found.push({
          to: `${name} ${one.to}`,
          isSeen: is.empathy === 'specific',
          sentences: shows,
        })
      }
    }
  }
  return found
}

const contextOf = (one: Case) => ({
  channel: one.channel ?? 'email',
  customer: { name: one.to, preferredName: one.called ?? one.to.split(' ')[0]!, message: one.message },
  ours: { writer: one.writer ?? '', firstReply: !one.later, fault: one.fault },
  ref: '2026-11-25T09:00',
  tz: 'Europe/Lisbon',
})

export interface Learnt {
  bias: number
  of: Record<string, number>
}

export const sumOf = ({ bias, of }: Learnt, shows: readonly string[]): number =>
  shows.reduce((sum, name) => sum + (of[name] ?? 0), bias)

/** A label is of a whole draft: each time around, the sentence that looks most like it stands for a draft that sees. */
const turns = 8
const rounds = 120
const step = 4
const restraint = 3
/** What is overlooked weighs more than what is seen too much. */
const seenWeighs = 1.5

export function learnLikeness(drafts: readonly Labelled[]): Learnt {
  const learnt: Learnt = { bias: -2, of: { 'names two': 1, first: 1, weighs: 0.5, 'does act': -1 } }
  for (let turn = 0; turn < turns; turn++) {
    const examples = drafts
      .filter((one) => one.sentences.length > 0)
      .flatMap(({ isSeen, sentences }): { shows: string[]; isSeen: boolean }[] =>
        isSeen
          ? [{ shows: sentences.reduce((a, b) => (sumOf(learnt, b) > sumOf(learnt, a) ? b : a)), isSeen }]
          : sentences.map((shows) => ({ shows, isSeen })),
      )
    for (let round = 0; round < rounds; round++) descend(learnt, examples)
  }
  return learnt
}

function descend(learnt: Learnt, examples: readonly { shows: string[]; isSeen: boolean }[]) {
  const slope: Record<string, number> = {}
  let biasSlope = 0
  for (const { shows, isSeen } of examples) {
    const error = (1 / (1 + Math.exp(-sumOf(learnt, shows))) - Number(isSeen)) * (isSeen ? seenWeighs : 1)
    for (const name of shows) slope[name] = (slope[name] ?? 0) + error
    biasSlope += error
  }
  for (const [name, by] of Object.entries(slope))
    learnt.of[name] =
      (learnt.of[name] ?? 0) - (step / examples.length) * (by + restraint * (learnt.of[name] ?? 0))
  learnt.bias -= (step / examples.length) * biasSlope
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const learnt = learnLikeness(await labelled())
  const rows = Object.entries(learnt.of)
    .map(([name, value]) => [name, Math.round(value * 100)] as const)
    .filter(([, value]) => Math.abs(value) >= 5)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const of = rows.map(([name, value]) => `    ${JSON.stringify(name)}: ${value},`).join('\n')
  writeFileSync(
    new URL('../draft/likenessWeights.ts', import.meta.url),
    `// Written by care-language/train/likeness.ts; not by hand.
import { once } from '../once.ts'

export const likenessWeights = once((): { bias: number; of: Readonly<Record<string, number>> } => ({
  bias: ${Math.round(learnt.bias * 100)},
  of: {
${of}
  },
}))
`,
  )
}
