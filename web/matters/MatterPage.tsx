import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { ToTell } from './ToTell.tsx'
import './matters.css'

/** One matter: what we know, and everyone it concerns, the untold first, until nobody is. */
export default function MatterPage({ id }: { id: string }) {
  const me = useMe()
  const [, go] = useLocation()
  const { data: matter, error } = useApi('GET /matters/{id}', { params: { id } })
  const end = useAction('POST /matters/{id}/ending')
  useTitle(matter?.title)
  useKeys([{ keys: 'u', label: 'keys.back', run: () => go('/matters') }])
  if (error && !matter) return <Empty says={error.message} />
  if (!matter)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  const mayAct = me.teammate.role !== 'observer' && !matter.overAt
  return (
    <div className="page stack matter-page">
      <header className="row">
        <Link href="/matters" className="icon-button" aria-label={t('keys.back')}>
          <ArrowLeftIcon size={20} />
        </Link>
        <div className="grow">
          <h1>{matter.title}</h1>
          <p className="meta">
            {t(`matters.kind.${matter.kind}`)} · <Time at={matter.happenedAt} />
            {matter.overAt && (
              <>
                {' '}
                · {t('matters.isOver')} <Time at={matter.overAt} />
              </>
            )}
          </p>
        </div>
        {mayAct && (
          <button
            type="button"
            className="button quiet"
            disabled={end.isPending}
            onClick={() => end.mutate({ params: { id } })}
          >
            {t('matters.end')}
          </button>
        )}
      </header>
      <section aria-label={t('matters.news')}>
        <h2>{t('matters.news')}</h2>
        <ol className="news">
          {matter.news.toReversed().map((one) => (
            <li key={one.position}>
              <p dir="auto">{one.text}</p>
              <span className="meta">
                {one.by && `${one.by} · `}
                <Time at={one.at} />
              </span>
            </li>
          ))}
        </ol>
        {mayAct && <AddNews id={id} people={matter.people} />}
      </section>
      <section aria-label={t('matters.people')}>
        <h2>
          {t('matters.people')}{' '}
          <span className="meta">
            {matter.untold > 0
              ? t('matters.untoldOf', { untold: matter.untold, people: matter.people })
              : t('matters.allKnow', { people: matter.people })}
          </span>
        </h2>
        <ul className="stack">
          {matter.toTell.map((person) => (
            <li key={person.customerId}>
              <ToTell person={person} inMatter />
            </li>
          ))}
        </ul>
        {mayAct && <AddPerson matter={matter} />}
      </section>
    </div>
  )
}

function AddNews({ id, people }: { id: string; people: number }) {
  const [text, setText] = useState('')
  const bring = useAction('POST /matters/{id}/news', { onDone: () => setText('') })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        bring.mutate({ params: { id }, body: { text } })
      }}
    >
      <div className="field">
        <label htmlFor="news">{t('matters.addNews')}</label>
        <textarea
          id="news"
          className="input"
          rows={3}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <small>{t('matters.addNewsHelp', { people })}</small>
      </div>
      <div className="row">
        <button type="submit" className="button quiet" disabled={bring.isPending}>
          {t('matters.addNewsSave')}
        </button>
      </div>
    </form>
  )
}

function AddPerson({ matter }: { matter: Answer<'GET /matters/{id}'> }) {
  const [email, setEmail] = useState('')
  const add = useAction('POST /matters/{id}/people', { onDone: () => setEmail('') })
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ params: { id: matter.id }, body: { email } })
      }}
    >
      <label className="hide" htmlFor="add-person">
        {t('matters.addPerson')}
      </label>
      <input
        id="add-person"
        className="input grow"
        type="email"
        required
        placeholder={t('matters.addPerson')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <button type="submit" className="button quiet" disabled={add.isPending}>
        {t('matters.add')}
      </button>
    </form>
  )
}
