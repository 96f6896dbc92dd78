import { useMemo, useState } from 'react'
import type { DraftReading } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'

/** A promise stays the same one while words around it change. */
export const idOf = (promise: Pick<FoundPromise, 'quote'>): string =>
  promise.quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Kept or declined while its sentence was still being written, in the middle of a word perhaps: the reader is a moment
 * behind the hand. With letters added behind, it is the same promise; and so it is without the words behind that turned
 * out to begin something else.
 */
export function isAmong(ids: ReadonlySet<string>, promise: Pick<FoundPromise, 'quote'>): boolean {
  const id = idOf(promise)
  return [...ids].some((one) => id.startsWith(one) || one.startsWith(`${id} `))
}

/** What was said of the promises in a draft so far, by `idOf`. */
interface Decided {
  kept: readonly string[]
  refused: readonly string[]
}

/** What of a draft's promises is put on the board with it. */
export const keptIn = (reading: DraftReading, { kept, refused }: Decided): FoundPromise[] =>
  reading.promises.filter(
    (one) => !one.hold && isAmong(new Set(kept), one) && !isAmong(new Set(refused), one),
  )

/** What has a time and yet is not put on the board: nobody has said that it is no promise. */
export const leftOutOf = (reading: DraftReading, { kept, refused }: Decided): FoundPromise[] => {
  const decided = new Set([...kept, ...refused])
  return reading.promises.filter((one) => one.due && !one.hold && !isAmong(decided, one))
}

/** The promises in a draft: noticed by care language, kept with Tab, declined with Esc. */
export function usePromises(reading: DraftReading | null, caret: number, first: Decided) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(first.kept))
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set(first.refused))
  const found = useMemo(
    () => (reading?.promises ?? []).filter((one) => !one.hold && !isAmong(refused, one)),
    [reading, refused],
  )
  const mine = useMemo(
    () => (reading ? keptIn(reading, { kept: [...kept], refused: [...refused] }) : []),
    [reading, kept, refused],
  )
  const open = found.filter((one) => !isAmong(kept, one))
  return {
    found,
    kept,
    refused,
    mine,
    open,
    /** The one whose chip shows: where the caret stands, or has just left. */
    atCaret: caret < 0 ? undefined : open.find((one) => caret >= one.start && caret <= one.end + 2),
    keep: (promise: FoundPromise) => setKept((before) => new Set(before).add(idOf(promise))),
    decline: (promise: FoundPromise) => setRefused((before) => new Set(before).add(idOf(promise))),
    set: (decided: Decided) => {
      setKept(new Set(decided.kept))
      setRefused(new Set(decided.refused))
    },
  }
}
