import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Due, Time } from '#web/ui/parts.tsx'
import { Decide } from './Proposals.tsx'
import './hitHere.css'

/** In a conversation: what its person is hit by, and what it may belong to, with the reason. */
export default function HitHere({ id }: { id: string }) {
  return usePractice('incidents') ? <Shown id={id} /> : null
}

function Shown({ id }: { id: string }) {
  const me = useMe()
  const { data } = useApi('GET /conversations/{id}/incidents', { params: { id } })
  if (!data || data.items.length + data.proposals.length === 0) return null
  return (
    <section className="hit-here" aria-label={t('incident.title')}>
      {data.items.map((one) => (
        <p key={one.incidentId} className={one.closedAt ? 'over' : ''}>
          <Link href={`/incidents/${one.incidentId}`}>{one.what}</Link>{' '}
          <span className="meta">
            {one.closedAt ? (
              <>
                {t('incident.closed')} <Time at={one.closedAt} />
              </>
            ) : (
              <>
                {t(`incident.state.${one.state}`)}
                {one.conciergeName &&
                  ` · ${
                    one.conciergeId === me.teammate.id
                      ? t('incident.youTell')
                      : t('incident.tells', { name: one.conciergeName })
                  }`}
                {one.nextUpdate && (
                  <>
                    {' · '}
                    {t('incident.nextUpdate')} <Due at={one.nextUpdate} />
                  </>
                )}
              </>
            )}
          </span>
        </p>
      ))}
      {data.proposals.map((one) => (
        <div key={one.incidentId} className="row">
          <p className="grow">
            {t('incident.mayBelong')} <Link href={`/incidents/${one.incidentId}`}>{one.what}</Link>{' '}
            <span className="meta">{one.because}</span>
          </p>
          {me.teammate.role !== 'observer' && <Decide proposal={one} />}
        </div>
      ))}
    </section>
  )
}
