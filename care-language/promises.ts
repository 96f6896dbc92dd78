import { promisesIn } from './promises/find.ts'
import { linesOf } from './promises/line.ts'
import { withoutQuotes } from './promises/quotes.ts'
import { sentences } from './sentences.ts'
import { tokens } from './tokens.ts'
import { ownWords } from './zones.ts'

export interface FoundPromise {
  /** Verbatim: `text.slice(start, end)`. */
  quote: string
  start: number
  end: number
  who: 'writer' | 'firm' | `colleague:${string}`
  /** A short verb phrase in base form. */
  action: string
  /** Local wall-clock time in the given zone, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; null without a time of its own. */
  due: string | null
  dueKind: 'instant' | 'date' | 'range-end' | 'event' | 'none'
  /** Hangs on a concrete act of the customer. */
  conditional: boolean
  /** "One moment, I'll check": a promise the ledger does not keep. */
  hold: boolean
}

/** Longer texts are read up to here; a reply is never longer, and the time to read stays bounded. */
const longest = 12_000

/**
 * All commitments in a text, in order, by the written conventions of the promise ledger. `ref`: local wall clock
 * `YYYY-MM-DDTHH:MM` at which the text is sent; `tz`: the IANA zone of that clock. Offers, policy, the past, negations,
 * hopes, quotes and third parties are none.
 */
export function findPromises(text: string, when: { ref: string; tz?: string }): FoundPromise[] {
  const own = withoutQuotes(ownWords(text.slice(0, longest)))
  const lines = linesOf(text, tokens(own), sentences(own))
  return promisesIn(lines, text, { ref: when.ref, tz: when.tz ?? 'UTC' })
}
