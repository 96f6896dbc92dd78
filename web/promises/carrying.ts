import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'

/** The card under the hand. The platform hides what is carried until it is dropped, and a place must know whether it may land. */
let carried: Promised | null = null
export const carry = (promise: Promised | null): void => void (carried = promise)

/** A place where a card may be let go; `takes` says whether this one may. The same is done by the card's buttons. */
export function useLanding(takes: (promise: Promised) => boolean, land: (promise: Promised) => void) {
  const [over, setOver] = useState(false)
  const mayLand = () => carried !== null && takes(carried)
  return {
    over,
    landing: {
      onDragOver: (event: React.DragEvent) => {
        if (!mayLand()) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: React.DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node)) setOver(false)
      },
      onDrop: (event: React.DragEvent) => {
        setOver(false)
        if (!mayLand()) return
        event.preventDefault()
        land(carried!)
        carried = null
      },
    },
  }
}
