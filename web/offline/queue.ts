import type { Words } from '#web/conversations/draftStore.ts'

/** What may wait for the line: whatever is still right when it happens an hour later. */
export const mayWait = [
  'POST /conversations/{id}/replies',
  'POST /conversations/{id}/notes',
  'POST /conversations/{id}/closing',
  'POST /conversations/{id}/reopening',
  'POST /conversations/{id}/snoozing',
  'POST /conversations/{id}/assignment',
  'POST /conversations/{id}/tags',
  'DELETE /conversations/{id}/tags/{tagId}',
] as const
export type MayWait = (typeof mayWait)[number]
export const isPatient = (key: string): key is MayWait => (mayWait as readonly string[]).includes(key)

/** One that is being asked for just now, as what waits is told of. */
export const willBe = (key: MayWait, params: Waiting['params'], body?: Waiting['body']): Waiting => ({
  n: 0,
  key,
  params,
  body,
  once: '',
  since: 0,
  name: '',
  gist: '',
  tries: 0,
})

/** Somebody's message that a reply crossed. */
export interface Crossing {
  id: string
  from: string | null
  text: string
}
/** `arrived`: it was taken back, but had arrived before. */
export type Because = 'crossed' | 'refused' | 'too-old' | 'behind' | 'arrived'

/** One thing that waits, or that came to a stop and says why. */
export interface Waiting {
  n: number
  key: MayWait
  params: { id: string } & Record<string, string>
  body?: Record<string, unknown>
  /** Its Idempotency-Key, from the first try on: however often it is asked for, it happens once. */
  once: string
  since: number
  /** Whose matter, as it is called on the screen. */
  name: string
  /** The first words of what was written. */
  gist: string
  /** A reply or a note as the composer has it, to be put back there. */
  words?: Words
  tries: number
  /** A try got no answer: it may have arrived. */
  left?: boolean
  /** It is to be taken back, should it turn out not to have arrived. */
  takenBack?: boolean
  stopped?: { because: Because; says: string; crossed: Crossing[] }
}

/**
 * The server forgets an Idempotency-Key after 24 hours; later nobody could say whether a first try got through. And words
 * that are a day old want another look before they leave.
 */
export const longestWait = 20 * 3_600_000

const writes = (one: Waiting) => one.key.endsWith('/replies')
/** Said in words, which nobody says twice by pressing twice. */
export const isWritten = (key: string): boolean => /\/(replies|notes)$/.test(key)

/** The first that may go. Behind something that stopped, nothing of that matter goes on as if it had not, notes excepted. */
export function nextToGo(all: readonly Waiting[]): Waiting | undefined {
  return all.find((one) => !one.stopped)
}

/** Those that were meant to follow a reply that did not leave: done, later, the next reply. */
export const behind = (stopped: Waiting, all: readonly Waiting[]): Waiting[] =>
  writes(stopped)
    ? all.filter(
        (one) =>
          one.n > stopped.n &&
          !one.stopped &&
          one.params.id === stopped.params.id &&
          /\/(replies|closing|snoozing)$/.test(one.key),
      )
    : []

export type Follows =
  | { what: 'sent' }
  /** No answer, or none that settles it: the same again with the same key, and nothing behind it before. */
  | { what: 'again' }
  | { what: 'stopped'; because: Because; says: string; crossed: Crossing[] }

/** What follows from an answer; `problem` null where it was done. */
export function whatFollows(
  problem: { status: number; type: string; title: string; messages?: unknown } | null,
  tries: number,
): Follows {
  if (!problem) return { what: 'sent' }
  const { status, type, title } = problem
  const isSilent = status === 0 || (status >= 502 && status <= 504)
  // Signed out, somebody else in, too fast, or the same still at work: none of them says anything about this request.
  if (isSilent || status === 401 || status === 429 || /^(in-flight|somebody-else)$/.test(type))
    return { what: 'again' }
  // A server that stumbles over one thing must not keep the others waiting for ever.
  if (status >= 500 && tries < 3) return { what: 'again' }
  if (type === 'crossed')
    return { what: 'stopped', because: 'crossed', says: title, crossed: problem.messages as Crossing[] }
  return { what: 'stopped', because: 'refused', says: title, crossed: [] }
}

export const isTooOld = (one: Waiting, now: number): boolean => now - one.since > longestWait
