import { acts, adverbs, roles, thingVerbs } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import type { Subject } from '../subjectKinds.ts'
import { actorPredicate, personPredicate } from './actors.ts'
import { givenPredicate } from './given.ts'
import { handedOver } from './handedOver.ts'
import { participleAt } from './participles.ts'
import { hasTime, type Predicate } from './predicate.ts'
import { inThePost, stateAt, thingPredicate, visits } from './things.ts'

/** The predicate after a modal that promises, for this kind of subject; null where it does not. */
export function promisedPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  const token = line.tokens[at]
  if (token?.kind !== 'word') return null
  switch (subject.kind) {
    case 'writer':
    case 'firm':
    case 'none':
      return actorPredicate(line, at, subject)
    case 'person':
      return personPredicate(line, at, subject)
    case 'thing':
      return thingPredicate(line, subject, at)
    case 'system':
    case 'place':
      if (
        wordAt(line, subject.from) === 'your' &&
        word !== 'be' &&
        thingVerbs.has(word) &&
        (hasTime(line, at) || word === 'follow')
      )
        return thingPredicate(line, subject, at)
      // "The physical card will arrive by mail": what is handed over, not what runs by itself.
      if (handedOver.test(subject.head) && isHandedOver(line, at)) return thingPredicate(line, subject, at)
      // "The lift will be padded and reserved for you on Saturday"
      if (
        subject.kind === 'place' &&
        subject.head !== 'there' &&
        word === 'be' &&
        hasTime(line, at) &&
        forThem(line, at)
      )
        return participleAt(line, at + 1)
      return /^(?:your|this|that)$/.test(wordAt(line, subject.from)) ||
        subject.kind === 'system' ||
        subject.head === 'there' ||
        word !== 'be'
        ? placedPredicate(line, subject, at)
        : null
    case 'family':
      return word === 'be' ? participleAt(line, at + 1) : null
    case 'generic':
      // "Work will start on Monday"
      if (/^(?:work|works|repairs|building)$/.test(subject.head) && /^(?:start|begin|commence)$/.test(word))
        return hasTime(line, at) ? { verb: at, form: 'state' } : null
      if (word === 'take' && visits.test(subject.head)) return thingPredicate(line, subject, at)
      // "Tickets will hit your inbox by noon": what is sent to each is ours to send.
      if (/^(?:hit|reach|arrive|land|follow)$/.test(word))
        return sentToEach.test(subject.head) && (toThem(line, at) || hasTime(line, at))
          ? { verb: at, form: 'state' }
          : null
      // "Repairs will ring you": who writes to one is people.
      if (/^(?:contact|call|ring|phone|email|text|write|send|visit|refund)$/.test(word))
        return /^(?:you|him|her|them)$/.test(wordAt(line, wordAt(line, at + 1) === 'to' ? at + 2 : at + 1))
          ? { verb: at, form: 'base' }
          : null
      if (word !== 'be') return null
      // "Car'll be washed and ready for five", in a chat without an article.
      return (
        (toThem(line, at) ? participleAt(line, at + 1) : null) ??
        (!subject.plural && hasTime(line, at) && (finished(line, at + 1) || inThePost(line, at + 2))
          ? { verb: at, form: 'state' }
          : null)
      )
    case 'third':
      // "Your GP will be sent a copy": what we do to somebody else for them.
      return word === 'be' &&
        /^(?:sent|told|informed|notified|given|chased|contacted|asked|emailed|e-mailed|copied|updated|paid|reminded|instructed|written|telephoned|rung|called)$/.test(
          wordAt(line, verbAt(line, at + 1)),
        )
        ? { verb: verbAt(line, at + 1), form: 'passive' }
        : null
    case 'you':
      return givenPredicate(line, at)
    default:
      return null
  }
}

/** What takes a thing to somebody: "arrive on Friday", "be with you", "be sent to you". */
function isHandedOver(line: Line, at: number): boolean {
  const word = wordAt(line, at)
  if (word !== 'be')
    return (
      /^(?:arrive|ship|reach|land|leave|come|go|follow)$/.test(word) &&
      (toThem(line, at) || hasTime(line, at))
    )
  let next = at + 1
  while (adverbs.has(wordAt(line, next))) next++
  const state = wordAt(line, next)
  return (
    startsWith(line, next, ['with', 'you']) ||
    startsWith(line, next, ['on', 'its', 'way']) ||
    inThePost(line, next + 1) ||
    /^(?:posted|mailed|couriered|delivered|dispatched|despatched|shipped|reissued|ordered|replaced|forwarded|repaired|mended|fitted|installed|swapped|collected|handed|left)$/.test(
      state,
    ) ||
    (/^(?:sent|emailed|e-mailed|texted|issued|given)$/.test(state) &&
      (toThem(line, next) || hasTime(line, next)))
  )
}

