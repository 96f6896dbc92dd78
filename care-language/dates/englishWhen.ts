import type { Token } from '../tokens.ts'
import { feastAt, namedDateAt, numericDateAt, weekdayAt } from './calendarDays.ts'
import { clockAt, partAt } from './clockTimes.ts'
import {
  cardinals,
  feasts,
  months,
  ordinals,
  places,
  tens,
  today,
  tomorrow,
  tonight,
  units,
  weekdays,
  zoneLetters,
  zones,
} from './english.ts'
import { monthDayAt, nearDayAt, nthWeekdayAt, toldDayAt, weekdayPieceAt, weekThenDayAt } from './namedDays.ts'
import { at, cardinalAt, is, type Parsed, yearAt } from './numbers.ts'
import { periodAt } from './periods.ts'
import { countedAt, type Piece } from './relativeDays.ts'
import type { Clock, When } from './when.ts'

const leads =
  /^(?:by|before|at|on|in|within|until|till|til|from|after|around|about|over|during|between|since|for|approx|approximately|circa|starting|effective|past|to|as|@|this|these|~|towards|round)$/

/** The preposition a time begins with, as one word. */
function leadAt(tokens: readonly Token[], index: number): Parsed<string> | null {
  if (
    /^(?:no|not)$/.test(at(tokens, index)) &&
    /^(?:later|sooner|earlier)$/.test(at(tokens, index + 1)) &&
    is(tokens, index + 2, 'than')
  )
    return { value: at(tokens, index + 1) === 'later' ? 'by' : 'after', next: index + 3 }
  if (/^(?:earlier|sooner)$/.test(at(tokens, index)) && is(tokens, index + 1, 'than'))
    return { value: 'before', next: index + 2 }
  if (is(tokens, index, 'prior', 'to') || is(tokens, index, 'ahead', 'of'))
    return { value: 'before', next: index + 2 }
  if (is(tokens, index, 'up', 'to') || is(tokens, index, 'up', 'until') || is(tokens, index, 'up', 'till'))
    return { value: 'until', next: index + 2 }
  if (is(tokens, index, 'as', 'of') || is(tokens, index, 'as', 'from'))
    return { value: 'from', next: index + 2 }
  if (
    is(tokens, index, 'at', 'the', 'latest') ||
    is(tokens, index, 'at', 'latest') ||
    is(tokens, index, 'latest')
  ) {
    const skip = at(tokens, index) === 'latest' ? 1 : at(tokens, index + 1) === 'the' ? 3 : 2
    return {
      value: 'by',
      next: /^(?:by|at|on)$/.test(at(tokens, index + skip)) ? index + skip + 1 : index + skip,
    }
  }
  const word = at(tokens, index)
  if (!leads.test(word) || word === 'this' || word === 'these' || word === 'as') return null
  const second = at(tokens, index + 1)
  // "by around 4", "from about 9", "on or before Friday"
  if (is(tokens, index + 1, 'or', 'before')) return { value: 'by', next: index + 3 }
  if (/^(?:around|about|approximately|roughly|approx|~|exactly|say)$/.test(second))
    return { value: word, next: index + 2 }
  if (word === 'by' && /^(?:on|at|no|the)$/.test(second) && second !== 'the' && second !== 'no')
    return { value: 'by', next: index + 2 }
  return { value: word === 'till' || word === 'til' ? 'until' : word === '@' ? 'at' : word, next: index + 1 }
}

/** "two Sundays from now": the second Sunday from here. */
function weekdaysAheadAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const count = cardinalAt(tokens, index)
  const weekday = count && count.value >= 1 && count.value < 53 ? weekdayAt(tokens, count.next, true) : null
  if (
    !count ||
    !weekday ||
    !at(tokens, weekday.next - 1).endsWith('s') ||
    !is(tokens, weekday.next, 'from') ||
    !/^(?:now|today)$/.test(at(tokens, weekday.next + 1))
  )
    return null
  return {
    value: { day: { is: 'weekday', weekday: weekday.value, which: 'coming', plus: (count.value - 1) * 7 } },
    next: weekday.next + 2,
  }
}

