import { legible } from '../legible.ts'
import { sentences } from '../sentences.ts'
import { ownWords } from '../zones.ts'
import { type Heads, scoreHeads } from './heads.ts'

/** A learnt head that is sure of a sentence. */
export interface Heard {
  head: string
  start: number
  end: number
}

/** Only gauges, however sure: raters hardly agree on anger, and nobody is told what they feel. */
export const gauges: ReadonlySet<string> = new Set(['anger'])

/** What is read of a text, and how many of its sentences. */
const longest = 7_000
const most = 60

/**
 * The learnt heads that are sure of some sentence, each with the first it is sure of, in the order of the weight file. Sure is
 * the score from which a head was right nine times in ten; one that never was says nothing.
 */
export function heardIn(heads: Heads, text: string): Heard[] {
  const found = new Map<string, Heard>()
  for (const span of sentences(ownWords(legible(text, longest))).slice(0, most)) {
    const scores = scoreHeads(heads, span.text)
    for (const { name, sure } of heads.headers)
      if (sure !== null && !gauges.has(name) && !found.has(name) && scores[name]! >= Math.max(sure, 0.5))
        found.set(name, { head: name, start: span.start, end: span.end })
  }
  return heads.names.flatMap((name) => found.get(name) ?? [])
}
