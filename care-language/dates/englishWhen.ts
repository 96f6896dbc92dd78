import type { Token } from '../tokens.ts'
import type { Parsed } from './numbers.ts'
import { pairOf } from './pairs.ts'
import { singleAt } from './single.ts'
import { mayBegin } from './starts.ts'
import type { When } from './when.ts'

/** A whole expression of time at this token, as long as it goes; null where none begins. */
export function englishWhenAt(tokens: readonly Token[], index: number): Parsed<When> | null {
  if (!tokens[index] || !mayBegin(tokens, index)) return null
  const single = singleAt(tokens, index)
  if (!single) return null
  return pairOf(tokens, index, single)
}
