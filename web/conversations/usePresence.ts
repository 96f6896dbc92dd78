import { useEffect } from 'react'
import { api } from '#web/api/client.ts'
import { afterPaint } from '#web/ui/afterPaint.ts'

/** Forgotten by the server after 15 seconds, so said again before; typing is believed for as long as one breath takes. */
const beatEvery = 8000
const breath = 10_000
let typed = { id: '', at: 0, said: 0 }

const say = (id: string, doing: 'looking' | 'typing' | 'gone') =>
  void api('PUT /conversations/{id}/presence', {
    params: { id },
    body: { doing },
    keepalive: doing === 'gone',
  }).catch(() => {})

const isTyping = (id: string) => typed.id === id && Date.now() - typed.at < breath

/** For the composer, with each change: colleagues see that somebody writes here, and not only for a moment. */
export function noteTyping(id: string): void {
  const said = typed.id === id ? typed.said : 0
  typed = { id, at: Date.now(), said }
  if (Date.now() - said < beatEvery) return
  typed.said = Date.now()
  say(id, 'typing')
}

/** I am looking or writing here, while the window is in front. */
export function usePresence(id: string): void {
  useEffect(() => {
    // A colleague may hear of it a frame later; whoever goes from one to the next does not wait for the telling.
    const notYet = afterPaint(() => say(id, 'looking'))
    const beat = setInterval(
      () => document.visibilityState === 'visible' && say(id, isTyping(id) ? 'typing' : 'looking'),
      beatEvery,
    )
    return () => {
      notYet()
      clearInterval(beat)
      typed = { id: '', at: 0, said: 0 }
      afterPaint(() => say(id, 'gone'))
    }
  }, [id])
}
