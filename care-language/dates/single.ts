import type { Token } from '../tokens.ts'
import { leadAt } from './leads.ts'
import { nowAt } from './nows.ts'
import { at, type Parsed } from './numbers.ts'
import { clockWindowAt, partOf, partStands } from './pieces.ts'
import { countedAt, type Piece } from './relativeDays.ts'
import { lateDetails, skipLinks, trailers } from './trailers.ts'
import type { When } from './when.ts'

const counts =
  /^(?:tables?|party|rooms?|tickets?|seats?|places?|cake|dinner|lunch|boxes|portions?|meal|buffet|covers?|space|spaces)$/

/** One time, with its preposition before and its zone behind; pairs are put together from two. */
export function singleAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  if (!tokens[index]) return null
  const now = nowAt(tokens, index)
  if (now) return now
  const counted = countedAt(tokens, index)
  const lead = counted ? null : leadAt(tokens, index)
  const from = lead?.next ?? index
  const by = lead?.value ?? null
  let piece: Piece = {}
  let next = from
  const window = by === 'between' || by === 'from' ? clockWindowAt(tokens, from - 1, true) : null
  if (window) {
    piece = window.value
    next = window.next
  }
  const governedClock =
    by !== null && by !== 'in' && by !== 'within' && by !== 'over' && by !== 'during' && by !== 'to'
  for (let turn = 0; turn < 6; turn++) {
    const empty = next === from
    // "2026-11-27T15:00"
    const joint = at(tokens, next) === 't' && tokens[next]?.gap === false && tokens[next + 1]?.gap === false
    const start = empty ? next : joint ? next + 1 : skipLinks(tokens, next, piece)
    const found = partOf(tokens, start, piece, empty ? governedClock : true)
    if (!found) break
    if (piece.by === undefined && found.value.by && start > index && !empty) delete found.value.by
    // "tonight after seven"
    if (!empty && found.value.clock && at(tokens, start - 1) === 'after' && start > next)
      found.value.by = 'after'
    // An ISO hour leaves no doubt.
    if (joint && found.value.clock) found.value.clock = { ...found.value.clock, exact: true }
    piece = { ...piece, ...found.value }
    next = found.next
  }
  if (next === from) return null
  // "a table for eight" counts guests.
  if (
    by === 'for' &&
    piece.clock &&
    !piece.clock.half &&
    !piece.clock.minute &&
    next === from + 1 &&
    counts.test(at(tokens, index - 1))
  )
    return null
  if (
    piece.part &&
    !piece.day &&
    !piece.clock &&
    !piece.period &&
    !partStands(tokens, index, from, next, piece, by)
  )
    return null
  // A bare "may" or "second" and a lone number without a preposition name no time.
  const when: When = { start: tokens[index]!.start, end: 0, by: by ?? piece.by ?? null, ...piece }
  if (by && piece.by && piece.by !== by) when.by = by
  next = lateDetails(tokens, next, when)
  next = trailers(tokens, next, when)
  when.end = tokens[next - 1]!.end
  return { value: when, next }
}
