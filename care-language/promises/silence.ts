import type { Anchor } from './anchor.ts'
import { segmentStart } from './clauses.ts'
import { habits, hedges } from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'

/** Whether a word in or before the clause takes the promise back: a hedge, a habit, luck, a machine's own doing. */
export function isOverridden(line: Line, anchor: Anchor, previousEnd: number): boolean {
  // "Our policy is simple: bring it back and we'll refund you": said to everybody.
  for (let at = 0; at < anchor.from; at++) if (wordAt(line, at) === 'policy') return true
  if (demandsFirst(line, anchor.from) || leavesItToThem(line, anchor)) return true
  let from = Math.max(previousEnd, segmentStart(line, anchor.from))
  for (let at = from; at < anchor.from; at++) if (/^(?:but|so|yet|and)$/.test(wordAt(line, at))) from = at + 1
  for (let at = from; at < anchor.end; at++) {
    const word = wordAt(line, at)
    // "Someone will be with you this afternoon, probably Ed": who, not whether.
    if (
      at > anchor.predicate.verb &&
      wordAt(line, at - 1) === ',' &&
      line.tokens[at + 1]?.capital &&
      line.times[at + 1] === -1
    )
      continue
    if (hedges.has(word) && !/^(?:should|may|might|could|would)$/.test(word))
      return (
        !/^(?:can|could)$/.test(wordAt(line, at + 1)) &&
        wordAt(line, at - 1) !== 'as' &&
        !(wordAt(line, at - 1) === 'more' && wordAt(line, at - 2) === ',' && at > anchor.predicate.verb)
      )
    // "…, usually the same day" says how soon, not whether.
    if (word === 'automatically' && (anchor.subject.kind === 'firm' || anchor.subject.kind === 'writer'))
      continue
    if (habits.has(word) && !(at > anchor.predicate.verb && wordAt(line, at - 1) === ',')) return true
    if (
      startsWith(line, at, ['any', 'luck']) ||
      startsWith(line, at, ['fingers', 'crossed']) ||
      startsWith(line, at, ['touch', 'wood'])
    )
      return true
    if (
      at < anchor.from &&
      (startsWith(line, at, ['as', 'a', 'rule']) ||
        startsWith(line, at, ['in', 'general']) ||
        startsWith(line, at, ['in', 'most', 'cases']) ||
        startsWith(line, at, ['in', 'these', 'cases']) ||
        startsWith(line, at, ['in', 'such', 'cases']) ||
        startsWith(line, at, ['in', 'some', 'cases']))
    )
      return true
    if (at < anchor.from && /^(?:imagine|suppose|had|were)$/.test(word) && at === from) return true
  }
  // "…, fingers crossed", "…, hopefully", "…, I hope" behind the clause.
  let after = anchor.end
  if (wordAt(line, after) === ',' || (isHardBreak(line, after) && wordAt(line, after) !== '.')) after++
  // "By Monday at the latest, more likely Friday": sooner still.
  if (wordAt(line, after) === 'more' && wordAt(line, after + 1) === 'likely') return false
  if (
    hedges.has(wordAt(line, after)) &&
    !(line.tokens[after + 1]?.capital && line.times[after + 1] === -1) &&
    !/^(?:may|might|could|would|should)$/.test(wordAt(line, after))
  )
    return true
  return (
    startsWith(line, after, ['fingers', 'crossed']) ||
    startsWith(line, after, ['all', 'going', 'well']) ||
    startsWith(line, after, ['all', 'being', 'well']) ||
    startsWith(line, after, ['god', 'willing']) ||
    startsWith(line, after, ['subject', 'to']) ||
    (wordAt(line, after) === 'i' &&
      /^(?:hope|think)$/.test(wordAt(line, after + 1)) &&
      !/^(?:this|that|you|it)$/.test(wordAt(line, after + 2))) ||
    startsWith(line, after, ['with', 'any', 'luck']) ||
    startsWith(line, after, ['with', 'luck']) ||
    startsWith(line, after, ['touch', 'wood'])
  )
}

/** "Or I'll refund you, up to you": one of two ways to choose from. */
function leavesItToThem(line: Line, { from, end }: Anchor): boolean {
  for (let at = from; at < Math.min(end + 6, line.tokens.length); at++)
    if (
      // Not "I'll bring it up to you".
      (startsWith(line, at, ['up', 'to', 'you']) &&
        /^(?:,|[-–—(]|is|'s|entirely|totally|completely|all|it)$/.test(wordAt(line, at - 1)) &&
        (wordAt(line, at - 1) !== 'it' || wordAt(line, at - 2) === ',')) ||
      startsWith(line, at, ['your', 'call']) ||
      startsWith(line, at, ['your', 'choice']) ||
      startsWith(line, at, ['whichever', 'you']) ||
      startsWith(line, at, ['if', 'you', "'d", 'rather'])
    )
      return wordAt(line, at) !== 'your' || at >= end
  return false
}

/** "Unless payment is received within 7 days we will …": a demand with a threat behind it. */
function demandsFirst(line: Line, from: number): boolean {
  for (let at = Math.max(0, from - 25); at < from; at++) {
    if (wordAt(line, at) !== 'unless') continue
    for (let ahead = at + 1; ahead < from; ahead++)
      if (/^(?:payment|pay|paid|settle|settled|arrears|debt)$/.test(wordAt(line, ahead))) return true
  }
  return false
}
