import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Skeleton, Time } from '#web/ui/parts.tsx'

/** Of what went wrong, how often they heard it from us first; the sentence opens the conversations behind it. */
export function FirstFigures() {
  const { data } = useApi('GET /matters-figures')
  const [opened, setOpened] = useState(false)
  if (!data || data.weFirst + data.theyFirst + data.nobodyYet === 0) return null
  return (
    <section className="stack" aria-label={t('matters.firstTitle')}>
      <p className="serif big">
        {t('matters.firstSentence', {
          first: data.weFirst,
          all: data.weFirst + data.theyFirst,
          nobody: data.nobodyYet,
        })}{' '}
        <button type="button" className="link" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'matters.hide' : 'matters.behind')}
        </button>
      </p>
      {opened && <Behind />}
    </section>
  )
}

function Behind() {
  const { data, error } = useApi('GET /matters-first', { query: { limit: 50 } })
  if (error) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton />
  return (
    <ul>
      {data.items.map((one) => (
        <li key={`${one.matterId} ${one.customerId}`}>
          {one.conversationId ? (
            <Link href={`/conversations/${one.conversationId}`}>{one.customerName}</Link>
          ) : (
            <Link href={`/customers/${one.customerId}`}>{one.customerName}</Link>
          )}
          : {one.title}{' '}
          <span className="meta">
            {t(`matters.who.${one.who}`)} · <Time at={one.happenedAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
