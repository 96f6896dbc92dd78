import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'

/** Whose letters go to Spam, by inbox; each let in again with one press. */
export function Blocked() {
  const me = useMe()
  const { data } = useApi('GET /blocks')
  const { data: inboxes } = useApi('GET /inboxes')
  const letIn = useAction('DELETE /blocks/{id}')
  const nameOf = (id: string) => inboxes?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <div className="stack">
      <p className="meta">{t('blocked.help')}</p>
      {!data ? <Skeleton /> : data.items.length === 0 ? <Empty says={t('blocked.none')} /> : null}
      {data?.items.map((one) => (
        <div key={one.id} className="card row">
          <div className="grow">
            <b>{one.address}</b>
            <p className="meta">
              {nameOf(one.inboxId)} · <Time at={one.at} />
              {one.by && <> · {t('blocked.by', { by: one.by })}</>} ·{' '}
              {t('blocked.letters', { n: one.letters })}
            </p>
          </div>
          {me.teammate.role !== 'observer' && (
            <button
              type="button"
              className="button quiet"
              aria-label={t('blocked.letInName', { address: one.address })}
              onClick={() => letIn.mutate({ params: { id: one.id } })}
            >
              {t('blocked.letIn')}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
