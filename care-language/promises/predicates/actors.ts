import { acts, adverbs, money } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import type { Subject } from '../subjectKinds.ts'
import { backPredicate, havePredicate } from './haveAndBack.ts'
import { idleAt, idleIng } from './idle.ts'
import { participleAt } from './participles.ts'
import { hasTime, type Predicate } from './predicate.ts'

export function actorPredicate(line: Line, at: number, subject: Subject): Predicate | null {
  const word = wordAt(line, at)
  if (word === 'be') {
    if (wordAt(line, at + 1) === 'back') return backPredicate(line, at)
    if (idleAt(line, at)) return null
    let next = at + 1
    while (adverbs.has(wordAt(line, next))) next++
    const verb = wordAt(line, next)
    if (verb.endsWith('ing') && verb.length > 4) return idleIng(verb) ? null : { verb: next, form: 'ing' }
    if (verb === 'back' && /^(?:out|over|round|on|onto|with|to)$/.test(wordAt(line, next + 1)))
      return { verb: at, form: 'state' }
    // "I'll be up your way on Saturday", "down to see you at noon", "in your street on Friday"
    if (
      /^(?:up|down|out|in|round|over|near)$/.test(verb) &&
      ((wordAt(line, next + 1) === 'your' &&
        /^(?:way|area|end|street|road|neck|part|direction|village|town|neighbourhood)$/.test(
          wordAt(line, next + 2),
        )) ||
        (wordAt(line, next + 1) === 'to' && acts.has(wordAt(line, next + 2))) ||
        startsWith(line, next + 1, ['to', 'see', 'you']))
    )
      return { verb: at, form: 'state' }
    // "We'll be done by five", "ready for you at nine"
    if (
      (/^(?:done|finished|ready)$/.test(verb) && hasTime(line, next)) ||
      startsWith(line, next, ['out', 'of', 'your', 'hair'])
    )
      return { verb: at, form: 'state' }
    if (
      /^(?:in|with|round|over|there|out|outside|downstairs|along|by|through|onto|on|at|straight|right)$/.test(
        verb,
      )
    ) {
      if (verb === 'in' && !/^(?:touch|contact|your|to)$/.test(wordAt(line, next + 1))) return null
      if (verb === 'on' && !/^(?:it|to|this|that|your|site|the)$/.test(wordAt(line, next + 1))) return null
      if (
        verb === 'at' &&
        !/^(?:your|yours)$/.test(wordAt(line, next + 1)) &&
        !(
          wordAt(line, next + 1) === 'the' &&
          /^(?:church|house|flat|station|site|property|airport)$/.test(wordAt(line, next + 2)) &&
          hasTime(line, next)
        )
      )
        return null
      if (
        verb === 'there' &&
        !hasTime(line, next) &&
        !/^(?:to|with|when|while|myself|ourselves)$/.test(wordAt(line, next + 1))
      )
        return null
      if (verb === 'right' && wordAt(line, next + 1) === 'back') return null
      return { verb: at, form: 'state' }
    }
    return participleAt(line, next) && subject.kind === 'none' ? participleAt(line, next) : null
  }
  if (word === 'have') return havePredicate(line, at)
  if (idleAt(line, at)) return null
  // "I am on leave and will return on Monday"
  if (word === 'return' && isAbsence(line, at)) return null
  // "We'll take the premium from your card"
  if (/^(?:take|collect)$/.test(word) && money.has(wordAt(line, at + 2)) && wordAt(line, at + 3) !== 'off')
    return null
  if (
    /^(?:i|we|you|he|she|it|they|the|a|an|your|my|our|this|that|there|and|or|but|to|in|on|at|of|for)$/.test(
      word,
    )
  )
    return null
  if (
    word === 'get' &&
    /^(?:a|the|some|more|paid|married|old|tired)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'chance'
  )
    return null
  return { verb: at, form: 'base' }
}

const isAbsence = (line: Line, to: number): boolean => {
  if (/^(?:your|it|to|them|the)$/.test(wordAt(line, to + 1)) && line.times[to + 1] === -1) return false
  for (let at = 0; at < to; at++)
    if (/^(?:leave|holiday|vacation|away|office|off)$/.test(wordAt(line, at))) return true
  return false
}

