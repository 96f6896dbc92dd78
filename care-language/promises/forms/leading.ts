import { segmentStart } from '../clauses.ts'
import { type Line, wordAt } from '../line.ts'
import { subjectBefore } from '../subject.ts'
import type { Subject } from '../subjectKinds.ts'

/**
 * The subject nearest before a verb that has none: "we would be delighted … and will honour it", "your order has been packed
 * and will …", "I'm off from Thursday but Ilse knows everything and will pick it up".
 */
export function leadingSubject(line: Line, before: number): Subject | null {
  const start = segmentStart(line, before)
  for (let at = before - 1; at >= start; at--) {
    if (line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (/^(?:is|are|am|has|have|was|were|would|can|could|'s|'ve|'m|'re)$/.test(word)) {
      const subject = subjectBefore(line, at)
      if (subject.kind !== 'none' && subject.kind !== 'you') return subject
    } else if (
      /[a-z]s$/.test(word) &&
      at > start &&
      line.tokens[at - 1]!.capital &&
      !line.tokens[at]!.capital
    ) {
      const named = subjectBefore(line, at)
      if (named.kind === 'person') return named
    }
  }
  for (let at = start; at < before; at++)
    if (line.times[at] === -1 && /^(?:i|we|he|she|they|it|you)$/.test(wordAt(line, at)))
      return subjectBefore(line, at + 1)
  return null
}
