import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'

/** Four first steps; goes away by itself. */
export function FirstSteps() {
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
