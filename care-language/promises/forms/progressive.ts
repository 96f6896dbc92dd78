import { type Anchor, base } from '../anchor.ts'
import { adverbs, beForms, will } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'
import { participleAt } from '../predicates/participles.ts'
import type { Predicate } from '../predicates/predicate.ts'
import { subjectBefore } from '../subject.ts'
import { embedded } from './embedded.ts'
import { resolved } from './resolved.ts'
import { givesAfter, underWay } from './underWay.ts'

const transfers =
  /^(?:sending|posting|shipping|bringing|mailing|couriering|dispatching|delivering|replacing|swapping|overnighting|emailing|forwarding)$/

/** "We're sending a driver tomorrow", "the deposit is coming back this week", "I'm posting it on Wednesday". */
export function progressiveAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  let verb = at + 1
  while (adverbs.has(wordAt(line, verb)) && verb < at + 4) {
    if (/^(?:now|still|already)$/.test(wordAt(line, verb))) return null
    verb++
  }
  const ing = wordAt(line, verb)
  if (ing === 'being') {
    const done = participleAt(line, verb + 1)
    const subject = resolved(lines, lineIndex, subjectBefore(line, at))
    return done && subject.kind === 'thing' && !embedded(line, subject.from)
      ? base(subject, subject.from, done, line, { needsTime: 'day' })
      : null
  }
  if (!ing.endsWith('ing') || ing.length < 5 || (ing === 'going' && wordAt(line, verb + 1) === 'to'))
    return null
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  if (embedded(line, subject.from)) return null
  const predicate: Predicate = { verb, form: 'ing' }
  switch (subject.kind) {
    case 'writer':
    case 'firm':
    case 'person': {
      if (
        /^(?:closing|opening|reopening|introducing|launching|releasing|rolling|hoping|trying|planning|aiming|looking|waiting|thinking|missing|celebrating|expecting|going|wearing|having|being)$/.test(
          ing,
        ) &&
        !(
          ing === 'going' &&
          line.times[verb + 1] === -1 &&
          /^(?:back|over|out|round|through|in)$/.test(wordAt(line, verb + 1))
        )
      )
        return null
      if (
        /^(?:this|from)$/.test(wordAt(line, verb + 1)) &&
        /^(?:from|email|message|letter|note|on|to|my)$/.test(wordAt(line, verb + 2))
      )
        return null
      if (underWay.test(ing) && ing !== 'going')
        return base(subject, subject.from, predicate, line, { needsTime: 'day' })
      const sends = (transfers.test(ing) || planned(line, at, verb)) && subject.kind !== 'person'
      return base(subject, subject.from, predicate, line, { needsTime: sends ? 'no' : 'any' })
    }
    case 'thing':
      return /^(?:going|coming|leaving|arriving|shipping|returning|heading|starting|landing|winging)$/.test(
        ing,
      ) && !/^(?:up|down|on|well|off|wrong)$/.test(wordAt(line, verb + 1))
        ? base(subject, subject.from, predicate, line, { needsTime: 'any' })
        : null
    case 'you':
      return /^(?:getting|receiving)$/.test(ing) && givesAfter(line, verb)
        ? base({ ...subject, kind: 'you' }, subject.from, predicate, line, { needsTime: 'any' })
        : null
    default:
      return null
  }
}

/** "You're sending me the numbers, I'm getting a price, and we'll speak on Thursday": steps agreed in one sentence. */
const planned = (line: Line, at: number, verb: number): boolean => {
  if (
    !/^(?:a|an|the|you|your|it|them|someone)$/.test(wordAt(line, verb + 1)) ||
    wordAt(line, at - 1) === 'that'
  )
    return false
  for (let index = 0; index < line.tokens.length; index++) {
    if (index > verb && will.has(wordAt(line, index))) return true
    if (
      index < at - 1 &&
      wordAt(line, index) === 'you' &&
      beForms.has(wordAt(line, index + 1)) &&
      wordAt(line, index + 2).endsWith('ing')
    )
      return true
  }
  return false
}
