import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { IncidentProposal } from '#contract/incident.ts'
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
  const asked = (incidentId: string) => data.proposals.find((one) => one.incidentId === incidentId)
  return (
    <section className="hit-here" aria-label={t('incident.title')}>
      {data.items.map((one) => (
        <Line key={one.incidentId} proposal={asked(one.incidentId)}>
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
        </Line>
      ))}
      {data.proposals
        .filter((one) => !data.items.some((item) => item.incidentId === one.incidentId))
        .map((one) => (
          <Line key={one.incidentId} proposal={one}>
            {t('incident.mayBelong')} <Link href={`/incidents/${one.incidentId}`}>{one.what}</Link>{' '}
          </Line>
        ))}
    </section>
  )
}

/** One incident in one line; where it is asked whether what stands here belongs to it, with the reason and the answers. */
function Line({ proposal, children }: { proposal: IncidentProposal | undefined; children: ReactNode }) {
  const me = useMe()
  return (
    <div className={proposal ? 'row' : undefined}>
      <p className="grow">
        {children}
        {proposal && <span className="meta">{proposal.because}</span>}
      </p>
      {proposal && me.teammate.role !== 'observer' && <Decide proposal={proposal} />}
    </div>
  )
}
