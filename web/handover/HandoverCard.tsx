import { lazy, Suspense, useState } from 'react'
import type { Handover } from '#contract/handover.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t, withTexts } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { BriefLines, HandoverLink, handoverSays } from './BriefLines.tsx'
import './handover.css'

const GiveBack = lazy(withTexts(() => import('./GiveBack.tsx')))

/** One handover that waits for a yes: the same on Today and in its conversation. */
export function HandoverCard({ handover, here }: { handover: Handover; here?: boolean }) {
  const me = useMe()
  const [asks, setAsks] = useState(false)
  const accept = useAction('POST /handovers/{id}/acceptance', {
    onDone: () => toast({ text: t('handover.taken', { who: handover.customerName }), lasts: 6000 }),
  })
  const withdraw = useAction('POST /handovers/{id}/withdrawal')
  const params = { id: handover.id }
  const mine = handover.toId === me.teammate.id
  const given = handover.fromId === me.teammate.id
  const isOpen = handover.state === 'open'
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return (
    <section
      tabIndex={here ? 0 : undefined}
      className={`handover-card ${handover.brief?.urgency ?? ''} ${isOpen && !mine && here ? 'short' : ''}`}
      aria-label={t('handover.label', { who: handover.customerName })}
    >
      <p className="says">
        {here ? (
          handoverSays(handover, me.teammate.id)
        ) : (
          <HandoverLink handover={handover} me={me.teammate.id} />
        )}{' '}
        <span className="meta">
          <Time at={handover.answeredAt ?? handover.madeAt} />
        </span>
      </p>
      {isOpen && mine && <BriefLines handover={handover} />}
      {isOpen && !mine && here && (
        <details>
          <summary>{t('handover.brief')}</summary>
          <BriefLines handover={handover} />
        </details>
      )}
      {isOpen && me.teammate.role !== 'observer' && (
        <div className="row">
          {mine && (
            <>
              <button
                type="button"
                className="button primary"
                disabled={accept.isPending}
                onClick={() => accept.mutate({ params })}
              >
                {t('handover.accept')}
              </button>
              <button type="button" className="button quiet" onClick={() => setAsks(true)}>
                {t('handover.return')}
              </button>
            </>
          )}
          {!mine && (given || isLead) && (
            <button
              type="button"
              className="button quiet"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate({ params })}
            >
              {t('handover.withdraw')}
            </button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {asks && <GiveBack handover={handover} onClose={() => setAsks(false)} />}
      </Suspense>
    </section>
  )
}
