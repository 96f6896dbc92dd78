import { Temporal } from 'temporal-polyfill'

/** The last moment of a person's present day, in their zone. */
export const endOfDay = (now: Date, timeZone: string): Date =>
  new Date(
    Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 })
      .epochMilliseconds,
  )
