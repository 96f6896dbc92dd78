import { useState } from 'react'
import type { Decision } from '#contract/authority.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { ReasonLine } from '#web/ui/ReasonLine.tsx'

/** For who may say yes: one press; a no has its reason. */
export function Answering({ decision }: { decision: Decision }) {
  const me = useMe()
  const approve = useAction('POST /decisions/{id}/approval')
  const decline = useAction('POST /decisions/{id}/refusal')
  const [no, setNo] = useState(false)
  const params = { id: decision.id }
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  if (!isLead || decision.byId === me.teammate.id) return null
  if (no)
    return (
      <ReasonLine
        label={t('recovery.because')}
        does={t('authority.sayNo')}
        busy={decline.isPending}
        onSay={(because) => decline.mutate({ params, body: { because } })}
        onCancel={() => setNo(false)}
      />
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
      <button type="button" className="button bare" onClick={() => setNo(true)}>
        {t('authority.no')}
      </button>
    </span>
  )
}
