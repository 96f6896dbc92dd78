import { useEffect, useRef, useState } from 'react'

let inHand: { rows: readonly { id: string; status: string }[]; at: number; view: string } | null = null

/**
 * Who waits behind somebody in the list that is being worked through; null where that list has nobody more, or is Tend's own order of
 * what is for me, which begins with the most pressing.
 */
export function followingInList(id: string): string | null {
  if (!inHand || inHand.view === 'for-me') return null
  const place = inHand.rows.findIndex((row) => row.id === id)
  const behind = inHand.rows.slice(place < 0 ? inHand.at : place + 1)
  return behind.find((row) => row.status === 'open')?.id ?? null
}

/** Where the keys stood, and in which row. */
export interface Place {
  id: string
  index: number
}

/**
 * Where the keys stand now: with the same person, wherever the list has moved them; where that person has left the list, at the one
 * who took their place.
 */
export function placeIn(rows: readonly { id: string }[], stood: Place): number {
  const index = stood.id ? rows.findIndex((row) => row.id === stood.id) : -1
  return index >= 0 ? index : Math.max(0, Math.min(stood.index, rows.length - 1))
}

/** The keys stand with a person, not with a line: a letter that comes in on top moves nobody under them. */
export function usePlace(
  rows: readonly { id: string; status: string }[],
  view: string,
  openId: string | null,
): { at: number; standAt: (id: string) => void; stands: boolean } {
  const [id, standAt] = useState('')
  const before = useRef({ index: 0, view })
  const here = before.current.view === view ? before.current.index : 0
  const isListed = openId !== null && rows.some((row) => row.id === openId)
  const now = isListed ? openId : id
  const at = placeIn(rows, { id: now, index: here })
  useEffect(() => {
    const isNew = before.current.view !== view
    before.current = { index: at, view }
    // Who took the place of somebody who left keeps it; where nobody has moved yet, the first is the first.
    const next = isListed
      ? openId
      : isNew
        ? ''
        : id && !openId && rows[at] && !rows.some((row) => row.id === id)
          ? rows[at].id
          : id
    // Not what it is already: React takes fifty presses in a row that each set a state after it for an endless loop.
    if (next !== id) standAt(next)
  }, [at, view, id, isListed, openId, rows])
  useEffect(() => {
    inHand = { rows, at, view }
    return () => {
      inHand = null
    }
  }, [rows, at, view])
  return { at, standAt, stands: now !== '' }
}
