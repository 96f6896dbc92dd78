import type { Token } from '../tokens.ts'
import { at, is, type Parsed } from './numbers.ts'
import type { When } from './when.ts'

/** How many words here say now; 0 for none. */
function nowLength(tokens: readonly Token[], index: number): number {
  const first = at(tokens, index)
  if (first === 'now') return /^(?:on|that|and|then)$/.test(at(tokens, index + 1)) ? 0 : 1
  if (first === 'right' || first === 'just') return at(tokens, index + 1) === 'now' ? 2 : 0
  if (first !== 'at') return 0
  if (
    is(tokens, index, 'at', 'the', 'moment') ||
    is(tokens, index, 'at', 'this', 'moment') ||
    is(tokens, index, 'at', 'the', 'minute')
  )
    return 3
  if (is(tokens, index, 'at', 'the', 'present', 'time')) return 4
  return is(tokens, index, 'at', 'present') ? 2 : 0
}

export function nowAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  const length = nowLength(tokens, index)
  if (!length) return null
  const next = index + length
  return { value: { start: tokens[index]!.start, end: tokens[next - 1]!.end, by: null, now: true }, next }
}