/** Words a time may begin with: most words are none, and are passed over at once. */
const starters: ReadonlySet<string> = new Set([
  ...weekdays.keys(),
  ...months.keys(),
  ...cardinals.keys(),
  ...tens.keys(),
  ...ordinals.keys(),
  ...today,
  ...tomorrow,
  ...tonight,
  ...feasts.map(([words]) => words.split(' ')[0]!.replace(/'.*/, '')),
  ...`by before at on in within until till til from after around about over during between since for approx approximately circa starting effective past to towards round inside under
  the this that these next nxt last previous coming upcoming following every each a an half quarter couple another noon noontime midday mid midnight first end close finish early late later earlier start beginning
  middle halfway tail sometime some anytime same yesterday overmorrow day week month w wc wb midweek right just now as no not sooner prior ahead up latest morning mornings lunch lunchtime dinnertime teatime afternoon arvo
  evening eve night eod cob eob cop q q1 q2 q3 q4 very sat sun`.split(/\s+/),
])

/** Words that are a time only together with what follows. */
const leaning: ReadonlySet<string> = new Set(
  `a an the this that these by before at on in within until till til from after around about over during between since for approx approximately circa starting effective past to towards round inside under
  as no not up right just very same end close late early later earlier every each last first previous past following coming upcoming prior ahead latest sooner`.split(
    /\s+/,
  ),
)
/** What else may stand second. */
const seconds: ReadonlySet<string> = new Set(
  `couple few working business calendar time moment present or your my our full whole most least less than max maximum roughly say only further one thing lunchtime weekend there of , @ ~ - ( '`.split(
    /\s+/,
  ),
)

/** Whether a time may begin here, by its first two tokens: nearly all words are passed over at once. */
function mayBegin(tokens: readonly Token[], index: number): boolean {
  const first = tokens[index]!
  if (first.kind === 'mark') return first.text === '@' || first.text === '~'
  if (first.kind === 'number') return true
  if (!starters.has(first.text)) return false
  if (!leaning.has(first.text)) return true
  const second = tokens[index + 1]
  if (!second) return first.text === 'latest' || first.text === 'late'
  return (
    second.kind === 'number' ||
    starters.has(second.text) ||
    units.has(second.text) ||
    seconds.has(second.text)
  )
}

const dayPieceAt = (tokens: readonly Token[], index: number): Parsed<Piece> | null => {
  const plain = (day: Parsed<NonNullable<Piece['day']>> | null) =>
    day && { value: { day: day.value }, next: day.next }
  return (
    plain(namedDateAt(tokens, index)) ??
    plain(numericDateAt(tokens, index)) ??
    nthWeekdayAt(tokens, index) ??
    weekdaysAheadAt(tokens, index) ??
    countedAt(tokens, index) ??
    nearDayAt(tokens, index) ??
    weekThenDayAt(tokens, index) ??
    weekdayPieceAt(tokens, index) ??
    plain(feastAt(tokens, index)) ??
    toldDayAt(tokens, index) ??
    nextWorkingDayAt(tokens, index) ??
    monthDayAt(tokens, index) ??
    periodAt(tokens, index)
  )
}

function nextWorkingDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  return /^(?:next|following)$/.test(at(tokens, start)) &&
    /^(?:working|business|available|possible)$/.test(at(tokens, start + 1)) &&
    is(tokens, start + 2, 'day')
    ? { value: { day: { is: 'shift', days: 1, months: 0, working: true } }, next: start + 3 }
    : null
}

/** `between 2 and 4`, `9-12`, `from 9 to 11am`, `2pm till 4`. */
function clockWindowAt(tokens: readonly Token[], index: number, governed: boolean): Parsed<Piece> | null {
  const between = at(tokens, index) === 'between'
  const from = at(tokens, index) === 'from'
  const start = between || from ? index + 1 : index
  const first = clockAt(tokens, start, true)
  if (!first) return null
  const link = at(tokens, first.next)
  if (!(between ? /^(?:and|to|-|–|—|&)$/ : /^(?:to|-|–|—|until|till|til|through)$/).test(link)) return null
  const second = clockAt(tokens, first.next + 1, true)
  if (!second) return null
  const marked =
    first.value.half ||
    second.value.half ||
    first.value.minute ||
    second.value.minute ||
    first.value.exact ||
    second.value.exact
  // "3-5" alone counts things; a window of hours needs a word for it.
  if (!between && !from && !marked && !governed) return null
  if (first.value.hour > 24 || second.value.hour > 24) return null
  return {
    value: { clock: first.value, clockTo: second.value, ...(from && { by: 'from' }) },
    next: second.next,
  }
}

const before12 = (clock: Clock) => clock.half === null && !clock.exact

/** A whole expression of time at this token, as long as it goes; null where none begins. */
export function englishWhenAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  if (!tokens[index] || !mayBegin(tokens, index)) return null
  const single = singleAt(tokens, index)
  if (!single) return null
  return pairOf(tokens, index, single)
}

