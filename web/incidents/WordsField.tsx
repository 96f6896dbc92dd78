import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useRef } from 'react'
import type { WholeIncident } from '#contract/incident.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'

/** A text with what may be said of each person in it, put in where the caret stands. */
export function WordsField({
  incident,
  id,
  label,
  value,
  onChange,
  rows = 14,
}: {
  incident: WholeIncident
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  rows?: number
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { data } = useApi('GET /incidents/{id}/slots', { params: { id: incident.id } })
  const put = (slot: string) => {
    const field = area.current
    if (!field) return
    field.focus()
    field.setRangeText(slot, field.selectionStart, field.selectionEnd, 'end')
    onChange(field.value)
  }
  return (
    <div className="field words-field">
      <div className="row">
        <label htmlFor={id} className="label grow">
          {label}
        </label>
        <Menu
          label={t('incident.slots')}
          className="button bare"
          items={(data?.items ?? []).map((one) => ({
            label: one.says,
            hint: t('incident.slotFilled', { filled: one.filled, of: one.of }),
            run: () => put(one.slot),
          }))}
        >
          {t('incident.slots')} <CaretDownIcon size={14} />
        </Menu>
      </div>
      <textarea
        id={id}
        ref={area}
        className="input"
        dir="auto"
        rows={rows}
        required
        maxLength={20_000}
        aria-describedby={`${id}-help`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-help`}>{t('incident.textHelp')}</small>
    </div>
  )
}
