import { type Anchor, base } from '../anchor.ts'
import {
  adverbs,
  beForms,
  believing,
  coordinators,
  determiners,
  questionWords,
  reporting,
  roles,
  subordinators,
  teams,
  will,
} from '../englishWords.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import { antecedent } from '../nouns.ts'
import { promisedPredicate } from '../predicates/promised.ts'
import { verbAfter } from '../predicates/verbAfter.ts'
import { verbHere } from '../sharedVerbs.ts'
import { subjectBefore } from '../subject.ts'
import type { Subject } from '../subjectKinds.ts'
import { embedded } from './embedded.ts'
import { leadingSubject } from './leading.ts'
import { resolved, saysThen } from './resolved.ts'

export function willAnchor(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  let modal = at
  let after = at + 1
  if (wordAt(line, at) === 'going') {
    after = at + 2
    if (beForms.has(wordAt(line, at - 1))) modal = at - 1
    else if (beForms.has(wordAt(line, at - 2)) && adverbs.has(wordAt(line, at - 1))) modal = at - 2
    else if (/^(?:was|were|be|been|not|n't)$/.test(wordAt(line, at - 1))) return null
  } else if (wordAt(line, at) === 'gonna') {
    if (beForms.has(wordAt(line, at - 1))) modal = at - 1
    else if (beForms.has(wordAt(line, at - 2)) && adverbs.has(wordAt(line, at - 1))) modal = at - 2
  }
  const verb = verbAfter(line, after)
  if (verb === null) return null
  // "Will do"
  if (
    wordAt(line, verb) === 'do' &&
    (verb + 1 >= line.tokens.length ||
      line.tokens[verb + 1]!.kind === 'mark' ||
      /^x+$/.test(wordAt(line, verb + 1)))
  )
    return null
  const cleft = cleftAnchor(line, modal, verb)
  if (cleft) return cleft
  // "the will", "will you …?"
  if (
    determiners.has(wordAt(line, at - 1)) &&
    wordAt(line, at) === 'will' &&
    wordAt(line, at - 1) !== 'that' &&
    wordAt(line, at - 1) !== 'this' &&
    !/^(?:these|those|all|both|one|each|u)$/.test(wordAt(line, at - 1))
  )
    return null
  return built(lines, lineIndex, modal, verb, inherited)
}

/** "What I will do is send this to my manager": the act stands behind. */
function cleftAnchor(line: Line, modal: number, verb: number): Anchor | null {
  if (wordAt(line, verb) !== 'do') return null
  let copula = verb + 1
  while (
    /^(?:instead|now|next|then|for|you|today|is|'s)$/.test(wordAt(line, copula)) &&
    !/^(?:is|'s)$/.test(wordAt(line, copula))
  )
    copula++
  if (!/^(?:is|'s)$/.test(wordAt(line, copula))) return null
  const subject = subjectBefore(line, modal)
  if (
    (subject.kind !== 'writer' && subject.kind !== 'firm') ||
    !/^(?:what|all|thing)$/.test(wordAt(line, subject.from - 1))
  )
    return null
  const act = verbHere(line, wordAt(line, copula + 1) === 'to' ? copula + 2 : copula + 1, 'base')
  return act === null ? null : base({ ...subject, from: act }, act, { verb: act, form: 'base' }, line)
}

/** A subject before a modal and a predicate behind it, if together they promise. */
function built(
  lines: readonly Line[],
  lineIndex: number,
  modal: number,
  verb: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  let subject = resolved(lines, lineIndex, subjectBefore(line, modal))
  let from = subject.from
  if (subject.kind === 'none') {
    const found = unsaid(line, modal, inherited, lines, lineIndex)
    if (!found) return null
    subject = found.subject
    from = found.from
  }
  const predicate = promisedPredicate(line, subject, verb)
  if (!predicate || embedded(line, subject.kind === 'none' ? modal : from)) return null
  const whole = {
    ...subject,
    kind: subject.kind === 'none' ? ('writer' as const) : subject.kind,
    who: subject.kind === 'none' ? ('writer' as const) : subject.who,
  }
  const later = saysThen(line, from, verb)
  return base(whole, from, predicate, line, { later })
}

/** A modal without its subject: a chat form, a shared subject, or "which will be …". */
function unsaid(
  line: Line,
  modal: number,
  inherited: Subject | null,
  lines: readonly Line[],
  lineIndex: number,
): { subject: Subject; from: number } | null {
  let before = modal - 1
  while (before >= 0 && (adverbs.has(wordAt(line, before)) || line.times[before] !== -1)) before--
  const word = wordAt(line, before)
  const empty: Subject = { kind: 'none', who: 'writer', from: modal, head: '', plural: false }
  if (word === 'which') {
    const means = antecedent(lines, lineIndex, before, true)
    const near = roles.has(wordAt(line, before - 1)) || roles.has(wordAt(line, before - 2))
    return { subject: { ...empty, kind: near ? means.kind : 'thing', who: 'firm' }, from: before }
  }
  if (word === 'who') {
    const last = wordAt(line, before - 1) === ',' ? before - 2 : before - 1
    const means = antecedent(lines, lineIndex, before, teams.has(wordAt(line, last)))
    // Whoever "will" is somebody, also where no table knows them: "the Trustees, who will consider it".
    return {
      subject: { ...empty, kind: means.kind === 'thing' ? 'person' : means.kind, who: means.who },
      from: before,
    }
  }
  // "our chef, who I know will be thrilled"
  if (believing.has(word) || reporting.has(word)) return null
  if (questionWords.has(word) || (subordinators.has(word) && word !== 'but')) return null
  const lead = before >= 0 && coordinators.has(word) && !inherited ? leadingSubject(line, before) : null
  if (lead) return { subject: { ...resolved(lines, lineIndex, lead), from: modal }, from: modal }
  if (inherited && before >= 0 && (coordinators.has(word) || word === ','))
    return { subject: { ...inherited, from: modal }, from: modal }
  // "The boiler will pay for itself and will cut your bill": who will the one will the other.
  if (before > 1 && coordinators.has(word)) {
    const other = otherWill(line, before)
    if (other && other.kind !== 'none') return { subject: { ...other, from: modal }, from: modal }
  }
  // "ok so will", "Got it. Will": only where a clause may begin.
  if (
    before >= 0 &&
    !isHardBreak(line, before) &&
    word !== ',' &&
    !coordinators.has(word) &&
    !/^(?:okie|dokie|dokey|kk|aye|yup|yh|def|defo|brb|ah|oh|alright|all|np|ok|okay|sure|yes|yep|yeah|thanks|hi|hey|cool|great|right|np|and|so|also|please|perfect|cheers|noted|done|sorry|understood|lovely)$/.test(
      word,
    )
  )
    return null
  return { subject: empty, from: modal }
}

const otherWill = (line: Line, before: number): Subject | null => {
  for (let at = before - 1; at > 0 && before - at < 20 && !isHardBreak(line, at); at--)
    if (will.has(wordAt(line, at)) && line.times[at] === -1) return subjectBefore(line, at)
  return null
}
