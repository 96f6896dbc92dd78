import { type Anchor, base } from '../anchor.ts'
import { acts, bareThings, beForms, imperatives, isGift, pronouns } from '../englishWords.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import type { Subject } from '../subjectKinds.ts'
import { stem, transfers, underWay } from './underWay.ts'

const finished =
  /^(?:done|ready|sorted|fixed|finished|back|delivered|shipped|mended|complete|completed|refunded|posted|there)$/

const leaves = /^(?:leaves|ships|arrives|goes|lands|departs)$/

/** "Ring u when it's done", "Text you the address tonight": nobody is told to ring himself. */
const bareActs =
  /^(?:ring|call|text|email|message|msg|phone|send|post|drop|bring|ping|update|refund|credit|buzz|bell)$/

/** Chat forms without subject and modal: "Calling you at 3", "Done by 3", "Ready by Friday". */
export function chatAnchor(line: Line, at: number): Anchor | null {
  if (
    bareActs.test(wordAt(line, at)) &&
    /^(?:you|u|ya)$/.test(wordAt(line, at + 1)) &&
    (at === 0 || isHardBreak(line, at - 1)) &&
    !line.question
  )
    return base(
      { kind: 'writer', who: 'writer', from: at, head: '', plural: false },
      at,
      { verb: at, form: 'base' },
      line,
    )
  const near = nearThem(line, at)
  if (near) return near
  if (!wordAt(line, at).endsWith('ing') && !finished.test(wordAt(line, at)) && !leaves.test(wordAt(line, at)))
    return null
  if (at > 0) {
    const before = wordAt(line, at - 1)
    const opens =
      isHardBreak(line, at - 1) ||
      before === ',' ||
      /^(?:ok|okay|sure|thanks|yes|np|so|and|hi|great|cool|lovely|right|just|perfect|noted)$/.test(before)
    if (!opens) return null
    if (
      before === ',' &&
      !/^(?:sure|thanks|ok|okay|hi|yes|np|right|no|cool|great)$/.test(wordAt(line, at - 2)) &&
      !line.tokens[at - 2]?.capital
    )
      return null
    if (before === 'and' || before === 'so') if (at > 1 && !isHardBreak(line, at - 2)) return null
  }
  const word = wordAt(line, at)
  // "Following a check we found …"
  if (word === 'following') return null
  const next = wordAt(line, at + 1)
  const subject: Subject = { kind: 'writer', who: 'writer', from: at, head: '', plural: false }
  if (word.endsWith('ing') && acts.has(stem(word))) {
    const object =
      /^(?:you|it|them|this|that|the|your|a|an|over|off|round|by|back|out|up|now|one|him|her|these|some|another|two|both)$/.test(
        next,
      ) || line.times[at + 1] !== -1
    return object
      ? base(subject, at, { verb: at, form: 'ing' }, line, {
          needsTime: underWay.test(word)
            ? 'day'
            : transfers.test(word) && wordAt(line, at - 1) !== 'i'
              ? 'no'
              : 'any',
        })
      : null
  }
  // "Decorating it Friday"
  if (
    word.endsWith('ing') &&
    word.length > 5 &&
    /^(?:it|them|yours|you|your)$/.test(next) &&
    !/^(?:everything|anything|nothing|something|morning|evening|hoping|expecting|seeing|having|missing|wanting|needing|thinking|hearing|using|being|feeling|wishing|loving|enjoying|considering|regarding|concerning|knowing|watching|getting|making|keeping|letting|asking|telling|giving|seeking|owing|during|thanking|hating|finding|reading|following)$/.test(
      word,
    )
  )
    return base(subject, at, { verb: at, form: 'ing' }, line, { needsTime: 'day' })
  // "Order 5581: packed. Leaves at 4."
  if (leaves.test(word)) {
    const ahead = /^(?:out|here|us)$/.test(next) ? at + 2 : at + 1
    return (at === 0 || isHardBreak(line, at - 1)) &&
      line.times[ahead] !== undefined &&
      line.times[ahead] !== -1
      ? base({ ...subject, kind: 'thing', who: 'firm' }, at, { verb: at, form: 'state' }, line, {
          needsTime: 'any',
        })
      : null
  }
  if (
    finished.test(word) &&
    (/^(?:by|on|at|before|with|to|tomorrow|today|tonight|in|for)$/.test(next) || line.times[at + 1] !== -1)
  ) {
    const minutes = line.whens[line.times[at + 1] ?? -1]?.when.minutes !== undefined
    // "Back Tuesday to finish it"
    const after = line.times[at + 1] === -1 ? at + 1 : (line.whens[line.times[at + 1] ?? -1]?.to ?? at + 1)
    const toDo =
      (wordAt(line, after) === 'to' && acts.has(wordAt(line, after + 1))) ||
      // "Back at two with the part", "There by ten"
      (wordAt(line, after) === 'with' && /^(?:the|your|a|it|them)$/.test(wordAt(line, after + 1))) ||
      (word === 'there' &&
        /^(?:at|by)$/.test(next) &&
        after === line.tokens.length - (line.tokens.at(-1)?.kind === 'mark' ? 1 : 0))
    if (/^(?:back|there)$/.test(word) && !/^(?:with|to)$/.test(next) && !minutes && !toDo) return null
    const me = word === 'back'
    return base(
      me ? subject : { ...subject, kind: 'firm', who: 'firm' },
      at,
      { verb: at, form: 'state' },
      line,
      {
        needsTime: 'any',
      },
    )
  }
  return null
}

