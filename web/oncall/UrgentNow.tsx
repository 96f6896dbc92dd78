import { Link } from 'wouter'
import type { Urgent } from '#contract/oncall.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './oncall.css'

/** What cannot wait, above everything else until somebody has it. */
export function UrgentNow() {
  return usePractice('onCall') ? <Shown /> : null
}

function Shown() {
  const { data } = useApi('GET /urgents')
  if (!data || data.items.length === 0) return null
  return (
    <section className="urgent-now" aria-label={t('urgent.label')} aria-live="polite">
      {data.items.map((one) => (
        <One key={one.id} urgent={one} />
      ))}
    </section>
  )
}

function One({ urgent }: { urgent: Urgent }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const take = useAction('POST /urgents/{id}/taking', {
    onDone: () => toast({ text: t('urgent.taken', { name: urgent.customerName }), lasts: 8000 }),
  })
  const wait = useAction('POST /urgents/{id}/waiting')
  const params = { id: urgent.id }
  const names = urgent.called.map(
    (call) => team?.items.find((one) => one.id === call.teammateId)?.name.split(' ')[0] ?? '',
  )
  return (
    <article className="card stack">
      <h2>
        {t('urgent.title', { name: urgent.customerName })} <Time at={urgent.since} />
      </h2>
      <blockquote className="serif">{urgent.gist}</blockquote>
      <p className="meta">
        {urgent.nobody
          ? t('urgent.nobody', { names: names.join(', ') })
          : t('urgent.calling', { names: names.join(', ') })}
      </p>
      {me.teammate.role !== 'observer' && (
        <div className="row" role="group" aria-label={t('urgent.take')}>
          <span>{t('urgent.take')}</span>
          {[10, 20, 30, 60].map((minutes, at) => (
            <button
              key={minutes}
              type="button"
              className={at === 0 ? 'button primary' : 'button quiet'}
              disabled={take.isPending}
              onClick={() => take.mutate({ params, body: { minutes } })}
            >
              {t('urgent.minutes', { minutes })}
            </button>
          ))}
          <button type="button" className="button bare" onClick={() => wait.mutate({ params })}>
            {t('urgent.canWait')}
          </button>
        </div>
      )}
      <p>
        <Link href={`/conversations/${urgent.conversationId}`}>{t('urgent.read')}</Link>
      </p>
    </article>
  )
}
