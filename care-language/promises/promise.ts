/** One commitment found in a text. */
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
  /** Then the whole sentence, in which that act is named. */
  condition: string | null
  /** "One moment, I'll check": a promise the ledger does not keep. */
  hold: boolean
}
