import { Temporal } from 'temporal-polyfill'

/** The clock on the wall of a zone, `YYYY-MM-DDTHH:MM`: what care language counts times from. */
export const wallClock = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** The moment of a due time as care language tells it; a day without a time means its end of work. */
export const dueMoment = (due: string, timeZone: string): Date =>
  new Date(
    Temporal.PlainDateTime.from(due.length > 10 ? due : `${due}T17:00`).toZonedDateTime(timeZone)
      .epochMilliseconds,
  )
