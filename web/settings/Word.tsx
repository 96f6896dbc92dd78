import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** When a late promise counts as broken. */
export function Word() {
  const { data } = useApi('GET /word-rules')
  const save = useAction('PATCH /word-rules', { onDone: () => toast({ text: t('app.saved'), lasts: 3000 }) })
  if (!data) return null
  return (
    <div className="card stack">
      <div className="field">
        <label htmlFor="broken-after">{t('word.broken')}</label>
        <select
          id="broken-after"
          className="input"
          value={data.brokenAfterDays ?? 'never'}
          onChange={({ target: { value } }) =>
            save.mutate({ body: { brokenAfterDays: value === 'never' ? null : Number(value) } })
          }
        >
          {[1, 2, 3, 5, 10].map((days) => (
            <option key={days} value={days}>
              {t('word.days', { days })}
            </option>
          ))}
          {data.brokenAfterDays !== null && ![1, 2, 3, 5, 10].includes(data.brokenAfterDays) && (
            <option value={data.brokenAfterDays}>{t('word.days', { days: data.brokenAfterDays })}</option>
          )}
          <option value="never">{t('word.never')}</option>
        </select>
        <small>{t('word.brokenHelp')}</small>
      </div>
    </div>
  )
}
