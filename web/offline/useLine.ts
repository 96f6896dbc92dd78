import { useEffect } from 'react'
import { queryClient } from '#web/api/cache.ts'
import { onSent, openLine, sendWaiting } from './line.ts'
import { useWaiting } from './useWaiting.ts'

/** A line may be back before anything says so. */
const askEvery = 10_000

/** Sends what waits as soon as the line is back, and keeps trying while something does. */
export function useLine(connected: boolean): void {
  const isWaiting = useWaiting().some((one) => !one.stopped)
  useEffect(() => {
    void openLine()
    return onSent(() => void queryClient.invalidateQueries())
  }, [])
  useEffect(() => {
    if (!isWaiting) return
    if (connected) void sendWaiting()
    const hurry = () => void sendWaiting()
    const again = setInterval(hurry, askEvery)
    addEventListener('online', hurry)
    return () => {
      clearInterval(again)
      removeEventListener('online', hurry)
    }
  }, [connected, isWaiting])
}
