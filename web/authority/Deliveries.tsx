import { Link } from 'wouter'
import type { HookDelivery } from '#contract/authority.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Skeleton, Time } from '#web/ui/parts.tsx'
import { inUnit } from './words.ts'

/** What a program was handed, newest first, what it said, and what has become of it; what hangs can be sent again. */
export function Deliveries({ kind }: { kind: string }) {
  const { data, error } = useApi('GET /authority-hooks/{kind}/deliveries', { params: { kind } })
  if (error) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton lines={2} />
  if (data.items.length === 0) return <p className="meta">{t('webhooks.never')}</p>
  // Only the newest of each decision can be sent again.
  const newest = new Set<string>()
  return (
    <ul className="deliveries">
      {data.items.map((one) => {
        const isNewest = one.decisionId !== null && !newest.has(one.decisionId)
        if (one.decisionId) newest.add(one.decisionId)
        return (
          <li key={one.id}>
            <One delivery={one} mayAgain={isNewest} />
          </li>
        )
      })}
    </ul>
  )
}

function One({ delivery, mayAgain }: { delivery: HookDelivery; mayAgain: boolean }) {
  const again = useAction('POST /decisions/{id}/sending')
  const { about, outcome, status } = delivery
  const hangs = about?.result === 'waiting' || about?.result === 'failed'
  return (
    <>
      <span className={outcome === 'taken' ? 'chip kept' : 'chip late'}>
        {t(`webhooks.outcome.${outcome}`)}
      </span>
      <span className="grow">
        {about ? (
          <Link href={`/conversations/${about.conversationId}`}>
            {about.customerName}, {inUnit(about.amount, about.unit)}
          </Link>
        ) : (
          t(delivery.decisionId ? 'webhooks.forgotten' : 'webhooks.isTrial')
        )}{' '}
        <span className="meta">
          <Time at={delivery.at} /> · {status === 0 ? t('webhooks.noAnswer') : status} ·{' '}
          {t('webhooks.took', { ms: delivery.tookMs })}
          {about && about.result !== 'none' && ` · ${t(`authority.result.${about.result}`)}`}
          {about?.resultWords && ` – ${about.resultWords}`}
        </span>
      </span>
      {mayAgain && hangs && (
        <button
          type="button"
          className="button quiet"
          disabled={again.isPending}
          onClick={() => again.mutate({ params: { id: delivery.decisionId! } })}
        >
          {t('webhooks.again')}
          <span className="hide">: {about?.customerName}</span>
        </button>
      )}
    </>
  )
}
