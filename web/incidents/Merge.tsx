import type { WholeIncident } from '#contract/incident.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Dialog, Skeleton, Time } from '#web/ui/parts.tsx'

/** Another one is the same: everybody on it comes here, each once. */
export default function Merge({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const { data } = useApi('GET /incidents', { query: { state: 'open', limit: 50 } })
  const merge = useAction('POST /incidents/{id}/merging', { quiet: true, onDone: onClose })
  const others = data?.items.filter((one) => one.id !== incident.id)
  return (
    <Dialog title={t('incident.merge')} onClose={onClose}>
      <div className="stack">
        <h1>{t('incident.merge')}</h1>
        <p>{t('incident.mergeHelp')}</p>
        {!others && <Skeleton lines={2} />}
        {others?.length === 0 && <p className="meta">{t('incident.noOther')}</p>}
        <ul className="stack">
          {others?.map((one) => (
            <li key={one.id} className="row">
              <span className="grow">
                <b>{one.what}</b>{' '}
                <span className="meta">
                  {t('incident.people', { n: one.counts.people })} · <Time at={one.since} />
                </span>
              </span>
              <button
                type="button"
                className="button quiet"
                disabled={merge.isPending}
                onClick={() => merge.mutate({ params: { id: incident.id }, body: { incidentId: one.id } })}
              >
                {t('incident.mergeThis')}
                <span className="hide">: {one.what}</span>
              </button>
            </li>
          ))}
        </ul>
        {merge.error && (
          <p className="problem" role="alert">
            {merge.error.message}
          </p>
        )}
        <div className="row">
          <button type="button" className="button bare" data-first onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
