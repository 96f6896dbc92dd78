import { type Span, words } from '../sentences.ts'
import type { Doing } from './acts.ts'
import type { Apology } from './apology.ts'
import { stockIn } from './copies.ts'
import type { Layout } from './layout.ts'
import { meaning, ownMeaning, shared } from './words.ts'

/** Are their words for their matter in it? A number, "your request" or a word of the counter names nothing. */
export function echoes(
  body: readonly Span[],
  message: string,
  doings: readonly Doing[],
  ownWay: number,
): boolean {
  const theirs = new Set(ownMeaning(message))
  const found = new Set<string>()
  for (const span of body) for (const word of shared(ownMeaning(span.text), theirs)) found.add(word)
  if (found.size >= 2) return true
  const figures = shared(
    [...meaning(body.map((span) => span.text).join(' '))].filter((one) => /^\d{2,}$/.test(one)),
    meaning(message),
  )
  if (found.size === 1 && figures.length > 0) return true
  const wrote = words(message).length
  if (found.size === 1) return ownWay >= 0.6 || wrote < 30 || theirs.size < 10 || body.length <= 3
  // A short question answered in a few words of its own: nothing to repeat.
  const plain = doings.some((one) => one.deed === 'tell' || one.deed === 'act' || one.deed === 'guide')
  const numbers = body.some((span) => shared([...meaning(span.text)], meaning(message)).length > 0)
  return wrote < 16 && plain && (numbers || doings.length > 1)
}

/** How much a draft says of its own, 0 … 1. */
export function personal(
  body: readonly Span[],
  doings: readonly Doing[],
  { called }: Layout,
  apology: Apology,
): number {
  let sum = 0.45
  if (/\bI\b|\b(?:my|me|I['’]\w+|ich|mein|mir)\b/.test(body.map((span) => span.text).join(' '))) sum += 0.35
  if (stockIn(body)) sum -= 0.35
  // A figure, a price or an hour is for this person.
  else if (body.some((span) => /\d/.test(span.text))) sum += 0.1
  if (apology.kind === 'legal') sum -= 0.3
  const empty = doings.filter((one) => one.deed === 'vague' || one.deed === 'stock').length
  sum -= 0.5 * (empty / (doings.length || 1))
  const plain = doings.filter(
    (one) => one.deed === 'tell' || one.deed === 'guide' || one.deed === 'act',
  ).length
  sum += Math.min(0.3, plain * 0.08)
  if (/customer|passenger|client|guest|sir|madam/i.test(called)) sum -= 0.2
  return Math.max(0, Math.min(1, sum))
}
