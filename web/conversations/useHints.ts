import { useEffect, useMemo, useState } from 'react'
import type { DraftReading } from '#care/draft.ts'
import { chooseHint } from '#care/hints.ts'
import { useMe } from '#web/app/session.ts'

const store = 'tend.hints'
type History = Record<string, { shown: number; taken: number }>
function readHistory(): History {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '{}') as History
  } catch {
    return {}
  }
}

/** The one hint to show, 800 ms after typing stops; what was shown and taken is remembered, so that a check nobody takes mutes itself. */
export function useHints(reading: DraftReading | null, started: boolean) {
  const me = useMe()
  const [settled, setSettled] = useState<DraftReading | null>(null)
  const [shown, setShown] = useState<string[]>([])
  const [here, setHere] = useState<string[]>([])
  const history = useMemo(readHistory, [])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reading), 800)
    return () => clearTimeout(timer)
  }, [reading])
  const hint =
    started && settled
      ? chooseHint(settled.observations, {
          shownInThisReply: shown,
          dismissedHere: here,
          dismissedForMe: me.preferences.checksOff,
          history,
        })
      : null
  useEffect(() => {
    if (!hint || shown.includes(hint.id)) return
    setShown((before) => [...before, hint.id])
    const past = history[hint.id] ?? { shown: 0, taken: 0 }
    history[hint.id] = { ...past, shown: past.shown + 1 }
    localStorage.setItem(store, JSON.stringify(history))
  }, [hint, shown, history])
  // A hint whose reason has gone was taken.
  useEffect(() => {
    if (!settled) return
    for (const id of shown)
      if (!settled.observations.some((one) => one.id === id) && history[id]) {
        history[id] = { ...history[id], taken: Math.min(history[id].shown, history[id].taken + 1) }
        localStorage.setItem(store, JSON.stringify(history))
      }
  }, [settled, shown, history])
  return { hint, notHere: (id: string) => setHere((before) => [...before, id]) }
}
