import { fromIso, startOfDay } from '../dates/civil.ts'
import { type DueContext, type DueTime, resolveDue, toMinutes } from '../dates/due.ts'
import { places as twoWordPlaces, zones } from '../dates/english.ts'
import type { When } from '../dates/when.ts'
import { once } from '../once.ts'
import type { Anchor } from './anchor.ts'
import { segmentStart } from './clauses.ts'
import type { Condition } from './conditions/condition.ts'
import { isLimit, namedBefore, withDayBefore } from './dayBefore.ts'
import { pronouns, will } from './englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from './line.ts'

export interface Timing extends DueContext {
  /** The last due with an hour, and its line. */
  lastInstant: { line: number; at: number; part: boolean } | null
  /** How many times of which line are told: each is looked at once. */
  heard: { line: Line | null; whens: number }
}

/** What a clause says about its time. */
export interface Timed {
  due: DueTime | null
  /** A time is named, even a vague one: a present tense needs it. */
  named: boolean
  /** A day ahead, not only "today" or a length. */
  dayNamed: boolean
  /** A day ahead or this one, not a length. */
  todayNamed: boolean
  /** Only a part of the day is named, no hour. */
  part: boolean
  /** Waits on an event: "within 2 days of receiving it". */
  event: boolean
  onReceipt: boolean
  /** Where the quote begins: a time in front of the subject is part of it. */
  from: number
}

/** The due of a promise: its own time, one in front of it, one of the customer's visit, one in the next sentence. */
export function dueOf(
  lines: readonly Line[],
  lineIndex: number,
  anchor: Anchor,
  first: Anchor,
  condition: Condition,
  previousEnd: number,
  timing: Timing,
): Timed {
  const line = lines[lineIndex]!
  tell(line, timing, anchor.from)
  const result: Timed = {
    due: null,
    named: false,
    dayNamed: false,
    todayNamed: false,
    part: false,
    event: false,
    onReceipt: false,
    from: anchor.from,
  }
  for (const one of line.whens) {
    if (!anchor.verbless && one.from < anchor.predicate.verb - 3) continue
    if (one.from < anchor.from || one.to > anchor.end) continue
    if (isBound(line, one.from, one.to, anchor) || isTold(line, one.from, anchor)) continue
    // "I'll be there when they come and you get it the same evening", "the day before": counted from a day nobody named.
    if (
      one.when.day?.is === 'told' &&
      timing.told === null &&
      (one.when.day.days < 0 || wordAt(line, one.from) === 'the')
    ) {
      result.event = true
      continue
    }
    // "If it comes loose, call us and we'll see you the same day": the day they call, where no day was named.
    if (
      one.when.day?.is === 'told' &&
      condition.is === 'act' &&
      !line.whens.some((other) => other.to <= anchor.from && (other.when.day || other.when.clock))
    ) {
      result.event = true
      continue
    }
    // "on the same day you tell me"
    if (one.when.day?.is === 'told' && pronouns.has(wordAt(line, one.to))) {
      result.event = true
      continue
    }
    const wait =
      isLength(one.when) || !/^(?:his|her|our|my)$/.test(wordAt(line, one.to + 1))
        ? receiptAfter(line, one.to)
        : null
    if (wait) {
      result.event = true
      result.onReceipt ||= wait === 'customer'
      continue
    }
    // "comes Fridays" is a habit; only "will" makes a habit a promise.
    if (one.when.every && anchor.needsTime !== 'no') break
    // "Once we have it back, within 3-5 days": counted from the event, not from today.
    if ((condition.is === 'act' || condition.is === 'event') && isLength(one.when)) {
      result.event = true
      result.named = true
      continue
    }
    const own = withFrontDay(line, withClockBehind(line, one, anchor.end), anchor.from)
    const day = withDayBefore(lines, lineIndex, anchor, own, timing)
    take(result, sameDay(day, timing, lineIndex), timing)
    if (result.due) break
  }
  const fronted = frontedWhen(line, first.from, previousEnd)
  if (!result.due && fronted >= 0) {
    const one = line.whens[fronted]!
    // "Within five days of her visit you'll have it": counted from the visit.
    const wait = isLength(one.when) ? receiptAfter(line, one.to) : null
    if (wait) result.event = true
    else take(result, one.when, timing)
    if (result.due && anchor === first && one.to >= first.from - 1) result.from = one.from
  }
  if (!result.due && condition.when >= 0)
    take(result, { ...line.whens[condition.when]!.when, by: null }, timing)
  const waits = condition.is !== 'none' || anchor.later || result.event
  // "You shall have an answer, from me and not from a form, before the week is out"
  if (!result.due && !waits) {
    const aside = timeBehindAside(line, anchor.end)
    if (aside) take(result, aside, timing)
  }
  if (!result.due && !waits && isLast(line, anchor)) {
    const next = followingTime(lines[lineIndex + 1])
    if (next) take(result, next, timing)
  }
  // "I'm out your way on Thursday so I'll reconnect it then"
  if (!result.due && wordAt(line, anchor.end - 1) === 'then' && anchor.end - 1 > anchor.predicate.verb) {
    const named = namedBefore(lines, lineIndex, anchor.from, true)
    if (named && (!isLimit(named) || named.by === 'until' || wordAt(line, anchor.end - 2) === 'by'))
      take(result, { ...named, by: null, every: false }, timing)
  }
  if (result.due) {
    const at = fromIso(result.due.due)
    timing.told = startOfDay(at)
    if (result.due.due.length > 10) timing.lastInstant = { line: lineIndex, at, part: result.part }
  }
  return result
}

