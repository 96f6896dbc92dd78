import { type Line, wordAt } from '../line.ts'
import { classify, namesIn } from '../nouns.ts'
import type { Subject } from '../subjectKinds.ts'

/** Who "from …" names; a third party promises nothing of ours. */
export function giver(line: Line, from: number, end: number): Subject['who'] | null {
  if (wordAt(line, from) === 'my') return 'writer'
  for (let at = from; at < end; at++) {
    if (!/^(?:from|by)$/.test(wordAt(line, at)) || line.times[at] !== -1) continue
    if (
      /^(?:hand|courier|post|mail|email|phone|air|sea|letter|text|noon|lunch|then)$/.test(
        wordAt(line, at + 1),
      )
    )
      continue
    if (wordAt(line, at + 1) === 'me') return 'writer'
    let last = at + 1
    while (
      last < end &&
      line.times[last] === -1 &&
      line.tokens[last]?.kind === 'word' &&
      !/^(?:to|with|about|on|in|for|by|at|and|from)$/.test(wordAt(line, last))
    )
      last++
    // "by first class post"
    if (
      last === at + 1 ||
      /^(?:post|mail|courier|email|e-mail|bacs|cheque|transfer|delivery|messenger)$/.test(
        wordAt(line, last - 1),
      )
    )
      continue
    // "by our head waiter, Luca"
    const next = wordAt(line, last) === ',' ? last + 1 : last
    const named = next > last ? namesIn(line, next, next + 1) : null
    const subject = classify(line, at + 1, last - 1)
    if (named && subject.kind === 'person' && subject.who === 'firm') return `colleague:${named}`
    if (subject.kind === 'third') return null
    return subject.kind === 'person' ? subject.who : 'firm'
  }
  return 'firm'
}