/** "today or tomorrow", "Monday to Wednesday", "this afternoon or tomorrow morning", "Thursday, Friday at the latest". */
function pairOf(tokens: readonly Token[], index: number, first: Parsed<When>): Parsed<When> {
  const between = first.value.by === 'between'
  let link = at(tokens, first.next)
  let from = first.next + 1
  if (link === ',' && at(tokens, from) === 'or') {
    link = 'or'
    from++
  }
  if (link === 'or' && /^(?:possibly|maybe|perhaps|failing|at|latest)$/.test(at(tokens, from))) from++
  const kind =
    link === 'or'
      ? 'or'
      : /^(?:to|-|–|—|until|till|til|through|thru)$/.test(link)
        ? 'to'
        : between && link === 'and'
          ? 'to'
          : null
  if (!kind || first.value.minutes !== undefined) return late(tokens, first)
  const second = singleAt(tokens, from) ?? (kind === 'to' ? lastDayAt(tokens, from, first.value) : null)
  if (!second || second.value.now) return first
  if (kind === 'or' && second.value.by && !/^(?:on|at|by|in|for|this)$/.test(second.value.by)) return first
  return {
    value: {
      ...first.value,
      start: tokens[index]!.start,
      end: second.value.end,
      to: second.value,
      toIs: kind,
    },
    next: second.next,
  }
}

/** "X, Friday at the latest": the later of the two is the due. */
function late(tokens: readonly Token[], first: Parsed<When>): Parsed<When> {
  if (at(tokens, first.next) !== ',') return first
  const second = singleAt(tokens, first.next + 1)
  if (!second?.value.latest) return first
  return { value: { ...first.value, end: second.value.end, to: second.value, toIs: 'or' }, next: second.next }
}

/** "9 to 12 of June", "April 9th through seventeenth": the second is only a number. */
function lastDayAt(tokens: readonly Token[], index: number, first: When): Parsed<When> | null {
  const day = first.day
  if (day?.is !== 'calendar' && day?.is !== 'ordinal') return null
  const number = monthDayNumber(tokens, index)
  if (!number) return null
  const value: When = {
    start: tokens[index]!.start,
    end: tokens[number.next - 1]!.end,
    by: null,
    day: day.is === 'calendar' ? { ...day, day: number.value } : { is: 'ordinal', day: number.value },
  }
  return { value, next: number.next }
}

function monthDayNumber(tokens: readonly Token[], index: number): Parsed<number> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const token = tokens[start]
  if (token?.kind !== 'number' || token.text.length > 2 || Number(token.text) > 31 || Number(token.text) < 1)
    return null
  const suffix = /^(?:st|nd|rd|th)$/.test(at(tokens, start + 1)) ? 1 : 0
  return { value: Number(token.text), next: start + 1 + suffix }
}

/** How many words here say now; 0 for none. */
function nowLength(tokens: readonly Token[], index: number): number {
  const first = at(tokens, index)
  if (first === 'now') return /^(?:on|that|and|then)$/.test(at(tokens, index + 1)) ? 0 : 1
  if (first === 'right' || first === 'just') return at(tokens, index + 1) === 'now' ? 2 : 0
  if (first !== 'at') return 0
  if (
    is(tokens, index, 'at', 'the', 'moment') ||
    is(tokens, index, 'at', 'this', 'moment') ||
    is(tokens, index, 'at', 'the', 'minute')
  )
    return 3
  if (is(tokens, index, 'at', 'the', 'present', 'time')) return 4
  return is(tokens, index, 'at', 'present') ? 2 : 0
}

function nowAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  const length = nowLength(tokens, index)
  if (!length) return null
  const next = index + length
  return { value: { start: tokens[index]!.start, end: tokens[next - 1]!.end, by: null, now: true }, next }
}

function singleAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  if (!tokens[index]) return null
  const now = nowAt(tokens, index)
  if (now) return now
  const counted = countedAt(tokens, index)
  const lead = counted ? null : leadAt(tokens, index)
  const from = lead?.next ?? index
  const by = lead?.value ?? null
  let piece: Piece = {}
  let next = from
  const window = by === 'between' || by === 'from' ? clockWindowAt(tokens, from - 1, true) : null
  if (window) {
    piece = window.value
    next = window.next
  }
  const governedClock =
    by !== null && by !== 'in' && by !== 'within' && by !== 'over' && by !== 'during' && by !== 'to'
  for (let turn = 0; turn < 6; turn++) {
    const empty = next === from
    // "2026-11-27T15:00"
    const joint = at(tokens, next) === 't' && tokens[next]?.gap === false && tokens[next + 1]?.gap === false
    const start = empty ? next : joint ? next + 1 : skipLinks(tokens, next, piece)
    const found = partOf(tokens, start, piece, empty ? governedClock : true)
    if (!found) break
    if (piece.by === undefined && found.value.by && start > index && !empty) delete found.value.by
    piece = { ...piece, ...found.value }
    next = found.next
  }
  if (next === from) return null
  if (
    piece.part &&
    !piece.day &&
    !piece.clock &&
    !piece.period &&
    !partStands(tokens, index, from, next, piece, by)
  )
    return null
  // A bare "may" or "second" and a lone number without a preposition name no time.
  const when: When = { start: tokens[index]!.start, end: 0, by: by ?? piece.by ?? null, ...piece }
  if (by && piece.by && piece.by !== by) when.by = by
  next = lateDetails(tokens, next, when)
  next = trailers(tokens, next, when)
  when.end = tokens[next - 1]!.end
  return { value: when, next }
}

