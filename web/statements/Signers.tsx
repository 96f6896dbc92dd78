import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

/** Who stands with their name for these words; at least one of them leads. */
export function Signers({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { data } = useApi('GET /teammates', { query: { limit: 100 } })
  const here = (data?.items ?? []).filter((one) => one.state !== 'signed-out-for-good')
  return (
    <fieldset className="choices">
      <legend>{t('statements.whoSigns')}</legend>
      <small className="meta">{t('statements.whoSignsHelp')}</small>
      {here.map((one) => (
        <label key={one.id}>
          <input
            type="checkbox"
            checked={chosen.includes(one.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
            }
          />
          {one.name}
          {(one.role === 'lead' || one.role === 'admin') && (
            <span className="meta"> {t('statements.leads')}</span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
