import { baseVerbs } from '../../words/verbs.ts'
import { clauseEnd } from '../clauses.ts'
import {
  acts,
  adverbs,
  beForms,
  coordinators,
  determiners,
  habits,
  hedges,
  prepositions,
  pronouns,
  will,
} from '../englishWords.ts'
import { leadingSubject } from '../forms/leading.ts'
import { resolved } from '../forms/resolved.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import { participleWord } from '../predicates/participles.ts'
import { subjectBefore } from '../subject.ts'
import type { Subject } from '../subjectKinds.ts'

/** A clause that may be a promise by its form alone: something ahead, and somebody or something it is said of. */
export interface Clause {
  is: 'will' | 'ing' | 'present' | 'be' | 'verbless'
  subject: Subject
  from: number
  /** The verb that acts; of a verbless clause its noun. */
  verb: number
  form: 'base' | 'ing' | 'passive' | 'state'
  end: number
}

/** The clause whose modal, auxiliary, verb or first word stands here. */
export function clauseAt(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Clause | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  if (will.has(word) || (word === 'going' && wordAt(line, at + 1) === 'to')) {
    let modal = at
    if (word === 'going' || word === 'gonna')
      while (modal > 0 && (beForms.has(wordAt(line, modal - 1)) || adverbs.has(wordAt(line, modal - 1))))
        modal--
    return ahead(lines, lineIndex, modal, word === 'going' ? at + 2 : at + 1, inherited)
  }
  if (beForms.has(word)) {
    const verb = skip(line, at + 1)
    const ing = wordAt(line, verb)
    if (ing === 'going' && wordAt(line, verb + 1) === 'to') return null
    if (!ing.endsWith('ing') || ing.length < 5)
      return line.whens.length === 0 ||
        word === 'be' ||
        line.tokens[verb]?.kind !== 'word' ||
        line.times[verb] !== -1
        ? null
        : whole(lines, lineIndex, at, verb, 'be', participleWord(ing) ? 'passive' : 'state', inherited)
    return said(lines, lineIndex, at, verb, 'ing', inherited)
  }
  if (isPresent(line, at)) return said(lines, lineIndex, at, at, 'present', inherited)
  return verblessAt(line, at)
}

const skip = (line: Line, from: number): number => {
  let at = from
  for (let steps = 0; steps < 4; steps++) {
    if (line.times[at] !== undefined && line.times[at] !== -1) at = line.whens[line.times[at]!]!.to
    else if (adverbs.has(wordAt(line, at)) || /^\w{4,}ly$/.test(wordAt(line, at))) at++
    else break
  }
  return at
}

