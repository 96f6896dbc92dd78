import type { Condition, FieldTest } from '#contract/filters.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Pick } from './Pick.tsx'

type OfField = Extract<Condition, { on: 'field' }>

/** A custom field: whether it is filled in, or what it holds, as its kind allows. */
export function FieldValues({
  condition,
  onChange,
}: {
  condition: OfField
  onChange: (next: Condition) => void
}) {
  const { data } = useApi('GET /fields')
  const field = data?.items.find((one) => one.id === condition.field)
  const { test } = condition
  const how =
    'set' in test
      ? test.set
        ? 'set'
        : 'unset'
      : 'is' in test
        ? 'is'
        : 'atLeast' in test
          ? 'atLeast'
          : 'atMost'
  const ranges = field?.kind === 'number' || field?.kind === 'date'
  const set = (next: FieldTest) => onChange({ ...condition, test: next })
  const first = field?.kind === 'choice' ? field.choices[0] : field?.kind === 'yes-no' ? 'yes' : ''
  const value =
    'is' in test ? test.is : 'atLeast' in test ? [test.atLeast] : 'atMost' in test ? [test.atMost] : []
  return (
    <>
      <select
        className="input auto"
        aria-label={t('filter.field.which')}
        value={condition.field}
        onChange={({ target }) => onChange({ ...condition, field: target.value, test: { set: true } })}
      >
        {(data?.items ?? []).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <select
        className="input auto"
        aria-label={t('filter.field.how')}
        value={how}
        onChange={({ target }) => {
          const kept = value[0] ?? first ?? ''
          const next: Record<string, FieldTest> = {
            set: { set: true },
            unset: { set: false },
            is: { is: [kept] },
            atLeast: { atLeast: kept },
            atMost: { atMost: kept },
          }
          set(next[target.value]!)
        }}
      >
        <option value="set">{t('filter.field.set')}</option>
        <option value="unset">{t('filter.field.unset')}</option>
        <option value="is">{t('filter.field.is')}</option>
        {ranges && <option value="atLeast">{t('filter.field.atLeast')}</option>}
        {ranges && <option value="atMost">{t('filter.field.atMost')}</option>}
      </select>
      {how === 'is' && (field?.kind === 'choice' || field?.kind === 'yes-no') ? (
        <Pick
          all={
            field.kind === 'choice'
              ? field.choices.map((id) => ({ id, name: id }))
              : [
                  { id: 'yes', name: t('field.yes') },
                  { id: 'no', name: t('field.no') },
                ]
          }
          on={value}
          onChange={(is) => set({ is })}
        />
      ) : how === 'set' || how === 'unset' ? null : (
        <input
          className="input auto"
          type={field?.kind === 'date' ? 'date' : field?.kind === 'number' ? 'number' : 'text'}
          step="any"
          aria-label={t('filter.field.value')}
          value={value[0] ?? ''}
          onChange={({ target }) =>
            set(
              how === 'is'
                ? { is: [target.value] }
                : how === 'atLeast'
                  ? { atLeast: target.value }
                  : { atMost: target.value },
            )
          }
        />
      )}
    </>
  )
}
