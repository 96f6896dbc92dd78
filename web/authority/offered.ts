import { useEffect, useRef } from 'react'

let taker: ((sentence: string) => void) | null = null

/** Offers a sentence to the reply that is being written; false where none is open. */
export function offerSentence(sentence: string): boolean {
  taker?.(sentence)
  return taker !== null
}

/** The composer takes what is offered, at the end of what stands there. */
export function useOfferedSentence(take: (sentence: string) => void, isReply: boolean): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (!isReply) return
    const mine = (sentence: string) => latest.current(sentence)
    taker = mine
    return () => {
      if (taker === mine) taker = null
    }
  }, [isReply])
}
