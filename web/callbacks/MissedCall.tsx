import { lazy, Suspense } from 'react'
import { withTexts } from '#web/text/t.ts'
import { setMissed, useMissed } from './missed.ts'

const NotReached = lazy(withTexts(() => import('./NotReached.tsx')))

/** Stands in the frame: what to do after a call that nobody took, wherever one was when one rang. */
export function MissedCall() {
  const missed = useMissed()
  if (!missed) return null
  return (
    <Suspense fallback={null}>
      <NotReached key={missed.id} call={missed} onClose={() => setMissed(null)} />
    </Suspense>
  )
}
