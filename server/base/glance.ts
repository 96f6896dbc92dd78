import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<Map<string, Promise<unknown>>>()

/**
 * Reads one screen: what its parts all need to know (the time, a setting, who asks) is asked once, so that they fit together
 * and ask no more than they must. For reading only: a change within would not be seen. `now` is what the clock says, where it has
 * been asked already.
 */
export const atAGlance = <T>(work: () => Promise<T>, now?: Date): Promise<T> =>
  current.getStore()
    ? work()
    : current.run(new Map<string, Promise<unknown>>(now && [['clock', Promise.resolve(now)]]), work)

/** Asks, or answers as it was answered before at this glance. Outside of one it always asks. */
export function once<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const seen = current.getStore()
  if (!seen) return ask()
  const before = seen.get(what) as Promise<T> | undefined
  if (before) return before
  const answer = ask()
  seen.set(what, answer)
  return answer
}

/** Whether this is asked at a glance. */
export const isAtAGlance = (): boolean => current.getStore() !== undefined

/** What was seen has changed: it is asked anew. */
export function unsee(...all: string[]): void {
  for (const what of all) current.getStore()?.delete(what)
}
