import { type Anchor, base } from '../anchor.ts'
import { acts, adverbs } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import { participleAt } from '../predicates/participles.ts'
import { stateAt } from '../predicates/things.ts'
import { subjectBefore } from '../subject.ts'
import { embedded } from './embedded.ts'
import { resolved } from './resolved.ts'

/** What, said of today or later in the present, is done by somebody of ours: "is sent", "gets fitted". */
const byUs =
  /^(?:sent|shipped|dispatched|despatched|posted|delivered|collected|paid|refunded|fitted|installed|replaced|credited|repaired|returned|built|changed|swapped|fixed|done|sorted|cleaned|tested|moved|mended|dropped|picked|cut|taken|painted|plastered|laid|hung|swept|emptied|transferred|released|issued|restored|forwarded|handed|brought|upgraded|reset|corrected|removed|cancelled|canceled|waived|added|updated|reversed|recalculated)$/

/** What comes over a thing, or what a machine does with it. */
const byItself =
  /^(?:lost|stuck|used|charged|renewed|retried|billed|debited|deducted|saved|synced|synchronised|refreshed|logged|backed|deleted|archived|overwritten|damaged|broken|burnt|caught|published|announced|given|made|left|started|invited|told|asked)$/

/** A present of being that, with its time, says where we shall be: "I'm back on it at two", "it's with you by Friday". */
export function beingAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  if (line.whens.length === 0 || wordAt(line, at) === 'be') return null
  let next = at + 1
  while (adverbs.has(wordAt(line, next)) && next < at + 4) {
    if (/^(?:now|still|already)$/.test(wordAt(line, next))) return null
    next++
  }
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  if (subject.from >= at || embedded(line, subject.from)) return null
  switch (subject.kind) {
    case 'writer':
    case 'firm':
    case 'person':
      // "The fitter is to call on Friday": told as a plan of ours.
      return towardsThem(line, next)
        ? base(subject, subject.from, { verb: next, form: 'state' }, line, {
            needsTime: saysNext(line, next) ? 'no' : 'any',
            later: saysNext(line, next),
          })
        : null
    case 'thing': {
      const done = startsWith(line, next, ['to', 'be']) ? participleAt(line, next + 2) : null
      if (done) return base(subject, subject.from, done, line, { needsTime: 'any' })
      if (byUs.test(wordAt(line, next)) && /^(?:it|they|your|yours|the)$/.test(wordAt(line, subject.from)))
        return base(subject, subject.from, { verb: next, form: 'passive' }, line, { needsTime: 'day' })
      const state =
        /^(?:with|back|ready|there|yours)$/.test(wordAt(line, next)) || arrives(line, next)
          ? stateAt(line, next, false)
          : null
      // "ready for collection until Friday": how long, not when.
      if (
        /^(?:ready|there)$/.test(wordAt(line, next)) &&
        line.whens.some((one) => one.from > next && one.when.by === 'until')
      )
        return null
      // Stock and results that come back to us first.
      if (
        wordAt(line, next) === 'back' &&
        (/^(?:in|from)$/.test(wordAt(line, next + 1)) || resultsOf.test(subject.head))
      )
        return null
      return state ? base(subject, subject.from, state, line, { needsTime: 'day' }) : null
    }
    default:
      return null
  }
}

/** "it is in your account", "on your doorstep" */
const arrives = (line: Line, at: number): boolean =>
  /^(?:in|on)$/.test(wordAt(line, at)) &&
  wordAt(line, at + 1) === 'your' &&
  /^(?:account|inbox|hands|card|doorstep|statement|letterbox)$/.test(wordAt(line, at + 2))

const resultsOf = /^(?:results?|bloods|swabs?|samples?|tests?|scans?|x-rays?|cultures?)$/

/** "I'm on it straight after" */
const saysNext = (line: Line, from: number): boolean => {
  for (let at = from; at < from + 5; at++)
    if (
      /^(?:straight|right|directly)$/.test(wordAt(line, at)) &&
      /^after(?:wards)?$/.test(wordAt(line, at + 1))
    )
      return true
  return false
}

/** "(back) on it", "with you", "round to yours", "over to you": not "back in the office". */
function towardsThem(line: Line, from: number): boolean {
  const at = wordAt(line, from) === 'back' || wordAt(line, from) === 'straight' ? from + 1 : from
  const word = wordAt(line, at)
  const after = wordAt(line, at + 1)
  // "Ben is back on Monday to finish the job"
  if (at > from && line.times[at] !== undefined && line.times[at] !== -1) {
    const then = line.whens[line.times[at]!]!.to
    return wordAt(line, then) === 'to' && acts.has(wordAt(line, then + 1))
  }
  if (line.times[at + 1] !== -1 && line.times[at + 1] !== undefined) return /^(?:round|over)$/.test(word)
  return (
    (word === 'on' && /^(?:it|to|this)$/.test(after) && !/^(?:week|month|day)$/.test(wordAt(line, at + 2))) ||
    (word === 'on' &&
      after === 'your' &&
      /^(?:case|file|order|job|claim|ticket)$/.test(wordAt(line, at + 2))) ||
    (word === 'onto' && /^(?:it|them|this)$/.test(after)) ||
    (/^(?:with|to)$/.test(word) && /^(?:you|him|her|them)$/.test(after) && (word === 'with' || at > from)) ||
    (/^(?:round|over|out|across)$/.test(word) && /^(?:to|at|with)$/.test(after)) ||
    (word === 'at' && /^(?:yours|your)$/.test(after)) ||
    (word === 'on' && /^(?:his|her|their|my|our)$/.test(after) && wordAt(line, at + 2) === 'way')
  )
}

/** "The ramp gets built before Christmas", "yours gets posted tomorrow". */
export function getsDoneAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const done = line.whens.length > 0 ? participleAt(line, at + 1) : null
  if (!done || byItself.test(wordAt(line, done.verb))) return null
  const subject = resolved(lines, lineIndex, subjectBefore(line, at))
  return /^(?:thing|place|system)$/.test(subject.kind) && subject.from < at && !embedded(line, subject.from)
    ? base(subject, subject.from, done, line, { needsTime: 'today' })
    : null
}
