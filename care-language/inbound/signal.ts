export type Signal =
  | 'failure'
  | 'repeat'
  | 'urgent'
  | 'leaving'
  | 'thanks'
  | 'praise'
  | 'upset'
  | 'chase'
  | 'vulnerable'

/**
 * Pattern, weight (0 … 1), and whether a "not" before it takes it back. Every repetition inside is bounded. A pattern may be
 * several, the first that fits counts, and a pattern with a tail is two: a long list behind other lists is compiled into
 * ten copies of itself, and a first reading must not wait for that.
 */
export type Clue = readonly [Pattern | readonly Pattern[], number, boolean?]
export type Pattern = RegExp | { head: RegExp; tail: RegExp }
