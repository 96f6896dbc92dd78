import { isFirstName } from '../../words/names.ts'
import { type Anchor, base } from '../anchor.ts'
import { clauseEnd } from '../clauses.ts'
import { acts, adverbs, beForms, will } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import { handedOver } from '../predicates/handedOver.ts'
import { participleAt } from '../predicates/participles.ts'
import type { Predicate } from '../predicates/predicate.ts'
import { subjectBefore } from '../subject.ts'
import { embedded } from './embedded.ts'
import { resolved } from './resolved.ts'
import { comesToUs, givesAfter, letterDoes, transfers, underWay } from './underWay.ts'

/** What is "being sent out today" goes today; what is "being looked at today" is under way. */
const leaves =
  /^(?:sent|shipped|dispatched|despatched|posted|mailed|delivered|couriered|collected|released|emailed|paid)$/

/** "We're sending a driver tomorrow", "the deposit is coming back this week", "I'm posting it on Wednesday". */
export function progressiveAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  let verb = at + 1
  while (adverbs.has(wordAt(line, verb)) && verb < at + 4) {
    if (/^(?:now|still|already)$/.test(wordAt(line, verb))) return null
    verb++
  }
  if (wordAt(line, verb) === 're' && wordAt(line, verb + 1) === '-') verb += 2
  const ing = wordAt(line, verb)
  if (ing === 'being') {
    const done = participleAt(line, verb + 1)
    const subject = resolved(lines, lineIndex, subjectBefore(line, at))
    return done &&
      (subject.kind === 'thing' ||
        (subject.kind === 'generic' && !subject.plural) ||
        (subject.kind === 'person' && !isFirstName(subject.head) && subject.from === at - 1) ||
        (subject.kind === 'system' && handedOver.test(subject.head))) &&
      !embedded(line, subject.from)
      ? base({ ...subject, kind: 'thing', who: 'firm' }, subject.from, done, line, {
          needsTime: leaves.test(wordAt(line, done.verb)) ? 'any' : 'day',
        })
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
        /^(?:closing|opening|reopening|restocking|stocktaking|introducing|launching|releasing|rolling|hoping|trying|raising|increasing|hiring|expanding|restructuring|refurbishing|renovating|moving-house|planning|aiming|looking|waiting|thinking|missing|celebrating|expecting|going|wearing|having|being)$/.test(
          ing,
        ) &&
        !(ing === 'rolling' && (subject.kind === 'person' || wordAt(line, verb + 1) === 'it')) &&
        !(ing === 'looking' && /^(?:at|into|over|through)$/.test(wordAt(line, verb + 1))) &&
        !(ing === 'trying' && /^(?:again|you)$/.test(wordAt(line, verb + 1))) &&
        !(ing === 'having' && getsDone(line, verb)) &&
        // "The driver is waiting for you at ten"
        !(
          ing === 'waiting' &&
          subject.kind === 'person' &&
          wordAt(line, wordAt(line, verb + 1) === 'for' ? verb + 2 : verb + 1) === 'you'
        ) &&
        !(
          ing === 'going' &&
          line.times[verb + 1] === -1 &&
          /^(?:back|over|out|round|through|in)$/.test(wordAt(line, verb + 1))
        )
      )
        return null
      // "The lads are finishing another job today"
      if (
        /^(?:another|other)$/.test(wordAt(line, verb + 1)) &&
        /^(?:job|jobs|customer|client|order|house|project)s?$/.test(wordAt(line, verb + 2))
      )
        return null
      // "I'm leaving the company on Friday"
      if (
        ing === 'leaving' &&
        /^(?:company|business|firm|job|post|role|school|practice|council|bank|team)$/.test(
          wordAt(line, verb + 2),
        )
      )
        return null
      // "Our warehouse is moving this weekend"
      if (/^(?:moving|relocating|shutting)$/.test(ing) && !actsOn(line, verb + 1)) return null
      if (
        /^(?:this|from)$/.test(wordAt(line, verb + 1)) &&
        /^(?:from|email|message|letter|note|on|to|my)$/.test(wordAt(line, verb + 2))
      )
        return null
      // "Our Leeds branch has one, which they are holding for you": how it stands.
      if (
        /^(?:holding|keeping|storing)$/.test(ing) &&
        wordAt(line, verb + 1) !== 'an' &&
        !(/^(?:writer|firm)$/.test(subject.kind) && keepsUntil(line, verb))
      )
        return null
      // "I am writing to confirm that …": what this letter does.
      if (/^(?:writing|emailing|contacting|calling|getting|messaging)$/.test(ing) && letterDoes(line, verb))
        return null
      // "I'm emailing them again right now": the act is under way.
      if (saysNow(line, verb)) return null
      if (underWay.test(ing) && ing !== 'going' && !(ing === 'having' && getsDone(line, verb)))
        return base(subject, subject.from, predicate, line, { needsTime: 'day' })
      const sends =
        (transfers.test(ing) || ing === 'having' || planned(line, at, verb)) &&
        (subject.kind !== 'person' || /^(?:over|round|back)$/.test(wordAt(line, verb + 2)))
      return base(subject, subject.from, predicate, line, { needsTime: sends ? 'no' : 'any' })
    }
    case 'system':
    case 'thing':
      // "Your card is going out today", not "the app is going live".
      if (comesToUs(line, verb) || (subject.kind === 'system' && !handedOver.test(subject.head))) return null
      return /^(?:going|coming|leaving|arriving|shipping|returning|heading|starting|landing|winging)$/.test(
        ing,
      ) &&
        !/^(?:up|down|on|well|off|wrong)$/.test(wordAt(line, verb + 1)) &&
        // "The green's landing on Thursday": stock.
        !(ing === 'landing' && wordAt(line, subject.from) === 'the')
        ? base(subject, subject.from, predicate, line, {
            needsTime: startsWith(line, verb, ['coming', 'your', 'way']) ? 'no' : 'any',
          })
        : null
    case 'you':
      return /^(?:getting|receiving)$/.test(ing)
        ? isGivenBack(line, verb)
          ? base(subject, subject.from, predicate, line)
          : givesAfter(line, verb)
            ? base(subject, subject.from, predicate, line, { needsTime: 'any' })
            : null
        : null
    default:
      return null
  }
}

