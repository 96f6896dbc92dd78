import { useSyncExternalStore } from 'react'

/** In which conversation the catalogue is open; the strip of a recovery and the composer both ask for it. */
let open: string | null = null
const listeners = new Set<() => void>()

export function openExtras(conversationId: string | null): void {
  open = conversationId
  for (const one of listeners) one()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useOpened = (): string | null => useSyncExternalStore(subscribe, () => open)
