import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { Skeleton } from '#web/ui/parts.tsx'

/** How often customers were answered by their own person; the sentence opens the conversations behind it. */
export function PersonFigures() {
  return usePractice('namedPerson') ? <Figures /> : null
}

function Figures() {
  const { data } = useApi('GET /persons/figures')
  const [opened, setOpened] = useState(false)
  if (!data || data.total === 0) return null
  const { total, own, standIn } = data
  return (
    <section className="stack" aria-label={t('persons.shareTitle')}>
      <p className="serif big">
        {t('persons.share', { total, own, standIn })}{' '}
        <button type="button" className="link" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'persons.behindHide' : 'persons.behind')}
        </button>
      </p>
      {opened && <Behind />}
    </section>
  )
}

function Behind() {
  const { data, error } = useApi('GET /persons/answers', { query: { limit: 50 } })
  if (error) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton />
  return (
    <ul>
      {data.items.map((one) => (
        <li key={one.conversationId}>
          <Link href={`/conversations/${one.conversationId}`}>{one.customerName}</Link>: {one.subject}{' '}
          <span className="meta">{t(`persons.behind.${one.whose}`)}</span>
        </li>
      ))}
    </ul>
  )
}
