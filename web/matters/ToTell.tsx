import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { PersonToTell } from '#contract/matters.ts'
import { useMe } from '#web/app/session.ts'
import { t, withTexts } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import './matters.css'

const Tell = lazy(withTexts(() => import('./Tell.tsx')))

/** One person and whether they know: on Today, on the matter, in the conversation. */
export function ToTell({ person, inMatter }: { person: PersonToTell; inMatter?: boolean }) {
  const me = useMe()
  const [looks, setLooks] = useState(false)
  const name = person.conversationId ? (
    <Link href={`/conversations/${person.conversationId}`}>{person.customerName}</Link>
  ) : (
    <Link href={`/customers/${person.customerId}`}>{person.customerName}</Link>
  )
  return (
    <div className={`to-tell ${person.told ? 'told' : ''}`}>
      <p className="grow">
        <b>{name}</b>{' '}
        {inMatter ? null : (
          <Link href={`/matters/${person.matterId}`} className="about-what">
            {person.title}
          </Link>
        )}{' '}
        <span className="meta">
          {person.told && person.toldAt ? (
            <>
              {t(`matters.how.${person.how ?? 'letter'}`)} <Time at={person.toldAt} />
            </>
          ) : person.news === 0 ? (
            t('matters.nothingYet')
          ) : (
            t('matters.knowsNot')
          )}
        </span>{' '}
        {person.first === true && <span className="chip kept">{t('matters.weFirst')}</span>}
        {person.first === false && <span className="chip">{t('matters.theyFirst')}</span>}
        {person.because && <span className="meta"> {person.because}</span>}
      </p>
      {!person.told && person.news > 0 && me.teammate.role !== 'observer' && (
        <button type="button" className="button quiet" onClick={() => setLooks(true)}>
          {t('matters.look')}
          <span className="hide">: {person.customerName}</span>
        </button>
      )}
      <Suspense fallback={null}>{looks && <Tell person={person} onClose={() => setLooks(false)} />}</Suspense>
    </div>
  )
}
