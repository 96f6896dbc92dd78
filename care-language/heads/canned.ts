import { counterWords, saysStock } from '#care/words/stock.ts'
import { remember } from '../remember.ts'
import { scoreOf } from './heads.ts'

/**
 * How likely a sentence came out of a drawer, 0 … 1. By rules of our own: no data whose licence lets weights be shipped has
 * agents' sentences. Stock phrases and words of the counter speak for it; a first person who did something, loose spelling
 * and the hurry of a chat speak against.
 */
export const cannedScore = remember(readCanned)

function readCanned(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? []
  if (words.length === 0) return 0
  const counter = words.filter((word) => counterWords.has(word)).length
  const well = /^[^\p{L}]*\p{Lu}/u.test(text) && /[.!?:]["'”’)]*\s*$/.test(text)
  let sum = -1.1
  if (saysStock(text)) sum += 2.6
  sum += Math.min(counter, 5) * 0.42 + Math.min(counter / words.length, 0.4) * 2
  if (well) sum += 0.5
  if (words.length >= 8) sum += 0.35
  if (words.length >= 16) sum += 0.35
  if (words.length < 4) sum -= 0.9
  if (/\b(?:please|kindly)\b/i.test(text)) sum += 0.4
  if (/\b(?:if you|should you|in order to|once you|you can|you may|you will need|make sure)\b/i.test(text))
    sum += 0.6
  if (
    /\bI(?:['’]ve| have| just| can see| see| saw| found| checked| tried| spoke| think| had| was| got)\b/i.test(
      text,
    )
  )
    sum -= 0.7
  if (/\b(?:ok|okay|yeah|yes|no|hmm|oh|alright|let me|just a|one) (?=\w|,)/i.test(text) && words.length < 10)
    sum -= 0.5
  if (/^[\p{Ll}]/u.test(text)) sum -= 0.7
  if (/\d{2,}/.test(text)) sum -= 0.2
  return scoreOf(sum)
}
