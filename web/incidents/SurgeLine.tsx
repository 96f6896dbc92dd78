import { Link } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { since } from '#web/ui/time.ts'
import './surge.css'

/** Above the Inbox while many write at once: why, what we hold to all the same, and who is looked at first with the reason. */
export default function SurgeLine() {
  const me = useMe()
  const { data } = useApi('GET /surge', { query: { limit: 25 } })
  const turn = useAction('PUT /surge')
  if (!data?.on) return null
  const { standards, order } = data
  const leads = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return (
    <details className="surge">
      <summary>
        <b>{data.because ?? t('surge.many')}</b>{' '}
        <span>
          {t('surge.standards', { waiting: standards.waiting, late: standards.late })}
          {standards.longest && ` · ${t('surge.longest', { when: since(standards.longest) })}`}
        </span>
      </summary>
      <p>{t('surge.holds')}</p>
      {order.length > 0 && (
        <ol aria-label={t('surge.order')}>
          {order.map((one) => (
            <li key={one.conversationId}>
              <Link href={`/conversations/${one.conversationId}`}>
                <b>{one.customerName}</b> {one.subject}
              </Link>
              <span className="meta">{one.because}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="meta">
        {data.by && t('surge.by', { name: data.by })}
        {leads && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              disabled={turn.isPending}
              onClick={() => turn.mutate({ body: { on: false } })}
            >
              {t('surge.turnOff')}
            </button>
          </>
        )}
      </p>
    </details>
  )
}