export function personPredicate(line: Line, at: number, subject: Subject): Predicate | null {
  const word = wordAt(line, at)
  if (
    word === 'wear' ||
    (word === 'carry' && /^(?:id|identification|a|an|photo|their|his|her)$/.test(wordAt(line, at + 1)))
  )
    return null
  if (word === 'introduce' && !hasTime(line, at) && /sel(?:f|ves)$/.test(wordAt(line, at + 1))) return null
  if (/^(?:ask|need|want|require|know|like|love|expect|have|think|understand|see)$/.test(word)) {
    if (word === 'see' && /^(?:you|to|him|her|them)$/.test(wordAt(line, at + 1)))
      return { verb: at, form: 'base' }
    if (word === 'have')
      return wordAt(line, at + 1) === 'a' && /^(?:look|word|chat)$/.test(wordAt(line, at + 2))
        ? { verb: at, form: 'base' }
        : havePredicate(line, at)
    return null
  }
  if (word === 'be') {
    const next = wordAt(line, at + 1)
    if (
      /^(?:happy|glad|able|available|away|off|out|in|closed|open|pleased|delighted|here|on|wearing|asking|looking-for|a|an|the|late|too|very|your|one|our|delayed|back|at)$/.test(
        next,
      )
    )
      return startsWith(line, at + 1, ['in', 'touch']) ||
        startsWith(line, at + 1, ['in', 'contact']) ||
        (next === 'out' && hasTime(line, at)) ||
        (next === 'at' && /^(?:your|yours)$/.test(wordAt(line, at + 2))) ||
        (next === 'on' && /^(?:site|the|their|his|her)$/.test(wordAt(line, at + 2)) && hasTime(line, at)) ||
        (next === 'back' && backPredicate(line, at))
        ? { verb: at, form: 'state' }
        : null
    // "Our driver will be waiting in arrivals from nine"
    if (next === 'waiting' && (hasTime(line, at) || startsWith(line, at + 2, ['for', 'you'])))
      return { verb: at + 1, form: 'ing' }
    if (next.endsWith('ing') && next.length > 4) return idleIng(next) ? null : { verb: at + 1, form: 'ing' }
    if (/^(?:with|round|there|over|along|by|outside)$/.test(next)) return { verb: at, form: 'state' }
    // Cars, boats and pets are "she" too: "she'll be ready at five".
    if (/^(?:he|she)$/.test(subject.head) && startsWith(line, at + 1, ['good', 'to', 'go']))
      return { verb: at + 1, form: 'state' }
    if (/^(?:he|she)$/.test(subject.head) && /^(?:ready|done|finished|fixed|mended)$/.test(next))
      return { verb: at + 1, form: 'state' }
    // "Claims will be settled less the excess": the things, not the team.
    if (/^(?:claims|returns|complaints|accounts|sales)$/.test(subject.head)) return null
    return participleAt(line, at + 1)
  }
  if (subject.head === 'they' && /^(?:ask|need)$/.test(word)) return null
  // "The surveyor will take about two hours": how long, not what.
  if (word === 'take' && lastsFrom(line, at + 1)) return null
  if (idleAt(line, at) && (!acts.has(word) || wordAt(line, at + 1) === 'easy')) return null
  if (/^(?:vote|sit|convene)$/.test(word)) return null
  return { verb: at, form: 'base' }
}

/** A length of time, or a word before one. */
const lastsFrom = (line: Line, at: number): boolean =>
  (line.times[at] !== -1 && line.times[at] !== undefined) ||
  line.tokens[at]?.kind === 'number' ||
  (/^(?:about|around|roughly|approximately|up|between|less|no|only|just|anything|most|half|two|three|four|five|six|several|a)$/.test(
    wordAt(line, at),
  ) &&
    /^(?:hours?|minutes?|mins?|days?|weeks?|to|half|while|an?|one|two|three|four|five|six|more|few|couple|\d+)$/.test(
      wordAt(line, at + 1),
    ))