/** "Be with you at 9", "With you in 30 minutes", "Back with you by five". */
export function nearThem(line: Line, at: number): Anchor | null {
  const word = wordAt(line, at)
  if ((word !== 'be' && word !== 'with') || !(at === 0 || isHardBreak(line, at - 1)) || line.question)
    return null
  const place = word === 'be' ? at + 1 : at
  if (wordAt(line, place) !== 'with' || wordAt(line, place + 1) !== 'you') return null
  const time = /^(?:by|at|in|on|again)$/.test(wordAt(line, place + 2)) ? place + 3 : place + 2
  if (line.times[time] === -1 && line.times[place + 2] === -1) return null
  return base(
    { kind: 'writer', who: 'writer', from: at, head: '', plural: false },
    at,
    { verb: at, form: 'state' },
    line,
    { needsTime: 'any' },
  )
}

/** "Tracking to follow", "Update to follow by five", "more photos to follow". */
export function toFollowAnchor(line: Line, at: number): Anchor | null {
  let from = at - 1
  while (from > 0 && at - from < 6 && !isHardBreak(line, from - 1) && wordAt(line, from - 1) !== ',') {
    if (line.times[from - 1] !== -1 || line.tokens[from - 1]!.kind !== 'word') return null
    from--
  }
  if (from === at - 1 || at - from >= 6) return null
  // "… and for the fitter to follow": what was arranged.
  if (wordAt(line, from) === 'for' || wordAt(line, from + 1) === 'for') return null
  for (let index = from; index < at - 1; index++)
    if (
      pronouns.has(wordAt(line, index)) ||
      beForms.has(wordAt(line, index)) ||
      (imperatives.has(wordAt(line, index)) && !/^(?:the|your|an?|new)$/.test(wordAt(line, index - 1)))
    )
      return null
  const subject: Subject = { kind: 'thing', who: 'firm', from, head: wordAt(line, at - 2), plural: false }
  return base(subject, from, { verb: at, form: 'state' }, line)
}

/** "Correct one coming in a sec", "Refund coming today": what follows, without its verb. */
export function comingAnchor(line: Line, at: number): Anchor | null {
  if (line.times[at + 1] === undefined || line.times[at + 1] === -1) return null
  let from = at
  while (from > 0 && at - from < 4 && !isHardBreak(line, from - 1)) {
    const word = wordAt(line, from - 1)
    if (line.tokens[from - 1]!.kind !== 'word' || (pronouns.has(word) && word !== 'one') || beForms.has(word))
      return null
    from--
  }
  if (from === at || at - from > 3 || (from > 0 && !isHardBreak(line, from - 1))) return null
  // "Next update in 30 minutes"
  if (wordAt(line, at) === 'update') {
    if (at !== 1 || !/^(?:next|further|another|full)$/.test(wordAt(line, 0))) return null
    const update: Subject = { kind: 'thing', who: 'firm', from: 0, head: 'update', plural: false }
    return base(update, 0, { verb: at, form: 'state' }, line)
  }
  const head = wordAt(line, at - 1)
  // "New menu coming in January" is for everybody.
  if (head !== 'one' && !isGift(head) && !bareThings.has(head)) return null
  const subject: Subject = { kind: 'thing', who: 'firm', from, head, plural: false }
  return base(subject, from, { verb: at, form: 'ing' }, line)
}

/** "Drawings to you by the 17th", "Quote over to you tomorrow". */
export function toYouAnchor(line: Line, at: number): Anchor | null {
  if (line.times[at + 2] === undefined || line.times[at + 2] === -1) return null
  let from = at
  while (from > 0 && at - from < 5 && !isHardBreak(line, from - 1) && wordAt(line, from - 1) !== ',') {
    const word = wordAt(line, from - 1)
    if (
      line.times[from - 1] !== -1 ||
      line.tokens[from - 1]!.kind !== 'word' ||
      pronouns.has(word) ||
      beForms.has(word)
    )
      return null
    from--
  }
  const size = at - from
  if (
    size === 0 ||
    size > 3 ||
    (acts.has(wordAt(line, from)) &&
      !/^(?:courier|driver|refund|parcel|report|quote|answer)$/.test(wordAt(line, from))) ||
    imperatives.has(wordAt(line, from))
  )
    return null
  for (let index = from; index < at; index++)
    if (
      /ed$|ing$|ly$/.test(wordAt(line, index)) ||
      (acts.has(wordAt(line, index)) && index === at - 1 && size > 1)
    )
      return null
  const subject: Subject = { kind: 'thing', who: 'firm', from, head: wordAt(line, at - 1), plural: false }
  return base(subject, from, { verb: at, form: 'state' }, line)
}
