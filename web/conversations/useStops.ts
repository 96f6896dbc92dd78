import { useState } from 'react'
import type { DraftReading, Observation } from '#care/draft.ts'
import type { Afterwards } from './useSending.ts'

/** Why a reply goes although a check holds it; `about` is what the check said, so that the next thing it says is held again. */
export interface Excuse {
  check: string
  about: string
  reason: string
}

/** The team chose that some checks stop a reply at Send. Each reason to stop wants one line why it goes all the same. */
export function useStops(ids: readonly string[] | undefined) {
  const [held, setHeld] = useState<{ why: Observation; afterwards: Afterwards } | null>(null)
  const [excuses, setExcuses] = useState<readonly Excuse[]>([])
  return {
    held,
    excuses,
    demands: (reading: DraftReading | null, excused: readonly Excuse[]): Observation | undefined =>
      reading?.observations.find(
        (one) =>
          ids?.includes(one.id) &&
          !excused.some(({ check, about }) => check === one.id && about === one.reason),
      ),
    hold: (why: Observation, afterwards: Afterwards) => setHeld({ why, afterwards }),
    excuse: ({ id, reason: about }: Observation, reason: string): readonly Excuse[] => {
      const all = [...excuses, { check: id, about, reason }]
      setExcuses(all)
      return all
    },
    letGo: () => setHeld(null),
    /** It was sent: the next reply has reasons of its own. */
    forget: () => {
      setHeld(null)
      setExcuses([])
    },
  }
}
