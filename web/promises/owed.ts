import type { Promised } from '#contract/promises.ts'

/** Still ours to keep: a late or broken one too, until it is made good. */
export const isOwed = ({ state }: Pick<Promised, 'state'>): boolean =>
  state === 'open' || state === 'late' || state === 'broken'

/** It waits for something they are to do first; a time they were told since ends that. */
export const waitsForThem = (promise: Pick<Promised, 'state' | 'condition' | 'metAt' | 'due'>): boolean =>
  isOwed(promise) && promise.condition !== null && promise.metAt === null && promise.due === null

/** Kept, and somebody it was made to does not know yet. */
export const isUntold = ({ state, told }: Pick<Promised, 'state' | 'told'>): boolean =>
  state === 'kept' && !told
