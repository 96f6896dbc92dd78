import { day as dayMs, isoDate, minute as minuteMs, startOfDay, weekdayOf } from './civil.ts'

/** When the office is there: opening hours per weekday, 0 = Sunday as companies store them, and days it is shut, `YYYY-MM-DD`. */
export interface OfficeHours {
  hours: readonly ({ from: string; to: string } | null)[]
  holidays?: readonly string[]
}

/** How far ahead an open day is looked for: beyond it nobody is there at all. */
const furthest = 400

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Opening and closing of that day in minutes from midnight; null on a day nobody is there. */
function shiftOf(at: number, office: OfficeHours): { from: number; to: number } | null {
  const hours = office.hours[(weekdayOf(at) + 1) % 7]
  if (!hours || office.holidays?.includes(isoDate(at))) return null
  return { from: minutesOf(hours.from), to: minutesOf(hours.to) }
}

export const isOpenOn = (at: number, office: OfficeHours): boolean => shiftOf(at, office) !== null

/** When the office closes that day, in minutes from midnight; null on a day it is shut. */
export const closesOn = (at: number, office: OfficeHours): number | null => shiftOf(at, office)?.to ?? null

/** That many days of ours later; counting starts the day after. */
export function addOpenDays(at: number, count: number, office: OfficeHours): number {
  let result = startOfDay(at)
  let left = count
  for (let looked = 0; left > 0 && looked < furthest; looked++) {
    result += dayMs
    if (isOpenOn(result, office)) left--
  }
  return left > 0 ? Number.NaN : result
}

/** That many minutes of our hours later: "within four business hours" said at four is noon of the next day. */
export function addOpenMinutes(at: number, minutes: number, office: OfficeHours): number {
  let left = minutes
  for (let day = startOfDay(at), looked = 0; looked < furthest; day += dayMs, looked++) {
    const shift = shiftOf(day, office)
    if (!shift) continue
    const begin = Math.max(at, day + shift.from * minuteMs)
    const rest = (day + shift.to * minuteMs - begin) / minuteMs
    if (rest <= 0) continue
    if (left <= rest) return begin + left * minuteMs
    left -= rest
  }
  return Number.NaN
}

/** `office` as a caller gives it, or null where it says nothing: no day open at all would count for ever. */
export const officeOf = (office: OfficeHours | undefined): OfficeHours | null =>
  office?.hours.some((one) => one !== null) ? office : null
