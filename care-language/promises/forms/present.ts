import { type Anchor, base } from '../anchor.ts'
import { acts } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'
import type { Predicate } from '../predicates/predicate.ts'
import { subjectBefore } from '../subject.ts'
import { embedded } from './embedded.ts'
import { resolved, saysThen } from './resolved.ts'
import { givesAfter } from './underWay.ts'

const timetable = new Map(
  Object.entries({
    leave: 1,
    leaves: 1,
    ship: 1,
    ships: 1,
    go: 1,
    goes: 1,
    arrive: 1,
    arrives: 1,
    come: 1,
    comes: 1,
    start: 1,
    starts: 1,
    begin: 1,
    begins: 1,
    return: 1,
    returns: 1,
    follow: 1,
    follows: 1,
  }),
)

/** "Your replacement leaves here on Monday", "they go in the kiln on Thursday", "Tomorrow I bring the new glass". */
export function presentAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  const moves = timetable.has(word)
  const plain = word.endsWith('s') ? word.slice(0, -1) : word
  const third =
    word !== plain &&
    (acts.has(plain) || acts.has(word.replace(/es$/, '')) || acts.has(word.replace(/ies$/, 'y')))
  if (!moves && !third && !acts.has(word)) return null
  if (at === 0 || (line.whens.length === 0 && !tellsLater(line, at))) return null
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  if (subject.kind === 'none' || subject.from >= at) return null
  if (embedded(line, subject.from)) return null
  if (
    /^(?:to|will|'ll|can|could|should|would|may|might|must|not|n't|did|do|does|please)$/.test(
      wordAt(line, at - 1),
    )
  )
    return null
  const predicate: Predicate = { verb: at, form: 'state' }
  const anchor = (needsTime: Anchor['needsTime']) =>
    base(subject, subject.from, predicate, line, { needsTime, later: saysThen(line, subject.from, at) })
  switch (subject.kind) {
    case 'writer':
    case 'firm':
      // "I put nobody on it" may be the past.
      return !third &&
        acts.has(word) &&
        !/^(?:put|set|cut|read|let|shut|hit|split|close|open|start|begin|finish|work|run|show|look|ask|speak|keep|see|meet|go|come|serve|get|stop|use)$/.test(
          word,
        )
        ? anchor(tellsLater(line, at) ? 'no' : 'day')
        : null
    case 'person':
      return (third || (subject.plural && acts.has(word))) &&
        !/^(?:starts|finishes|works|opens|closes|begins|asks|runs|helps|shows|lets|looks|reads|does|keeps|meets|gets|speaks|says|takes|stops|sees|goes)$/.test(
          word,
        )
        ? anchor('day')
        : null
    case 'you':
      return /^(?:get|receive)$/.test(word) && givesAfter(line, at) ? anchor('day') : null
    case 'thing': {
      if (!moves || /^(?:up|down|away|off|with|from)$/.test(wordAt(line, at + 1))) return null
      const ours =
        /^(?:your|yours|it|they|the|my|our|a)$/.test(wordAt(line, subject.from)) ||
        subject.head === 'replacement'
      const verbFits =
        /^(?:goes|leaves|ships|comes|arrives|returns|starts|begins|follows)$/.test(word) ||
        (subject.plural && word !== 'start' && word !== 'begin')
      return ours && verbFits
        ? anchor(
            /^(?:starts|begins)$/.test(word) ||
              (/^(?:the|a)$/.test(wordAt(line, subject.from)) &&
                !/^(?:out|back|in|to|live|here)$/.test(wordAt(line, at + 1)))
              ? 'day'
              : 'any',
          )
        : null
    }
    default:
      return null
  }
}

/** "I write to you when it is there": a present tense that can only mean later. */
const tellsLater = (line: Line, at: number): boolean => {
  if (!/^(?:write|call|ring|phone|tell|text|email|message)$/.test(wordAt(line, at))) return false
  const you = wordAt(line, at + 1) === 'to' ? at + 2 : at + 1
  return wordAt(line, you) === 'you' && /^(?:when|once|if)$/.test(wordAt(line, you + 1))
}
