import { dateOf, day, easter, weekdayOf } from './civil.ts'

const fixed: Record<string, [month: number, day: number]> = {
  'new-year': [0, 1],
  'new-years-eve': [11, 31],
  'christmas-eve': [11, 24],
  christmas: [11, 25],
  'boxing-day': [11, 26],
  halloween: [9, 31],
  'bonfire-night': [10, 5],
  valentine: [1, 14],
  patrick: [2, 17],
  independence: [6, 4],
  veterans: [10, 11],
  workers: [4, 1],
  fools: [3, 1],
  earth: [3, 22],
  groundhog: [1, 2],
  epiphany: [0, 6],
  burns: [0, 25],
  australia: [0, 26],
  david: [2, 1],
  women: [2, 8],
  george: [3, 23],
  anzac: [3, 25],
  'cinco-de-mayo': [4, 5],
  juneteenth: [5, 19],
  midsummer: [5, 24],
  canada: [6, 1],
  bastille: [6, 14],
  'all-saints': [10, 1],
  'all-souls': [10, 2],
  armistice: [10, 11],
  andrew: [10, 30],
  nicholas: [11, 6],
}
/** Days counted from Easter Sunday. */
const movable: Record<string, number> = {
  easter: 0,
  'good-friday': -2,
  'easter-monday': 1,
  'ash-wednesday': -46,
  'palm-sunday': -7,
  pentecost: 49,
  'shrove-tuesday': -47,
  'maundy-thursday': -3,
  ascension: 39,
  'whit-monday': 50,
}
/** The nth weekday of a month; -1 is the last. Monday 0. */
const counted: Record<string, [month: number, weekday: number, nth: number, plus?: number]> = {
  thanksgiving: [10, 3, 4],
  'black-friday': [10, 3, 4, 1],
  'cyber-monday': [10, 3, 4, 4],
  labor: [8, 0, 1],
  memorial: [4, 0, -1],
  king: [0, 0, 3],
  presidents: [1, 0, 3],
  columbus: [9, 0, 2],
  mothers: [4, 6, 2],
  fathers: [5, 6, 3],
  'early-may': [4, 0, 1],
  'late-may': [4, 0, -1],
  'late-august': [7, 0, -1],
}

/** The nth weekday of a month, as a moment. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = Date.UTC(year, month, 1)
    return first + (((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7) * day
  }
  const last = Date.UTC(year, month + 1, 0)
  return last - ((weekdayOf(last) - weekday + 7) % 7) * day
}

/** The day of a feast in a year; NaN for one it does not know. */
export function feastOf(feast: string, year: number): number {
  const date = fixed[feast]
  if (date) return dateOf(year, date[0], date[1])
  const shift = movable[feast]
  if (shift !== undefined) return easter(year) + shift * day
  const rule = counted[feast]
  return rule ? nthWeekday(year, rule[0], rule[1], rule[2]) + (rule[3] ?? 0) * day : Number.NaN
}
