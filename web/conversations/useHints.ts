import { useEffect, useState } from 'react'
import type { DraftReading, Observation } from '#care/draft.ts'
import { asksForSilence, chooseHint } from '#care/hints.ts'
import { useMe } from '#web/app/session.ts'
import {
  keepHearing,
  noteDismissed,
  noteShown,
  noteTaken,
  readHistory,
  takeBackDismissed,
} from '#web/care/hintHistory.ts'
import { awayFor, bringBack, keepAway, sendAway, useNotHere } from '#web/care/notHere.ts'

/** How long nobody types before anything is said. */
const pause = 800
/** How long it must stand to have been read; what a next word takes away before was in nobody's way. */
const readIn = 1500

/** The one hint to show, once typing stops; what was shown and taken is remembered, so that a check nobody takes mutes itself. */
export function useHints(reading: DraftReading | null, started: boolean, conversationId: string) {
  const me = useMe()
  const [settled, setSettled] = useState<DraftReading | null>(null)
  const [shown, setShown] = useState<string[]>([])
  const here = useNotHere(me.teammate.id, conversationId)
  const [tired, setTired] = useState<Observation | null>(null)
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
    /** Sent away so often that it asks whether it should be silent. */
    tired,
    dismiss: (one: Observation) => {
      keepAway(me.teammate.id, sendAway(awayFor(me.teammate.id), conversationId, one.id))
      noteDismissed(one.id)
      if (asksForSilence(one.id, { history: readHistory() })) setTired(one)
    },
    takeBack: (one: Observation) => {
      keepAway(me.teammate.id, bringBack(awayFor(me.teammate.id), conversationId, one.id))
      takeBackDismissed(one.id)
      setTired(null)
    },
    /** Asked, and answered either way: it begins to count anew. */
    decided: (one: Observation) => {
      keepHearing(one.id)
      setTired(null)
    },
  }
}
