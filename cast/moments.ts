import { Temporal } from 'temporal-polyfill'

/** The company's zone; the story's days are its days. */
export const zone = 'Europe/Lisbon'

/** Moments of the story, told from "now" in working days, so that it holds on a Sunday and on New Year's Day too. */
export interface Moments {
  /** So many working days back (or ahead, negative), at a time of day; never after now when in the past. */
  ago(days: number, time: string): Date
  ahead(days: number, time: string): Date
  /** Hours before now, also at night. */
  hoursAgo(hours: number): Date
  hoursAhead(hours: number): Date
  /** "Friday at 15:00", as people say it. */
  say(at: Date): string
  /** "Friday" alone. */
  day(at: Date): string
}

export function momentsFrom(now: Date): Moments {
  const here = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone)
  const isWorking = (date: Temporal.ZonedDateTime) => date.dayOfWeek <= 5
  const step = (days: number): Temporal.ZonedDateTime => {
    let at = here
    for (let left = Math.abs(days); left > 0; ) {
      at = at.add({ days: Math.sign(days) })
      if (isWorking(at)) left--
    }
    return at
  }
  const at = (days: number, time: string) =>
    new Date(step(days).withPlainTime(Temporal.PlainTime.from(time)).epochMilliseconds)
  const local = (date: Date) => Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO(zone)
  return {
    ago: (days, time) => {
      const moment = at(-days, time)
      return moment < now ? moment : new Date(now.getTime() - (days + 1) * 20 * 60_000)
    },
    ahead: (days, time) => {
      const moment = at(days, time)
      return moment > now ? moment : new Date(now.getTime() + 2 * 3_600_000)
    },
    hoursAgo: (hours) => new Date(now.getTime() - hours * 3_600_000),
    hoursAhead: (hours) => new Date(Math.ceil((now.getTime() + hours * 3_600_000) / 900_000) * 900_000),
    say: (date) =>
      `${weekday(local(date).dayOfWeek)} at ${local(date).toPlainTime().toString({ smallestUnit: 'minute' })}`,
    day: (date) => weekday(local(date).dayOfWeek),
  }
}

const weekday = (day: number) =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][day - 1]!
