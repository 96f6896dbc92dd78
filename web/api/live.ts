import { useEffect, useState } from 'react'
import type { LiveEvent } from '#contract/house.ts'
import { queryClient } from './query.ts'

const listeners = new Set<(event: LiveEvent) => void>()
/** Hears live events, such as a nudge for me. */
export const hear = (listener: (event: LiveEvent) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const affects = (event: LiveEvent, key: string, params: Record<string, string> | null): boolean => {
  if (key.startsWith('GET /conversations/{id}')) return params?.id === event.conversationId
  if (event.type === 'presence.changed') return key === 'GET /conversations'
  if (key.startsWith('GET /customers/{id}')) return params?.id === event.customerId
  if (key.startsWith('GET /conversations') || key === 'GET /today' || key === 'GET /search') return true
  if (key.startsWith('GET /promises'))
    return event.type.startsWith('promise.') || event.type === 'reply.undone'
  if (key === 'GET /customers') return event.type.startsWith('customer.') || event.type === 'message.received'
  if (/GET \/(me|teammates|inboxes|company)/.test(key)) return /^(teammate|inbox|company)\./.test(event.type)
  if (key === 'GET /mailboxes' || key === 'GET /health')
    return event.type.startsWith('mail') || event.type.startsWith('letter')
  if (key === 'GET /frameworks') return event.type === 'framework.changed'
  return false
}

/** One stream for the app: what changed is read again through the normal permission check. Returns whether we are connected. */
export function useLive(): boolean {
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let pending: LiveEvent[] = []
    let frame: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      frame = undefined
      const events = pending
      pending = []
      void queryClient.invalidateQueries({
        predicate: (query) =>
          events.some((event) => affects(event, String(query.queryKey[0]), query.queryKey[1] as never)),
      })
    }
    const source = new EventSource('/api/v1/events')
    let wasLost = false
    source.addEventListener('hello', () => {
      setConnected(true)
      if (wasLost) void queryClient.invalidateQueries()
      wasLost = false
    })
    source.addEventListener('change', (message) => {
      const event = JSON.parse((message as MessageEvent<string>).data) as LiveEvent
      for (const listener of listeners) listener(event)
      pending.push(event)
      frame ??= setTimeout(flush, 40)
    })
    source.onerror = () => {
      wasLost = true
      setConnected(false)
    }
    return () => {
      source.close()
      clearTimeout(frame)
    }
  }, [])
  return connected
}
