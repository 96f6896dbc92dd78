import { Temporal } from 'temporal-polyfill'
import type { NoticeKind } from './tables.ts'

const minute = 60_000

/** About one conversation, one word in this time at most (UX.md §3). */
export const pause = 10 * minute
/** On a quiet day everything comes at once; on a busy one about once an hour, together: four and eight hours make the twelve of a day. */
const burst = 4
const refill = 60 * minute
/** Further back nothing counts any more. */
export const memory = 24 * 60 * minute
/** How long before its due a promise is told of whatever else holds it back. */
const atLeastBefore = 15 * minute

export interface Waiting {
  conversationId: string
  kind: NoticeKind
  /** When what it warns of happens; null where it is about nothing that comes. */
  due: Date | null
}

/** How it stands between Tend and one teammate. */
export interface Standing {
  now: Date
  /** When they were told something, in the last day. */
  told: readonly Date[]
  /** When they were last told of a conversation. */
  toldAbout: ReadonlyMap<string, Date>
  /** Quiet hours, a day off or a hold last until then. */
  quietUntil: Date | null
  /** On leave until then: nothing at all. */
  awayUntil: Date | null
}

/** The moment the allowance leaves room for one more. */
export function roomAt(told: readonly Date[], now: Date): Date {
  let tokens = burst
  let last: number | null = null
  const grow = (to: number) => {
    if (last !== null) tokens = Math.min(burst, tokens + (to - last) / refill)
    last = to
  }
  for (const at of told.toSorted((a, b) => a.getTime() - b.getTime())) {
    grow(at.getTime())
    tokens--
  }
  grow(now.getTime())
  // To the millisecond: what has grown by parts is not quite whole.
  const missing = Math.ceil((1 - tokens) * refill - 0.01)
  return missing <= 0 ? now : new Date(now.getTime() + missing)
}

/** The earliest good moment to tell of one thing. */
export function earliest(notice: Waiting, standing: Standing): Date {
  const { now, awayUntil, quietUntil } = standing
  const after = (...times: (Date | null)[]) => new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)))
  if (notice.kind === 'page') return after(now, awayUntil)
  const last = standing.toldAbout.get(notice.conversationId)
  const paused = last ? new Date(last.getTime() + pause) : now
  const free = after(now, quietUntil, paused, roomAt(standing.told, now))
  if (notice.kind !== 'nudge' || !notice.due) return after(free, awayUntil)
  // Whoever gave their word for that hour wants to hear of it, on a full day and in the evening too.
  const latest = after(now, new Date(notice.due.getTime() - atLeastBefore))
  const inTime = paused.getTime() < notice.due.getTime() - minute ? after(latest, paused) : latest
  return after(free < inTime ? free : inTime, awayUntil)
}

/** Which go now, all in one word, and when to look again for the rest. */
export function choose<T extends Waiting>(
  waiting: readonly T[],
  standing: Standing,
): { now: T[]; next: Date | null } {
  const times = waiting.map((one) => ({ one, at: earliest(one, standing) }))
  const isDue = times.some(({ at }) => at <= standing.now)
  // Somebody who is spoken to anyway hears the rest as well, unless it is their quiet time.
  const goes = ({ one, at }: (typeof times)[number]) =>
    at <= standing.now || (isDue && !isQuiet(standing) && isFree(one, standing))
  const rest = times.filter((each) => !goes(each))
  return {
    now: times.filter(goes).map(({ one }) => one),
    next: rest.length ? new Date(Math.min(...rest.map(({ at }) => at.getTime()))) : null,
  }
}

const isQuiet = ({ now, quietUntil, awayUntil }: Standing) =>
  (quietUntil !== null && quietUntil > now) || (awayUntil !== null && awayUntil > now)

const isFree = ({ conversationId }: Waiting, { now, toldAbout }: Standing) => {
  const last = toldAbout.get(conversationId)
  return !last || last.getTime() + pause <= now.getTime()
}

export interface QuietTime {
  /** "20:00" to "07:00"; null: at any hour. */
  quiet: { from: string; to: string } | null
  daysOff: readonly number[]
}

/** When the quiet ends that is now, by the wall of the teammate's zone; null where it is not quiet. */
export function quietUntil(at: Date, when: QuietTime, timeZone: string): Date | null {
  const start = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone)
  let here = start
  // A week of days off and nights at most.
  for (let step = 0; step < 16; step++) {
    const next = when.daysOff.includes(here.dayOfWeek % 7)
      ? here.add({ days: 1 }).startOfDay()
      : when.quiet && endOfQuiet(here, when.quiet)
    if (!next || Temporal.ZonedDateTime.compare(next, here) <= 0) break
    here = next
  }
  return Temporal.ZonedDateTime.compare(here, start) > 0 ? new Date(here.epochMilliseconds) : null
}

function endOfQuiet(
  here: Temporal.ZonedDateTime,
  quiet: { from: string; to: string },
): Temporal.ZonedDateTime | null {
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
  const isAfter = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) >= 0
  const time = here.toPlainTime()
  const overNight = isAfter(from, to)
  const isIn = overNight
    ? isAfter(time, from) || !isAfter(time, to)
    : isAfter(time, from) && !isAfter(time, to)
  if (!isIn || from.equals(to)) return null
  const day = overNight && isAfter(time, from) ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
  // In the hour that comes twice, the second one ends it.
  return day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: to }).epochMilliseconds >
    here.epochMilliseconds
    ? day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: to })
    : day.toPlainDateTime(to).toZonedDateTime(here.timeZoneId, { disambiguation: 'later' })
}
