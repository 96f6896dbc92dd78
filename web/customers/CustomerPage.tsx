import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { Facts } from '#web/conversations/About.tsx'
import { Goals } from '#web/goals/Goals.tsx'
import { Erasures } from '#web/pages/Erasure.tsx'
import { Wishes } from '#web/pages/Wishes.tsx'
import { TheirPerson } from '#web/persons/TheirPerson.tsx'
import { isOwed } from '#web/promises/owed.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { LetDown } from '#web/recoveries/LetDown.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { Disc, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './customers.css'

type Person = Answer<'GET /customers/{id}'>
const fields = ['name', 'preferredName', 'sayIt', 'pronouns', 'language', 'company', 'accessNeeds'] as const

/** One person over all matters: who they are, what we promised, everything between us. */
export default function CustomerPage({ id }: { id: string }) {
  const me = useMe()
  const { data: person, error } = useApi('GET /customers/{id}', { params: { id } })
  const { data: timeline } = useApi('GET /customers/{id}/timeline', { params: { id }, query: { limit: 100 } })
  const { data: promises } = useApi('GET /promises', { query: { customer: id, limit: 50 } })
  const [editing, setEditing] = useState(false)
  useTitle(person && (person.preferredName ?? person.name))
  if (error) return <Empty says={error.message} />
  if (!person)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  const open = promises?.items.filter((promise) => isOwed(promise)) ?? []
  return (
    <div className="page stack">
      <header className="row">
        <Disc name={person.name} />
        <div className="grow">
          <h1>{person.preferredName ?? person.name}</h1>
          <p className="meta">
            {[
              person.preferredName !== person.name ? person.name : null,
              person.sayIt && t('thread.say', { how: person.sayIt }),
              person.company,
              ...person.emails,
              ...person.phones,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {me.teammate.role !== 'observer' && (
          <button
            type="button"
            className="button quiet"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {t('customers.edit')}
          </button>
        )}
      </header>
      {person.accessNeeds && <p className="ribbon">{person.accessNeeds}</p>}
      <Erasures customerId={id} />
      <TheirPerson customerId={id} />
      {editing && <Edit person={person} onClose={() => setEditing(false)} />}
      {open.length > 0 && (
        <section className="stack" aria-label={t('about.promised')}>
          <h2>{t('about.promised')}</h2>
          {open.map((promise) => (
            <PromiseRibbon key={promise.id} promise={promise} showPerson />
          ))}
        </section>
      )}
      <Wishes lines={person.pleaseDont} />
      <Facts customerId={id} facts={person.facts} />
      <LetDown customerId={id} />
      <Goals customerId={id} />
      <section aria-label={t('customers.timeline')}>
        <h2>{t('customers.timeline')}</h2>
        <ol className="timeline-list">
          {timeline?.items.map((item) => (
            <li key={item.kind + item.id} className={`timeline-item ${item.kind} ${item.direction ?? ''}`}>
              <span className="meta">
                <Time at={item.at} /> ·{' '}
                {t(`timeline.${item.kind === 'message' ? item.direction : item.kind}` as TextKey, {
                  by: item.by ?? '',
                })}{' '}
                · <Link href={`/conversations/${item.conversationId}`}>{item.subject}</Link>
              </span>
              {item.kind !== 'closing' && (
                <p className={item.direction === 'in' ? 'serif' : ''} dir="auto">
                  {item.text.slice(0, 280)}
                  {item.text.length > 280 && '…'}
                </p>
              )}
            </li>
          ))}
        </ol>
        {timeline && <p className="end">{t('customers.began')}</p>}
      </section>
    </div>
  )
}

function Edit({ person, onClose }: { person: Person; onClose: () => void }) {
  const [card, setCard] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field, person[field] ?? ''])),
  )
  const [wishes, setWishes] = useState(person.pleaseDont.join('\n'))
  const [formality, setFormality] = useState(person.formality ?? '')
  const save = useAction('PATCH /customers/{id}', {
    onDone: () => {
      toast({ text: t('app.saved'), lasts: 3000 })
      onClose()
    },
  })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        const change = Object.fromEntries(
          fields.map((field) => [field, card[field]?.trim() || (field === 'name' ? person.name : null)]),
        )
        save.mutate({
          params: { id: person.id },
          body: {
            ...change,
            formality: formality === '' ? null : (formality as 'formal'),
            pleaseDont: wishes
              .split('\n')
              .map((line) => line.trim().slice(0, 200))
              .filter(Boolean)
              .slice(0, 12),
          } as never,
        })
      }}
    >
      {fields.map((field) => (
        <div key={field} className="field">
          <label htmlFor={`edit-${field}`}>{t(`field.${field}` as TextKey)}</label>
          <input
            id={`edit-${field}`}
            className="input"
            value={card[field]}
            onChange={(event) => setCard({ ...card, [field]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor="edit-pleaseDont">{t('field.pleaseDont')}</label>
        <textarea
          id="edit-pleaseDont"
          className="input"
          rows={3}
          value={wishes}
          onChange={(event) => setWishes(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="edit-formality">{t('field.formality')}</label>
        <select
          id="edit-formality"
          className="input"
          value={formality}
          onChange={(event) => setFormality(event.target.value)}
        >
          <option value="">{t('field.unknown')}</option>
          <option value="formal">{t('about.formal')}</option>
          <option value="informal">{t('about.informal')}</option>
        </select>
      </div>
      <div className="row">
        <button type="submit" className="button primary">
          {t('app.save')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
