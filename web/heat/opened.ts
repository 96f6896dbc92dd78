import { useSyncExternalStore } from 'react'

/** In which conversation somebody has asked for help with hard words, without any having been noticed. */
let open: string | null = null
const listeners = new Set<() => void>()

export function openHeat(conversationId: string | null): void {
  open = conversationId
  for (const one of listeners) one()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useOpened = (): string | null => useSyncExternalStore(subscribe, () => open)
