import { type Line, wordAt } from '../line.ts'
import { antecedent } from '../nouns.ts'
import type { Subject } from '../subjectKinds.ts'

export const resolved = (lines: readonly Line[], lineIndex: number, subject: Subject): Subject => {
  if (!/^(?:he|she|they)$/.test(subject.head)) return subject
  const means = antecedent(lines, lineIndex, subject.from, subject.head === 'they')
  return { ...subject, kind: means.kind, who: means.who }
}

export const saysThen = (line: Line, from: number, verb: number): boolean => {
  for (let at = Math.max(0, from - 2); at < verb; at++) {
    const word = wordAt(line, at)
    if (word === 'then' || word === 'afterwards' || (word === 'after' && wordAt(line, at + 1) === 'that'))
      return true
    if (word === 'otherwise' && at < from) return true
    // "Could you send the code? With that I'll open it."
    if (word === 'with' && at < from && /^(?:that|those|this|these)$/.test(wordAt(line, at + 1))) return true
  }
  return false
}
