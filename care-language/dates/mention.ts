import { day as dayMs, isoDate, isoSecond, minute as minuteMs } from './civil.ts'
import { type Counting, resolveDay } from './resolveDays.ts'
import type { Clock, Part, When } from './when.ts'

/**
 * What a phrase names: an ISO date, date-time or time, the future reading of an ambiguous one ("at 3" is 15:00, "May 5"
 * the next one). Null for what is no single point: windows, periods, lengths, repetitions, parts of the day.
 */
export function mentionOf(when: When, counting: Counting): string | null {
  if (when.now) return isoSecond(counting.ref)
  if (when.every || when.clockTo || when.minutesTo !== undefined || when.window) return null
  if (
    when.by === 'within' ||
    when.by === 'over' ||
    when.by === 'during' ||
    (when.by === 'for' && (when.day?.is === 'shift' || when.minutes !== undefined))
  )
    return null
  if (when.minutes !== undefined && !when.day)
    return isoSecond(counting.ref + Math.round(when.minutes * 60) * 1000)
  const day = when.day ? resolveDay(when.day, counting) : null
  if (day !== null && Number.isNaN(day)) return null
  if (when.clock) {
    const seconds = secondsOf(when.clock, when.part)
    if (day !== null) return isoSecond(day + (seconds % 86_400) * 1000)
    return isoSecond((seconds % 86_400) * 1000).slice(11)
  }
  if (day === null) return when.part === 'close' && !when.period ? isoSecond(endOfDay(counting.ref)) : null
  if (when.part === 'close') return isoSecond(endOfDay(day))
  if (when.part) return null
  if (when.minutes !== undefined) return isoSecond(day + when.minutes * minuteMs)
  return isoDate(day)
}

const endOfDay = (at: number) => Math.floor(at / dayMs) * dayMs + dayMs - 1000

function secondsOf(clock: Clock, part: Part | undefined): number {
  const { hour, minute, second } = clock
  // Of the two readings of a bare 12 the last is midnight, as that of a bare 3 is 15:00 (K14); a due keeps noon.
  if (hour === 12 && !clock.exact && clock.half === null && part === undefined) return minute * 60 + second
  const half = clock.exact || hour > 12 ? null : (clock.half ?? (part === 'morning' ? 'am' : 'pm'))
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return hours * 3600 + minute * 60 + second
}
