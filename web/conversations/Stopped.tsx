import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Observation } from '#care/draft.ts'
import { t } from '#web/text/t.ts'

/** A reply that the team's own rule holds back: why, and the way past it, which wants a line for those who come after. */
export function Stopped({
  why,
  onBack,
  onAnyway,
}: {
  why: Observation
  onBack: () => void
  onAnyway: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const id = useId()
  // Whoever pressed Send by the keyboard answers by it, and Esc leads back to the text.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const said = reason.trim()
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (said) onAnyway(said)
  }
  return (
    <form className="stopped" role="alert" onSubmit={go}>
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
      <div className="field">
        <label htmlFor={id}>{t('care.allTheSameWhy')}</label>
        <input
          ref={field}
          id={id}
          className="input"
          value={reason}
          maxLength={300}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onBack()
          }}
        />
        <small id={`${id}-hint`}>{t('care.allTheSameHint')}</small>
      </div>
      <div className="row">
        <button type="button" className="button quiet" onClick={onBack}>
          {t('care.goBack')}
        </button>
        <button type="submit" className="button bare" disabled={!said}>
          {t('care.allTheSame')}
        </button>
      </div>
    </form>
  )
}
