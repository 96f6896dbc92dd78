/**
 * Waits until something is so, and returns it: what another process does in its own time. Throws with `what` and the last
 * error after `seconds`; generous, since the machine may be busy.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  seconds = 60,
): Promise<T> {
  const giveUp = performance.now() + seconds * 1000
  let last: unknown
  for (;;) {
    try {
      const found = await look()
      if (found) return found
      last = undefined
    } catch (error) {
      last = error
    }
    if (performance.now() > giveUp)
      throw new Error(
        `${what}: it did not come about within ${seconds} s${last ? ` (${(last as Error).message})` : ''}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
