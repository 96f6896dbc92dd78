const unsure = new Map<string, string>()

/**
 * The Idempotency-Key of a POST. When an answer never came, nobody knows whether the server acted; asking the very
 * same again must then carry the very same key, so that a reply sent twice by a person leaves once.
 */
export const keyFor = (request: string): string => unsure.get(request) ?? crypto.randomUUID()

/** Call after each try: an answer settles it; silence, or a gateway speaking for the server, does not. */
export function noteOutcome(request: string, key: string, status: number): void {
  if (status === 0 || (status >= 502 && status <= 504)) unsure.set(request, key)
  else unsure.delete(request)
}
