import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { Link } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'

const keys = ['mailbox', 'team', 'promise', 'password']

/** First steps: those that are mine to take. They go away by themselves once taken, or when I have no use for them. */
export function FirstSteps() {
  const me = useMe()
  const isAdmin = me.teammate.role === 'admin'
  const answers = me.teammate.role !== 'observer'
  const { data: mailboxes } = useApi('GET /mailboxes', undefined, { enabled: isAdmin })
  const { data: team } = useApi('GET /teammates')
  const { data: figures } = useApi('GET /promises/figures', undefined, { enabled: answers })
  const change = useAction('PATCH /me/preferences')
  const steps = [
    isAdmin && {
      done: (mailboxes?.items.length ?? 0) > 0,
      label: t('steps.mailbox'),
      href: '/settings/mailboxes',
    },
    isAdmin && {
      done: (team?.items.filter((one) => !one.demo).length ?? 0) > 1,
      label: t('steps.team'),
      href: '/settings/people',
    },
    answers && { done: (figures?.mine?.total ?? 0) > 0, label: t('steps.promise'), href: '/inbox/new' },
    { done: me.hasPassword || me.passkeys > 0, label: t('steps.password'), href: '/settings/me' },
  ].filter((step) => step !== false)
  const isTold = (!isAdmin || (mailboxes && team)) && (!answers || figures)
  if (!isTold || steps.every((step) => step.done)) return null
  return (
    <section className="card steps" aria-labelledby="steps">
      <div className="row">
        <h2 id="steps" className="grow">
          {t('steps.title', { n: steps.length })}
        </h2>
        <button
          type="button"
          className="link"
          onClick={() => change.mutate({ body: { checklistDone: keys } })}
        >
          {t('steps.away')}
        </button>
      </div>
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
