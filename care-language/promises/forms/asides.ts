import { type Anchor, base } from '../anchor.ts'
import { clauseEnd } from '../clauses.ts'
import { acts, adverbs, coordinators, idleLet, isGift } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import { antecedent } from '../nouns.ts'
import type { Subject } from '../subjectKinds.ts'
import { giver } from './giver.ts'

/** "Let me look that up": an act that holds the line. */
export function letAnchor(line: Line, at: number): Anchor | null {
  const lemme = wordAt(line, at) === 'lemme'
  if (!lemme && wordAt(line, at + 1) !== 'me') return null
  let verb = lemme ? at + 1 : at + 2
  while (adverbs.has(wordAt(line, verb)) || wordAt(line, verb) === 'please') verb++
  if (startsWith(line, verb, ['go', 'and'])) verb += 2
  const word = wordAt(line, verb)
  if (
    idleLet.has(word) ||
    line.tokens[verb]?.kind !== 'word' ||
    coordinators.has(word) ||
    /^(?:in|down|out|off|through|go|alone|the|have)$/.test(word)
  ) {
    if (
      !(
        word === 'have' &&
        wordAt(line, verb + 1) === 'a' &&
        /^(?:look|word|chat|dig|check|peek|think|read)$/.test(wordAt(line, verb + 2))
      )
    )
      return null
  }
  if (/^(?:please|don't|n't|to)$/.test(wordAt(line, at - 1)) && wordAt(line, at - 1) !== 'please') return null
  if (/^(?:and|will|to|can|could|you)$/.test(wordAt(line, at - 1)) && wordAt(line, at - 1) !== 'and')
    return null
  const subject: Subject = { kind: 'writer', who: 'writer', from: at, head: 'i', plural: false }
  return base(subject, at, { verb, form: 'base' }, line, { hold: true })
}

const holds = /^(?:moment|second|sec|secs|minute|minutes|min|mins|mo|tick|on|line|hold|me)$/

/** "Bear with me while I look that up", "one moment while I check": an act named beside a hold. */
export function whileAnchor(line: Line, at: number): Anchor | null {
  const who = wordAt(line, at + 1)
  if (who !== 'i' && who !== 'we') return null
  let verb = at + 2
  while (adverbs.has(wordAt(line, verb))) verb++
  if (
    (!acts.has(wordAt(line, verb)) && !/^(?:get|pull|dig|have)$/.test(wordAt(line, verb))) ||
    !holds.test(wordAt(line, at - 1))
  )
    return null
  for (let back = at - 1; back >= 0 && at - back < 9 && !isHardBreak(line, back); back--)
    if (
      (/^(?:bear|hold|hang|wait|stay)$/.test(wordAt(line, back)) && wordAt(line, back - 1) !== 'will') ||
      (/^(?:one|a|two|few|1|2|quick|just)$/.test(wordAt(line, back)) &&
        back < at - 1 &&
        (back === 0 || isHardBreak(line, back - 1)))
    ) {
      const subject: Subject = {
        kind: who === 'i' ? 'writer' : 'firm',
        who: who === 'i' ? 'writer' : 'firm',
        from: at + 1,
        head: who,
        plural: false,
      }
      return base(subject, at + 1, { verb, form: 'base' }, line, { hold: true })
    }
  return null
}

/** "Here's what I'm going to do: mail you a card": the act behind the colon. */
export function announcedAnchor(line: Line, at: number): Anchor | null {
  if (wordAt(line, at - 1) !== ':' || wordAt(line, at - 2) !== 'do' || !acts.has(wordAt(line, at)))
    return null
  for (let back = at - 3; back >= 0 && at - back < 9; back--)
    if (wordAt(line, back) === 'what' && /^(?:i|we)$/.test(wordAt(line, back + 1))) {
      const writer = wordAt(line, back + 1) === 'i'
      const subject: Subject = {
        kind: writer ? 'writer' : 'firm',
        who: writer ? 'writer' : 'firm',
        from: at,
        head: wordAt(line, back + 1),
        plural: false,
      }
      return /^(?:should|can|could|must|need|do|did)$/.test(wordAt(line, back + 2))
        ? null
        : base(subject, at, { verb: at, form: 'base' }, line)
    }
  return null
}

