import { type Anchor, base } from '../anchor.ts'
import { acts, isGift, will } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'
import { promisedPredicate } from '../predicates/promised.ts'
import { verbAfter } from '../predicates/verbAfter.ts'
import { subjectBefore } from '../subject.ts'
import { embedded } from './embedded.ts'

/** "You have my word that …", "I promise to ring", "we undertake to refund". "I promise we will" is the promise of its clause. */
export function vowAnchor(line: Line, at: number): Anchor | null {
  const word = wordAt(line, at)
  if (word === 'word') {
    if (wordAt(line, at - 1) !== 'my' || !/^(?:have|'ve|you)$/.test(wordAt(line, at - 2))) return null
    let from = at - 2
    while (from > 0 && /^(?:i|give|you|have|'ve)$/.test(wordAt(line, from - 1))) from--
    const next = wordAt(line, at + 1) === 'that' ? at + 2 : at + 1
    // The clause behind it: a subject with will. If that is I, we or a person, it is its own promise.
    for (let index = next; index < Math.min(next + 8, line.tokens.length); index++) {
      if (!will.has(wordAt(line, index))) continue
      const verb = verbAfter(line, index + 1)
      if (verb === null) return null
      const inner = subjectBefore(line, index)
      const predicate = promisedPredicate(line, inner, verb)
      return predicate
        ? base(
            { ...inner, kind: 'writer', who: inner.kind === 'firm' ? 'firm' : 'writer' },
            from,
            predicate,
            line,
          )
        : null
    }
    return null
  }
  const subject = subjectBefore(line, wordAt(line, at - 1) === 'can' ? at - 1 : at)
  if (subject.kind !== 'writer' && subject.kind !== 'firm') return null
  let next = at + 1
  if (wordAt(line, next) === 'you' || wordAt(line, next) === 'u') next++
  // "What I can promise is a call every Friday", "I promise you an answer by noon"
  const named = wordAt(line, next) === 'is' ? next + 1 : next
  if (/^(?:a|an)$/.test(wordAt(line, named)) && isGift(wordAt(line, named + 1)))
    return base(subject, subject.from, { verb: at, form: 'base' }, line, { vow: true })
  if (wordAt(line, next) !== 'to') return null
  const verb = verbAfter(line, next + 1)
  if (verb === null) return null
  const predicate = promisedPredicate(line, subject, verb)
  return predicate && !embedded(line, subject.from)
    ? base(subject, subject.from, predicate, line, { vow: true })
    : null
}

/** "I've made a note in my diary to call you on Friday", "I have set a reminder to check it at noon". */
export function reminderAnchor(line: Line, at: number): Anchor | null {
  const verb = verbAfter(line, at + 1)
  if (verb === null || !acts.has(wordAt(line, verb))) return null
  for (let back = at - 2; back >= 0 && at - back < 10; back--)
    if (/^(?:made|put|set|added|left|got|have|'ve)$/.test(wordAt(line, back))) {
      const subject = subjectBefore(line, /^(?:have|'ve)$/.test(wordAt(line, back - 1)) ? back - 1 : back)
      if (subject.kind === 'writer' || subject.kind === 'firm')
        return base({ ...subject, from: verb }, verb, { verb, form: 'base' }, line)
    }
  return null
}
