import { useState } from 'react'
import type { FieldSubject, FilledField } from '#contract/fields.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import './fields.css'

const routes = {
  conversation: ['GET /conversations/{id}/fields', 'PUT /conversations/{id}/fields'],
  customer: ['GET /customers/{id}/fields', 'PUT /customers/{id}/fields'],
  circle: ['GET /circles/{id}/fields', 'PUT /circles/{id}/fields'],
} as const

/**
 * What the team notes besides about a matter, a person or a company. Nothing is there while the team has no field; none can be demanded.
 * Each is kept as soon as one leaves it.
 */
export function FieldsOf({ subject, id, title }: { subject: FieldSubject; id: string; title?: string }) {
  const me = useMe()
  const { data } = useApi(routes[subject][0], { params: { id } })
  const fields = data?.items ?? []
  if (fields.length === 0) return null
  const mayAct = me.teammate.role !== 'observer'
  const keep = async (field: FilledField, value: string | null) => {
    if (value === field.value) return
    try {
      await api(routes[subject][1], { params: { id }, body: { values: { [field.id]: value } } })
      toast({
        text: t('field.kept', { name: field.name }),
        action: { label: t('app.undo'), run: () => void keep({ ...field, value }, field.value) },
      })
    } catch (refusal) {
      toast({ text: (refusal as Error).message, lasts: 8000 })
    }
    void queryClient.invalidateQueries()
  }
  return (
    <section className="own-fields">
      <h2>{title ?? t('field.title')}</h2>
      <dl>
        {fields.map((field) => (
          <div key={field.id}>
            <dt>
              <label htmlFor={`field-${field.id}`}>{field.name}</label>
            </dt>
            <dd>
              {mayAct ? (
                <Value key={field.value} field={field} onKeep={(value) => void keep(field, value)} />
              ) : (
                shown(field)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const shown = ({ kind, value }: FilledField) =>
  value === null ? '–' : kind === 'yes-no' ? t(value === 'yes' ? 'field.yes' : 'field.no') : value

function Value({ field, onKeep }: { field: FilledField; onKeep: (value: string | null) => void }) {
  const [text, setText] = useState(field.value ?? '')
  const id = `field-${field.id}`
  const choices =
    field.kind === 'yes-no'
      ? [
          ['yes', t('field.yes')],
          ['no', t('field.no')],
        ]
      : field.choices.map((one) => [one, one])
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    // A choice that is no longer offered stays what it is until somebody chooses anew.
    const kept =
      field.value && !choices.some(([value]) => value === field.value) ? [[field.value, field.value]] : []
    return (
      <select
        id={id}
        className="input"
        value={field.value ?? ''}
        onChange={({ target }) => onKeep(target.value || null)}
      >
        <option value="">–</option>
        {[...kept, ...choices].map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      id={id}
      className="input"
      type={field.kind === 'date' ? 'date' : field.kind === 'number' ? 'number' : 'text'}
      step="any"
      maxLength={2000}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => onKeep(text.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape') setText(field.value ?? '')
      }}
    />
  )
}
