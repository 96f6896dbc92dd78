import { clauseEnd } from './clauses.ts'
import type { Line } from './line.ts'
import type { Predicate } from './predicates/predicate.ts'
import type { Subject } from './subjectKinds.ts'

/** One place where a promise is made, before its conditions and its time are known. */
export interface Anchor {
  subject: Subject
  /** Index of the first token of the quote. */
  from: number
  predicate: Predicate
  end: number
  /** "Let me check": an act that holds the line. */
  hold: boolean
  /** A form that promises only with a time: "we're sending a driver tomorrow", "your order ships on Monday". */
  needsTime: 'no' | 'today' | 'day' | 'any'
  /** "then": waits on what was said before. */
  later: boolean
  /** "I undertake to …": more of it may follow with "and to". */
  vow?: boolean
  /** "Proper answer tomorrow": a thing and its time are all that is said. */
  verbless?: boolean
  /** Found by its signs, not by a frame: only a time ahead makes it a promise, where it has no "will". */
  weighed?: boolean
}

export const base = (
  subject: Subject,
  from: number,
  predicate: Predicate,
  line: Line,
  more: Partial<Anchor> = {},
): Anchor => ({
  subject,
  from,
  predicate,
  end: clauseEnd(line, predicate.verb, predicate.form),
  hold: false,
  needsTime: 'no',
  later: false,
  ...more,
})
