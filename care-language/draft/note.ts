import type { Observation, Severity } from '../draft.ts'
import text from '../text/en.json' with { type: 'json' }

type Reasons = typeof text
export type ReasonKey = keyof Reasons

export const nowhere = { start: 0, end: 0 }

/** One observation: its reason comes from the catalogue, with the arguments filled in. */
export function note(
  id: string,
  severity: Severity,
  source: string,
  at: { start: number; end: number } = nowhere,
  more: { key?: ReasonKey; words?: string | undefined; [argument: string]: string | undefined } = {},
): Observation {
  const { key, words, ...slots } = more
  const reason = text[key ?? (id as ReasonKey)].replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')
  return { id, severity, source, reason, start: at.start, end: at.end, ...(words && { words }) }
}
