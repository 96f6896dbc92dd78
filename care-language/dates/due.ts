import { day as dayMs, hour as hourMs, isoDate, isoMinute, minute as minuteMs, startOfDay } from './civil.ts'
import { addElapsed, inZone } from './clocks.ts'
import { addOpenMinutes, closesOn, isOpenOn, type OfficeHours } from './office.ts'
import { type Counting, resolveDay, resolvePeriod } from './resolveDays.ts'
import type { Clock, Part, When } from './when.ts'

/** When a promise falls due: local wall clock, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, and of which kind the time is. */
export interface DueTime {
  due: string
  kind: 'instant' | 'date' | 'range-end'
}

export interface DueContext {
  ref: number
  tz: string
  monthFirst: boolean
  told: number | null
  /** The office's hours and holidays, where the caller knows them. */
  office?: OfficeHours | null
  /** Closing time in minutes from midnight, where the text gives one. */
  closes: number | null
  /** The zone of "your time", where the text names the customer's place. */
  theirZone: string | null
}

/** PROMISE-CONVENTIONS: morning 12:00, lunchtime 13:00, afternoon 17:00, evening 21:00, close of business 17:00. */
const partEnds: Record<Part, number> = { morning: 12, lunch: 13, afternoon: 17, evening: 21, close: 17 }
const partMinutes = (part: Part, context: DueContext, on: number): number => {
  if (part !== 'close') return partEnds[part] * 60
  return context.closes ?? (context.office ? closesOn(on, context.office) : null) ?? partEnds.close * 60
}

/** The due of a time by the conventions of the promise ledger; null where it fixes none ("right now", "three days ago"). */
export function resolveDue(when: When, context: DueContext): DueTime | null {
  const moment = momentOf(when, context)
  if (!moment || !Number.isFinite(moment.at)) return null
  const timed = moment.timed
  const at = when.zone && timed ? zoned(moment.at, when.zone, context) : moment.at
  if (!(at > -62_000_000_000_000 && at < 253_000_000_000_000)) return null
  return {
    due: timed ? isoMinute(at) : isoDate(at),
    kind: moment.range ? 'range-end' : timed ? 'instant' : 'date',
  }
}

const zoned = (at: number, zone: string, context: DueContext) => {
  const from = zone === 'yours' ? context.theirZone : zone
  return from ? inZone(at, from, context.tz) : at
}

interface Moment {
  at: number
  timed: boolean
  range: boolean
}

function momentOf(when: When, context: DueContext): Moment | null {
  if (when.now || when.by === 'ago' || when.by === 'since') return null
  if (when.to) {
    const second = momentOf(inherit(when, when.to), context)
    if (!second) return momentOf({ ...when, to: undefined }, context)
    const first = momentOf({ ...when, to: undefined }, context)
    const later = first && first.at > second.at ? first : second
    return { ...later, range: true }
  }
  const counting: Counting = {
    ref: context.ref,
    reading: 'ledger',
    monthFirst: context.monthFirst,
    told: context.told,
    office: context.office ?? null,
  }
  if (when.minutes !== undefined && !when.day) {
    const minutes = when.minutesTo ?? when.minutes
    const worked =
      when.workingMinutes && context.office ? addOpenMinutes(context.ref, minutes, context.office) : null
    return {
      at: worked ?? addElapsed(context.ref, Math.round(minutes) * minuteMs, context.tz),
      timed: true,
      range: when.minutesTo !== undefined,
    }
  }
  if (when.period && !when.day) return periodMoment(when, counting)
  if (when.day) return dayMoment(when, context, counting)
  if (when.clock) return clockMoment(when, context)
  return when.part ? partMoment(when.part, context) : null
}

/** "tomorrow morning or afternoon": the second end takes the day of the first. */
const inherit = (first: When, second: When): When =>
  !second.day && !second.period && first.day && second.minutes === undefined
    ? { ...second, day: first.day }
    : second

function periodMoment(when: When, counting: Counting): Moment | null {
  const period = when.period!
  let at = resolvePeriod(period, counting)
  if (when.by === 'before' && !('edge' in period && period.edge === 'end')) {
    if (period.is === 'weekend') return { at: at - 2 * dayMs, timed: false, range: false }
    if (period.is === 'week') at = at - 5 * dayMs
    else if (period.is === 'month' && period.edge === 'whole') at = firstOfMonth(at) - dayMs
    return { at, timed: false, range: false }
  }
  // "Early next week at 3" names a time but not the day.
  return { at, timed: false, range: true }
}