/** "Allow me to check" */
export function allowAnchor(line: Line, at: number): Anchor | null {
  if (wordAt(line, at + 1) !== 'me' || wordAt(line, at + 2) !== 'to') return null
  if (at > 0 && !isHardBreak(line, at - 1) && !/^(?:,|please|so|and)$/.test(wordAt(line, at - 1))) return null
  if (!acts.has(wordAt(line, at + 3)) || idleLet.has(wordAt(line, at + 3))) return null
  const subject: Subject = { kind: 'writer', who: 'writer', from: at, head: 'i', plural: false }
  return base(subject, at, { verb: at + 3, form: 'base' }, line, { hold: true })
}

/** "Expect a call from me at 3", "look out for a text from the driver". */
export function expectAnchor(line: Line, at: number): Anchor | null {
  const before = wordAt(line, at - 1)
  if (
    at > 0 &&
    !isHardBreak(line, at - 1) &&
    before !== ',' &&
    !coordinators.has(before) &&
    !/^(?:please|also|just|so|then|do|can)$/.test(before)
  )
    return null
  if (before === 'can' && wordAt(line, at - 2) !== 'you') return null
  let next = at + 1
  if (wordAt(line, at) === 'look' || wordAt(line, at) === 'watch') {
    if (startsWith(line, next, ['out', 'for'])) next += 2
    // "look for a call from them"
    else if (wordAt(line, next) === 'for' && (wordAt(line, at) === 'watch' || namesGiver(line, next + 1)))
      next += 1
    else return null
  } else if (wordAt(line, at) === 'keep') {
    if (
      !(
        startsWith(line, next, ['an', 'eye', 'out', 'for']) ||
        startsWith(line, next, ['your', 'eyes', 'peeled', 'for'])
      )
    )
      return null
    next += 4
  }
  const end = clauseEnd(line, at, 'base')
  // "Expect it Thursday", "expect the money by noon"
  const timed = line.whens.some((one) => one.from > at && one.to <= end && !one.when.every)
  let gift =
    wordAt(line, at) === 'expect' && timed && /^(?:it|them|these|one)$/.test(wordAt(line, next)) ? next : -1
  for (let index = next; index < Math.min(end, next + 8); index++)
    if (
      isGift(wordAt(line, index)) &&
      !/^(?:it|them|that|these|this|one|link|code|new|full|detailed|everything|another|number|details|news)$/.test(
        wordAt(line, index),
      )
    ) {
      gift = index
      break
    }
  // "You can expect to hear from her by noon", "expect to receive the keys on Friday"
  if (gift < 0 && wordAt(line, at) === 'expect' && wordAt(line, next) === 'to') {
    const gets = wordAt(line, next + 1)
    if (gets === 'hear' || (timed && /^(?:receive|have|get|see)$/.test(gets))) {
      const heard = gets === 'hear' ? giver(line, next + 2, end) : 'firm'
      const from = gets === 'hear' && /^(?:her|him)$/.test(wordAt(line, next + 3))
      const who = from ? antecedent([line], 0, at, false).who : heard
      return who ? expected(line, at, who) : null
    }
  }
  // "Expect me around half past six"
  const self = wordAt(line, at) === 'expect' && timed && /^(?:me|us)$/.test(wordAt(line, next))
  if (self) {
    const kind = wordAt(line, next) === 'me' ? 'writer' : 'firm'
    return base({ kind, who: kind, from: at, head: '', plural: false }, at, { verb: at, form: 'base' }, line)
  }
  // "Expect the plumber at eight", "expect a van outside on Monday"
  if (
    gift < 0 &&
    wordAt(line, at) === 'expect' &&
    timed &&
    (/^(?:the|a|an|your|our|my)$/.test(wordAt(line, next)) || line.tokens[next]?.capital) &&
    !/^(?:delay|delays|queue|queues|wait|bit|lot|few|call|noise|charge|bill|worst|usual|road|traffic|disruption)$/.test(
      wordAt(line, next + 1),
    )
  )
    gift = next
  if (gift < 0) return null
  const who = giver(line, next, end)
  if (!who) return null
  return expected(line, at, who)
}

const expected = (line: Line, at: number, who: Subject['who']): Anchor => {
  const kind = who === 'writer' ? 'writer' : who === 'firm' ? 'firm' : 'person'
  return base({ kind, who, from: at, head: '', plural: false }, at, { verb: at, form: 'base' }, line)
}

/** "a call from them", "an email from Ben" */
const namesGiver = (line: Line, from: number): boolean => {
  for (let at = from; at < from + 4; at++)
    if (isGift(wordAt(line, at))) return wordAt(line, at + 1) === 'from' || wordAt(line, at + 2) === 'from'
  return false
}
