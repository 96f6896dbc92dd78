import { whoseWindow } from './whose.ts'

const unsure = new Map<string, string>()

/** A key that nobody else has. Not `crypto.randomUUID`, which browsers keep from a Tend that is reached by plain http in one's own network. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const writes = /\/(replies|notes|forwards|scheduled-replies|tellings|renegotiation)$|^POST \/conversations$/
/** What may differ between two tries to say the same to the same people. */
const beside = new Set(
  'html seen draft care anyway answeredAsks allTheSame undoSeconds promises afterwards goodbye later'.split(
    ' ',
  ),
)

/**
 * One request, to be known again: of what is written, the words and to whom; of anything else, all of it. The words themselves are
 * not kept, only a number made from them.
 */
export function nameOfRequest(key: string, address: string, body: unknown): string {
  if (!writes.test(key)) return `${address}\n${body === undefined ? '' : JSON.stringify(body)}`
  const said = Object.entries((body ?? {}) as Record<string, unknown>).filter(([name]) => !beside.has(name))
  return `words ${numberOf(JSON.stringify([whoseWindow(), key, address, said.sort()]))}`
}

/** 53 bits (cyrb53): that two texts of one person share one within a day will not happen. */
function numberOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `${(b >>> 0).toString(36)}.${(a >>> 0).toString(36)}.${text.length}`
}

/*
 * Of what is written, the keys are kept for every window of this browser: whoever sends the same words again from another one sends
 * the same letter. Shorter than the server remembers a key.
 */
const kept = 'tend.unsure'
const longest = 20 * 3_600_000
type Kept = Record<string, { key: string; at: number }>

function keptKeys(): Kept {
  try {
    const all = JSON.parse(localStorage.getItem(kept) ?? '{}') as Kept
    return Object.fromEntries(Object.entries(all).filter(([, one]) => Date.now() - one.at < longest))
  } catch {
    return {}
  }
}
function keep(all: Kept): void {
  try {
    if (Object.keys(all).length) localStorage.setItem(kept, JSON.stringify(all))
    else localStorage.removeItem(kept)
  } catch {
    // No room: this window still knows them.
  }
}
const isOfAll = (request: string) => request.startsWith('words ')

/**
 * The Idempotency-Key of a POST. When an answer never came, nobody knows whether the server acted; asking the very
 * same again must then carry the very same key, so that a reply sent twice by a person leaves once.
 */
export const keyFor = (request: string): string =>
  unsure.get(request) ?? (isOfAll(request) ? keptKeys()[request]?.key : undefined) ?? newKey()

/** Nobody knows yet whether this has been done. */
export function noteUnsure(request: string, key: string): void {
  unsure.set(request, key)
  if (isOfAll(request)) keep({ ...keptKeys(), [request]: { key, at: Date.now() } })
}

/** It is known: the next time the same is asked for, it is meant anew. */
export function noteSettled(request: string): void {
  unsure.delete(request)
  if (!isOfAll(request)) return
  const { [request]: had, ...others } = keptKeys()
  if (had) keep(others)
}

/**
 * Call after each try: an answer settles it; silence, a gateway speaking for the server, and a first try that is still being worked
 * on do not. Who was stopped at the door has learnt nothing of the tries before.
 */
export function noteOutcome(request: string, key: string, status: number, type = ''): void {
  if (status === 0 || (status >= 502 && status <= 504) || type === 'in-flight') noteUnsure(request, key)
  else if (status !== 401 && status !== 429 && type !== 'somebody-else') noteSettled(request)
}
