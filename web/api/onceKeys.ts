const unsure = new Map<string, string>()

/** A key that nobody else has. Not `crypto.randomUUID`, which browsers keep from a Tend that is reached by plain http in one's own network. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The Idempotency-Key of a POST. When an answer never came, nobody knows whether the server acted; asking the very
 * same again must then carry the very same key, so that a reply sent twice by a person leaves once.
 */
export const keyFor = (request: string): string => unsure.get(request) ?? newKey()

/** Call after each try: an answer settles it; silence, or a gateway speaking for the server, does not. */
export function noteOutcome(request: string, key: string, status: number): void {
  if (status === 0 || (status >= 502 && status <= 504)) unsure.set(request, key)
  else unsure.delete(request)
}
