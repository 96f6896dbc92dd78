import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** What became of failures, with each conversation behind the figures. */
export function Rate() {
  const { data } = useApi('GET /recovery-rate')
  if (!data || data.closed === 0) return null
  return (
    <details className="recovery-rate">
      <summary>
        {t('rate.title', { n: data.closed, right: data.madeRight })}
        {'. '}
        {t('rate.good', { n: data.good })}
        {t('rate.again', { n: data.again })}
      </summary>
      <ul>
        {data.items.map((one) => (
          <li key={one.recoveryId}>
            <Link href={`/conversations/${one.conversationId}${one.good ? `#${one.good.messageId}` : ''}`}>
              <b>{one.customerName}</b> {one.what}
            </Link>{' '}
            <span className="meta">
              <Time at={one.closedAt} />
              {!one.madeRight && ` · ${t('rate.asItIs')}`}
              {one.again && ` · ${t('rate.failedAgain')}`}
            </span>
            {one.good && (
              <span>
                {' '}
                <span className="serif">“{one.good.words}”</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