function ahead(
  lines: readonly Line[],
  lineIndex: number,
  modal: number,
  after: number,
  inherited: Subject | null,
): Clause | null {
  const line = lines[lineIndex]!
  let verb = skip(line, after)
  if (
    /^(?:n't|not|never|no|only)$/.test(wordAt(line, verb)) ||
    hedges.has(wordAt(line, verb)) ||
    habits.has(wordAt(line, verb))
  )
    return null
  let form: Clause['form'] = 'base'
  if (wordAt(line, verb) === 'be') {
    const next = skip(line, verb + 1)
    const state = wordAt(line, next)
    if (participleWord(state)) [verb, form] = [next, 'passive']
    else if (state.endsWith('ing') && state.length > 4) [verb, form] = [next, 'ing']
    else form = 'state'
  }
  if (line.tokens[verb]?.kind !== 'word' || line.times[verb] !== -1) return null
  return whole(lines, lineIndex, modal, verb, 'will', form, inherited)
}

function said(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  verb: number,
  is: 'ing' | 'present',
  inherited: Subject | null,
): Clause | null {
  return whole(lines, lineIndex, at, verb, is, is === 'ing' ? 'ing' : 'state', inherited)
}

function whole(
  lines: readonly Line[],
  lineIndex: number,
  before: number,
  verb: number,
  is: Clause['is'],
  form: Clause['form'],
  inherited: Subject | null,
): Clause | null {
  const line = lines[lineIndex]!
  let subject = resolved(lines, lineIndex, subjectBefore(line, before))
  if (subject.kind === 'none') {
    const last = wordAt(line, before - 1)
    const shared = coordinators.has(last) ? (leadingSubject(line, before - 1) ?? inherited) : null
    if (shared) subject = { ...resolved(lines, lineIndex, shared), from: before }
    else if (is === 'present') return null
    else if (/^(?:who|which|that)$/.test(last)) subject = { ...subject, from: before - 1, head: last }
    else if (before > 0 && !isHardBreak(line, before - 1) && last !== ',') return null
  }
  if (subject.kind === 'nobody') return null
  return { is, subject, from: Math.min(subject.from, before), verb, form, end: clauseEnd(line, verb, form) }
}

const stems = (word: string) => [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
const isVerb = (word: string) => baseVerbs.has(word) || acts.has(word)

/** A finite present: "ships", "we send", "my colleague waits"; a time must stand in its sentence. */
function isPresent(line: Line, at: number): boolean {
  const word = wordAt(line, at)
  const token = line.tokens[at]
  if (at === 0 || token?.kind !== 'word' || line.times[at] !== -1 || line.whens.length === 0) return false
  const before = wordAt(line, at - 1)
  if (
    /^(?:to|n't|not|can|could|should|would|may|might|must|do|does|did|will|'ll|please|'s|a|the|your|my|our)$/.test(
      before,
    )
  )
    return false
  if (word.endsWith('s') && word.length > 3) return stems(word).some(isVerb)
  return (
    isVerb(word) &&
    (/^(?:i|we|you|they|these|those|both)$/.test(before) ||
      // "the lads finish it on Friday", "new glasses leave tonight"
      (/[^su]s$/.test(before) &&
        !isVerb(before) &&
        !/ss$/.test(before) &&
        !/^(?:this|his|its|us|is|was|has|as)$/.test(before)))
  )
}

const opening = (line: Line, at: number) =>
  at === 0 || isHardBreak(line, at - 1) || wordAt(line, at - 1) === ','

/** "Refund by Friday", "roof off Tuesday", "By Friday: a written account": no verb, a time, and what there will be. */
function verblessAt(line: Line, at: number): Clause | null {
  if (line.whens.length === 0 || line.question || !opening(line, at)) return null
  let from = at
  // "By Friday: the drawings"
  if (wordAt(line, at - 1) === ':' && at > 1 && line.times[at - 2] !== -1)
    from = line.whens[line.times[at - 2]!]!.from
  if (from < at && from > 0 && !isHardBreak(line, from - 1)) from = at
  let end = at
  let noun = -1
  let timed = from < at
  for (; end < line.tokens.length; end++) {
    const time = line.times[end]!
    if (time !== -1) {
      timed = true
      end = line.whens[time]!.to - 1
      continue
    }
    const word = wordAt(line, end)
    // "New date: Wednesday", "By Friday: the drawings"
    if (word === ':' && ((timed && noun < 0) || (!timed && (line.times[end + 1] ?? -1) !== -1))) continue
    if (isHardBreak(line, end) || word === ',' || /^(?:and|then|but|so)$/.test(word)) break
    if (/^(?:which|who|that|if|when|once|as|because|until|while|what|where|how)$/.test(word)) break
    if (
      will.has(word) ||
      beForms.has(word) ||
      pronouns.has(word) ||
      /^(?:was|were|has|have|had|'ve|'d|can|could|would|should|may|might|must|do|does|did|not|n't|please|let|thanks|thank|sorry|merry|happy|good|best|congratulations|lovely|welcome|dear|hi|hello|hey|morning|see|if)$/.test(
        word,
      )
    )
      return null
    if (
      line.tokens[end]!.kind === 'word' &&
      noun < 0 &&
      !determiners.has(word) &&
      !prepositions.has(word) &&
      !adverbs.has(word)
    )
      noun = end
  }
  if (!timed || noun < 0 || end - at < 2) return null
  if (!line.whens.some((one) => one.from >= from && one.to <= end && liesAhead(one.when))) return null
  return {
    is: 'verbless',
    subject: { kind: 'thing', who: 'firm', from, head: wordAt(line, noun), plural: false },
    from,
    verb: noun,
    form: 'state',
    end,
  }
}

/** Not "at night", "ten minutes ago", "every Monday", "in a sec". */
export const liesAhead = (when: Line['whens'][number]['when']): boolean =>
  !when.every &&
  !when.now &&
  when.by !== 'ago' &&
  when.by !== 'since' &&
  (when.part === undefined || when.day !== undefined || when.by !== 'at')
