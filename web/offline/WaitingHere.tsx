import { t } from '#web/text/t.ts'
import { useWaitingOf } from './useWaiting.ts'
import { WaitingList } from './WaitingList.tsx'

/** In a conversation, above the answer: what was done here and waits, or what did not leave. */
export function WaitingHere({ id }: { id: string }) {
  const all = useWaitingOf(id)
  if (all.length === 0) return null
  const hasStopped = all.some((one) => one.stopped)
  return (
    <section
      className="waiting-here"
      role={hasStopped ? 'alert' : 'status'}
      aria-label={t(hasStopped ? 'offline.stoppedHere' : 'offline.title')}
    >
      <WaitingList all={all} here />
    </section>
  )
}