const forThem = (line: Line, from: number): boolean => {
  for (let at = from + 2; at < from + 7 && !isHardBreak(line, at); at++)
    if (startsWith(line, at, ['for', 'you'])) return true
  return false
}

const verbAt = (line: Line, from: number): number => {
  let at = from
  while (adverbs.has(wordAt(line, at))) at++
  return at
}

const sentToEach =
  /^(?:tickets?|e-?tickets?|vouchers?|photos|links?|codes?|proofs|passes|logins?|drawings|keys|contracts?|confirmation|tracking|details)$/

/** "ready at five", "washed and ready", "with you by noon" */
const finished = (line: Line, at: number): boolean => {
  const state = /ed$/.test(wordAt(line, at)) && wordAt(line, at + 1) === 'and' ? at + 2 : at
  return (
    /^(?:ready|done|fixed|mended|finished)$/.test(wordAt(line, state)) ||
    (/^(?:back|there)$/.test(wordAt(line, state)) && wordAt(line, state + 1) === 'with') ||
    startsWith(line, state, ['with', 'you']) ||
    startsWith(line, state, ['good', 'to', 'go'])
  )
}

/** "Tickets will be emailed to you": said of all, but to this one. */
function toThem(line: Line, from: number): boolean {
  for (let at = from; at < Math.min(from + 8, line.tokens.length) && !isHardBreak(line, at); at++) {
    if (/^(?:,|and|but|so)$/.test(wordAt(line, at))) return false
    if (/^(?:you|your)$/.test(wordAt(line, at))) return true
  }
  return false
}

/** Systems and places act by themselves or for everybody; what is done to them by us, for this customer, is a promise. */
function placedPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  // "There'll be an engineer with you by three."
  if (subject.head === 'there' && word === 'be') {
    // "There'll be a fresh cake waiting for you", "somebody at the door to help you in"
    for (let index = at + 2; index < at + 9 && !isHardBreak(line, index); index++)
      if (
        startsWith(line, index, ['waiting', 'for', 'you']) ||
        startsWith(line, index, ['ready', 'for', 'you']) ||
        (/^(?:someone|somebody)$/.test(wordAt(line, at + 1)) &&
          wordAt(line, index) === 'to' &&
          /^(?:help|meet|let|show|greet|take|welcome)$/.test(wordAt(line, index + 1)) &&
          wordAt(line, index + 2) === 'you')
      )
        return { verb: at, form: 'state' }
    for (let index = at + 1; index < at + 5; index++)
      if (roles.has(wordAt(line, index)) && hasTime(line, index))
        return startsWith(line, index + 1, ['with', 'you']) || wordAt(line, index + 1) === 'out'
          ? { verb: at, form: 'state' }
          : null
  }
  if (subject.kind === 'place') {
    // "The bakery will ring you": a place that acts towards the customer is our people.
    return word !== 'be' &&
      acts.has(word) &&
      !/^(?:close|open|reopen|start|begin|move|finish|stop|do|run|help|show|set|change|go|come|keep|meet|work|read|take)$/.test(
        word,
      ) &&
      subject.head !== 'there'
      ? { verb: at, form: 'base' }
      : null
  }
  if (word !== 'be') return null
  const after = participleAt(line, at + 1)
  // "The old portal will be switched off": for everybody.
  if (
    after &&
    /^(?:shut|switched|turned|taken|closed)$/.test(wordAt(line, after.verb)) &&
    wordAt(line, subject.from) !== 'your' &&
    !/^(?:account|subscription|membership|plan)$/.test(subject.head)
  )
    return null
  return after &&
    !/^(?:updated|charged|retried|renewed|logged|reset|saved|sent|downgraded|synced|applied|added|restarted)$/.test(
      wordAt(line, after.verb),
    )
    ? subject.head === 'card' && wordAt(line, subject.from) === 'the'
      ? null
      : after
    : stateAt(line, at + 1, true)
}
