import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useId } from 'react'
import type { Condition, ConditionKind, Filter, Part } from '#contract/filters.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { begin, isPlain, kindName, kinds } from './conditionWords.ts'
import { Values } from './Values.tsx'

const isGroup = (part: Part): part is Filter => 'of' in part
/** As deep as the contract allows; beyond that nobody can say what a list shows. */
const deepest = 3

/** Conditions and groups of them; each group says whether all or any must hold. */
export function FilterBuilder({ filter, onChange }: { filter: Filter; onChange: (next: Filter) => void }) {
  return <Group group={filter} depth={1} onChange={onChange} />
}

function Group({
  group,
  depth,
  onChange,
  onRemove,
}: {
  group: Filter
  depth: number
  onChange: (next: Filter) => void
  onRemove?: () => void
}) {
  const name = useId()
  const put = (at: number, part: Part | null) =>
    onChange({
      ...group,
      of: (part ? group.of.with(at, part as Condition) : group.of.toSpliced(at, 1)) as Filter['of'],
    })
  const add = (part: Part) => onChange({ ...group, of: [...group.of, part] as Filter['of'] })
  return (
    <fieldset className={`filter-group depth-${depth}`}>
      <legend className="row">
        <label htmlFor={name} className="hide">
          {t('filter.match')}
        </label>
        <select
          id={name}
          className="input auto"
          value={group.match}
          onChange={({ target }) => onChange({ ...group, match: target.value as Filter['match'] })}
        >
          <option value="all">{t('filter.all')}</option>
          <option value="any">{t('filter.any')}</option>
        </select>
        {onRemove && (
          <button
            type="button"
            className="icon-button"
            aria-label={t('filter.removeGroup')}
            onClick={onRemove}
          >
            <XIcon size={16} />
          </button>
        )}
      </legend>
      {group.of.length === 0 && <p className="meta">{t('filter.empty')}</p>}
      <ul>
        {group.of.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own and keep their places
          <li key={at}>
            {isGroup(part) ? (
              <Group
                group={part}
                depth={depth + 1}
                onChange={(next) => put(at, next)}
                onRemove={() => put(at, null)}
              />
            ) : (
              <One condition={part} onChange={(next) => put(at, next)} />
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button quiet"
          disabled={group.of.length >= 20}
          onClick={() => add({ on: 'status', is: ['open'], not: false })}
        >
          {t('filter.add')}
        </button>
        {depth < deepest && (
          <button
            type="button"
            className="button bare"
            disabled={group.of.length >= 20}
            onClick={() =>
              add({
                match: group.match === 'all' ? 'any' : 'all',
                of: [{ on: 'status', is: ['open'], not: false }],
              } as Part)
            }
          >
            {t('filter.addGroup')}
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** One condition: what it is about, whether it must hold or must not, and for what. */
function One({ condition, onChange }: { condition: Condition; onChange: (next: Condition | null) => void }) {
  const me = useMe()
  const { data: tags } = useApi('GET /tags')
  const { data: teams } = useApi('GET /teams')
  const { data: fields } = useApi('GET /fields')
  const { data: people } = useApi('GET /customers', { query: { limit: 1 } })
  const first = {
    inbox: me.inboxes[0]?.id,
    tag: tags?.items[0]?.id,
    team: teams?.items[0]?.id,
    field: fields?.items[0]?.id,
    customer: people?.items[0]?.id,
  }
  const possible = kinds.filter((kind) => kind === condition.on || begin(kind, first))
  return (
    <div className="filter-one">
      <select
        className="input auto"
        aria-label={t('filter.about')}
        value={condition.on}
        onChange={({ target }) => {
          const next = begin(target.value as ConditionKind, first)
          if (next) onChange(next)
        }}
      >
        {possible.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
      <select
        className="input auto"
        aria-label={t('filter.holds')}
        value={condition.not ? 'not' : 'is'}
        onChange={({ target }) => onChange({ ...condition, not: target.value === 'not' })}
      >
        <option value="is">{t(isPlain(condition.on) ? 'filter.yes' : 'filter.is')}</option>
        <option value="not">{t(isPlain(condition.on) ? 'filter.no' : 'filter.isNot')}</option>
      </select>
      <div className="filter-values">
        <Values condition={condition} onChange={onChange} />
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={t('filter.remove', { what: kindName(condition.on) })}
        onClick={() => onChange(null)}
      >
        <XIcon size={16} />
      </button>
    </div>
  )
}
