import { useState } from 'react'
import type { Decision } from '#contract/authority.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'

/** For who may say yes: one press; a no has its reason. */
export function Answering({ decision }: { decision: Decision }) {
  const me = useMe()
  const approve = useAction('POST /decisions/{id}/approval')
  const decline = useAction('POST /decisions/{id}/refusal')
  const [no, setNo] = useState<string | null>(null)
  const params = { id: decision.id }
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  if (!isLead || decision.byId === me.teammate.id) return null
  if (no !== null)
    return (
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          decline.mutate({ params, body: { because: no } })
        }}
      >
        <label className="grow">
          <span className="hide">{t('recovery.because')}</span>
          <input
            className="input"
            required
            autoFocus
            maxLength={500}
            placeholder={t('recovery.because')}
            value={no}
            onChange={(event) => setNo(event.target.value)}
          />
        </label>
        <button type="submit" className="button quiet" disabled={decline.isPending}>
          {t('authority.sayNo')}
        </button>
        <button type="button" className="button bare" onClick={() => setNo(null)}>
          {t('app.cancel')}
        </button>
      </form>
    )
  return (
    <span className="row">
      <button
        type="button"
        className="button primary"
        disabled={approve.isPending}
        onClick={() => approve.mutate({ params })}
      >
        {t('authority.sayYes')}
      </button>
      <button type="button" className="button bare" onClick={() => setNo('')}>
        {t('authority.no')}
      </button>
    </span>
  )
}
