import { useEffect, useRef, useState } from 'react'
import { api } from '#web/api/client.ts'

/**
 * Whether Tend was updated while this tab was open. Asked when the stream comes back, for an update ends it; a tab that
 * goes on with old code would call what is no longer there.
 */
export function useNews(connected: boolean): boolean {
  const first = useRef<string | null>(null)
  const [isOld, setOld] = useState(false)
  useEffect(() => {
    if (!connected) return
    api('GET /welcome').then(
      ({ version }) => {
        first.current ??= version
        setOld(first.current !== version)
      },
      () => {},
    )
  }, [connected])
  return isOld
}
