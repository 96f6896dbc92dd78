import { useSyncExternalStore } from 'react'
import { waitingNow, watchWaiting } from './line.ts'
import type { Waiting } from './queue.ts'

/** Everything that waits for the line, or came to a stop. */
export const useWaiting = (): readonly Waiting[] => useSyncExternalStore(watchWaiting, waitingNow)

/** What of it is about one conversation. */
export const useWaitingOf = (id: string): readonly Waiting[] =>
  useWaiting().filter((one) => one.params.id === id)
