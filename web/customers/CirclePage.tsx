import { useState } from 'react'
import { Link } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { FieldsOf } from '#web/fields/FieldsOf.tsx'
import { t } from '#web/text/t.ts'
import { Disc, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import './customers.css'

/** One company or household: its people, and what is between them and us. */
export default function CirclePage({ id }: { id: string }) {
  const me = useMe()
  const { data: circle, error } = useApi('GET /circles/{id}', { params: { id } })
  const [name, setName] = useState<string | null>(null)
  const change = useAction('PATCH /circles/{id}', { quiet: true, onDone: () => setName(null) })
  useTitle(circle?.name)
  if (error) return <Empty says={error.message} />
  if (!circle)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  return (
    <div className="page wide stack circle-page">
      <header className="row">
        <Disc name={circle.name} />
        <div className="grow">
          <h1>{circle.name}</h1>
          <p className="meta">{t(`circle.${circle.kind}`)}</p>
        </div>
        {me.teammate.role !== 'observer' && (
          <button
            type="button"
            className="button quiet"
            aria-expanded={name !== null}
            onClick={() => setName(name === null ? circle.name : null)}
          >
            {t('circles.rename')}
          </button>
        )}
      </header>
      {name !== null && (
        <form
          className="card row"
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate({ params: { id }, body: { name } })
          }}
        >
          <label className="hide" htmlFor="circle-new-name">
            {t('around.name')}
          </label>
          <input
            id="circle-new-name"
            className="input grow"
            required
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button primary">
            {t('app.save')}
          </button>
          {change.error && (
            <p className="problem" role="alert">
              {change.error.message}
            </p>
          )}
        </form>
      )}
      <section aria-label={t('customers.people')}>
        <h2>{t('customers.people')}</h2>
        <ul className="people">
          {circle.people.map((one) => (
            <li key={one.id}>
              <Link href={`/customers/${one.id}`} className="person-row">
                <Disc name={one.name} />
                <span className="grow">
                  <b>{one.name}</b>
                  {one.role && <span className="meta sub">{one.role}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <FieldsOf subject="circle" id={id} />
      <section aria-label={t('circles.talk')}>
        <h2>{t('circles.talk')}</h2>
        {circle.conversations.length === 0 ? (
          <p className="meta">{t('circles.quiet')}</p>
        ) : (
          <ul className="people">
            {circle.conversations.map((one) => (
              <li key={one.id}>
                <Link href={`/conversations/${one.id}`} className="person-row">
                  <span className="grow">
                    <b dir="auto">{one.subject}</b>
                    <span className="meta sub">{one.customerName}</span>
                  </span>
                  <span className="at-end meta">
                    <Time at={one.lastAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
