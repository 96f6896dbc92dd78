import type { Line } from '../line.ts'

/** What stands after a modal: the verb, and whether it is one of ours that the customer may hold us to. */
export interface Predicate {
  /** Index of the verb that acts: "call" in "be calling", "refunded" in "be refunded". */
  verb: number
  form: 'base' | 'ing' | 'passive' | 'state'
}

export const hasTime = (line: Line, from: number) =>
  line.whens.some((one) => one.from > from && !one.when.now)
