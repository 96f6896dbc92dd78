import { Link } from 'wouter'
import type { IncidentProposal, WholeIncident } from '#contract/incident.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** Who wrote in and may be hit too: each with the reason, for a person to say yes or no. */
export function Proposals({ incident }: { incident: WholeIncident }) {
  const { data } = useApi(
    'GET /incidents/{id}/proposals',
    { params: { id: incident.id }, query: { limit: 25 } },
    { keep: true },
  )
  if (!data || data.items.length === 0) return null
  return (
    <section className="proposals" aria-labelledby="incident-proposals">
      <h2 id="incident-proposals">{t('incident.proposed', { n: incident.counts.proposals })}</h2>
      <ul>
        {data.items.map((one) => (
          <li key={one.conversationId} className="row">
            <p className="grow">
              <Link href={`/conversations/${one.conversationId}`}>
                <b>{one.customerName}</b> {one.subject}
              </Link>{' '}
              <span className="meta">
                <Time at={one.at} /> · {one.because}
              </span>
            </p>
            <Decide proposal={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Yes, they are hit too; or no, and they are not asked about again. */
export function Decide({ proposal }: { proposal: IncidentProposal }) {
  const decide = useAction('POST /incidents/{id}/proposals/{conversationId}')
  const say = (add: boolean) =>
    decide.mutate({
      params: { id: proposal.incidentId, conversationId: proposal.conversationId },
      body: { add },
    })
  return (
    <span className="row yes-no">
      <button type="button" className="button quiet" disabled={decide.isPending} onClick={() => say(true)}>
        {t(proposal.listed ? 'incident.belongs' : 'incident.hitToo')}
        <span className="hide">: {proposal.customerName}</span>
      </button>
      <button type="button" className="button bare" disabled={decide.isPending} onClick={() => say(false)}>
        {t('incident.notHit')}
        <span className="hide">: {proposal.customerName}</span>
      </button>
    </span>
  )
}
