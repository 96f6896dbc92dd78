import { useState } from 'react'
import type { TargetRule } from '#contract/targets.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

const choices = [15, 30, 60, 120, 240, 480, 960, 1440, 2400]

/** "2 hours", "half an hour": opening time, as a team speaks of it. */
const duration = (minutes: number) =>
  minutes % 60 === 0 ? t('targets.hours', { n: minutes / 60 }) : t('targets.minutes', { n: minutes })

/** How soon people should hear from a person. */
export function Targets() {
  const { data: rules } = useApi('GET /target-rules')
  const { data: inboxes } = useApi('GET /inboxes')
  const remove = useAction('DELETE /target-rules/{id}')
  if (!rules || !inboxes) return null
  const nameOf = (id: string) => inboxes.items.find((one) => one.id === id)?.name ?? ''
  const words = (rule: TargetRule) =>
    [
      rule.inboxId && nameOf(rule.inboxId),
      rule.channel && t(`targets.channel.${rule.channel}`),
      rule.pressing !== null && t(rule.pressing ? 'targets.pressing' : 'targets.usual'),
    ]
      .filter(Boolean)
      .join(', ') || t('targets.everywhere')
  return (
    <section className="card stack" aria-labelledby="targets">
      <h3 id="targets">{t('targets.title')}</h3>
      <p className="meta">{t('targets.help')}</p>
      {rules.items.length === 0 && <p>{t('targets.none')}</p>}
      <ul className="plain-list">
        {rules.items.map((rule) => (
          <li key={rule.id} className="row">
            <span className="grow">
              <b>{t(`targets.${rule.answer}`)}</b> {t('targets.within', { time: duration(rule.minutes) })}{' '}
              <span className="meta">{words(rule)}</span>
            </span>
            <button
              type="button"
              className="button bare"
              aria-label={t('targets.removeOf', {
                what: `${t(`targets.${rule.answer}`)}, ${words(rule)}`,
              })}
              onClick={() => remove.mutate({ params: { id: rule.id } })}
            >
              {t('targets.remove')}
            </button>
          </li>
        ))}
      </ul>
      <Add inboxes={inboxes.items} />
    </section>
  )
}

function Add({ inboxes }: { inboxes: { id: string; name: string }[] }) {
  const [answer, setAnswer] = useState<TargetRule['answer']>('first')
  const [inboxId, setInboxId] = useState('')
  const [channel, setChannel] = useState('')
  const [pressing, setPressing] = useState('')
  const [minutes, setMinutes] = useState(240)
  const set = useAction('PUT /target-rules', { quiet: true })
  const pick = (
    id: string,
    label: string,
    value: string,
    onChange: (value: string) => void,
    options: [string, string][],
  ) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form
      className="stack"
      aria-label={t('targets.add')}
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({
          body: {
            answer,
            minutes,
            inboxId: inboxId || null,
            channel: (channel || null) as TargetRule['channel'],
            pressing: pressing === '' ? null : pressing === 'yes',
          },
        })
      }}
    >
      <div className="two">
        {pick('target-answer', t('targets.answer'), answer, (value) => setAnswer(value as 'first'), [
          ['first', t('targets.first')],
          ['next', t('targets.next')],
        ])}
        {pick(
          'target-minutes',
          t('targets.time'),
          String(minutes),
          (value) => setMinutes(Number(value)),
          choices.map((n) => [String(n), duration(n)]),
        )}
        {pick('target-inbox', t('targets.inbox'), inboxId, setInboxId, [
          ['', t('targets.anyInbox')],
          ...inboxes.map((one): [string, string] => [one.id, one.name]),
        ])}
        {pick('target-pressing', t('targets.harm'), pressing, setPressing, [
          ['', t('targets.anyHarm')],
          ['yes', t('targets.pressing')],
          ['no', t('targets.usual')],
        ])}
        {pick('target-channel', t('targets.channel'), channel, setChannel, [
          ['', t('targets.anyChannel')],
          ...(['email', 'page', 'api'] as const).map((one): [string, string] => [
            one,
            t(`targets.channel.${one}`),
          ]),
        ])}
      </div>
      {set.error && (
        <p className="problem" role="alert">
          {set.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={set.isPending}>
          {t('targets.add')}
        </button>
      </div>
    </form>
  )
}
