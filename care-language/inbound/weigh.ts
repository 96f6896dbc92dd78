import type { Signal } from './signal.ts'

export interface Evidence {
  signal: Signal
  start: number
  end: number
  words: string
}

export interface Signals {
  /** 0 … 1 each. */
  signals: Record<Signal, number>
  /** The words that showed a signal, in the order of the text. */
  evidence: Evidence[]
  plight: Plight
  /** The words that say the worst of it, if any do. */
  worst: string | null
}

export const order: readonly Signal[] = [
  'failure',
  'repeat',
  'urgent',
  'leaving',
  'thanks',
  'praise',
  'upset',
  'chase',
  'vulnerable',
]

/** One common word ("still", "missing") shows nothing alone: its neighbours in the same clause stand with it. */
export function inItsWords(
  text: string,
  start: number,
  matchEnd: number,
): { start: number; end: number; words: string } {
  let from = start
  // A match may end inside "hasn't": a word is quoted whole.
  let to = matchEnd + (/^[\p{L}'’]{0,20}/u.exec(text.slice(matchEnd, matchEnd + 24))?.[0].length ?? 0)
  const end = to
  if (!/\s/.test(text.slice(start, end).trim())) {
    const before =
      /(?:[\p{L}\p{N}'’-]+[ \t]+){0,2}$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? ''
    const after = /^(?:[ \t]+[\p{L}\p{N}'’-]+){0,3}/u.exec(text.slice(end, end + 60))?.[0] ?? ''
    from = start - before.length
    to = end + after.length
  }
  return { start: from, end: to, words: text.slice(from, to) }
}

/** What a letter tells of danger and harm, of somebody frail, and of what they are left without. */
export interface Plight {
  acute: boolean
  grave: boolean
  frail: boolean
  hardship: boolean
}

/**
 * How bad it is for them, 0 … 1, however politely it is said: danger, harm, loss, waiting. What happened weighs more than how
 * loudly it is said, and an allergy or a wedding weighs little in a letter in which nothing has happened.
 */
export function severityOf(signals: Record<Signal, number>, plight: Plight): number {
  let silence = 1
  const happened =
    plight.acute ||
    Math.max(signals.failure, signals.upset, signals.urgent, signals.vulnerable, signals.repeat) >= 0.35
  if (plight.acute || plight.grave) silence *= happened ? 0.25 : 0.85
  if (plight.frail) silence *= happened ? 0.7 : 0.95
  // Whoever is old, small or ill cannot get by without it.
  if (plight.frail && signals.failure >= 0.5) silence *= 0.8
  if (plight.hardship) silence *= happened ? 0.65 : 0.95
  silence *= 1 - 0.55 * signals.failure
  silence *= 1 - 0.5 * signals.vulnerable
  silence *= 1 - 0.3 * signals.upset
  silence *= 1 - 0.25 * signals.repeat
  silence *= 1 - 0.3 * signals.urgent
  return Math.round(Math.min(1 - silence, 0.99) * 100) / 100
}
