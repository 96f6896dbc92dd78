import { useEffect } from 'react'
import { hear } from '#web/api/live.ts'
import { fillShelf, forgetAllRead } from './keeping.ts'

/** Not while somebody who has just come in waits for their first screens. */
const firstAfter = 20_000
const againEvery = 10 * 60_000

/** Nothing is asked of a machine that is busy painting. */
const whenIdle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 5000 }) : setTimeout(work, 0)

/** One window of this browser keeps for all. Without locks (no https) there is no shell to open it with either. */
const fillAlone = () =>
  void navigator.locks
    ?.request('tend.keeping', { ifAvailable: true }, async (lock) => {
      if (lock) await fillShelf()
    })
    .catch(() => {})

/** Keeps the last conversations and the shell at hand for when the line goes; a person erased goes from here too. */
export function useKeeping(connected: boolean): void {
  useEffect(() => {
    const isBuilt = (import.meta as { env?: { PROD?: boolean } }).env?.PROD
    const start = setTimeout(() => {
      if (isBuilt) void navigator.serviceWorker?.register('/sw.js').catch(() => {})
    }, firstAfter)
    return () => clearTimeout(start)
  }, [])
  useEffect(() => {
    if (!connected) return
    const start = setTimeout(() => whenIdle(fillAlone), firstAfter)
    const again = setInterval(() => whenIdle(fillAlone), againEvery)
    return () => {
      clearTimeout(start)
      clearInterval(again)
    }
  }, [connected])
  useEffect(
    () =>
      hear((event) => {
        if (event.type === 'customer.erased')
          void forgetAllRead()
            .then(() => whenIdle(fillAlone))
            .catch(() => {})
      }),
    [],
  )
}
