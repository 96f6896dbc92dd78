import { useEffect, useRef, useState } from 'react'
import type { DraftContext, DraftReading } from '#care/draft.ts'

/** The care line's reading of a draft; null until something is written. A newer draft overtakes an older reading. */
export function useCare(draft: string, context: DraftContext): DraftReading | null {
  const worker = useRef<Worker | null>(null)
  const newest = useRef(0)
  const [reading, setReading] = useState<DraftReading | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('./care.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<{ id: number; reading: DraftReading }>) => {
      if (data.id === newest.current) setReading(data.reading)
    }
    worker.current = made
    return () => made.terminate()
  }, [])
  useEffect(() => {
    worker.current?.postMessage({ id: ++newest.current, draft, context })
  }, [draft, context])
  return reading
}
