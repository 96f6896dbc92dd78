import { useEffect, useState } from 'react'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'

const key = ['GET /me/notifications', null, null] as const

/** Until when I am heads-down: nothing of the house comes to me but an urgent call. Null: I am not. It ends by itself. */
export function useHeadsDown(): string | null {
  const { data } = useApi('GET /me/notifications')
  return data?.holdUntil ?? null
}

/** The same outside of a screen, as far as it is known. */
export const isHeadsDown = (): boolean =>
  (queryClient.getQueryData<{ holdUntil: string | null }>(key)?.holdUntil ?? null) !== null

export async function goHeadsDown(minutes: number): Promise<void> {
  queryClient.setQueryData(key, await api('PUT /me/hold', { body: { minutes } }))
}

/** What would have been said meanwhile; it is told in one word afterwards. */
let held = 0
const listeners = new Set<() => void>()
export function holdBack(): void {
  held++
  for (const listener of listeners) listener()
}

/** Calls back once it is over, with how much was held. Asked again at its end, not counted down: the server knows. */
export function useItsEnd(until: string | null, over: (held: number) => void): void {
  const [was, setWas] = useState(until)
  useEffect(() => {
    if (!until) return
    // A day-long timer is cut by the browser; nobody is heads-down for so long.
    const left = Math.max(1000, Date.parse(until) - Date.now() + 500)
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: key }), left)
    return () => clearTimeout(timer)
  }, [until])
  useEffect(() => {
    if (was && !until) {
      over(held)
      held = 0
    }
    if (was !== until) setWas(until)
  }, [was, until, over])
}

/** Whose faces I see: while heads-down nobody who only looks, for that needs nothing of me. Who writes here stays in sight. */
export function useSeenViewers<V extends { teammateId: string; doing: string }>(
  viewers: readonly V[],
): readonly V[] {
  const me = useMe()
  const quiet = useHeadsDown() !== null
  return viewers.filter((one) => one.teammateId !== me.teammate.id && (!quiet || one.doing === 'typing'))
}
