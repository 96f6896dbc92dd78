import type { Token } from '../tokens.ts'
import { at, is, type Parsed } from './numbers.ts'
import { singleAt } from './single.ts'
import type { When } from './when.ts'

/** "today or tomorrow", "Monday to Wednesday", "this afternoon or tomorrow morning", "Thursday, Friday at the latest". */
export function pairOf(tokens: readonly Token[], index: number, first: Parsed<When>): Parsed<When> {
  const between = first.value.by === 'between'
  let link = at(tokens, first.next)
  let from = first.next + 1
  if (link === ',' && at(tokens, from) === 'or') {
    link = 'or'
    from++
  }
  if (link === 'or' && /^(?:possibly|maybe|perhaps|failing|at|latest)$/.test(at(tokens, from))) from++
  const kind =
    link === 'or'
      ? 'or'
      : /^(?:to|-|–|—|until|till|til|through|thru)$/.test(link)
        ? 'to'
        : // "any time after three but before six"
          (between && link === 'and') || isAfterBefore(tokens, first.value, first.next)
          ? 'to'
          : link === 'and' && bareDays(tokens, first.value, from)
            ? 'or'
            : null
  if (!kind || first.value.minutes !== undefined) return late(tokens, first)
  const second =
    singleAt(tokens, from) ??
    (kind === 'to' || hasEnding(tokens, from) ? lastDayAt(tokens, from, first.value) : null)
  if (!second || second.value.now) return first
  if (kind === 'or' && second.value.by && !/^(?:on|at|by|in|for|this)$/.test(second.value.by)) return first
  const lead = first.value.day
  const last = second.value.day
  // "Monday or Tuesday next week": the week is of both.
  const shared =
    kind === 'or' &&
    lead?.is === 'weekday' &&
    lead.which === 'bare' &&
    last?.is === 'weekday' &&
    last.which === 'next' &&
    at(tokens, from) !== 'next'
      ? { day: { ...lead, which: 'next' as const, plus: last.plus } }
      : {}
  // "Next week, Tuesday or Wednesday"
  const led =
    is(tokens, index, 'next', 'week', ',') &&
    lead?.is === 'weekday' &&
    last?.is === 'weekday' &&
    last.which === 'bare'
      ? { ...second.value, day: { ...last, which: 'next' as const, plus: lead.plus } }
      : second.value
  return {
    value: {
      ...first.value,
      ...shared,
      ...(isAfterBefore(tokens, first.value, first.next) && { by: 'between' as const }),
      start: tokens[index]!.start,
      end: second.value.end,
      to: led,
      toIs: kind,
    },
    next: second.next,
  }
}

/** "the 8th or 9th": an ordinal by its ending. */
const hasEnding = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'number' && /^(?:st|nd|rd|th)$/.test(at(tokens, index + 1))

const isAfterBefore = (tokens: readonly Token[], first: When, link: number): boolean =>
  first.by === 'after' &&
  first.clock !== undefined &&
  /^(?:but|and)$/.test(at(tokens, link)) &&
  /^(?:before|by)$/.test(at(tokens, link + 1))

/** "Thursday and Friday", "the 15th and 16th", "today and tomorrow": two days of one act, not a day and a new clause. */
function bareDays(tokens: readonly Token[], first: When, from: number): boolean {
  if (!first.day || first.clock || first.part || first.every) return false
  const second = singleAt(tokens, from)
  return (
    second?.value.day !== undefined &&
    second.value.by === null &&
    !second.value.clock &&
    !second.value.part &&
    !second.value.every &&
    (second.value.day.is === first.day.is || first.day.is === 'shift') &&
    !/^(?:i|we|you|he|she|they|it|the|a|our|your|my|that|is|will|'ll|at)$/.test(
      at(tokens, at(tokens, second.next) === ',' ? second.next + 1 : second.next),
    )
  )
}

/** "X, Friday at the latest": the later of the two is the due. */
export function late(tokens: readonly Token[], first: Parsed<When>): Parsed<When> {
  if (at(tokens, first.next) !== ',') return first
  const second = singleAt(tokens, first.next + 1)
  const bound =
    second?.value.latest ||
    is(tokens, first.next + 1, 'no', 'later', 'than') ||
    is(tokens, first.next + 1, 'not', 'later', 'than') ||
    is(tokens, first.next + 1, 'at', 'the', 'latest') ||
    is(tokens, first.next + 1, 'at', 'the', 'very', 'latest') ||
    is(tokens, first.next + 1, 'latest')
  if (!second || !bound) return first
  // "Before Christmas, by the 22nd at the latest": the limit is drawn closer.
  if (/^(?:by|before)$/.test(first.value.by ?? '') && /^(?:by|before)$/.test(second.value.by ?? ''))
    return { value: { ...second.value, start: first.value.start }, next: second.next }
  return { value: { ...first.value, end: second.value.end, to: second.value, toIs: 'or' }, next: second.next }
}

/** "9 to 12 of June", "April 9th through seventeenth": the second is only a number. */
function lastDayAt(tokens: readonly Token[], index: number, first: When): Parsed<When> | null {
  const day = first.day
  if (day?.is !== 'calendar' && day?.is !== 'ordinal') return null
  const number = monthDayNumber(tokens, index)
  if (!number) return null
  const value: When = {
    start: tokens[index]!.start,
    end: tokens[number.next - 1]!.end,
    by: null,
    day: day.is === 'calendar' ? { ...day, day: number.value } : { is: 'ordinal', day: number.value },
  }
  return { value, next: number.next }
}

function monthDayNumber(tokens: readonly Token[], index: number): Parsed<number> | null {
  const start = at(tokens, index) === 'the' ? index + 1 : index
  const token = tokens[start]
  if (token?.kind !== 'number' || token.text.length > 2 || Number(token.text) > 31 || Number(token.text) < 1)
    return null
  const suffix = /^(?:st|nd|rd|th)$/.test(at(tokens, start + 1)) ? 1 : 0
  return { value: Number(token.text), next: start + 1 + suffix }
}
