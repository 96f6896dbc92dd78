import { asksIn } from '../inbound/asks.ts'
import { ownWords } from '../zones.ts'
import { cannedScore } from './canned.ts'
import { type Heads, scoreHeads } from './heads.ts'
import { isImperative } from './syntax/imperative.ts'
import { passiveIn } from './syntax/passive.ts'

/** Closed syntax needs no learning: these heads are rules. */
const ruled: Record<string, (text: string) => number> = {
  passive: (text) => (passiveIn(text) ? 0.94 : 0.03),
  imperative: (text) => (isImperative(text) ? 0.8 : 0.02),
  canned: cannedScore,
}

export const headNames = [
  'thanks',
  'praise',
  'negative',
  'anger',
  'request',
  'question',
  'passive',
  'imperative',
  'polite',
  'greeting',
  'closing',
  'canned',
] as const

/** One head's score of a text, 0 … 1; from 0.5 it is more yes than no. */
export function scoreText(heads: Heads, head: string, text: string): number {
  const rule = ruled[head]
  if (rule) return rule(text)
  const score = scoreHeads(heads, head === 'request' ? ownWords(text).trim() : text)[head]
  if (score === undefined)
    throw new RangeError(`No head is called ${head}; there are ${headNames.join(', ')}.`)
  return believed(head, score, text)
}

/** How far a learnt score is believed, once the rules have seen the text. */
export const believed = (head: string, score: number, text: string): number =>
  head === 'request' ? asRequest(score, ownWords(text)) : score

/** The head learnt in office mail, where every plan counts; without an ask that the grammar sees it is believed by two thirds. */
function asRequest(score: number, text: string): number {
  if (!text.trim()) return 0
  return asksIn(text).length > 0 ? score : Math.round(score * 6_700) / 10_000
}
