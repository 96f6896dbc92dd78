import type { Line } from '../line.ts'

/** They meet us at that time: its day is the day of our act. */
export const meeting = new Set(
  'bring come pop drop visit call ring hop swing stop pick collect bringing coming phone take join'.split(
    ' ',
  ),
)

export function firstWhen(line: Line, from: number, to: number): number {
  for (const [index, one] of line.whens.entries())
    if (one.from >= from && one.to <= to && !one.when.now) return index
  return -1
}

/** A day they come to us; a deadline of theirs ("by 5pm") is not ours. */
export function ownTime(line: Line, from: number, to: number): number {
  const index = firstWhen(line, from, to)
  return index >= 0 &&
    !/^(?:by|before|until|within)$/.test(line.whens[index]!.when.by ?? '') &&
    !(line.whens[index]!.when.by === 'after' && !line.whens[index]!.when.day)
    ? index
    : -1
}