/** "Tomorrow I make it and my son brings it, before 18:00": the day in front belongs to all, also to a bare hour. */
function withFrontDay(line: Line, when: When, from: number): When {
  const front = line.whens[0]
  if (
    when.day ||
    when.period ||
    !(when.clock || when.part) ||
    front?.from !== 0 ||
    !front.when.day ||
    front.when === when
  )
    return when
  for (let at = front.to; at < from; at++) if (isHardBreak(line, at)) return when
  return { ...when, day: front.when.day }
}

/** "Within 3-5 days", "in an hour": how long, not when. */
const isLength = (when: When): boolean =>
  /^(?:within|in|inside)$/.test(when.by ?? '') &&
  when.part === undefined &&
  (when.minutes !== undefined || (when.day?.is === 'shift' && (when.day.days > 0 || when.day.months > 0)))

/** "Monday week as discussed, say 8.15": a bare hour behind a bare day belongs to it. */
function withClockBehind(line: Line, one: Line['whens'][number], end: number): When {
  const { when } = one
  if (!when.day || when.clock || when.part || when.to || when.minutes !== undefined || when.every) return when
  const clock = line.whens.find(
    (other) =>
      other.from >= one.to &&
      other.from - one.to < 6 &&
      other.to <= end &&
      other.when.clock &&
      !other.when.day &&
      !other.when.period &&
      (!other.when.to || (other.when.toIs === 'to' && other.when.to.clock && !other.when.to.day)),
  )
  if (
    !clock ||
    line.tokens.slice(one.to, clock.from).some((token) => /^(?:and|or|then|but)$/.test(token.text))
  )
    return when
  const clockTo = clock.when.clockTo ?? clock.when.to?.clock
  return { ...when, clock: clock.when.clock!, ...(clockTo && { clockTo }) }
}

/** "I'll be on to them again at nine tomorrow and will ring you before ten": the later hour is of the same day. */
function sameDay(when: When, timing: Timing, lineIndex: number): When {
  const last = timing.lastInstant
  if (!last || last.line !== lineIndex || !(when.clock || when.part) || when.day || when.period || when.to)
    return when
  const days = Math.round((startOfDay(last.at) - startOfDay(timing.ref)) / (24 * 3_600_000))
  if (days < 1) return when
  const moved: When = { ...when, day: { is: 'shift', days, months: 0 } }
  const due = resolveDue(moved, timing)
  return due && (last.part || fromIso(due.due) > last.at) ? moved : when
}

