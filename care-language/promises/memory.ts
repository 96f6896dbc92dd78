import type { Line } from './line.ts'
import type { FoundPromise } from './promise.ts'

/** What one line promises when it is read after certain others, and what it leaves to the next. */
export interface Told {
  promises: readonly FoundPromise[]
  /** The day named last. */
  told: number | null
}

/**
 * What was read before: a keystroke changes one sentence of a draft, the others are read as they were. Memory never changes
 * an answer: everything a reading looks at is in its key.
 */
export interface Memory {
  /** Who works here: with other names it begins anew. */
  names: string
  /** Numbers given so far: a line and a circumstance are told apart by theirs, which makes short keys. */
  given: number
  /** The hour, zone and office a line is read for. */
  circumstances: Map<string, number>
  /** The lines of a sentence. */
  lines: Map<string, readonly Line[]>
  /** A line behind its neighbours. */
  told: Map<string, Told>
}

export const emptyMemory = (): Memory => ({
  names: '',
  given: 0,
  circumstances: new Map(),
  lines: new Map(),
  told: new Map(),
})

/** What was read where others work tells nothing. */
export function remembering(memory: Memory, names: string): void {
  if (memory.names === names) return
  memory.names = names
  memory.lines.clear()
  memory.told.clear()
}

/** A long letter has some hundred sentences. */
const most = 500
const longestKey = 4_000

/** The answer known for a key, or made now and kept; all is forgotten when it grows. */
export function recall<Answer>(known: Map<string, Answer>, key: string, make: () => Answer): Answer {
  const before = known.get(key)
  if (before !== undefined) return before
  const answer = make()
  if (known.size >= most) known.clear()
  if (key.length < longestKey) known.set(key, answer)
  return answer
}
