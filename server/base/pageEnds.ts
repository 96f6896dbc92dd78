import { type IdKind, idPrefixes } from '#contract/common.ts'
import { badCursor } from './errors.ts'

/** Where a page in the order of time ends, for its `next`. */
export const pageEnd = (at: Date, id: string): string => `${at.toISOString()}~${id}`

/**
 * What `pageEnd` wrote. A day that no calendar has, such as the 31st of February, is no end of a page: JavaScript would read it as
 * the 3rd of March, and the database would stumble over it.
 */
export function readPageEnd(after: string, kind: IdKind): { at: Date; id: string } {
  const [, written, id] = new RegExp(`^(\\d{4}-[^~]+)~(${idPrefixes[kind]}_\\w{22})$`).exec(after) ?? []
  const at = new Date(written ?? '')
  if (!id || Number.isNaN(at.getTime()) || at.toISOString() !== written) throw badCursor()
  return { at, id }
}
