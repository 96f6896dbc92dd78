import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Disc, Empty, Skeleton } from '#web/ui/parts.tsx'
import { Tabs } from './Tabs.tsx'
import './customers.css'

/** Companies and households: who belongs together. */
export default function Circles() {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, error } = useApi('GET /circles', { query: { limit: 100, ...(q && { q }) } }, { keep: true })
  return (
    <div className="page wide stack">
      <h1>{t('rail.customers')}</h1>
      <Tabs />
      <label className="hide" htmlFor="find-circle">
        {t('circles.find')}
      </label>
      <input
        id="find-circle"
        type="search"
        className="input"
        placeholder={t('circles.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p className="problem">{error.message}</p>}
      {!data ? (
        <Skeleton lines={4} />
      ) : data.items.length === 0 ? (
        <Empty says={q ? t('circles.noneFound', { q }) : t('circles.none')} />
      ) : (
        <ul className="people">
          {data.items.map((circle) => (
            <li key={circle.id}>
              <Link href={`/circles/${circle.id}`} className="person-row">
                <Disc name={circle.name} />
                <span className="grow">
                  <b>{circle.name}</b> <span className="meta">{t(`circle.${circle.kind}`)}</span>
                  <span className="meta sub">{circle.people.map((one) => one.name).join(' · ')}</span>
                </span>
                <span className="at-end">
                  {circle.openConversations > 0 && (
                    <span className="chip">{t('customers.open', { n: circle.openConversations })}</span>
                  )}
                  <span className="meta">{t('circles.people', { n: circle.people.length })}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