function take(result: Timed, when: When, timing: Timing): void {
  if (when.now) return
  result.named = true
  result.part = when.part !== undefined && !when.clock
  if (
    when.day &&
    !(when.day.is === 'shift' && when.day.days <= 0 && !when.part) &&
    when.minutes === undefined
  )
    // "in 3 days" is a length, "in tonight's post" a day.
    result.dayNamed = (when.by !== 'within' && when.by !== 'in') || when.part !== undefined
  if (when.period || when.clock) result.dayNamed = true
  if (result.dayNamed || (when.day?.is === 'shift' && when.day.days === 0 && when.by === null))
    result.todayNamed = true
  const due = resolveDue(when, timing)
  // What lies behind us is no deadline: "your letter of last Friday".
  if (due && startOfDay(fromIso(due.due)) >= startOfDay(timing.ref)) result.due = due
}

/** "consider it at their meeting of 8 December": then it is done. */
const atMeeting = (line: Line, noun: number): boolean =>
  /^(?:meeting|session|hearing|visit|sitting)$/.test(wordAt(line, noun)) &&
  (wordAt(line, noun - 1) === 'at' || wordAt(line, noun - 2) === 'at' || wordAt(line, noun - 3) === 'at')

const isNoun = (word: string): boolean =>
  /^(?:visit|appointment|slot|delivery|class|lesson|session|booking|order|one|meeting|call|flight|train|shift|table|viewing|collection|job)$/.test(
    word,
  )

/** "your visit of Friday", "book you in for Friday", "move it to Friday": the time of a thing, not of the act. */
function isBound(line: Line, from: number, to: number, anchor: Anchor): boolean {
  const first = wordAt(line, from)
  if (first === 'to') return !/^(?:extend|prolong|run)/.test(wordAt(line, anchor.predicate.verb))
  // "cancel the Tuesday visit": which visit, not when.
  if (
    /^(?:the|your|our|my|that)$/.test(wordAt(line, from - (first === 'the' ? 0 : 1))) &&
    line.whens[line.times[from]!]?.when.day?.is === 'weekday' &&
    line.tokens[to]?.kind === 'word' &&
    from - 1 <= anchor.predicate.verb + 1 &&
    isNoun(wordAt(line, to))
  )
    return true
  // "restore last night's backup"
  if (wordAt(line, to) === "'s" && /^(?:last|yesterday)$/.test(wordAt(line, from))) return true
  const before = wordAt(line, from - 1)
  if (before === 'of' && atMeeting(line, from - 2)) return false
  if (before === 'of' || before === 'dated' || before === "'s") return true
  // "ready for seven tomorrow"
  if (before === 'ready') return false
  const verb = wordAt(line, anchor.predicate.verb)
  const said = line.whens[line.times[from]!]?.when
  if (first === 'for' && (said?.day?.is === 'shift' || said?.minutes !== undefined))
    return (
      !/^(?:next|coming)$/.test(wordAt(line, from + 2)) &&
      !/^(?:hold|held|keep|kept|reserve|reserved|store|stored|leave|save)$/.test(verb)
    )
  if (
    first === 'for' &&
    /^(?:book|booked|schedule|scheduled|reserve|reserved|put|pencil|arrange|arranged|move|moved|rebook|rebooked|add|get|set|order|ordered|have)$/.test(
      verb,
    )
  )
    return !/^(?:have|get)$/.test(verb) || /\bin\b/.test(wordAt(line, from - 1))
  return first === 'for' && before === 'in'
}

/** "look into what happened on the 12th": the day of something else. */
function isTold(line: Line, from: number, anchor: Anchor): boolean {
  let past = false
  for (let at = from - 1; at > anchor.predicate.verb; at--) {
    const word = wordAt(line, at)
    if (
      /^(?:happened|went|was|were|did|said|told|came|rang|wrote|spoke|ordered|bought|paid|sent|called|occurred|agreed|discussed|arrived|left|broke)$/.test(
        word,
      )
    )
      past = true
    else if (past && /^(?:what|why|how|who|which|that|where|whatever|we|you|i|it|they)$/.test(word))
      return true
  }
  return false
}

