import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { Erasures } from '#web/pages/Erasure.tsx'
import { PageKeys } from '#web/pages/PageKeys.tsx'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc, Empty, Skeleton } from '#web/ui/parts.tsx'
import { PersonSections } from './PersonSections.tsx'
import { Merged, PickSame, SamePeople } from './SamePerson.tsx'
import { Story } from './Story.tsx'
import { Who } from './Who.tsx'
import './customers.css'

const EditCard = lazy(() => import('./EditCard.tsx').then(({ EditCard }) => ({ default: EditCard })))

/** One person over all matters: who they are, what we know, everything between us. */
export default function CustomerPage({ id }: { id: string }) {
  const me = useMe()
  const [, go] = useLocation()
  const { data: person, error } = useApi('GET /customers/{id}', { params: { id } })
  const [editing, setEditing] = useState(false)
  const [picks, setPicks] = useState(false)
  useTitle(person && (person.preferredName ?? person.name))
  // Whoever was brought together with another is read there.
  const elsewhere = person && person.id !== id ? person.id : null
  useEffect(() => {
    if (elsewhere) go(`/customers/${elsewhere}`, { replace: true })
  }, [elsewhere, go])
  if (error) return <Empty says={error.message} />
  if (!person || elsewhere)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  return (
    <div className="page wide person-page">
      <header className="row">
        <Disc name={person.name} />
        <h1 className="grow">{person.preferredName ?? person.name}</h1>
        {me.teammate.role !== 'observer' && (
          <>
            <button
              type="button"
              className="button quiet"
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              {t('customers.edit')}
            </button>
            <Menu
              label={t('keys.more')}
              className="button bare"
              items={[{ label: t('same.other'), run: () => setPicks(true) }]}
            >
              {t('keys.more')}
            </Menu>
          </>
        )}
      </header>
      {picks && <PickSame customerId={id} onClose={() => setPicks(false)} />}
      <div className="person-columns">
        <div className="stack known">
          {editing && (
            <Suspense fallback={<Skeleton lines={4} />}>
              <EditCard person={person} onClose={() => setEditing(false)} />
            </Suspense>
          )}
          <section aria-label={t('about.who')}>
            <Who person={person} named />
            <Merged customerId={id} />
          </section>
          <Erasures customerId={id} />
          <SamePeople customerId={id} />
          <PersonSections person={person} />
          <PageKeys customerId={id} />
        </div>
        <Story customerId={id} />
      </div>
    </div>
  )
}
