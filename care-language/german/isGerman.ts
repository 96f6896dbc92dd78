import { languageOf } from '../language.ts'
import type { Token } from '../tokens.ts'

const telling = new Set([
  'und',
  'ich',
  'wir',
  'sie',
  'ihr',
  'ihre',
  'ihnen',
  'der',
  'das',
  'wird',
  'werden',
  'ist',
  'bis',
  'heute',
  'morgen',
  'am',
])

/** Whether a text is German. A glance at its first words spares English ones the look at all of it. */
export function isGerman(text: string, tokens: readonly Token[]): boolean {
  let seen = 0
  for (let at = 0; at < tokens.length && at < 200 && seen < 2; at++) if (telling.has(tokens[at]!.text)) seen++
  return seen >= 2 && languageOf(text) === 'de'
}
