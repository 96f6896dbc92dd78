import type { Anchor } from './anchor.ts'
import { coordinators, generic } from './englishWords.ts'
import { giver } from './forms/giver.ts'
import { isHardBreak, type Line, wordAt } from './line.ts'

/** "You'll get a number from FedEx": given by somebody else. */
export const isTheirs = (line: Line, anchor: Anchor): boolean =>
  // "left with a neighbour by the courier company"
  (anchor.subject.kind === 'you' || (anchor.predicate.form === 'passive' && saysBy(line, anchor))) &&
  giver(line, anchor.predicate.verb + 1, anchor.end) === null

const saysBy = (line: Line, { predicate, end }: Anchor): boolean => {
  for (let at = predicate.verb + 1; at < end; at++)
    if (wordAt(line, at) === 'by' && line.times[at] === -1) return true
  return false
}

/** "… will be sent to all authors", "… tuned before every concert": said of all. */
export function isForAll(line: Line, anchor: Anchor): boolean {
  const all = wordAt(line, anchor.predicate.verb + 2)
  if (
    /^(?:every|each)$/.test(wordAt(line, anchor.predicate.verb + 1)) &&
    (generic.has(all) ||
      generic.has(`${all}s`) ||
      /^(?:household|home|property|other|complaint)$/.test(all)) &&
    !/^(?:you|of|in)$/.test(wordAt(line, anchor.predicate.verb + 3)) &&
    line.times[anchor.predicate.verb + 1] === -1
  )
    return true
  // "Bookings will email everyone with the new date"
  if (
    /^(?:everyone|everybody)$/.test(wordAt(line, anchor.predicate.verb + 1)) &&
    !/^(?:else|who|on|in|at)$/.test(wordAt(line, anchor.predicate.verb + 2))
  )
    return true
  // "We will extend all annual passes"
  if (
    wordAt(line, anchor.predicate.verb + 1) === 'all' &&
    wordAt(line, anchor.predicate.verb + 2).length > 3 &&
    !/^(?:of|the|your|this|that|these|those|three|four|five|six|four|over|right|outstanding)$/.test(
      wordAt(line, anchor.predicate.verb + 2),
    )
  )
    return true
  // "Collections across the borough move one day later"
  for (let at = anchor.from; at < anchor.predicate.verb + 3; at++)
    if (
      /^(?:across|throughout)$/.test(wordAt(line, at)) &&
      wordAt(line, at + 1) === 'the' &&
      line.times[at] === -1
    )
      return true
  if (byLaw(line, anchor) || promisedToAll(line, anchor.from)) return true
  if (concernsArea(line, anchor) || isRoutine(line, anchor)) return true
  if (anchor.subject.kind !== 'thing' && anchor.subject.kind !== 'generic') return false
  for (let at = anchor.predicate.verb + 1; at < anchor.end; at++) {
    if (line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (
      /^(?:before|after|between|during|in|for|with|of)$/.test(word) &&
      /^(?:every|each)$/.test(wordAt(line, at + 1))
    )
      return true
    if (
      word === 'to' &&
      /^(?:everyone|everybody)$/.test(wordAt(line, at + 1)) &&
      wordAt(line, at + 2) !== 'else'
    )
      return true
    if (word === 'to' && generic.has(wordAt(line, at + 1)) && wordAt(line, at + 1).endsWith('s')) return true
    if (word === 'to' && wordAt(line, at + 1) === 'all' && wordAt(line, at + 2) !== 'of') return true
  }
  return (
    /^(?:before|after|between|during)$/.test(wordAt(line, anchor.end)) &&
    /^(?:every|each)$/.test(wordAt(line, anchor.end + 1))
  )
}

/** "The fire alarm will be tested at 11 every Wednesday": a habit of the house. */
const isRoutine = (line: Line, { subject, predicate, end }: Anchor): boolean =>
  (subject.kind === 'thing' || subject.kind === 'system') &&
  !/^(?:your|it|they)$/.test(wordAt(line, subject.from)) &&
  line.whens.some((one) => one.when.every && one.from > predicate.verb && one.to <= end)

/** "kept for six years as the law requires" */
function byLaw(line: Line, { predicate, end }: Anchor): boolean {
  for (let at = predicate.verb + 1; at < end + 3 && at < line.tokens.length; at++)
    if (
      /^(?:law|statute|regulations)$/.test(wordAt(line, at)) &&
      /^(?:by|the|under)$/.test(wordAt(line, at - 1))
    )
      return true
  return false
}

/** "It is our promise to every guest that …" */
function promisedToAll(line: Line, from: number): boolean {
  for (let at = 0; at < from - 1; at++)
    if (wordAt(line, at) === 'to' && /^(?:every|all|each)$/.test(wordAt(line, at + 1)))
      for (let back = 0; back < at; back++)
        if (/^(?:promise|guarantee|pledge|commitment)$/.test(wordAt(line, back))) return true
  return false
}

const areas =
  /^(?:road|street|area|neighbourhood|neighborhood|postcode|village|town|district|region|lane|terrace)$/

/** "We will be resurfacing your road", "works in your area": said to all who live there. */
function concernsArea(line: Line, { subject, predicate, end }: Anchor): boolean {
  if (subject.kind === 'writer' || subject.kind === 'person') return false
  for (let at = predicate.verb + 1; at < end; at++)
    if (
      areas.test(wordAt(line, at)) &&
      /^(?:your|the)$/.test(wordAt(line, at - 1)) &&
      // "back on the road by Saturday": under way again.
      !(wordAt(line, at) === 'road' && wordAt(line, at - 2) === 'on' && wordAt(line, at - 1) === 'the')
    )
      return true
  return false
}

/** Clauses inside a question promise nothing, unless the question is a tag or a clause of its own behind them. */
export function asksBack(line: Line, anchor: Anchor): boolean {
  if (!line.question) return false
  let last = line.tokens.length - 1
  while (last > 0 && line.tokens[last]!.text !== '?') last--
  // "I tell you in ten minutes ok?"
  if (
    /^(?:ok|okay|k|yeah|alright|deal|cool)$/.test(wordAt(line, last - 1)) &&
    !/^(?:will|can|could|shall|is|are|do|does|should|would)$/.test(wordAt(line, 0))
  )
    return false
  return (
    anchor.end >= last ||
    (!isHardBreak(line, anchor.end) &&
      wordAt(line, anchor.end) !== ',' &&
      !coordinators.has(wordAt(line, anchor.end)))
  )
}

/** "I am seeing her at three and will ring you straight afterwards." */
export function saysAfterwards(line: Line, anchor: Anchor): boolean {
  for (let at = anchor.predicate.verb + 1; at < anchor.end; at++) {
    const word = wordAt(line, at)
    if (
      word === 'afterwards' ||
      word === 'thereafter' ||
      word === 'beforehand' ||
      (word === 'after' && /^(?:that|this)$/.test(wordAt(line, at + 1)))
    )
      return true
  }
  return false
}
