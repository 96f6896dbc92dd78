import { useState } from 'react'
import type { DraftReading, Observation } from '#care/draft.ts'
import type { Afterwards } from './useSending.ts'

/** The team chose that some checks stop a reply at Send. Once for each reason: the second press is “all the same”. */
export function useStops(ids: readonly string[] | undefined) {
  const [held, setHeld] = useState<{ why: Observation; afterwards: Afterwards } | null>(null)
  return {
    held,
    demands: (reading: DraftReading | null): Observation | undefined =>
      reading?.observations.find((one) => ids?.includes(one.id) && one.id !== held?.why.id),
    hold: (why: Observation, afterwards: Afterwards) => setHeld({ why, afterwards }),
    letGo: () => setHeld(null),
  }
}
