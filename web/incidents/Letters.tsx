import { Link, Redirect, useSearchParams } from 'wouter'
import type { IncidentUpdate, WholeIncident } from '#contract/incident.ts'
import { t } from '#web/text/t.ts'
import { Empty, Time } from '#web/ui/parts.tsx'
import { UpdateForm } from './UpdateForm.tsx'
import { UpdateView } from './UpdateView.tsx'
import './letters.css'

/** What everybody on the list is told: all updates, or the one that is written now. */
export default function Letters({
  incident,
  update,
  mayAct,
}: {
  incident: WholeIncident
  update: string | null
  mayAct: boolean
}) {
  const [asked] = useSearchParams()
  const begun = incident.updates.find((other) => other.state !== 'sent')
  // One update at a time: who begins another is led to the one that has not left.
  if (update === 'new' && begun)
    return <Redirect to={`/incidents/${incident.id}/letters/${begun.position}`} replace />
  if (update === 'new' && mayAct) {
    const kind = asked.get('kind') === 'closing' ? 'closing' : 'update'
    return <UpdateForm key={kind} incident={incident} update={null} kind={kind} />
  }
  const one = incident.updates.find((other) => String(other.position) === update)
  if (one) return <UpdateView key={one.position} incident={incident} update={one} mayAct={mayAct} />
  if (incident.updates.length === 0)
    return (
      <Empty says={t(incident.counts.people === 0 ? 'incident.lettersNobody' : 'incident.lettersNone')}>
        {mayAct && (
          <Link
            href={
              incident.counts.people === 0
                ? `/incidents/${incident.id}`
                : `/incidents/${incident.id}/letters/new`
            }
            className="button primary"
          >
            {t(incident.counts.people === 0 ? 'incident.addPeople' : 'incident.write')}
          </Link>
        )}
      </Empty>
    )
  return (
    <div className="stack updates">
      <ol className="stack" reversed>
        {incident.updates.toReversed().map((other) => (
          <li key={other.position}>
            <Line incident={incident} update={other} />
          </li>
        ))}
      </ol>
      {mayAct && !begun && (
        <div className="row">
          <Link href={`/incidents/${incident.id}/letters/new`} className="button primary">
            {t('incident.writeNext')}
          </Link>
        </div>
      )}
    </div>
  )
}

function Line({ incident, update }: { incident: WholeIncident; update: IncidentUpdate }) {
  const { letters } = update
  return (
    <Link href={`/incidents/${incident.id}/letters/${update.position}`} className="incident-row">
      <span className="top">
        <b>{update.subject}</b>
        <span className={`chip ${update.state === 'sent' ? 'kept' : 'promise'}`}>
          {t(`incident.updateState.${update.state}`)}
        </span>
      </span>
      <span className="row gist">
        <span>
          {update.state === 'draft'
            ? t('incident.lettersReady', { n: letters.draft })
            : t('incident.lettersTold', { told: letters.told, of: total(update) })}
        </span>
        {letters.refused > 0 && (
          <span className="wanting">{t('incident.count.refused', { n: letters.refused })}</span>
        )}
        {letters.otherwise > 0 && <span>{t('incident.count.otherwise', { n: letters.otherwise })}</span>}
      </span>
      <span className="meta">
        <Time at={update.sendingSince ?? update.madeAt} />
        {(update.sendingBy ?? update.by) && ` · ${update.sendingBy ?? update.by}`}
      </span>
    </Link>
  )
}

const total = (update: IncidentUpdate): number => Object.values(update.letters).reduce((sum, n) => sum + n, 0)
