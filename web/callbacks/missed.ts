import { useSyncExternalStore } from 'react'
import type { Answer } from '#web/api/client.ts'

export type Missed = Answer<'POST /callbacks/{id}/calling'>

let missed: Missed | null = null
const listeners = new Set<() => void>()

/** A call nobody took; its card goes from the board in the same moment, so what follows is asked by the frame. */
export function setMissed(call: Missed | null): void {
  missed = call
  for (const listener of listeners) listener()
}

export const useMissed = (): Missed | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => missed,
  )
