import { useEffect, useState } from 'react'
import type { LiveEvent } from '#contract/house.ts'
import { forgetPlans, readAgain } from './again.ts'
import { queryClient } from './cache.ts'

const listeners = new Set<(event: LiveEvent) => void>()
/** Hears live events, such as a nudge for me. */
export const hear = (listener: (event: LiveEvent) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A stream that comes back within this is not worth a word. */
const unsaidFor = 2000
const longestWait = 30_000

/**
 * Opens the stream and keeps it open. A lost connection the browser mends by itself; after a refusal (a server that is
 * starting, a proxy, a sign-in that has ended) it never tries again, so we do, and ask who we still are.
 */
function stayOpen(on: {
  change: (event: LiveEvent) => void
  lost: () => void
  back: () => void
}): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  let wait = 1000
  const open = () => {
    clearTimeout(again)
    source = new EventSource('/api/v1/events')
    source.addEventListener('hello', () => {
      wait = 1000
      on.back()
    })
    source.addEventListener('change', (message) =>
      on.change(JSON.parse((message as MessageEvent<string>).data) as LiveEvent),
    )
    source.onerror = () => {
      on.lost()
      if (source.readyState !== EventSource.CLOSED) return
      void queryClient.invalidateQueries({ queryKey: ['GET /me'] })
      again = setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }
  const hurry = () => {
    if (source.readyState === EventSource.CLOSED) open()
    else if (source.readyState === EventSource.OPEN) on.back()
  }
  // A stream may hang for minutes before the browser calls it lost. When the network goes, one question tells whether
  // Tend went with it: on the same machine it did not.
  const ask = () => void fetch('/healthz', { cache: 'no-store' }).catch(() => on.lost())
  addEventListener('online', hurry)
  addEventListener('offline', ask)
  open()
  return () => {
    removeEventListener('online', hurry)
    removeEventListener('offline', ask)
    clearTimeout(again)
    source.close()
  }
}

/** One stream for the app: what changed is read again through the normal permission check. Returns whether we are connected. */
export function useLive(): boolean {
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let saying: ReturnType<typeof setTimeout> | undefined
    let wasLost = false
    const close = stayOpen({
      change: (event) => {
        for (const listener of listeners) listener(event)
        readAgain([event])
      },
      lost: () => {
        wasLost = true
        saying ??= setTimeout(() => setConnected(false), unsaidFor)
      },
      back: () => {
        clearTimeout(saying)
        saying = undefined
        setConnected(true)
        if (wasLost) void queryClient.invalidateQueries()
        wasLost = false
      },
    })
    return () => {
      close()
      forgetPlans()
      clearTimeout(saying)
    }
  }, [])
  return connected
}
