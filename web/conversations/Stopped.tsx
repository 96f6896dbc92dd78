import { Link } from 'wouter'
import type { Observation } from '#care/draft.ts'
import { t } from '#web/text/t.ts'

/** A reply that the team's own rule holds back: why, and the way past it. */
export function Stopped({
  why,
  onBack,
  onAnyway,
}: {
  why: Observation
  onBack: () => void
  onAnyway: () => void
}) {
  return (
    <div className="stopped" role="alert">
      <p>
        {t('care.stopped')} <b>{why.reason}</b>{' '}
        <Link
          className="link"
          href={`/practice/${why.id}`}
          state={{ from: location.pathname }}
          aria-label={t('care.whyOne', { title: why.reason })}
        >
          {t('care.why')}
        </Link>
      </p>
      <div className="row">
        <button type="button" className="button quiet" onClick={onBack}>
          {t('care.goBack')}
        </button>
        <button type="button" className="button bare" onClick={onAnyway}>
          {t('care.allTheSame')}
        </button>
      </div>
    </div>
  )
}
