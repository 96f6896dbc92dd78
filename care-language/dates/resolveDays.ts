import {
  addMonths,
  addWorkingDays,
  dateOf,
  day as dayMs,
  lastOfMonth,
  mondayOf,
  monthOf,
  startOfDay,
  weekdayOf,
  yearOf,
} from './civil.ts'
import { feastOf, nthWeekday } from './feasts.ts'
import { addOpenDays, type OfficeHours } from './office.ts'
import type { Day, Period } from './when.ts'

/** What a day is counted from, and by which of two habits. */
export interface Counting {
  /** Wall clock of the moment it is said, in milliseconds. */
  ref: number
  /**
   * `ledger`: what a promise means ("Friday" said on a Friday is the next one, "this Friday" the coming one).
   * `mention`: what a date names, its future reading ("Friday" may be today, "this Friday" is the one of this week).
   */
  reading: 'ledger' | 'mention'
  /** 3/4 is March 4. */
  monthFirst: boolean
  /** The office's days and hours where they are known: working days are then its own. */
  office?: OfficeHours | null
  /** The date named just before, for "the same day"; null where none was. */
  told: number | null
}

/** The day as a moment at its midnight; NaN where there is no such day. */
export function resolveDay(day: Day, counting: Counting): number {
  const { ref } = counting
  const today = startOfDay(ref)
  switch (day.is) {
    case 'shift':
      return shifted(ref, day.days, day.months, day.working, counting.office)
    case 'weekday':
      return weekdayDay(day, counting)
    case 'ordinal':
      return ordinalDay(day, counting)
    case 'calendar':
      return calendarDay(day, counting)
    case 'nth': {
      if (day.month === undefined)
        return nthWeekday(yearOf(ref), monthOf(ref) + (day.months ?? 0), day.weekday, day.nth)
      const here = nthWeekday(day.year ?? yearOf(ref), day.month, day.weekday, day.nth)
      return day.year || here >= today ? here : nthWeekday(yearOf(ref) + 1, day.month, day.weekday, day.nth)
    }
    case 'feast': {
      const of = (year: number) => feastOf(day.feast, year)
      if (day.year) return of(day.year)
      const here = of(yearOf(ref))
      if (day.which === 'next')
        return of(yearOf(ref) + (here >= today ? (counting.reading === 'mention' ? 1 : 0) : 1))
      return here >= today || day.which === 'this' ? here : of(yearOf(ref) + 1)
    }
    case 'from': {
      const base = resolveDay(day.base, counting)
      if (Number.isNaN(base)) return base
      const moved = shifted(base, day.days, day.months, day.working, counting.office)
      if (day.inWeek) return mondayOf(moved) + day.weekday! * dayMs
      return day.weekday === undefined ? moved : moved + ((day.weekday - weekdayOf(moved) + 7) % 7) * dayMs
    }
    case 'told':
      return counting.told === null
        ? day.days < 0
          ? Number.NaN
          : today + day.days * dayMs
        : startOfDay(counting.told) + day.days * dayMs
    case 'endOf':
      return resolvePeriod(day.period, counting)
    case 'startOf':
      return startOfPeriod(resolvePeriod(day.period, counting), day.period.is === 'year')
  }
}

const startOfPeriod = (at: number, year: boolean): number => dateOf(yearOf(at), year ? 0 : monthOf(at), 1)

function shifted(
  from: number,
  days: number,
  months: number,
  working?: boolean,
  office?: OfficeHours | null,
): number {
  const start = startOfDay(from)
  if (working)
    return office ? addOpenDays(start, Math.ceil(days), office) : addWorkingDays(start, Math.ceil(days))
  return startOfDay(addMonths(start, Math.trunc(months)) + Math.round(days) * dayMs)
}

function weekdayDay(day: Day & { is: 'weekday' }, { ref, reading, told }: Counting): number {
  const today = startOfDay(ref)
  if (day.which === 'told' && told !== null && told >= today)
    return told + ((day.weekday - weekdayOf(told) + 7) % 7 || 7) * dayMs
  const monday = mondayOf(ref)
  const ahead = (day.weekday - weekdayOf(ref) + 7) % 7
  const strict = today + (ahead || 7) * dayMs
  const plus = day.plus * dayMs
  if (day.which === 'next') return monday + (7 + day.weekday) * dayMs + plus
  if (day.which === 'last') return monday + (day.weekday - 7) * dayMs + plus
  if (day.which === 'coming' || day.which === 'told' || reading === 'ledger') return strict + plus
  if (day.which === 'this') return monday + day.weekday * dayMs + plus
  return today + ahead * dayMs + plus
}

