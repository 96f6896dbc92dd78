import { type Anchor, base } from '../anchor.ts'
import { acts, adverbs, coordinators } from '../englishWords.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import { promisedPredicate } from '../predicates/promised.ts'
import { verbAfter } from '../predicates/verbAfter.ts'
import { resolved } from './resolved.ts'

/** "ill call you", "well send it": apostrophes left out in haste. */
export function hastyAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  const before = wordAt(line, at - 1)
  if (
    at > 0 &&
    !isHardBreak(line, at - 1) &&
    before !== ',' &&
    !coordinators.has(before) &&
    !adverbs.has(before) &&
    !/^(?:ok|okay|sure|yes|hi|thanks|sorry|then|that|know)$/.test(before) &&
    line.times[at - 1] === -1 &&
    !runsOn(line, at)
  )
    return null
  const verb = verbAfter(line, at + 1)
  if (verb === null || verb > at + 4) return null
  const next = wordAt(line, verb)
  if (
    (word === 'ill' || word === 'il' || word === 'well') &&
    !acts.has(next) &&
    next !== 'be' &&
    next !== 'have'
  )
    return null
  if (
    word === 'well' &&
    /^(?:done|be|do|made|spotted|put|said)$/.test(next) &&
    !(next === 'be' && /^(?:in|with|sending|calling|back)$/.test(wordAt(line, verb + 1)))
  )
    return null
  if ((word === 'shell' || word === 'hell') && !acts.has(next)) return null
  const kind =
    word === 'ill' || word === 'il'
      ? 'writer'
      : word === 'well'
        ? 'firm'
        : word === 'youll'
          ? 'you'
          : word === 'itll'
            ? 'thing'
            : 'person'
  const head = { theyll: 'they', itll: 'it', shell: 'she', hell: 'he' }[word] ?? word
  const subject = resolved(lines, lineIndex, {
    kind,
    who: kind === 'writer' ? 'writer' : 'firm',
    from: at,
    head,
    plural: false,
  })
  const predicate = promisedPredicate(line, subject, verb)
  return predicate ? base(subject, at, predicate, line) : null
}

/** "thats fine ill swap it for you": no stop before it, but a verb of ours and its object behind it. */
const runsOn = (line: Line, at: number): boolean =>
  acts.has(wordAt(line, at + 1)) &&
  /^(?:you|u|it|them|him|her|this|that|these|those|the|a|an|your|ur|my|our|back|another|some|one)$/.test(
    wordAt(line, at + 2),
  ) &&
  !/^(?:is|are|am|was|were|be|been|feel|felt|feeling|fall|fell|fallen|taken|very|so|too|really|quite|as|how|get|got|getting|'m|'s|'re|not|n't|pretty|the|a|an|may|might|all)$/.test(
    wordAt(line, at - 1),
  )
