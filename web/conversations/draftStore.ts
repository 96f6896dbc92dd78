import type { Person } from '#contract/common.ts'
import type { Answer } from '#web/api/client.ts'

export type Attached = Answer<'POST /files'>

/** Everything a draft holds: its words, to whom, what hangs on it, and which promises were kept with Tab or refused with Esc. */
export interface Words {
  html: string
  text: string
  to: Person[]
  cc: Person[]
  bcc: Person[]
  files: Attached[]
  kept: string[]
  refused: string[]
}
export interface Place {
  teammateId: string
  conversationId: string
  kind: 'reply' | 'note'
}
interface Kept {
  words: Words
  /** The server's version these words grew from. */
  version: number
  /** When the server kept these words, or those they grew from. */
  keptAt?: string
  /** The server has exactly these words. */
  safe: boolean
  /** When they were kept, in milliseconds since 1970. */
  at?: number
}

/*
 * The browser's own copy of a draft. localStorage on purpose, not IndexedDB: it is written in the same moment as the
 * key, so that a tab that is killed has lost nothing that was seen on the screen.
 */
const start = 'tend.draft.'
const nameOf = ({ teammateId, conversationId, kind }: Place) =>
  `${start}${teammateId}.${conversationId}.${kind}`

export function draftHere(place: Place): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null') as Kept | null
    // A draft begun under an older Tend did not keep what was refused, nor blind copies.
    return (
      kept && {
        ...kept,
        words: { ...kept.words, bcc: kept.words.bcc ?? [], refused: kept.words.refused ?? [] },
      }
    )
  } catch {
    return null
  }
}

/** False when the browser has no room for it; the server's copy is then the only one. */
export function keepHere(place: Place, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(place), JSON.stringify({ at: Date.now(), ...kept }))
    return true
  } catch {
    return false
  }
}

export const dropHere = (place: Place): void => localStorage.removeItem(nameOf(place))

/** Signing out leaves nobody's words behind on a machine that may be shared; the server has them. */
export function dropAllSafe(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(start) && (JSON.parse(localStorage.getItem(key) ?? '{}') as Kept).safe)
      localStorage.removeItem(key)
}

const listeners = new Set<(place: Place) => void>()
/** Hears that words were put back into a draft from outside the composer, as by undoing a reply. */
export function onPutBack(listener: (place: Place) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export function putBack(place: Place, words: Words): void {
  keepHere(place, { words, version: 0, safe: false })
  for (const listener of listeners) listener(place)
}
