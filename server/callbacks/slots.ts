import { openings, type WorkingTime } from '#server/calendar/workingTime.ts'

export interface CallRules {
  /** How long a call may take: the length of a slot. */
  minutes: number
  /** What we need to be ready: no slot sooner than this. */
  ahead: number
  /** How many days of slots are offered. */
  days: number
}

export const byDefault: CallRules = { minutes: 30, ahead: 60, days: 14 }

const quarter = 15 * 60_000

/** The times at which somebody can be rung, by the hours of whoever rings; each call ends before they leave. */
export function slotsIn(when: WorkingTime, { minutes, ahead, days }: CallRules, now: Date): Date[] {
  const length = minutes * 60_000
  const earliest = now.getTime() + ahead * 60_000
  const slots: Date[] = []
  for (const { from, to } of openings(now, days, when))
    for (let at = from.getTime(); at + length <= to.getTime(); at += length)
      if (at >= earliest) slots.push(new Date(at))
  return slots
}

/** The quarters of an hour a call takes up, whole ones: what they share, two calls cannot both have. */
export function quartersOf(at: Date, minutes: number): Date[] {
  const first = Math.floor(at.getTime() / quarter)
  const end = Math.ceil((at.getTime() + minutes * 60_000) / quarter)
  return Array.from({ length: end - first }, (_, index) => new Date((first + index) * quarter))
}
