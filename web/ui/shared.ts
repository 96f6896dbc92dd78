import { useSyncExternalStore } from 'react'

interface Shared<T> {
  set: (value: T) => void
  use: () => T
}

/** One value that places far apart on the screen set and show, such as what stands open, and where. */
export function shared<T>(first: T): Shared<T> {
  let value = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    set(next) {
      value = next
      for (const one of listeners) one()
    },
    use: () => useSyncExternalStore(subscribe, () => value),
  }
}
