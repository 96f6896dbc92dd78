import { Link } from 'wouter'
import type { TookStep } from '#contract/heat.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { exact } from '#web/ui/time.ts'

/** What a lead has decided, with its reason, and until when. It is the only thing that reaches beyond its conversation. */
export function Ended({ step }: { step: TookStep }) {
  const me = useMe()
  const lift = useAction('POST /policy-steps/{id}/lifting')
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return (
    <section className="heat ended" aria-label={t('heat.step.end')}>
      <p className="grow">
        <b>{t('heat.decided', { by: step.by ?? '' })}</b> <Time at={step.at} /> · {step.because}{' '}
        <span className="meta">{step.until && t('heat.until', { when: exact(step.until) })}</span>{' '}
        <Link href={`/conversations/${step.conversationId}`} className="meta">
          {t('heat.where')}
        </Link>
      </p>
      {isLead && (
        <button
          type="button"
          className="button bare"
          disabled={lift.isPending}
          onClick={() => lift.mutate({ params: { id: step.id } })}
        >
          {t('heat.lift')}
        </button>
      )}
    </section>
  )
}
