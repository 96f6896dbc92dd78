import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

const fields = {
  climbing: ['assigneeAfter', 'leadAfter', 'adminAfter'],
  secondChance: ['secondChanceDays'],
} as const

/** The numbers of a way of working, beside its switch; each is kept as it is left. */
export function RecoveryRules({ of }: { of: keyof typeof fields }) {
  const { data } = useApi('GET /recovery-rules')
  const change = useAction('PATCH /recovery-rules')
  if (!data) return null
  return (
    <div className="rule-fields">
      {of === 'climbing' && <p className="meta">{t('climbing.rules')}</p>}
      {fields[of].map((name) => (
        <label key={`${name}${data[name]}`} className="row">
          <span className="grow">{t(name === 'secondChanceDays' ? 'chance.days' : `climbing.${name}`)}</span>
          <input
            className="input"
            type="number"
            min={name === 'secondChanceDays' ? 7 : 5}
            max={name === 'secondChanceDays' ? 730 : 14_400}
            defaultValue={data[name]}
            onBlur={(event) => {
              const value = event.target.valueAsNumber
              if (Number.isInteger(value) && value !== data[name]) change.mutate({ body: { [name]: value } })
            }}
          />
        </label>
      ))}
      {of === 'climbing' && <small>{t('climbing.open')}</small>}
    </div>
  )
}