const firstOfMonth = (at: number) => Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth(), 1)

function dayMoment(when: When, context: DueContext, counting: Counting): Moment | null {
  const at = resolveDay(when.day!, counting)
  if (Number.isNaN(at)) return null
  if (when.sameTime) return { at: at + (context.ref - startOfDay(context.ref)), timed: true, range: false }
  const isToday = at === startOfDay(context.ref)
  if (when.clock) {
    // "after 2 tomorrow" names no deadline.
    if (when.by === 'after' && !when.clockTo)
      return when.part
        ? { at: at + partMinutes(when.part, context, at) * minuteMs, timed: true, range: false }
        : { at, timed: false, range: false }
    const minutes = minutesOf(when, isToday ? context.ref - at : null)
    return { at: at + minutes * minuteMs, timed: true, range: when.clockTo !== undefined }
  }
  if (when.part) return { at: at + partMinutes(when.part, context, at) * minuteMs, timed: true, range: false }
  const before = when.by === 'before'
  return { at: before ? at - dayMs : at, timed: false, range: when.window === true }
}

/** A time without a day: the next time the clock shows it. */
function clockMoment(when: When, context: DueContext): Moment {
  const today = startOfDay(context.ref)
  const since = context.ref - today
  if (when.by === 'after' && !when.clockTo) return { at: today, timed: false, range: false }
  const minutes = minutesOf(when, since)
  const at = today + minutes * minuteMs
  return { at: at > context.ref ? at : at + dayMs, timed: true, range: when.clockTo !== undefined }
}

function partMoment(part: Part, context: DueContext): Moment {
  const today = startOfDay(context.ref)
  const minutes = partMinutes(part, context, today)
  const at = today + minutes * minuteMs
  // "In the morning" said during the working day is tomorrow's.
  const over = at <= context.ref || (part === 'morning' && context.ref - today >= 8 * hourMs)
  const { office } = context
  if (office && (part === 'close' || part === 'morning')) {
    // "First thing" and "by end of day" are said of a day somebody is there.
    let day = over ? today + dayMs : today
    for (let looked = 0; looked < 31 && !isOpenOn(day, office); looked++) day += dayMs
    return { at: day + partMinutes(part, context, day) * minuteMs, timed: true, range: false }
  }
  if (part === 'close' && over) return { at: today + dayMs, timed: true, range: false }
  return { at: over ? at + dayMs : at, timed: true, range: false }
}

/** Minutes from midnight of the last clock time; `since`: milliseconds of today that are over, null for another day. */
function minutesOf(when: When, since: number | null): number {
  const first = when.clock!
  const last = when.clockTo
  if (!last) return clockMinutes(first, when.part, since)
  const half = last.half ?? (last.exact ? null : windowHalf(first, last, when.part))
  const end = toMinutes({ ...last, half }, when.part)
  const start = first.half ?? half
  const begin = toMinutes({ ...first, half: start }, when.part)
  // "10 to 2", "6 to 8": the end comes after the beginning.
  return end <= begin && !last.half && end < 720 && first.half !== null ? end + 720 : end
}

function windowHalf(first: Clock, last: Clock, part: Part | undefined): Clock['half'] {
  if (part === 'morning') return 'am'
  if (part) return 'pm'
  const begin = first.half
    ? toMinutes(first, undefined)
    : toMinutes({ ...first, half: guess(first.hour) }, undefined)
  const end = toMinutes({ ...last, half: guess(last.hour) }, undefined)
  return end > begin ? guess(last.hour) : 'pm'
}

const guess = (hour: number): Clock['half'] => ((hour >= 1 && hour <= 6) || hour === 12 ? 'pm' : 'am')

/** 1–6 is afternoon, 7–11 morning unless that is over today. */
function clockMinutes(clock: Clock, part: Part | undefined, since: number | null): number {
  const minutes = toMinutes(clock, part)
  if (clock.half || clock.exact || part || clock.hour >= 12) return minutes
  return since !== null && minutes < 720 && minutes * minuteMs <= since ? minutes + 720 : minutes
}

/** Minutes from midnight; without am or pm the part of the day or the habit of the hour decides. */
export function toMinutes(clock: Clock, part: Part | undefined): number {
  const { hour, minute } = clock
  if (clock.exact || hour > 12 || hour === 0) return hour * 60 + minute
  const half =
    clock.half ??
    (part === 'morning' ? 'am' : part ? (part === 'evening' && hour === 12 ? 'am' : 'pm') : guess(hour))
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute
}