function ordinalDay(day: Day & { is: 'ordinal' }, { ref, reading }: Counting): number {
  const today = startOfDay(ref)
  // "the 12th of last month" names its month, past or not.
  if (day.months !== undefined && day.weekday === undefined && day.months !== 0)
    return dateOf(yearOf(ref), monthOf(ref) + day.months, day.day)
  // "tues the 4th" of this month may be over.
  const here = dateOf(yearOf(ref), monthOf(ref), day.day)
  if (reading === 'mention' && day.weekday !== undefined && !day.months && weekdayOf(here) === day.weekday)
    return here
  let plain = Number.NaN
  const reach = day.weekday === undefined ? 12 : reading === 'mention' ? 60 : 12
  for (let ahead = day.months ?? 0; ahead <= reach; ahead++) {
    const date = dateOf(yearOf(ref), monthOf(ref) + ahead, day.day)
    if (!(date >= today)) continue
    if (day.weekday === undefined || weekdayOf(date) === day.weekday) {
      // A weekday that fits only months from now is a slip of the pen: take the next such day.
      return reading === 'ledger' && !Number.isNaN(plain) && date - plain > 62 * dayMs ? plain : date
    }
    if (Number.isNaN(plain)) plain = date
  }
  return plain
}

function calendarDay(day: Day & { is: 'calendar' }, { ref, reading, monthFirst }: Counting): number {
  const today = startOfDay(ref)
  let { month, day: date } = day
  // Parsed as month/day; the other order where the zone writes so, or the weekday or the calendar say so.
  if (day.swap && !monthFirst) [month, date] = [date - 1, month + 1]
  if (day.swap && day.weekday !== undefined && day.year === undefined) {
    const asRead = inYear(month, date, today)
    const turned = inYear(date - 1, month + 1, today)
    if (weekdayOf(asRead) !== day.weekday && weekdayOf(turned) === day.weekday && reading === 'ledger')
      [month, date] = [date - 1, month + 1]
  }
  if (day.year !== undefined) return dateOf(day.year, month, date)
  const here = dateOf(yearOf(ref), month, date)
  if (day.which === 'this') return here
  if (day.which === 'next') return dateOf(yearOf(ref) + 1, month, date)
  if (day.which === 'last') return dateOf(yearOf(ref) - 1, month, date)
  return inYear(month, date, today)
}

/** The next such day on or after today. */
function inYear(month: number, date: number, today: number): number {
  for (let ahead = 0; ahead < 9; ahead++) {
    const at = dateOf(yearOf(today) + ahead, month, date)
    if (at >= today) return at
    if (month !== 1 && ahead > 1) break
  }
  return Number.NaN
}

/** The last day of a period: what is promised within it is due then (PROMISE-CONVENTIONS, range-end). */
export function resolvePeriod(period: Period, counting: Counting): number {
  const { ref } = counting
  const today = startOfDay(ref)
  switch (period.is) {
    case 'week': {
      const from = period.told && counting.told !== null ? counting.told : ref
      const monday = mondayOf(from) + period.weeks * 7 * dayMs
      if (period.edge === 'start') return monday + dayMs
      if (period.edge === 'middle') return monday + 2 * dayMs
      const friday = monday + 4 * dayMs
      // Said at a weekend, "this week" can only end with it.
      return friday < today && period.weeks === 0 ? monday + 6 * dayMs : friday
    }
    case 'weekOf':
      return mondayOf(resolveDay(period.day, counting)) + 4 * dayMs
    case 'weekend':
      return mondayOf(ref) + (6 + 7 * period.weeks) * dayMs
    case 'month':
      return endOfMonth(period, ref)
    case 'year': {
      const year = period.year ?? yearOf(ref) + (period.years ?? 0)
      return period.edge === 'start'
        ? dateOf(year, 0, 31)
        : period.edge === 'middle'
          ? dateOf(year, 5, 30)
          : dateOf(year, 11, 31)
    }
    case 'quarter': {
      const month = period.quarter * 3 - 1
      const end = lastOfMonth(period.year ?? yearOf(ref), month)
      return period.year || end >= today ? end : lastOfMonth(yearOf(ref) + 1, month)
    }
    case 'span':
      return shifted(ref, period.days, period.months, period.working, counting.office)
    case 'other':
      return Number.NaN
  }
}

function endOfMonth(
  period: { months?: number; month?: number; year?: number; edge: string },
  ref: number,
): number {
  let year = period.year ?? yearOf(ref)
  let month = period.month ?? monthOf(ref) + (period.months ?? 0)
  const end = () =>
    period.edge === 'middle'
      ? Date.UTC(year, month, 15)
      : period.edge === 'start'
        ? Date.UTC(year, month, 10)
        : lastOfMonth(year, month)
  if (period.month !== undefined && period.year === undefined && end() < startOfDay(ref)) year++
  if (month > 11) {
    year += Math.floor(month / 12)
    month %= 12
  }
  return end()
}
