import { Temporal } from 'temporal-polyfill'

/** An instant, RFC 3339 in UTC with milliseconds: sorts as text. */
export type Instant = string

/**
 * The moments of a story, told from "now", so that it holds on a Sunday, on New Year's Day and in the hour the clocks
 * change. Workdays are Monday to Friday; people are awake from seven to nine in the evening, on every day.
 */
export interface When {
  now: Instant
  timeZone: string
  /** So many workdays before today, at a time of day. */
  ago(days: number, time: string): Instant
  /** So many workdays after today, at a time of day. */
  ahead(days: number, time: string): Instant
  /** So many waking minutes before now: at 07:10, half an hour ago is yesterday at 20:40. */
  lately(minutes: number): Instant
  /** Today at a time of day or, when that is past or too near, as soon after now as one can still keep. */
  today(time: string): Instant
}

/** How a person who writes at `written` names another moment. */
export interface Words {
  /** `by 15:00 today`, `by 15:00 on Friday`, `by 15:00 on Friday 4 December`. */
  by(at: Instant): string
  /** `today at 15:00`, `on Friday at 15:00`. */
  on(at: Instant): string
  /** `yesterday`, `today`, `tomorrow`, `on Friday`, `on Friday 4 December`. */
  day(at: Instant): string
  /** `Friday`. */
  weekday(at: Instant): string
  /** `4 December`. */
  date(at: Instant): string
  /** `December`. */
  month(at: Instant): string
  /** `15:00`, or `midnight` for the last second of a day. */
  clock(at: Instant): string
}

const wakes = Temporal.PlainTime.from('07:00')
const sleeps = Temporal.PlainTime.from('21:00')
const lastSecond = Temporal.PlainTime.from('23:59:59')

const instant = (at: Temporal.ZonedDateTime): Instant => new Date(at.epochMilliseconds).toISOString()
const local = (at: Instant, timeZone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)

/** Moments as seen from `now` in a time zone. */
export function whenFrom(now: Instant, timeZone: string): When {
  const here = local(now, timeZone)
  const workday = (days: number) => {
    let at = here
    for (let left = Math.abs(days); left > 0; ) {
      at = at.add({ days: Math.sign(days) })
      if (at.dayOfWeek <= 5) left--
    }
    return at
  }
  const on = (at: Temporal.ZonedDateTime, time: string) =>
    instant(at.withPlainTime(Temporal.PlainTime.from(time)))
  return {
    now,
    timeZone,
    ago: (days, time) => on(workday(-days), time),
    ahead: (days, time) => on(workday(days), time),
    lately: (minutes) => instant(awakeBefore(here, minutes)),
    today: (time) => {
      const wanted = here.withPlainTime(Temporal.PlainTime.from(time))
      if (wanted.epochMilliseconds - here.epochMilliseconds >= 30 * 60_000) return instant(wanted)
      const soon = here.add({ minutes: 45 }).round({
        smallestUnit: 'minute',
        roundingIncrement: 15,
        roundingMode: 'ceil',
      })
      const isToday = soon.toPlainDate().equals(here.toPlainDate())
      return instant(isToday ? soon : here.withPlainTime(lastSecond))
    },
  }
}

function awakeBefore(from: Temporal.ZonedDateTime, minutes: number): Temporal.ZonedDateTime {
  let at = from.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  for (let left = minutes; ; ) {
    const time = at.toPlainTime()
    if (Temporal.PlainTime.compare(time, sleeps) > 0) at = at.withPlainTime(sleeps)
    if (Temporal.PlainTime.compare(time, wakes) < 0) at = at.subtract({ days: 1 }).withPlainTime(sleeps)
    const here = at.toPlainTime().since(wakes).total('minutes')
    if (left <= here) return at.subtract({ minutes: left })
    left -= here
    at = at.subtract({ days: 1 }).withPlainTime(sleeps)
  }
}

/** The words of somebody who writes at `written`; a weekday alone is always one of the next six days. */
export function wordsAt(written: Instant, timeZone: string): Words {
  const page = local(written, timeZone).toPlainDate()
  const apart = (at: Instant) => local(at, timeZone).toPlainDate().since(page).total('days')
  const weekday = (at: Instant) => weekdays[local(at, timeZone).dayOfWeek - 1]!
  const month = (at: Instant) => months[local(at, timeZone).month - 1]!
  const date = (at: Instant) => `${local(at, timeZone).day} ${month(at)}`
  const clock = (at: Instant) => {
    const time = local(at, timeZone).toPlainTime()
    return time.equals(lastSecond) ? 'midnight' : time.toString({ smallestUnit: 'minute' })
  }
  const day = (at: Instant) => {
    const days = apart(at)
    if (days === -1) return 'yesterday'
    if (days === 0) return 'today'
    if (days === 1) return 'tomorrow'
    return Math.abs(days) < 7 ? `on ${weekday(at)}` : `on ${weekday(at)} ${date(at)}`
  }
  return {
    by: (at) => `by ${clock(at)} ${day(at)}`,
    on: (at) => `${day(at)} at ${clock(at)}`,
    day,
    weekday,
    date,
    month,
    clock,
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
