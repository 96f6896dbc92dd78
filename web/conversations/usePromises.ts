import { useMemo, useState } from 'react'
import type { DraftReading } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'

/** A promise stays the same one while words around it change. */
export const idOf = (promise: FoundPromise): string => promise.quote.toLowerCase().replace(/\W+/g, ' ').trim()

/** The promises in a draft: noticed by care language, kept with Tab, declined with Esc. */
export function usePromises(reading: DraftReading | null, caret: number, first: readonly string[]) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(first))
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () => (reading?.promises ?? []).filter((one) => !one.hold && !refused.has(idOf(one))),
    [reading, refused],
  )
  const mine = found.filter((one) => kept.has(idOf(one)))
  const open = found.filter((one) => !kept.has(idOf(one)))
  return {
    found,
    kept,
    mine,
    open,
    /** The one whose chip shows: where the caret stands, or has just left. */
    atCaret: caret < 0 ? undefined : open.find((one) => caret >= one.start && caret <= one.end + 2),
    keep: (promise: FoundPromise) => setKept((before) => new Set(before).add(idOf(promise))),
    decline: (promise: FoundPromise) => setRefused((before) => new Set(before).add(idOf(promise))),
    set: (ids: readonly string[]) => {
      setKept(new Set(ids))
      setRefused(new Set())
    },
  }
}
