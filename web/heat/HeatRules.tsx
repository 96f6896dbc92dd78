import { useState } from 'react'
import type { HeatRules as Rules } from '#contract/heat.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import './heat.css'

/** What the team has said about hard words: ways to offer, the three steps of its policy, and the times. */
export function HeatRules() {
  const { data } = useApi('GET /heat-rules')
  const [opens, setOpens] = useState(false)
  if (!data) return null
  if (!opens)
    return (
      <button type="button" className="link" onClick={() => setOpens(true)}>
        {t('heat.rules')}
      </button>
    )
  return <Form rules={data} onClose={() => setOpens(false)} />
}

const steps = ['friendly', 'firm', 'end'] as const
const times = ['restMinutes', 'askMinutes', 'endDays'] as const

function Form({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const [ways, setWays] = useState(rules.ways)
  const [policy, setPolicy] = useState(rules.policy)
  const [numbers, setNumbers] = useState({
    restMinutes: rules.restMinutes,
    askMinutes: rules.askMinutes,
    endDays: rules.endDays,
  })
  const change = useAction('PATCH /heat-rules', { quiet: true, onDone: onClose })
  const put = (at: number, part: Partial<Rules['ways'][number]>) =>
    setWays(ways.map((way, n) => (n === at ? { ...way, ...part } : way)))
  return (
    <form
      className="heat-rules"
      aria-label={t('heat.rules')}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ body: { ways, policy, ...numbers } })
      }}
    >
      <fieldset>
        <legend>{t('heat.ways')}</legend>
        {ways.map((way, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way has no name of its own while it is written
          <div key={at} className="heat-way">
            <input
              className="input"
              aria-label={t('heat.wayName')}
              required
              maxLength={80}
              value={way.name}
              onChange={(event) => put(at, { name: event.target.value })}
            />
            <textarea
              className="input"
              aria-label={t('heat.wayWords', { name: way.name })}
              required
              rows={2}
              maxLength={1000}
              value={way.words}
              onChange={(event) => put(at, { words: event.target.value })}
            />
            <button
              type="button"
              className="button bare"
              onClick={() => setWays(ways.filter((_, n) => n !== at))}
            >
              {t('heat.dropWay')}
              <span className="hide">: {way.name}</span>
            </button>
          </div>
        ))}
        {ways.length < 12 && (
          <button type="button" className="link" onClick={() => setWays([...ways, { name: '', words: '' }])}>
            {t('heat.addWay')}
          </button>
        )}
      </fieldset>
      <fieldset>
        <legend>{t('heat.policy')}</legend>
        {steps.map((step) => (
          <label key={step} className="field">
            {t(`heat.step.${step}`)}
            <textarea
              className="input"
              required
              rows={3}
              maxLength={1000}
              value={policy[step]}
              onChange={(event) => setPolicy({ ...policy, [step]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      {times.map((name) => (
        <label key={name} className="row">
          <span className="grow">{t(`heat.${name}`)}</span>
          <input
            className="input short"
            type="number"
            required
            min={name === 'askMinutes' ? 2 : 1}
            max={name === 'endDays' ? 730 : 480}
            value={numbers[name]}
            onChange={(event) => setNumbers({ ...numbers, [name]: event.target.valueAsNumber })}
          />
        </label>
      ))}
      {change.error && (
        <p className="problem" role="alert">
          {change.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={change.isPending} onCancel={onClose} />
    </form>
  )
}