/** "within 2 days of receiving it": whose sending, or false. */
function receiptAfter(line: Line, at: number): 'customer' | 'other' | null {
  const word = wordAt(line, at)
  if (/^(?:thereafter|afterwards)$/.test(word)) return 'other'
  if (word === 'post' && line.tokens[at + 1]?.kind === 'word') return 'customer'
  if (!/^(?:of|after|from|upon|once)$/.test(word)) return null
  const next = wordAt(line, at + 1)
  if (/^(?:receiving|receipt|getting|us)$/.test(next)) return 'customer'
  // "of your closing date" is no act of theirs.
  if (
    next === 'your' &&
    /^(?:closing|moving|start|end|renewal|due|policy|birthday|wedding|stay|visit|appointment|operation|surgery|contract|tenancy|interview|assessment|survey|flight|arrival|departure|move)$/.test(
      wordAt(line, at + 2),
    )
  )
    return 'other'
  if (/^(?:your|you)$/.test(next)) return 'customer'
  if (/^(?:today|now|then)$/.test(next)) return null
  return /^(?:the|his|her|our|my|its|it|their|that|dispatch|delivery|approval|a|an|arrival|when)$/.test(next)
    ? /^(?:return|item|payment|form|signed|parcel)$/.test(wordAt(line, at + 2))
      ? 'customer'
      : 'other'
    : null
}

/** A time in front of the subject, at the head of its part: "By Friday noon, I'll …", "Tomorrow I bring …". */
function frontedWhen(line: Line, from: number, previousEnd: number): number {
  let at = from - 1
  // "Within five days of her visit, you'll …"
  for (let back = from - 1; back > from - 7 && back > previousEnd; back--)
    if (
      /^(?:of|after|from)$/.test(wordAt(line, back)) &&
      line.times[back] === -1 &&
      line.times[back - 1] !== -1
    ) {
      const index = line.times[back - 1]!
      if (
        index >= 0 &&
        isLength(line.whens[index]!.when) &&
        line.whens[index]!.from === Math.max(previousEnd, segmentStart(line, back))
      )
        return index
    }
  while (
    at >= 0 &&
    (/^[,:]$/.test(wordAt(line, at)) || /^(?:then|and|so|that|which|i|we)$/.test(wordAt(line, at))) &&
    at > previousEnd - 1
  )
    at--
  const index = at >= 0 ? line.times[at]! : -1
  if (index < 0) return -1
  const one = line.whens[index]!
  // "I am in on Tuesdays so I will …": a habit said before is none of the promise's.
  if (one.from < previousEnd || (one.when.every && one.from > 0)) return -1
  const before = wordAt(line, one.from - 1)
  // A time that closes a condition ("if it is not here by Friday, we'll …") is the condition's.
  const start = Math.max(previousEnd, segmentStart(line, one.from))
  for (let back = one.from - 1; back >= start; back--) {
    // "… after her round, and on Thursday we're moving him": a new clause.
    if (back === one.from - 1 && /^(?:and|but)$/.test(wordAt(line, back))) break
    if (
      (/^(?:if|once|when|unless|until|after|before|should|as|had|because|since|while)$/.test(
        wordAt(line, back),
      ) ||
        startsWith(line, back, ['in', 'the', 'event'])) &&
      line.times[back] === -1
    )
      return -1
  }
  if (
    one.from === 0 ||
    isHardBreak(line, one.from - 1) ||
    /^(?:and|but|so|then|,|or|that|hi|hello|again)$/.test(before)
  )
    return index
  return one.from === start ? index : -1
}

function timeBehindAside(line: Line, end: number): When | null {
  if (wordAt(line, end) !== ',') return null
  for (let at = end + 1; at < Math.min(end + 10, line.tokens.length); at++) {
    const index = line.times[at]!
    const word = wordAt(line, at)
    if (index !== -1)
      return wordAt(line, at - 1) === ',' && !line.whens[index]!.when.every ? line.whens[index]!.when : null
    if (
      isHardBreak(line, at) ||
      pronouns.has(word) ||
      will.has(word) ||
      /^(?:is|are|was|were|if|when|once|unless|but|please|which|who|has|have|had)$/.test(word)
    )
      return null
  }
  return null
}

