import type { Token } from '../tokens.ts'
import { feastAt, namedDateAt, numericDateAt, weekdayAt } from './calendarDays.ts'
import { clockAt, partAt } from './clockTimes.ts'
import { tonight } from './english.ts'
import {
  edgeDayAt,
  monthDayAt,
  monthThenDayAt,
  nearDayAt,
  nthWeekdayAt,
  toldDayAt,
  weekdayFromAt,
  weekdayPieceAt,
  weekdaysAgoAt,
  weekThenDayAt,
} from './namedDays.ts'
import { at, cardinalAt, is, type Parsed } from './numbers.ts'
import { periodAt } from './periods.ts'
import { countedAt, type Piece } from './relativeDays.ts'

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

export const dayPieceAt = (tokens: readonly Token[], index: number): Parsed<Piece> | null => {
  const plain = (day: Parsed<NonNullable<Piece['day']>> | null) =>
    day && { value: { day: day.value }, next: day.next }
  return (
    plain(namedDateAt(tokens, index)) ??
    plain(numericDateAt(tokens, index)) ??
    nthWeekdayAt(tokens, index) ??
    edgeDayAt(tokens, index) ??
    weekdayFromAt(tokens, index) ??
    weekdaysAgoAt(tokens, index) ??
    monthThenDayAt(tokens, index) ??
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
export function clockWindowAt(
  tokens: readonly Token[],
  index: number,
  governed: boolean,
): Parsed<Piece> | null {
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

/** "by the end of Friday", "end of this Sunday", "end of today". */
function endOfDayAt(tokens: readonly Token[], index: number): Parsed<Piece> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  if (at(tokens, start) !== 'end' || at(tokens, start + 1) !== 'of') return null
  const of = at(tokens, start + 2) === 'the' ? start + 3 : start + 2
  const day = nearDayAt(tokens, of) ?? weekdayPieceAt(tokens, of)
  return day?.value.day ? { value: { day: day.value.day, part: 'close' }, next: day.next } : null
}

/** The next part of the same expression. */
export function partOf(
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
  // "Friday pm", "tomorrow AM": a half of a day that is named.
  if (!piece.part && !timed && piece.day && /^(?:am|pm)$/.test(at(tokens, index)))
    return { value: { part: at(tokens, index) === 'am' ? 'morning' : 'afternoon' }, next: index + 1 }
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
const tonightFollows = (tokens: readonly Token[], index: number) => {
  if (tokens[index]?.kind === 'number')
    return tonight.has(at(tokens, at(tokens, index + 1) === ',' ? index + 2 : index + 1))
  // "nine forty five tonight"
  let next = index
  for (let turn = 0; turn < 3; turn++) {
    const number = cardinalAt(tokens, next)
    if (!number) break
    next = number.next
  }
  return next > index && tonight.has(at(tokens, next))
}

/** "morning" alone greets; "in the morning", "first thing", "by lunchtime", "by end of day" are times. */
export function partStands(
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
