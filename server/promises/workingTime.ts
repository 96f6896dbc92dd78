import { Temporal } from 'temporal-polyfill'
import type { Company } from '#server/team/company.ts'

/** When somebody is there: opening hours per weekday (0 = Sunday) in one time zone. */
export type WorkingTime = Pick<Company, 'timeZone' | 'hours'>

interface Shift {
  from: Date
  to: Date
}

/** Further away than this a company is simply closed. */
const farthest = 14

/** The first moment somebody is there, at or after `at`; null when the company never opens. */
export function nextOpen(at: Date, when: WorkingTime): Date | null {
  for (const shift of shifts(at, when, 1)) if (shift.to > at) return shift.from > at ? shift.from : at
  return null
}

/** The last stretch in which somebody was there, ending at or before `at`. */
export function lastShift(at: Date, when: WorkingTime): Shift | null {
  for (const shift of shifts(at, when, -1))
    if (shift.from < at) return { ...shift, to: shift.to < at ? shift.to : at }
  return null
}

/** Shifts by the wall clock of the company, day by day from that of `at`: clocks that change move their instants, not their hours. */
function* shifts(at: Date, { timeZone, hours }: WorkingTime, step: 1 | -1): Generator<Shift> {
  const today = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate()
  // One day more on the near side: what is today here may be yesterday's shift for nobody, but costs nothing to look at.
  for (let day = 0; day <= farthest; day++) {
    const date = today.add({ days: day * step })
    const open = hours[date.dayOfWeek % 7]
    if (!open) continue
    const moment = (time: string) => {
      const [hour, minute] = time.split(':').map(Number) as [number, number]
      const plain =
        hour === 24 ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime({ hour, minute })
      return new Date(plain.toZonedDateTime(timeZone).epochMilliseconds)
    }
    yield { from: moment(open.from), to: moment(open.to) }
  }
}
