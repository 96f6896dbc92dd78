import { cannedScore } from '../heads/canned.ts'
import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import { sentences, words } from '../sentences.ts'
import { saysStock, stockPhrase } from '../words/stock.ts'
import type { Doing } from './acts.ts'
import { signatureOf, similarity } from './minhash.ts'

/** Stock phrases only: the reply could go unchanged to anyone. */
export function isCanned(doings: readonly Doing[], echo: boolean): boolean {
  if (echo || doings.length === 0 || doings.some((one) => one.deed === 'act')) return false
  const said = doings.filter(({ span }) => span.text.split(/\s+/).length > 2)
  const stock = said.filter(
    ({ span, deed }) => deed === 'vague' || stockAt(span.text) !== null || cannedScore(span.text) >= 0.62,
  )
  return (
    said.some(({ span }) => stockAt(span.text) !== null) && stock.length >= Math.max(1, said.length * 0.6)
  )
}

const stockAt = remember((text) => {
  const match = saysStock(text) ? stockPhrase.exec(text) : null
  return match && { from: match.index, to: match.index + match[0].length }
})

export const stockIn = (body: readonly Span[]): { start: number; end: number } | null => {
  for (const span of body) {
    const match = stockAt(span.text)
    if (match) return { start: span.start + match.from, end: span.start + match.to }
  }
  return null
}

const near = 0.85

/** Near copy of a framework reply or of one sent before, names and numbers aside: from 85 of 100 sentences. */
export function nearCopyOf(
  draft: string,
  frameworks: readonly { id: string; name: string; text: string }[],
  recent: readonly string[],
): { of: 'framework'; name: string } | { of: 'recent' } | null {
  if (frameworks.length + recent.length === 0) return null
  const mine = masked(draft)
  if (mine.length < 3) return null
  const isNear = (other: string) => shareOf(mine, masked(other)) >= near
  const framework = frameworks.find((one) => isNear(one.text))
  if (framework) return { of: 'framework', name: framework.name }
  return recent.some(isNear) ? { of: 'recent' } : null
}

function shareOf(mine: readonly string[], theirs: readonly string[]): number {
  if (theirs.length === 0) return 0
  const exact = new Set(theirs)
  const copied = mine.filter(
    (one) => exact.has(one) || theirs.some((other) => similarity(printOf(one), printOf(other)) >= 0.7),
  )
  return copied.length / mine.length
}

/** The letters compared with stay the same from one keystroke to the next. */
const printOf = remember(signatureOf)

/** Sentences without what a template leaves open: slots, names, numbers, dates. */
const masked = (text: string): string[] =>
  sentences(text.slice(0, 8_000))
    .map((span) => maskedSentence(span.text))
    .filter((sentence) => sentence.split(' ').length > 3)
    .slice(0, 60)

const maskedSentence = remember((text) =>
  words(text.replace(/\{\{[^}]*\}\}|[\p{N}][\p{N}.,:/-]*|(?<=\p{Ll}[,;]?\s)\p{Lu}\p{Ll}+/gu, ' ')).join(' '),
)
