import { type Line, wordAt } from '../promises/line.ts'
import { commandsIn } from './clauses.ts'
import { participle } from './words.ts'

/** What a promise waits on: "wenn Sie möchten" makes an offer, "sobald Sie uns … schicken" waits on an act of theirs. */
export function conditionOf(
  lines: readonly Line[],
  lineIndex: number,
  from: number,
  to: number,
): 'none' | 'offer' | 'act' | 'event' {
  const line = lines[lineIndex]!
  const then = /^(?:dann|danach|anschließend)$/.test(wordAt(line, from))
  if (from > 2 && commandsIn(line, from - 1)) return 'act'
  for (let at = 0; at < line.tokens.length; at++) {
    if (
      line.times[at] !== -1 ||
      !/^(?:wenn|wenns|wennst|falls|sobald|nachdem|sollten?)$/.test(wordAt(line, at))
    )
      continue
    // What stands behind a clause is said of that clause.
    if (at > from && (at !== to + 1 || wordAt(line, to) !== ',')) continue
    // "Passt das? Wenn ja, …": their answer.
    if (wordAt(line, at + 1) === 'ja') return 'act'
    if (/^(?:gewünscht|gewollt|nötig|erwünscht)$/.test(wordAt(line, at + 1))) return 'offer'
    const you =
      wordAt(line, at) === 'wennst' ||
      /^(?:du|ihr)$/.test(wordAt(line, at + 1)) ||
      (wordAt(line, at + 1) === 'sie' && line.tokens[at + 1]!.capital)
    if (!you) return 'event'
    for (let next = at + 2; next < line.tokens.length && wordAt(line, next) !== ','; next++)
      if (
        /^(?:möchten|wollen|wünschen|mögen|brauchen|haben|lieber|möchtest|willst|magst|brauchst|hast|einverstanden|zufrieden|recht|lieb)$/.test(
          wordAt(line, next),
        ) &&
        !participle(wordAt(line, next - 1))
      )
        return 'offer'
    return 'act'
  }
  if (!then) return 'none'
  // "Welche Farbe möchten Sie? Dann legen wir sie zurück."
  const before = from === 0 ? lines[lineIndex - 1] : undefined
  return before && (before.question || commandsIn(before, before.tokens.length)) ? 'act' : 'event'
}
