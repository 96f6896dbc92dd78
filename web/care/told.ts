import type { Check } from '#care/checks.ts'
import { spokenLanguage } from '#web/text/t.ts'

export interface Told {
  title: string
  why: string
  source: string
}

/** The checks themselves read English; what they are called and why they are there is told in the reader's own language. */
const german: Record<string, string[]> =
  spokenLanguage() === 'de' ? (await import('./checks.de.json', { with: { type: 'json' } })).default : {}

export function toldOf(check: Check): Told {
  const [title, why, source] = german[check.id] ?? []
  return { title: title ?? check.title, why: why ?? check.why, source: source ?? check.source }
}