/** "Oct 26 15:50:06 2016", "two months from today on Tuesday": what belongs to the day but comes behind. */
function lateDetails(tokens: readonly Token[], index: number, when: When): number {
  const { day } = when
  if (when.clock && day?.is === 'calendar' && day.year === undefined) {
    const year = yearAt(tokens, index)
    if (year && tokens[index]?.kind === 'number') {
      when.day = { ...day, year: year.value }
      return year.next
    }
  }
  if (
    !when.clock &&
    (day?.is === 'from' || (day?.is === 'shift' && (day.months > 0 || day.days > 6))) &&
    at(tokens, index) === 'on'
  ) {
    const weekday = weekdayAt(tokens, index + 1, true)
    if (weekday) {
      when.day =
        day.is === 'from'
          ? { ...day, weekday: weekday.value }
          : { is: 'from', base: day, days: 0, months: 0, weekday: weekday.value }
      return weekday.next
    }
  }
  return index
}

/** "by the end of Friday", "end of this Sunday", "end of today". */
function endOfDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  if (at(tokens, start) !== 'end' || at(tokens, start + 1) !== 'of') return null
  const of = at(tokens, start + 2) === 'the' ? start + 3 : start + 2
  const day = nearDayAt(tokens, of) ?? weekdayPieceAt(tokens, of)
  return day?.value.day ? { value: { day: day.value.day, part: 'close' }, next: day.next } : null
}

/** The next part of the same expression. */
function partOf(
  tokens: readonly Token[],
  index: number,
  piece: Piece,
  governed: boolean,
): Parsed<Piece> | null {
  const timed = piece.clock || piece.minutes !== undefined
  if (!timed) {
    const window = clockWindowAt(
      tokens,
      index,
      governed && (piece.day !== undefined || piece.part !== undefined),
    )
    if (window) return window
  }
  if (!piece.day && !piece.period && piece.minutes === undefined) {
    if (is(tokens, index, 'same', 'time') || is(tokens, index, 'the', 'same', 'time')) {
      const start = at(tokens, index) === 'the' ? index + 3 : index + 2
      const day = dayPieceAt(tokens, at(tokens, start) === 'on' ? start + 1 : start)
      return day?.value.day ? { value: { ...day.value, sameTime: true }, next: day.next } : null
    }
    const day = endOfDayAt(tokens, index) ?? dayPieceAt(tokens, index)
    if (day && !(timed && day.value.minutes !== undefined)) return day
    const every = /^(?:every|each)$/.test(at(tokens, index)) ? partAt(tokens, index + 1) : null
    if (every) return { value: { part: every.value, every: true }, next: every.next }
  }
  if (!timed) {
    const clock = clockAt(tokens, index, governed || tonightFollows(tokens, index))
    if (clock) return { value: { clock: clock.value }, next: clock.next }
  }
  if (!piece.part) {
    const start = at(tokens, index) === 'this' || at(tokens, index) === 'the' ? index + 1 : index
    const part = partAt(tokens, start)
    if (part && !(part.value === 'lunch' && at(tokens, start) === 'lunch' && index === start && !governed))
      return {
        value: {
          part: part.value,
          ...(at(tokens, index) === 'this' && { day: piece.day ?? { is: 'shift', days: 0, months: 0 } }),
        },
        next: part.next,
      }
  }
  return null
}

/** "10, tonight": a lone number before "tonight" is a time. */
const tonightFollows = (tokens: readonly Token[], index: number) =>
  tokens[index]?.kind === 'number' &&
  tonight.has(at(tokens, at(tokens, index + 1) === ',' ? index + 2 : index + 1))

