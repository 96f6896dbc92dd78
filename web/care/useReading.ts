import { useEffect, useRef, useState } from 'react'
import { askReader, type Questions, type Task } from './reader.ts'

/**
 * What the reader says of something that changes while it is read. One question is under way at a time; whatever changed
 * meanwhile is asked once, as it is then. Null before the first answer, and where there is nothing to ask.
 */
export function useReading<T extends Task>(
  task: T,
  asked: Questions[T]['asked'] | null,
): Questions[T]['told'] | null {
  const [told, setTold] = useState<Questions[T]['told'] | null>(null)
  const next = useRef<Questions[T]['asked'] | null>(null)
  const isAsking = useRef(false)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])
  useEffect(() => {
    next.current = asked
    if (asked === null) return setTold(null)
    if (isAsking.current) return
    const go = async () => {
      isAsking.current = true
      while (next.current !== null && !gone.current) {
        const now = next.current
        next.current = null
        // A reader that broke says nothing: the letter can be written all the same.
        const answer = await askReader(task, now).catch(() => null)
        if (!gone.current && answer) setTold(answer)
      }
      isAsking.current = false
    }
    void go()
  }, [task, asked])
  return told
}
