import { acts, isGift, roles } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import { participleWord } from './participles.ts'
import type { Predicate } from './predicate.ts'

/** "be back to you by four", "be back on Monday to finish": not "be back in the office". */
export function backPredicate(line: Line, at: number): Predicate | null {
  const next = wordAt(line, at + 2)
  if (next === 'to' && /^(?:normal|business|work|full|usual|strength)$/.test(wordAt(line, at + 3)))
    return null
  if (/^(?:to|with|in-touch|onto|out|round|over)$/.test(next) || startsWith(line, at + 2, ['in', 'touch']))
    return { verb: at, form: 'state' }
  for (let index = at + 2; index < Math.min(at + 10, line.tokens.length); index++)
    if (wordAt(line, index) === 'to' && line.times[index] === -1 && acts.has(wordAt(line, index + 1)))
      return { verb: at, form: 'state' }
  return null
}

/** "have it ready", "have the cake boxed", "have an answer for you": something got done, not stock that comes in. */
export function havePredicate(line: Line, at: number): Predicate | null {
  const first = wordAt(line, at + 1)
  if (/^(?:run|gone|closed|left|sold|forgotten|lost|missed|seen|heard|noticed)$/.test(first)) return null
  if (/^(?:to|been|had|no|more|some|plenty|lots|time|access)$/.test(first)) return null
  // "have accounts reissue it", "have the driver ring you"
  const doer = /^(?:the|our|my|a|an|one)$/.test(first) ? at + 2 : at + 1
  if (roles.has(wordAt(line, doer)) && acts.has(wordAt(line, doer + 1))) return { verb: at, form: 'base' }
  if (/^(?:it|that|this|them|these|those|him|her|you|your|someone|somebody|everything)$/.test(first))
    return { verb: at, form: 'base' }
  if (
    /^(?:a|an|another)$/.test(first) &&
    /^(?:look|word|chat|read|dig|check|think|answer|update|quote|price|reply|decision|word|proper|quick|good|full|closer|plan|solution|technician|driver|engineer|colleague|report)$/.test(
      wordAt(line, at + 2),
    )
  )
    return { verb: at, form: 'base' }
  for (
    let index = at + 1;
    index < Math.min(at + 14, line.tokens.length) && !isHardBreak(line, index);
    index++
  ) {
    const word = wordAt(line, index)
    if (
      /^(?:ready|back|done|out|boxed|waiting|finished|sorted|fixed|with|over|you|u|delivered|wrapped|packed|up|way|running|dispatched|sent|booked|set|off|down|away|gone)$/.test(
        word,
      )
    )
      return { verb: at, form: 'base' }
    if (index > at + 2 && participleWord(word) && !roles.has(word)) return { verb: at, form: 'base' }
    if (index === at + 1 && line.tokens[index]!.capital) return { verb: at, form: 'base' }
  }
  if (/^(?:my|our|the)$/.test(first)) {
    for (let index = at + 2; index < Math.min(at + 6, line.tokens.length); index++)
      if (roles.has(wordAt(line, index))) return { verb: at, form: 'base' }
    if (first === 'the' && isGift(wordAt(line, at + 2))) return { verb: at, form: 'base' }
  }
  return null
}