/** "morning" alone greets; "in the morning", "first thing", "by lunchtime", "by end of day" are times. */
function partStands(
  tokens: readonly Token[],
  index: number,
  from: number,
  next: number,
  piece: Piece,
  by: string | null,
): boolean {
  const first = at(tokens, from)
  if (piece.every) return true
  if (first === 'first' || first === 'last') return true
  if (piece.part === 'close') return true
  if (by === 'in') return at(tokens, from) === 'the' || next > from + 1
  if (by === 'to' || by === 'for' || by === 'past') return false
  if (by)
    return (
      piece.part !== 'lunch' ||
      by === 'by' ||
      by === 'before' ||
      by === 'at' ||
      by === 'around' ||
      by === 'until' ||
      by === 'after'
    )
  return /^(?:lunchtime|teatime)$/.test(first) && index === from
}

const links =
  /^(?:,|at|on|in|of|by|the|@|around|about|before|for|this|no|from|between|-|–|until|till|til|or|and|after|latest|\()$/

function skipLinks(tokens: readonly Token[], index: number, piece: Piece): number {
  let next = index
  while (
    next < index + 3 &&
    links.test(at(tokens, next)) &&
    !(at(tokens, next) === 'or') &&
    !(at(tokens, next) === 'and')
  ) {
    const text = at(tokens, next)
    // A window or a date of its own begins here.
    if ((text === 'from' || text === 'between') && !piece.clock) break
    if (text === 'the' || text === 'this') break
    if (/^(?:-|–)$/.test(text) && !tokens[next]!.gap) break
    if ((text === 'in' || text === 'for') && /^\d|^(?:a|an|one|two|three|half)$/.test(at(tokens, next + 1))) {
      if (text === 'in') break
    }
    if (text === 'until' || text === 'till' || text === 'til') {
      if (!piece.day || piece.clock) return index
    }
    next++
  }
  return next
}

/** What closes an expression: "at the latest", "your time", "ET", "London time", "or so", "onwards". */
function trailers(tokens: readonly Token[], index: number, when: When): number {
  let next = index
  for (let turn = 0; turn < 4; turn++) {
    const text = at(tokens, next)
    const start = text === '(' || text === ',' ? next + 1 : next
    const word = at(tokens, start)
    if (
      (is(tokens, start, 'at', 'the', 'latest') || is(tokens, start, 'at', 'the', 'very', 'latest')) &&
      text !== '('
    ) {
      when.latest = true
      next = start + (at(tokens, start + 2) === 'very' ? 4 : 3)
    } else if (is(tokens, start, 'at', 'latest')) {
      when.latest = true
      next = start + 2
    } else if (word === 'latest' || word === 'max') {
      when.latest = true
      next = start + 1
    } else if (
      is(tokens, start, 'or', 'so') ||
      is(tokens, start, 'or', 'sooner') ||
      is(tokens, start, 'or', 'earlier') ||
      is(tokens, start, 'or', 'before')
    )
      next = start + 2
    else if (/^(?:onwards|onward|sharp)$/.test(word) && start === next) next = start + 1
    else if (when.clock && /^(?:your|my|our|local|uk|us)$/.test(word) && is(tokens, start + 1, 'time')) {
      if (word === 'your') when.zone = 'yours'
      else if (word === 'uk') when.zone = 'Europe/London'
      next = start + 2
    } else if (when.clock && zoneLetters.has(word) && (tokens[start]!.capital || word.length > 2)) {
      when.zone = zones.get(word)!
      next = at(tokens, start + 1) === 'time' || at(tokens, start + 1) === ')' ? start + 2 : start + 1
    } else if (when.clock && zones.has(word) && /^(?:time|timezone|standard)$/.test(at(tokens, start + 1))) {
      when.zone = zones.get(word)!
      next = at(tokens, start + 1) === 'standard' && is(tokens, start + 2, 'time') ? start + 3 : start + 2
    } else if (
      when.clock &&
      places.has(`${word} ${at(tokens, start + 1)}`) &&
      is(tokens, start + 2, 'time')
    ) {
      when.zone = places.get(`${word} ${at(tokens, start + 1)}`)!
      next = start + 3
    } else if (when.clock && before12(when.clock) && is(tokens, next, 'at', 'night')) {
      when.clock = { ...when.clock, half: 'pm' }
      next += 2
    } else break
    // A day may come behind the zone: "by 5pm your time today", "3pm ET on Friday".
    if (when.zone && !when.day && !when.period) {
      const start2 = skipLinks(tokens, next, when)
      const day = dayPieceAt(tokens, start2)
      if (day?.value.day && day.value.minutes === undefined) {
        Object.assign(when, { day: day.value.day, ...(day.value.part && { part: day.value.part }) })
        next = day.next
      }
    }
  }
  return next
}
