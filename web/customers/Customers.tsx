import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog, Disc, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { SamePeople } from './SamePerson.tsx'
import { Tabs } from './Tabs.tsx'
import './customers.css'

/** The people we care for; found by name, mistyped too. */
export default function Customers() {
  const me = useMe()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const [adding, setAdding] = useState(false)
  const takes = usePractice('dealings')
  const { data, error } = useApi('GET /customers', { query: { limit: 100, ...(q && { q }) } }, { keep: true })
  return (
    <div className="page wide stack">
      <header className="row">
        <h1 className="grow">{t('rail.customers')}</h1>
        {me.teammate.role !== 'observer' && (
          <>
            {takes && (
              <Link href="/customers/bring-in" className="button bare">
                {t('take.title')}
              </Link>
            )}
            <button type="button" className="button quiet" onClick={() => setAdding(true)}>
              {t('customers.add')}
            </button>
          </>
        )}
      </header>
      <Tabs />
      <SamePeople />
      <label className="hide" htmlFor="find-person">
        {t('customers.find')}
      </label>
      <input
        id="find-person"
        type="search"
        className="input"
        placeholder={t('customers.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p className="problem">{error.message}</p>}
      {!data ? (
        <Skeleton lines={6} />
      ) : data.items.length === 0 ? (
        <Empty says={q ? t('customers.noneFound', { q }) : t('customers.none')} />
      ) : (
        <ul className="people">
          {data.items.map((person) => (
            <li key={person.id}>
              <Link href={`/customers/${person.id}`} className="person-row">
                <Disc name={person.name} />
                <span className="grow">
                  <b>{person.preferredName ?? person.name}</b>
                  {person.preferredName && person.preferredName !== person.name && (
                    <span className="meta"> {person.name}</span>
                  )}
                  <span className="meta sub">
                    {[person.company, person.emails[0]].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <span className="at-end">
                  {person.openPromises > 0 && (
                    <span className="chip promise">
                      {t('customers.promises', { n: person.openPromises })}
                    </span>
                  )}
                  {person.openConversations > 0 && (
                    <span className="chip">{t('customers.open', { n: person.openConversations })}</span>
                  )}
                  {person.lastAt && (
                    <span className="meta">
                      <Time at={person.lastAt} />
                    </span>
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data && data.items.length > 0 && <p className="end">{t('customers.end')}</p>}
      {adding && <Add onClose={() => setAdding(false)} />}
    </div>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [inboxId, setInboxId] = useState(me.inboxes[0]?.id ?? '')
  const add = useAction('POST /customers', { onDone: onClose, quiet: true })
  return (
    <Dialog title={t('customers.add')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ body: { name, inboxId, emails: email ? [email] : [] } })
        }}
      >
        <h1>{t('customers.add')}</h1>
        <div className="field">
          <label htmlFor="add-name">{t('customers.name')}</label>
          <input
            id="add-name"
            className="input"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="add-email">{t('about.mail')}</label>
          <input
            id="add-email"
            className="input"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="add-inbox">{t('inbox.which')}</label>
          <select
            id="add-inbox"
            className="input"
            value={inboxId}
            onChange={(event) => setInboxId(event.target.value)}
          >
            {me.inboxes.map((inbox) => (
              <option key={inbox.id} value={inbox.id}>
                {inbox.name}
              </option>
            ))}
          </select>
        </div>
        {add.error && <p className="problem">{add.error.message}</p>}
        <FormEnd does={t('customers.add')} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
