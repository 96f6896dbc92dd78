import { Temporal } from 'temporal-polyfill'

const days = { tuesday: 2, sunday: 7 }

/**
 * The next such day at a time of Lisbon's, never today: whatever day, hour and season it is where the tests run, it lies ahead
 * and the wall there shows what the test says.
 */
export function nextDay(now: Date, weekday: keyof typeof days, time: string): Date {
  let day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Lisbon')
    .add({ days: 1 })
  while (day.dayOfWeek !== days[weekday]) day = day.add({ days: 1 })
  return new Date(day.withPlainTime(time).epochMilliseconds)
}
