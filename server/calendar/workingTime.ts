import { Temporal } from 'temporal-polyfill'
import type { Company } from '#server/team/company.ts'

/** When somebody is there: opening hours per weekday (0 = Sunday) in one time zone, without the days that are none. */
export interface WorkingTime extends Pick<Company, 'timeZone' | 'hours'> {
  /** Days on which the company is closed, by their ISO date: what the day is called. */
  holidays?: Readonly<Record<string, string>>
  /** Days on which one person is away, both ends included. */
  away?: readonly { from: string; to: string }[]
}

export interface Shift {
  from: Date
  to: Date
}

/** Further away than this nobody is there at all; a leave of a season is still looked over. */
const farthest = 190
/** What an opening must leave to do something about a promise. */
const timeToAct = 2 * 3_600_000

/** The first moment somebody is there, at or after `at`; null when the company never opens. */
export function nextOpen(at: Date, when: WorkingTime): Date | null {
  for (const shift of shifts(at, when, 1)) if (shift.to > at) return shift.from > at ? shift.from : at
  return null
}

/** Every stretch of the days from that of `from` on in which somebody is there; the first may have begun already. */
export function openings(from: Date, days: number, when: WorkingTime): Shift[] {
  const today = zonedOf(from, when.timeZone).toPlainDate()
  return Array.from({ length: days }, (_, day) => shiftOn(today.add({ days: day }), when)).filter(
    (shift): shift is Shift => shift !== null && shift.to > from,
  )
}

/** The last stretch in which somebody was there, ending at or before `at`. */
export function lastShift(at: Date, when: WorkingTime): Shift | null {
  for (const shift of shifts(at, when, -1))
    if (shift.from < at) return { ...shift, to: shift.to < at ? shift.to : at }
  return null
}

/** Whether somebody is there; the moment of closing still counts, for "by 17:00" is a good promise. */
export const isOpenAt = (at: Date, when: WorkingTime): boolean => {
  const shift = lastShift(new Date(at.getTime() + 1), when)
  return shift !== null && shift.from <= at && shift.to >= at
}

/**
 * The good time nearest to `at`: itself in opening time, else the closing before or two hours into the opening after, whichever
 * is nearer and not before `earliest`. Null when the company never opens.
 */
export function nearestGood(at: Date, earliest: Date, when: WorkingTime): Date | null {
  if (at >= earliest && isOpenAt(at, when)) return at
  const from = at > earliest ? at : earliest
  const before = lastShift(at, when)?.to ?? null
  const opening = nextOpen(from, when)
  const after = opening && (opening > from ? intoShift(opening, when) : opening)
  if (!before || before < earliest) return after
  if (!after) return before
  return at.getTime() - before.getTime() <= after.getTime() - at.getTime() ? before : after
}

function intoShift(opening: Date, when: WorkingTime): Date {
  const acted = new Date(opening.getTime() + timeToAct)
  return isOpenAt(acted, when) ? acted : (lastShift(acted, when)?.to ?? acted)
}

/** The moment after a number of opening days: as late in the day as `at` is, or at closing, counting only days that open. */
export function addWorkingDays(at: Date, days: number, when: WorkingTime): Date {
  const zoned = zonedOf(at, when.timeZone)
  let left = days
  for (let day = 1; day <= farthest && left > 0; day++) {
    const shift = shiftOn(zoned.toPlainDate().add({ days: day }), when)
    if (!shift || --left > 0) continue
    const same = new Date(zoned.add({ days: day }).epochMilliseconds)
    return same < shift.from ? shift.from : same > shift.to ? shift.to : same
  }
  return new Date(zoned.add({ days }).epochMilliseconds)
}

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export const dayOf = (at: Date, timeZone: string): string => zonedOf(at, timeZone).toPlainDate().toString()

/** The moment a day begins in a zone. */
export const startOf = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)

/** The last moment of a person's present day, or of a day that follows it, in their zone. */
export const endOfDay = (now: Date, timeZone: string, days = 1): Date =>
  new Date(zonedOf(now, timeZone).startOfDay().add({ days }).epochMilliseconds)

export const isAway = (day: string, away: WorkingTime['away'] = []): boolean =>
  away.some(({ from, to }) => from <= day && day <= to)

const zonedOf = (at: Date, timeZone: string) =>
  Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone)

/** Shifts by the wall clock of the company, day by day from that of `at`: clocks that change move their instants, not their hours. */
export function* shifts(at: Date, when: WorkingTime, step: 1 | -1): Generator<Shift> {
  const today = zonedOf(at, when.timeZone).toPlainDate()
  for (let day = 0; day <= farthest; day++) {
    const shift = shiftOn(today.add({ days: day * step }), when)
    if (shift) yield shift
  }
}

function shiftOn(date: Temporal.PlainDate, when: WorkingTime): Shift | null {
  const open = when.hours[date.dayOfWeek % 7]
  if (!open) return null
  const day = date.toString()
  if (when.holidays?.[day] !== undefined || isAway(day, when.away)) return null
  const moment = (time: string) => {
    const [hour, minute] = time.split(':').map(Number) as [number, number]
    const plain =
      hour === 24 ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime({ hour, minute })
    return new Date(plain.toZonedDateTime(when.timeZone).epochMilliseconds)
  }
  return { from: moment(open.from), to: moment(open.to) }
}
