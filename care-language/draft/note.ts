import type { Observation, Severity } from '../draft.ts'
import english from '../text/en.json' with { type: 'json' }

export type Reasons = typeof english
export type ReasonKey = keyof Reasons

let reasons: Reasons = english

/** Set once where one person reads, as in the worker of a browser: in whose language the reasons are told. English until then. */
export function tellReasonsIn(language: Reasons): void {
  reasons = language
}

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
  const reason = reasons[key ?? (id as ReasonKey)].replace(
    /\{(\w+)\}/g,
    (_, slot: string) => slots[slot] ?? '',
  )
  return { id, severity, source, reason, start: at.start, end: at.end, ...(words && { words }) }
}
