import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Matter } from '#contract/matters.ts'
import { newKey } from '#web/api/onceKeys.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useStanding } from '#web/app/practices.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { PersonFigures } from '#web/persons/PersonFigures.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { InboxField } from '#web/ui/InboxField.tsx'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { FirstFigures } from './FirstFigures.tsx'
import { Hooks } from './Hooks.tsx'
import './matters.css'

/** What concerns several people, and who of them does not know the newest yet. */
export default function Matters() {
  const me = useMe()
  const stands = useStanding('matters')
  const { data, error } = useApi('GET /matters', { query: { limit: 50 } }, { enabled: stands === 'on' })
  const [adds, setAdds] = useState(false)
  if (error) return <Empty says={error.message} />
  if (stands === 'off') return <Empty says={t('matters.off')} />
  if (!data)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  const open = data.items.filter((one) => !one.overAt)
  const over = data.items.filter((one) => one.overAt)
  return (
    <div className="page stack matters-page">
      <header className="row">
        <h1 className="grow">{t('matters.title')}</h1>
        {me.teammate.role !== 'observer' && !adds && (
          <button type="button" className="button primary" onClick={() => setAdds(true)}>
            {t('matters.new')}
          </button>
        )}
      </header>
      <FirstFigures />
      <PersonFigures />
      {adds && <New onClose={() => setAdds(false)} />}
      {data.items.length === 0 && <Empty says={t('matters.none')} />}
      <List matters={open} />
      {over.length > 0 && (
        <>
          <h2>{t('matters.overs')}</h2>
          <List matters={over} />
        </>
      )}
      {me.teammate.role === 'admin' && <Hooks />}
    </div>
  )
}

const List = ({ matters }: { matters: readonly Matter[] }) => (
  <ul className="stack">
    {matters.map((one) => (
      <li key={one.id}>
        <Link href={`/matters/${one.id}`} className="matter-row">
          <b>{one.title}</b>{' '}
          <span className="meta">
            {t(`matters.kind.${one.kind}`)} · <Time at={one.happenedAt} />
          </span>
          <span className="row">
            <span className={`chip ${one.untold > 0 ? 'promise' : ''}`}>
              {one.untold > 0
                ? t('matters.untoldOf', { untold: one.untold, people: one.people })
                : t('matters.allKnow', { people: one.people })}
            </span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)

/** One sentence and whom it hits; the rest comes as it becomes known. */
function New({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const [, go] = useLocation()
  const [title, setTitle] = useState('')
  const [news, setNews] = useState('')
  const [people, setPeople] = useState('')
  const [inboxId, setInboxId] = useState(openInboxes(me)[0]?.id ?? '')
  const [key] = useState(() => `by-hand-${newKey()}`)
  const make = useAction('POST /matters', { quiet: true, onDone: (made) => go(`/matters/${made.id}`) })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({
          body: {
            key,
            inboxId,
            title,
            kind: 'other',
            ...(news.trim() && { news }),
            people: people
              .split(/[\s,;]+/)
              .filter(Boolean)
              .map((email) => ({ email })),
          },
        })
      }}
    >
      <div className="field">
        <label htmlFor="matter-title">{t('matters.newTitle')}</label>
        <input
          id="matter-title"
          className="input"
          required
          autoFocus
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="matter-news">{t('matters.newNews')}</label>
        <textarea
          id="matter-news"
          className="input"
          rows={3}
          value={news}
          onChange={(event) => setNews(event.target.value)}
        />
        <small>{t('matters.newsHelp')}</small>
      </div>
      <div className="field">
        <label htmlFor="matter-people">{t('matters.newPeople')}</label>
        <textarea
          id="matter-people"
          className="input"
          rows={2}
          value={people}
          onChange={(event) => setPeople(event.target.value)}
        />
        <small>{t('matters.peopleHelp')}</small>
      </div>
      <InboxField
        inboxes={openInboxes(me)}
        label={t('matters.inbox')}
        value={inboxId}
        onChange={setInboxId}
      />
      {make.error && (
        <p className="problem" role="alert">
          {make.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={make.isPending} onCancel={onClose} />
    </form>
  )
}
