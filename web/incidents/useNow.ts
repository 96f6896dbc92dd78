import { useEffect, useState } from 'react'
import { queryClient } from '#web/api/cache.ts'

/** This moment, again every half minute, for what says how long something still takes. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/**
 * While letters leave, what stands on the screen is read again every other second. Each letter is an event of its own; to read at each
 * of them would ask for the same thing hundreds of times a minute.
 */
export function useFollowing(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => {
      if (queryClient.isFetching({ predicate: isIncident }) === 0)
        void queryClient.invalidateQueries({ predicate: isIncident })
    }, 2000)
    return () => clearInterval(timer)
  }, [active])
}

const isIncident = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  String(queryKey[0]).startsWith('GET /incidents')
