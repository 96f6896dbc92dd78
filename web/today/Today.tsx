import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { Link, useLocation } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { QuietCards } from '#web/silence/QuietLane.tsx'
import { t } from '#web/text/t.ts'
import { Disc, Skeleton } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import './today.css'

/** Home: one column with an end, instead of a dashboard. */
export default function Today() {
  const me = useMe()
  const { data: today } = useApi('GET /today')
  const [, go] = useLocation()
  const start = () => today?.waiting[0] && go(`/conversations/${today.waiting[0].conversationId}`)
  useKeys([{ keys: 's', label: 'today.start', run: start }])
  const hour = new Date().getHours()
  const name = me.teammate.name.split(' ')[0]!
  if (!today)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  const { counts } = today
  return (
    <div className="page today">
      <h1 className="greeting">
        {t(hour < 12 ? 'today.morning' : hour < 18 ? 'today.afternoon' : 'today.evening', { name })}{' '}
        {t('today.sentence', { waiting: counts.waiting, due: counts.due, late: counts.late })}
      </h1>
      {me.preferences.checklistDone.length < 4 && <FirstSteps />}
      {today.tasks.length > 0 && (
        <section aria-labelledby="tasks">
          <h2 id="tasks">{t('today.tasks')}</h2>
          <ul className="stack">
            {today.tasks.map((task) => (
              <li key={task.at + task.text} className="card">
                {task.conversationId ? (
                  <Link href={`/conversations/${task.conversationId}`}>{task.text}</Link>
                ) : (
                  task.text
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.promises.length + today.handovers.length + today.untold.length > 0 && (
        <section aria-labelledby="word">
          <h2 id="word">{t('today.word')}</h2>
          <ul className="stack">
            {today.handovers.map((promise) => (
              <li key={promise.id}>
                <PromiseRibbon promise={promise} showPerson />
              </li>
            ))}
            {[...today.promises, ...today.untold].map((promise) => (
              <li key={promise.id}>
                <PromiseRibbon promise={promise} showPerson />
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.quiet.length > 0 && (
        <section aria-labelledby="quiet">
          <h2 id="quiet">{t('quiet.title')}</h2>
          <QuietCards items={today.quiet} />
        </section>
      )}
      <section aria-labelledby="waiting">
        <div className="row head">
          <h2 id="waiting" className="grow">
            {t('today.waiting')}
          </h2>
          {today.waiting.length > 0 && (
            <button type="button" className="button primary" onClick={start}>
              {t('today.start')} <kbd>s</kbd>
            </button>
          )}
        </div>
        {today.waiting.length === 0 ? (
          <p className="serif">{t('today.nobody')}</p>
        ) : (
          <ul className="people">
            {today.waiting.map((row) => (
              <li key={row.conversationId}>
                <Link
                  href={`/conversations/${row.conversationId}`}
                  className="person-row"
                  title={row.because}
                >
                  <Disc name={row.customerName} />
                  <span className="grow">
                    <span className="row">
                      <b>{row.preferredName ?? row.customerName}</b>
                      {row.waitingSince && <span className="meta">{since(row.waitingSince)}</span>}
                      {!row.mine && <span className="chip">{t('today.new')}</span>}
                    </span>
                    <span className="gist">{row.gist || row.subject}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="end">{t('today.end')}</p>
    </div>
  )
}

/** Four first steps; goes away by itself. */
function FirstSteps() {
  const me = useMe()
  const { data: mailboxes } = useApi('GET /mailboxes', undefined, {
    enabled: me.teammate.role === 'admin' || me.teammate.role === 'lead',
  })
  const { data: team } = useApi('GET /teammates')
  const { data: figures } = useApi('GET /promises/figures')
  const steps = [
    { done: (mailboxes?.items.length ?? 0) > 0, label: t('steps.mailbox'), href: '/settings/mailboxes' },
    {
      done: (team?.items.filter((one) => !one.demo).length ?? 0) > 1,
      label: t('steps.team'),
      href: '/settings/people',
    },
    { done: (figures?.mine?.total ?? 0) > 0, label: t('steps.promise'), href: '/inbox/new' },
    { done: me.hasPassword || me.passkeys > 0, label: t('steps.password'), href: '/settings/me' },
  ]
  if (steps.every((step) => step.done)) return null
  return (
    <section className="card steps" aria-labelledby="steps">
      <h2 id="steps">{t('steps.title')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.label} className={step.done ? 'done' : ''}>
            <span className="tick" aria-hidden="true">
              {step.done && <CheckIcon size={14} weight="bold" />}
            </span>
            {step.done ? (
              <span>
                {step.label} <span className="hide">({t('steps.done')})</span>
              </span>
            ) : (
              <Link href={step.href}>{step.label}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
