import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { ToDecide } from '#web/authority/ToDecide.tsx'
import { longDay } from '#web/goals/chosenWords.ts'
import { HandoverCard } from '#web/handover/HandoverCard.tsx'
import { Ignored } from '#web/recoveries/Ignored.tsx'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

type Lead = NonNullable<Answer<'GET /today'>['lead']>

/** For who leads: who is unhappy, what nobody has taken on, who needs cover. Nothing there, nothing shown. */
export function Leading({ lead }: { lead: Lead }) {
  const { data: team } = useApi('GET /teammates')
  const nameOf = (id: string | null) =>
    team?.items.find((one) => one.id === id)?.name ?? t('today.lead.nobody')
  if (
    lead.ignored === null &&
    lead.unhappy.length + lead.handovers.length + lead.cover.length + lead.secondFailures.length === 0
  )
    return <ToDecide />
  return (
    <section aria-labelledby="lead">
      <ToDecide />
      <h2 id="lead">{t('today.lead')}</h2>
      {lead.ignored && <Ignored ignored={lead.ignored} nameOf={nameOf} />}
      <ul className="stack">
        {lead.secondFailures.map((one) => (
          <li key={one.conversationId} className="reach late">
            <Link href={`/conversations/${one.conversationId}`}>
              {t('today.lead.second', { who: one.customerName, subject: one.subject, first: one.first })}
            </Link>{' '}
            <span className="meta">
              <Time at={one.at} />
            </span>
          </li>
        ))}
        {lead.unhappy.map((one) => (
          <li key={one.conversationId} className="reach late">
            <Link href={`/conversations/${one.conversationId}`}>
              {t('today.lead.unhappy', { who: one.customerName, subject: one.subject })}
            </Link>{' '}
            <span className="meta">
              <Time at={one.at} /> · {nameOf(one.assigneeId)}
            </span>
          </li>
        ))}
        {lead.handovers.map((handover) => (
          <li key={handover.id}>
            <HandoverCard handover={handover} />
          </li>
        ))}
        {lead.cover.map((one) => (
          <li key={one.leaveId} className="reach">
            <p>
              <b>{one.name}</b>{' '}
              {t(one.standInName ? 'today.lead.coverAlso' : 'today.lead.cover', {
                from: longDay(one.from),
                to: longDay(one.to),
                standIn: one.standInName ?? '',
              })}
            </p>
            <p className="meta">
              {t('today.lead.load', { conversations: one.conversations, promises: one.promises })}{' '}
              <Link href="/settings/away">{t('today.lead.find')}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
