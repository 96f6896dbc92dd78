import { useEffect, useState } from 'react'
import type { DraftReading } from '#care/draft.ts'
import { chooseHint } from '#care/hints.ts'
import { useMe } from '#web/app/session.ts'
import { noteShown, noteTaken, readHistory } from '#web/care/hintHistory.ts'

/** How long nobody types before anything is said. */
const pause = 800
/** How long it must stand to have been read; what a next word takes away before was in nobody's way. */
const readIn = 1500

/** The one hint to show, once typing stops; what was shown and taken is remembered, so that a check nobody takes mutes itself. */
export function useHints(reading: DraftReading | null, started: boolean) {
  const me = useMe()
  const [settled, setSettled] = useState<DraftReading | null>(null)
  const [shown, setShown] = useState<string[]>([])
  const [here, setHere] = useState<string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reading), pause)
    return () => clearTimeout(timer)
  }, [reading])
  // The next letter begins anew.
  useEffect(() => {
    if (!started) setShown([])
  }, [started])
  const hint =
    started && settled
      ? chooseHint(settled.observations, {
          shownInThisReply: shown,
          dismissedHere: here,
          dismissedForMe: me.preferences.checksOff,
          history: readHistory(),
        })
      : null
  const id = hint?.id
  useEffect(() => {
    if (!id || shown.includes(id)) return
    const timer = setTimeout(() => {
      setShown((before) => [...before, id])
      noteShown(id)
    }, readIn)
    return () => clearTimeout(timer)
  }, [id, shown])
  // A hint whose reason has gone was taken; one that was sent away, or whose text was deleted, was not.
  const [taken, setTaken] = useState<string[]>([])
  useEffect(() => {
    if (!settled || !started) return
    const gone = shown.filter(
      (one) =>
        !taken.includes(one) &&
        !here.includes(one) &&
        !me.preferences.checksOff.includes(one) &&
        !settled.observations.some((observation) => observation.id === one),
    )
    if (gone.length === 0) return
    for (const one of gone) noteTaken(one)
    setTaken((before) => [...before, ...gone])
  }, [settled, started, shown, here, taken, me.preferences.checksOff])
  return {
    hint,
    notHere: (which: string, dismissed: boolean) =>
      setHere((before) => (dismissed ? [...before, which] : before.filter((one) => one !== which))),
  }
}