/** "a new one", "every penny back": what is given for what went wrong needs no time. */
const isGivenBack = (line: Line, verb: number): boolean => {
  if (
    /^(?:a|an)$/.test(wordAt(line, verb + 1)) &&
    /^(?:new|replacement|refund|full|brand)$/.test(wordAt(line, verb + 2))
  )
    return true
  if (!/^(?:the|your|all|every|a|it)$/.test(wordAt(line, verb + 1))) return false
  for (let at = verb + 2; at < verb + 6; at++) if (wordAt(line, at) === 'back') return true
  return false
}

/** "I'm holding it open until the 18th" */
const keepsUntil = (line: Line, verb: number): boolean =>
  line.whens.some(
    (one) =>
      one.from > verb &&
      one.from < verb + 7 &&
      /^(?:until|till|til|to|for)$/.test(one.when.by ?? wordAt(line, one.from - 1)),
  )

const actsOn = (line: Line, at: number): boolean =>
  line.times[at] === -1 && /^(?:you|your|it|them|the|this|that|him|her)$/.test(wordAt(line, at))

const saysNow = (line: Line, verb: number): boolean => {
  const end = clauseEnd(line, verb, 'ing')
  return line.whens.some(
    (one) =>
      one.when.now &&
      one.from > verb &&
      one.to <= end &&
      !/^(?:sec|second|moment|minute|tick|bit|jiffy|shortly|soon)$/.test(wordAt(line, one.to - 1)),
  )
}

/** "You're sending me the numbers, I'm getting a price, and we'll speak on Thursday": steps agreed in one sentence. */
const planned = (line: Line, at: number, verb: number): boolean => {
  if (
    !/^(?:a|an|the|you|your|it|them|someone)$/.test(wordAt(line, verb + 1)) ||
    wordAt(line, at - 1) === 'that'
  )
    return false
  for (let index = 0; index < line.tokens.length; index++) {
    if (
      index > verb &&
      will.has(wordAt(line, index)) &&
      /^(?:i|we)$/.test(wordAt(line, index - 1)) &&
      !/^(?:so|which)$/.test(wordAt(line, index - 2))
    )
      return true
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

/** "We're having two sent over": something got done. */
const getsDone = (line: Line, verb: number): boolean => {
  for (let at = verb + 2; at < verb + 6 && at < line.tokens.length; at++)
    if (participleAt(line, at)) return true
  // "I'm having our loyalty team reach out"
  if (/^(?:our|my|the|one|somebody|someone)$/.test(wordAt(line, verb + 1)) || line.tokens[verb + 1]?.capital)
    for (let at = verb + 2; at < verb + 7; at++)
      if (
        acts.has(wordAt(line, at)) &&
        (/^(?:team|office|desk|department|colleague|manager|people|lot|us|engineers?|driver|someone|somebody|courier)$/.test(
          wordAt(line, at - 1),
        ) ||
          line.tokens[at - 1]!.capital)
      )
        return true
  return false
}
