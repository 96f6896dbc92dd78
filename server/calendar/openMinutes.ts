import { shifts, type WorkingTime } from './workingTime.ts'

export type { WorkingTime } from './workingTime.ts'

const minute = 60_000

/** The moment after so many minutes in which somebody is here; null when the company never opens that long. */
export function addOpenMinutes(at: Date, minutes: number, when: WorkingTime): Date | null {
  let left = minutes * minute
  for (const shift of shifts(at, when, 1)) {
    const begins = Math.max(shift.from.getTime(), at.getTime())
    const room = shift.to.getTime() - begins
    if (room <= 0) continue
    if (left <= room) return new Date(begins + left)
    left -= room
  }
  return null
}

/** How many whole minutes somebody was here between two moments. */
export function openMinutesBetween(from: Date, to: Date, when: WorkingTime): number {
  let sum = 0
  for (const shift of shifts(from, when, 1)) {
    if (shift.from >= to) break
    sum += Math.max(
      0,
      Math.min(shift.to.getTime(), to.getTime()) - Math.max(shift.from.getTime(), from.getTime()),
    )
  }
  return Math.floor(sum / minute)
}
