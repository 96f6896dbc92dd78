import { useEffect, useState } from 'react'
import type { Typed } from './typed.ts'

/** Whether something is offered for what is being typed: not again for what was sent away, and in a reply a name is asked about once. */
export function useOffered(typed: Typed | null, kind: 'reply' | 'note') {
  const [away, setAway] = useState<number | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!typed) setAway(null)
  }, [typed])
  const wants =
    typed !== null &&
    typed.from !== away &&
    (typed.sign === ':' ? typed.term.length > 1 || typed.term === '+' : kind === 'note' || !asked)
  return {
    typed: wants ? typed : null,
    shut: () => {
      setAway(typed?.from ?? null)
      if (kind === 'reply' && typed?.sign !== ':') setAsked(true)
    },
    /** The next reply is asked anew. */
    forget: () => setAsked(false),
  }
}
