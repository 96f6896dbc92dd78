import { useEffect } from 'react'
import { api } from '#web/api/client.ts'

/** I am looking here, while the window is in front; typing is said by the composer. */
export function usePresence(id: string): void {
  useEffect(() => {
    const say = (doing: 'looking' | 'gone') =>
      void api('PUT /conversations/{id}/presence', {
        params: { id },
        body: { doing },
        keepalive: doing === 'gone',
      }).catch(() => {})
    say('looking')
    const beat = setInterval(() => document.visibilityState === 'visible' && say('looking'), 10_000)
    return () => {
      clearInterval(beat)
      say('gone')
    }
  }, [id])
}
