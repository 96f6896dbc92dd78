import { Fragment, lazy, Suspense, useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { QuietLane } from '#web/silence/QuietLane.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { wallClock } from '#web/ui/time.ts'
import { Cards, type Shown, useCards } from './Cards.tsx'
import { useLanding } from './carrying.ts'
import { isOwed } from './owed.ts'

const TellFirst = lazy(() => import('./TellFirst.tsx'))

type Lane = NonNullable<Shown['lane']>
const lanes: { id: Lane; label: TextKey }[] = [
  { id: 'late', label: 'promises.late' },
  { id: 'today', label: 'promises.today' },
  { id: 'week', label: 'promises.week' },
  { id: 'later', label: 'promises.later' },
  { id: 'waits', label: 'promises.waits' },
  { id: 'untold', label: 'promises.untold' },
]

/** The time a card gets where it is let go: a proposal, which whoever writes to the customer may change. */
function timeIn(lane: Lane): string | null {
  const at = new Date()
  if (lane === 'today') at.setHours(Math.max(17, at.getHours() + 1), 0, 0, 0)
  else if (lane === 'week') at.setDate(at.getDate() + 2)
  else if (lane === 'later') at.setDate(at.getDate() + 8)
  else return null
  if (lane !== 'today') at.setHours(12, 0, 0, 0)
  return wallClock(at)
}

/** Promises by time: late first. A card carried to another lane gets a new time, and the customer hears of it first. */
export function ByTime({ assignee: maker }: { assignee?: 'mine-or-nobody' }) {
  const calls = usePractice('callbacks')
  const [moving, setMoving] = useState<{ promise: Promised; due: string } | null>(null)
  return (
    <>
      {calls && <CallsWanted maker={maker} />}
      {lanes.map((lane) => (
        <Fragment key={lane.id}>
          {/* What is due this week can wait for whoever has heard nothing till today. */}
          {lane.id === 'week' && <QuietLane assignee={maker} />}
          <OneLane
            {...lane}
            {...(calls && { kind: 'word' })}
            maker={maker}
            onLand={(promise) => {
              const due = timeIn(lane.id)
              if (due) setMoving({ promise, due })
            }}
          />
        </Fragment>
      ))}
      <Suspense fallback={null}>
        {moving && <TellFirst promise={moving.promise} at={moving.due} onClose={() => setMoving(null)} />}
      </Suspense>
    </>
  )
}

/** Who wants to be rung, and when: a call has an hour of its own, and is late within the quarter. */
function CallsWanted({ maker }: { maker?: string }) {
  const query: Shown = { kind: 'callback', unsettled: 'true', ...(maker && { maker }) }
  const first = useCards(query)
  if (!first || first.items.length === 0) return null
  return (
    <section aria-labelledby="lane-calls" className="lane">
      <h2 id="lane-calls">
        {t('promises.calls')}{' '}
        <span className="meta">{first.next ? `${first.items.length}+` : first.items.length}</span>
      </h2>
      <ul className="stack">
        <Cards query={query} mayCarry={() => false} />
      </ul>
    </section>
  )
}

function OneLane({
  id,
  label,
  maker,
  kind,
  onLand,
}: {
  id: Lane
  label: TextKey
  maker?: string
  kind?: Promised['kind']
  onLand: (promise: Promised) => void
}) {
  const me = useMe()
  const query: Shown = { lane: id, ...(maker && { maker }), ...(kind && { kind }) }
  const first = useCards(query)
  const { over, landing } = useLanding(() => timeIn(id) !== null, onLand)
  const isEmpty = !first || first.items.length === 0
  // An empty lane is not shown, except where a card might be carried to.
  if (isEmpty && (timeIn(id) === null || !first)) return null
  return (
    <section
      aria-labelledby={`lane-${id}`}
      className={`lane ${isEmpty ? 'empty-lane' : ''} ${over ? 'over' : ''}`}
      {...landing}
    >
      <h2 id={`lane-${id}`} className={id}>
        {t(label)}{' '}
        <span className="meta">
          {isEmpty ? 0 : first.next ? `${first.items.length}+` : first.items.length}
        </span>
      </h2>
      {!isEmpty && (
        <ul className="stack">
          <Cards query={query} mayCarry={(promise) => isOwed(promise) && me.teammate.role !== 'observer'} />
        </ul>
      )}
    </section>
  )
}
