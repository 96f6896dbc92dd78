import { useDeferredValue, useState } from 'react'
import type { Condition } from '#contract/filters.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { FieldValues } from './FieldValues.tsx'
import { Pick } from './Pick.tsx'

type Change = (next: Condition) => void

/** What a condition asks for: a few to press, a number, or names. */
export function Values({ condition, onChange }: { condition: Condition; onChange: Change }) {
  switch (condition.on) {
    case 'status':
      return (
        <Fixed
          condition={condition}
          words={(one) => t(`status.${one}` as TextKey)}
          of={['open', 'waiting', 'snoozed', 'closed']}
          onChange={onChange}
        />
      )
    case 'promise':
      return (
        <Fixed
          condition={condition}
          words={(one) => t(`filter.promise.${one}` as TextKey)}
          of={['open', 'late', 'broken', 'none']}
          onChange={onChange}
        />
      )
    case 'mood':
      return (
        <Fixed
          condition={condition}
          words={(one) => t(`filter.mood.${one}` as TextKey)}
          of={['upset', 'urgent', 'leaving', 'failure', 'thanks', 'praise']}
          onChange={onChange}
        />
      )
    case 'channel':
      return (
        <Fixed
          condition={condition}
          words={(one) => t(`targets.channel.${one}` as TextKey)}
          of={['email', 'page', 'api']}
          onChange={onChange}
        />
      )
    case 'assignee':
    case 'inbox':
    case 'tag':
    case 'person-tag':
    case 'team':
      return <Listed condition={condition} onChange={onChange} />
    case 'customer':
      return <People condition={condition} onChange={onChange} />
    case 'company':
      return (
        <input
          className="input auto"
          aria-label={t('filter.company')}
          placeholder={t('filter.company.example')}
          defaultValue={condition.is.join(', ')}
          onBlur={({ target }) => {
            const is = target.value
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean)
            if (is.length) onChange({ ...condition, is })
          }}
        />
      )
    case 'waiting':
      return (
        <Much
          label={t('filter.hours')}
          value={condition.hours}
          least={0}
          onChange={(hours) => onChange({ ...condition, hours })}
        />
      )
    case 'last':
      return (
        <Much
          label={t('filter.days')}
          value={condition.days}
          least={1}
          onChange={(days) => onChange({ ...condition, days })}
        />
      )
    case 'chased':
      return (
        <Much
          label={t('filter.times')}
          value={condition.times}
          least={1}
          onChange={(times) => onChange({ ...condition, times })}
        />
      )
    case 'field':
      return <FieldValues condition={condition} onChange={onChange} />
    default:
      return null
  }
}

function Much({
  label,
  value,
  least,
  onChange,
}: {
  label: string
  value: number
  least: number
  onChange: (value: number) => void
}) {
  return (
    <label className="row">
      <input
        type="number"
        className="input auto number"
        min={least}
        max={3650}
        value={value}
        onChange={({ target }) =>
          target.value !== '' && onChange(Math.max(least, Math.round(Number(target.value))))
        }
      />
      <span>{label}</span>
    </label>
  )
}

type WithChoices = Extract<Condition, { is: unknown[] }>
const set = (condition: WithChoices, is: string[]) => ({ ...condition, is }) as Condition

function Fixed({
  condition,
  words,
  of,
  onChange,
}: {
  condition: WithChoices
  words: (one: string) => string
  of: readonly string[]
  onChange: Change
}) {
  return (
    <Pick
      all={of.map((id) => ({ id, name: words(id) }))}
      on={condition.is as string[]}
      onChange={(is) => onChange(set(condition, is))}
    />
  )
}

function Listed({ condition, onChange }: { condition: WithChoices; onChange: Change }) {
  const me = useMe()
  const isTag = condition.on === 'tag' || condition.on === 'person-tag'
  const { data: team } = useApi('GET /teammates', {}, { enabled: condition.on === 'assignee' })
  const { data: tags } = useApi('GET /tags', {}, { enabled: isTag })
  const { data: teams } = useApi('GET /teams', {}, { enabled: condition.on === 'team' })
  const all =
    condition.on === 'inbox'
      ? me.inboxes
      : isTag
        ? (tags?.items ?? [])
        : condition.on === 'team'
          ? (teams?.items ?? [])
          : [
              { id: 'me', name: t('filter.me') },
              { id: 'nobody', name: t('filter.nobody') },
              ...(team?.items ?? []).filter((one) => one.role !== 'observer' && one.id !== me.teammate.id),
            ]
  const on = condition.is as string[]
  // Of many, those that are on and the first few; the rest by a few letters.
  const [text, setText] = useState('')
  const term = text.trim().toLowerCase()
  const few = all.filter((one) => on.includes(one.id) || !term || one.name.toLowerCase().includes(term))
  return (
    <>
      {all.length > 14 && (
        <input
          type="search"
          className="input auto"
          aria-label={t('filter.find')}
          placeholder={t('filter.find')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <Pick all={few.slice(0, 24)} on={on} onChange={(is) => onChange(set(condition, is))} />
    </>
  )
}

function People({
  condition,
  onChange,
}: {
  condition: Extract<Condition, { on: 'customer' }>
  onChange: Change
}) {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: found } = useApi(
    'GET /customers',
    { query: { q, limit: 6 } },
    { enabled: q.length > 1, keep: true },
  )
  const people = (q.length > 1 ? (found?.items ?? []) : []).filter((one) => !condition.is.includes(one.id))
  return (
    <>
      {condition.is.map((id) => (
        <Person
          key={id}
          id={id}
          onOff={() =>
            condition.is.length > 1 &&
            onChange(
              set(
                condition,
                condition.is.filter((one) => one !== id),
              ),
            )
          }
        />
      ))}
      <input
        type="search"
        className="input auto"
        aria-label={t('customers.find')}
        placeholder={t('customers.find')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Pick
        all={people.map((one) => ({ id: one.id, name: one.preferredName ?? one.name }))}
        on={[]}
        onChange={([id]) => {
          onChange(set(condition, [...condition.is, id!]))
          setText('')
        }}
      />
    </>
  )
}

function Person({ id, onOff }: { id: string; onOff: () => void }) {
  const { data } = useApi('GET /customers/{id}', { params: { id } })
  return (
    <button type="button" className="chip pick value" aria-pressed="true" onClick={onOff}>
      {data ? (data.preferredName ?? data.name) : '…'}
    </button>
  )
}