const isLast = (line: Line, anchor: Anchor) => {
  for (let at = anchor.end; at < line.tokens.length; at++) if (will.has(wordAt(line, at))) return false
  return true
}

/** "I'll ring the shop. By 4pm today, promise." – "It will be before five." */
function followingTime(line: Line | undefined): When | null {
  if (!line || line.whens.length === 0 || line.tokens.length > 14) return null
  let at = 0
  while (/^(?:and|so|definitely|certainly|probably|hopefully)$/.test(wordAt(line, at))) at++
  if (/^(?:probably|hopefully)$/.test(wordAt(line, 0))) return null
  // "Give me until Friday lunchtime."
  if (/^(?:give|allow)$/.test(wordAt(line, at)) && /^(?:me|us)$/.test(wordAt(line, at + 1))) at += 2
  if (
    /^(?:it|that|this)$/.test(wordAt(line, at)) &&
    (will.has(wordAt(line, at + 1)) || wordAt(line, at + 1) === 'is' || wordAt(line, at + 1) === "'s")
  )
    at += wordAt(line, at + 2) === 'be' ? 3 : 2
  const one = line.whens.find((found) => found.from === at)
  if (!one || one.when.now) return null
  for (let index = one.to; index < line.tokens.length; index++)
    if (
      will.has(wordAt(line, index)) ||
      (pronouns.has(wordAt(line, index)) && !/^(?:that|this|it|you)$/.test(wordAt(line, index))) ||
      /^(?:is|are|was|were|can|please)$/.test(wordAt(line, index))
    )
      return null
  return one.when
}

/** Remembers the last date named before a token, for "the same day" and "that evening". */
export function tell(line: Line, timing: Timing, before: number): void {
  if (timing.heard.line !== line) timing.heard = { line, whens: 0 }
  for (; timing.heard.whens < line.whens.length; timing.heard.whens++) {
    const one = line.whens[timing.heard.whens]!
    if (one.from >= before) break
    if (one.when.day?.is === 'told' || one.when.now) continue
    const due = resolveDue(
      { ...one.when, by: null, clock: undefined, clockTo: undefined, part: undefined },
      timing,
    )
    if (due && (one.when.day || one.when.period)) timing.told = startOfDay(fromIso(due.due))
  }
}

/** "We close at 8", "open until 6": the end of our day, in minutes from midnight. */
export function closingTime(lines: readonly Line[]): number | null {
  for (const line of lines)
    for (const one of line.whens) {
      if (!one.when.clock) continue
      const before = wordAt(line, one.from - 1)
      const closes =
        /^(?:close|closes|shut|shuts|open|closing)$/.test(before) ||
        /^(?:close|closes|shut|shuts|open|closing)$/.test(wordAt(line, one.from - 2))
      if (!closes) continue
      if (/^(?:open|opens)$/.test(before) && !one.when.clockTo && one.when.by !== 'until') continue
      return toMinutes(
        one.when.clockTo ?? { ...one.when.clock, half: one.when.clock.half ?? 'pm' },
        one.when.part,
      )
    }
  return null
}

const firstOfTwo = once(() => new Set([...twoWordPlaces.keys()].map((place) => place.split(' ')[0]!)))

/** Where the customer is, if the text says so: "since you're in New York". */
export function theirZone(lines: readonly Line[]): string | null {
  for (const line of lines)
    for (let at = 0; at < line.tokens.length; at++) {
      if (wordAt(line, at) !== 'you' && wordAt(line, at) !== 'your') continue
      for (let ahead = at + 1; ahead < at + 6; ahead++) {
        const place = wordAt(line, ahead)
        const two = firstOfTwo().has(place) && twoWordPlaces.get(`${place} ${wordAt(line, ahead + 1)}`)
        if (two) return two
        const zone = zones.get(place)
        if (zone && line.tokens[ahead]!.capital && startsWith(line, ahead - 1, ['in'])) return zone
      }
    }
  return null
}
