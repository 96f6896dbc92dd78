import { fromIso, startOfDay } from './dates/civil.ts'
import { isMonthFirst } from './dates/clocks.ts'
import { type DueContext, resolveDue } from './dates/due.ts'
import { englishWhenAt } from './dates/englishWhen.ts'
import { mentionOf } from './dates/mention.ts'
import { type OfficeHours, officeOf } from './dates/office.ts'
import type { When } from './dates/when.ts'
import { isGerman } from './german/isGerman.ts'
import { germanWhenAt } from './german/when.ts'
import { type Token, tokens } from './tokens.ts'

/** The due of a phrase: where it stands, when it is due in local wall clock, and of which kind. */
export interface Due {
  start: number
  end: number
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, local, without offset; null where no time is fixed. */
  due: string | null
  kind: 'instant' | 'date' | 'range-end' | 'event' | 'none'
}

/** Longer texts are read up to here: a reply is never longer, and reading stays within a few milliseconds. */
const longest = 8_000

/** Every expression of time in a row of tokens, first to last, none inside another. */
export function whensIn(
  list: readonly Token[],
  whenAt: typeof englishWhenAt = englishWhenAt,
): { when: When; from: number; to: number }[] {
  const found: { when: When; from: number; to: number }[] = []
  for (let index = 0; index < list.length; ) {
    const parsed = whenAt(list, index)
    if (parsed) {
      found.push({ when: parsed.value, from: index, to: parsed.next })
      index = Math.max(parsed.next, index + 1)
    } else index++
  }
  return found
}

/** The times of a text, by the grammar of its language. */
function allWhens(text: string): ReturnType<typeof whensIn> {
  return isGerman(text) ? whensIn(tokens(text, false), germanWhenAt) : whensIn(tokens(text))
}

/**
 * The first due named in a phrase, by the conventions of the promise ledger. `ref`: local wall clock
 * `YYYY-MM-DDTHH:MM` at which it is said; `tz`: the IANA zone of that clock.
 */
export function findDue(
  text: string,
  { ref, tz = 'UTC', office }: { ref: string; tz?: string; office?: OfficeHours | undefined },
): Due | null {
  const at = fromIso(ref)
  if (Number.isNaN(at)) return null
  const context: DueContext = {
    ref: at,
    tz,
    monthFirst: isMonthFirst(tz),
    told: null,
    closes: null,
    theirZone: null,
    office: officeOf(office),
  }
  for (const { when } of allWhens(text.slice(0, longest))) {
    const due = resolveDue(when, context)
    if (due) return { start: when.start, end: when.end, ...due }
  }
  return null
}

/**
 * All single points of time in a text, in order: `value` is an ISO date, date-time or time (with seconds), the future
 * reading where there are two. Windows, lengths and repetitions are left out. `start` and `end` are offsets into `text`.
 */
export function findDates(
  text: string,
  { ref, tz }: { ref: string; tz?: string },
): { start: number; end: number; value: string }[] {
  const at = fromIso(ref)
  if (Number.isNaN(at)) return []
  const found: { start: number; end: number; value: string }[] = []
  let told: number | null = null
  const monthFirst = tz === undefined || tz === 'UTC' || isMonthFirst(tz)
  for (const { when } of allWhens(text.slice(0, longest))) {
    if (when.toIs === 'to') continue
    for (const one of when.to ? [{ ...when, end: when.end, to: undefined }, when.to] : [when]) {
      const value = mentionOf(one, { ref: at, reading: 'mention', monthFirst, told })
      if (value === null) continue
      found.push({ start: one.start, end: one === when ? when.end : Math.min(one.end, when.end), value })
      if (value[4] === '-') told = startOfDay(fromIso(value))
    }
  }
  return found
}
