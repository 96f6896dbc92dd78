import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

const lengths = [15, 30, 45, 60] as const

/** How long calls are, and how far ahead customers may pick them. */
export function Calls() {
  const { data } = useApi('GET /callback-rules')
  const change = useAction('PATCH /callback-rules')
  if (!data) return null
  const number = (field: 'ahead' | 'days', least: number, most: number) => (
    <div className="field">
      <label htmlFor={`calls-${field}`}>{t(`calls.${field}`)}</label>
      <input
        id={`calls-${field}`}
        className="input"
        type="number"
        min={least}
        max={most}
        defaultValue={data[field]}
        onBlur={(event) => {
          const value = event.target.valueAsNumber
          if (value >= least && value <= most && value !== data[field])
            change.mutate({ body: { [field]: value } })
        }}
      />
    </div>
  )
  return (
    <div className="card stack">
      <h3>{t('calls.title')}</h3>
      <div className="row">
        <div className="field">
          <label htmlFor="calls-minutes">{t('calls.minutes')}</label>
          <select
            id="calls-minutes"
            className="input"
            value={data.minutes}
            onChange={(event) => change.mutate({ body: { minutes: Number(event.target.value) as 30 } })}
          >
            {lengths.map((length) => (
              <option key={length} value={length}>
                {t('calls.length', { n: length })}
              </option>
            ))}
          </select>
        </div>
        {number('ahead', 0, 10_080)}
        {number('days', 1, 60)}
      </div>
      <p className="meta">{t('calls.help')}</p>
    </div>
  )
}
