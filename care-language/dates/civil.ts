/** Wall-clock arithmetic. A moment is a number of milliseconds as if its wall clock were UTC: no zone, no locale, no clock. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]` as a moment; NaN when it is neither. */
export const fromIso = (iso: string): number =>
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?/.test(iso)
    ? Date.UTC(
        +iso.slice(0, 4),
        +iso.slice(5, 7) - 1,
        +iso.slice(8, 10),
        +(iso.slice(11, 13) || 0),
        +(iso.slice(14, 16) || 0),
        +(iso.slice(17, 19) || 0),
      )
    : Number.NaN

export const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const isoMinute = (at: number): string => new Date(at).toISOString().slice(0, 16)
export const isoSecond = (at: number): string => new Date(at).toISOString().slice(0, 19)

export const startOfDay = (at: number): number => Math.floor(at / day) * day
/** Monday 0 … Sunday 6. */
export const weekdayOf = (at: number): number => (Math.floor(at / day) + 3) % 7
export const mondayOf = (at: number): number => startOfDay(at) - weekdayOf(at) * day
export const yearOf = (at: number): number => new Date(at).getUTCFullYear()
/** January 0 … December 11. */
export const monthOf = (at: number): number => new Date(at).getUTCMonth()
export const dayOfMonth = (at: number): number => new Date(at).getUTCDate()

/** That day, or NaN when the month has no such day. */
export function dateOf(year: number, month: number, dayNumber: number): number {
  const at = Date.UTC(year, month, dayNumber)
  return dayOfMonth(at) === dayNumber ? at : Number.NaN
}

export const lastOfMonth = (year: number, month: number): number => Date.UTC(year, month + 1, 0)

/** The same day some months on; the month's last day where it is shorter. */
export function addMonths(at: number, months: number): number {
  const year = yearOf(at)
  const month = monthOf(at) + months
  const last = dayOfMonth(lastOfMonth(year, month))
  return Date.UTC(year, month, Math.min(dayOfMonth(at), last)) + (at - startOfDay(at))
}

/** Monday to Friday; counting starts the day after. Holidays are not known here. */
export function addWorkingDays(at: number, count: number): number {
  let result = startOfDay(at)
  const wholeWeeks = Math.max(0, Math.floor(count / 5) - 1)
  result += wholeWeeks * 7 * day
  for (let left = count - wholeWeeks * 5; left > 0; ) {
    result += day
    if (weekdayOf(result) < 5) left--
  }
  return result
}

/** Easter Sunday (Gregorian; the anonymous algorithm, Meeus 1991). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) - Math.floor(b / 4)
  const h = (19 * a + e + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}
