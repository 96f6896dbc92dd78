import type { Token } from '../tokens.ts'
import { weekdayAt } from './calendarDays.ts'
import { places, zoneLetters, zones } from './english.ts'
import { at, is, yearAt } from './numbers.ts'
import { dayPieceAt } from './pieces.ts'
import type { Piece } from './relativeDays.ts'
import type { Clock, When } from './when.ts'

const links =
  /^(?:,|at|on|in|of|by|the|@|around|about|before|for|this|no|from|between|-|–|until|till|til|or|and|after|latest|\()$/

export function skipLinks(tokens: readonly Token[], index: number, piece: Piece): number {
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
export function trailers(tokens: readonly Token[], index: number, when: When): number {
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

const before12 = (clock: Clock) => clock.half === null && !clock.exact

/** "Oct 26 15:50:06 2016", "two months from today on Tuesday": what belongs to the day but comes behind. */
export function lateDetails(tokens: readonly Token[], index: number, when: When): number {
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
