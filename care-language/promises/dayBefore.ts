import { fromIso, startOfDay } from '../dates/civil.ts'
import { type DueContext, resolveDue } from '../dates/due.ts'
import type { When } from '../dates/when.ts'
import type { Anchor } from './anchor.ts'
import { type Line, wordAt } from './line.ts'

/** "The van is booked in for Monday. We'll collect it at 8": what is done at a meeting has the meeting's day. */
export function withDayBefore(
  lines: readonly Line[],
  lineIndex: number,
  anchor: Anchor,
  when: When,
  timing: DueContext,
): When {
  if (when.day || when.period || when.minutes !== undefined || when.to || !(when.clock || when.part))
    return when
  const line = lines[lineIndex]!
  const meets =
    /^(?:be|come|arrive|collect|pick|deliver|drop|bring|start|begin|meet|see|fit|install|set|leave|have)$/.test(
      wordAt(line, anchor.predicate.verb),
    )
  const bare = resolveDue(when, timing)
  const over =
    bare && (fromIso(bare.due) <= timing.ref || startOfDay(fromIso(bare.due)) > startOfDay(timing.ref))
  if (!meets && !over) return when
  const day = dayNamedBefore(lines, lineIndex, anchor.from, timing)
  return day ? { ...when, day } : when
}

/** The day ahead named last before a place in this sentence or in the one before it, if it had no hour of its own. */
function dayNamedBefore(
  lines: readonly Line[],
  lineIndex: number,
  before: number,
  timing: DueContext,
): When['day'] | null {
  const when = namedBefore(lines, lineIndex, before)
  if (tellsPast(lines[lineIndex]!) || (lineIndex > 0 && tellsPast(lines[lineIndex - 1]!))) return null
  if (!when?.day || when.every || namesHour(when)) return null
  const due = resolveDue({ ...when, by: null }, timing)
  const at = due && startOfDay(fromIso(due.due))
  return at && at > startOfDay(timing.ref) ? { is: 'shift', days: daysFrom(timing.ref, at), months: 0 } : null
}

/** "You rang on Monday. I'll be there at three": that Monday is over. */
const tellsPast = (line: Line): boolean =>
  line.tokens.some((token) =>
    /^(?:was|were|had|did|came|went|arrived|rang|spoke|left|missed|called|ordered|told|said|bought|tried|wrote|asked|sent|saw|met|ago|last|yesterday)$/.test(
      token.text,
    ),
  )

/** The day or longer time named last, here or in the sentence before. */
export function namedBefore(
  lines: readonly Line[],
  lineIndex: number,
  before: number,
  hours = false,
): When | null {
  for (let index = lineIndex; index >= 0 && index >= lineIndex - 1; index--) {
    const named = lines[index]!.whens.findLast(
      (one) =>
        (index < lineIndex || one.to <= before) &&
        (one.when.day || one.when.period || (hours && (one.when.clock || one.when.part))),
    )
    if (named) return named.when
  }
  return null
}

/** A bound is no day of meeting. */
export const isLimit = (when: When): boolean => /^(?:by|before|until|within|from|after)$/.test(when.by ?? '')

/** It has an hour of its own, or is a bound. */
const namesHour = (when: When): boolean => Boolean(when.clock || when.to) || isLimit(when)

const daysFrom = (ref: number, at: number): number =>
  Math.round((startOfDay(at) - startOfDay(ref)) / (24 * 3_600_000))
