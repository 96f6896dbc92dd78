import { segmentStart } from '../clauses.ts'
import { type Line, wordAt } from '../line.ts'
import { subjectBefore } from '../subject.ts'
import type { Subject } from '../subjectKinds.ts'

/** "We would be delighted … and will honour it", "your order has been packed and will …": the subject nearest before. */
export function leadingSubject(line: Line, before: number): Subject | null {
  const start = segmentStart(line, before)
  for (let at = before - 1; at >= start; at--) {
    if (line.times[at] !== -1) continue
    if (!/^(?:is|are|am|has|have|was|were|would|can|could|'s|'ve|'m|'re)$/.test(wordAt(line, at))) continue
    const subject = subjectBefore(line, at)
    if (subject.kind !== 'none' && subject.kind !== 'you') return subject
  }
  for (let at = start; at < before; at++)
    if (line.times[at] === -1 && /^(?:i|we|he|she|they|it|you)$/.test(wordAt(line, at)))
      return subjectBefore(line, at + 1)
  return null
}
