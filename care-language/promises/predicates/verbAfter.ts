import { adverbs, habits, hedges } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'

/** Skips what may stand between a modal and its verb; null where a negation or a hedge stands there. */
export function verbAfter(line: Line, from: number): number | null {
  let at = from
  for (let steps = 0; steps < 12; steps++) {
    const word = wordAt(line, at)
    if (
      word === "n't" ||
      word === 'not' ||
      word === 'never' ||
      word === 'no' ||
      // "We'll only write to you about …" holds back more than it promises.
      word === 'only' ||
      hedges.has(word) ||
      habits.has(word)
    )
      return null
    if (line.times[at] !== -1 && line.times[at] !== undefined) {
      at = line.whens[line.times[at]!]!.to
      continue
    }
    const aside = word === ',' ? asideEnd(line, at) : 0
    if (aside) at = aside
    else if (adverbs.has(word) || isManner(word)) at++
    else if (startsWith(line, at, ['be', 'sure', 'to']) || startsWith(line, at, ['make', 'sure', 'to']))
      at += 3
    else if (startsWith(line, at, ['of', 'course'])) at += 2
    else if (startsWith(line, at, ['go', 'ahead', 'and']) || startsWith(line, at, ['get', 'back', 'and']))
      at += 3
    else if (startsWith(line, at, ['go', 'and'])) at += 2
    else if (startsWith(line, at, ['as', 'promised'])) at += 2
    else if (
      startsWith(line, at, ['in', 'turn']) ||
      startsWith(line, at, ['at', 'once']) ||
      startsWith(line, at, ['once', 'more'])
    )
      at += 2
    else if (between.some((phrase) => startsWith(line, at, phrase)))
      at += between.find((phrase) => startsWith(line, at, phrase))!.length
    else if (
      (startsWith(line, at, ['have', 'to']) || startsWith(line, at, ['need', 'to'])) &&
      /^(?:check|ask|speak|talk|find|look|contact|chase|confirm|consult|investigate|raise|escalate|get)$/.test(
        wordAt(line, at + 2),
      )
    )
      at += 2
    else if (word === ',' && adverbs.has(wordAt(line, at - 1)) === false && at > from) return at
    else return at
  }
  return at
}

/** What may be said between "will" and its verb. */
const between = [
  'in any event',
  'in any case',
  'in that case',
  'in the meantime',
  'in the first instance',
  'in addition',
  'in due course',
  'in future',
  'at the same time',
  'at that point',
  'at this point',
  'at least',
  'from now on',
  'without fail',
  'without delay',
  'with pleasure',
  'by return',
  'for now',
  'of necessity',
  'on that day',
  'on the day',
].map((phrase) => phrase.split(' '))

/** "will however formally write": a word of manner, not "reply" nor "apply". */
const isManner = (word: string): boolean =>
  word === 'however' ||
  word === 'meanwhile' ||
  (word.length > 5 &&
    word.endsWith('ly') &&
    !/^(?:reply|apply|supply|comply|multiply|assembly|rally|resupply|reapply)$/.test(word))

/** ", of course," between a modal and its verb: where it ends, or 0. */
function asideEnd(line: Line, comma: number): number {
  for (let at = comma + 1; at < comma + 9 && at < line.tokens.length; at++) {
    if (wordAt(line, at) === ',') return at + 1
    if (isHardBreak(line, at) || line.tokens[at]!.kind === 'mark') return 0
  }
  return 0
}
