import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import type { WholeIncident } from '#contract/incident.ts'
import { useKeys } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { PersonLine, placeOf } from './PersonLine.tsx'
import { Together } from './Together.tsx'
import { useAffected } from './usePaged.ts'

const states = [
  'untold',
  'written',
  'told',
  'refused',
  'otherwise',
  'answered',
  'waiting',
  'made-right',
  'content',
] as const
type State = (typeof states)[number]

/** What of the list is shown, as the address says it. */
export interface Shown {
  state: State | ''
  /** A group's number, or `none`. */
  group: string
}

export function shownOf(asked: URLSearchParams): Shown {
  const state = asked.get('state')
  const group = asked.get('group') ?? ''
  return {
    state: states.find((one) => one === state) ?? '',
    group: group === 'none' || /^\d+$/.test(group) ? group : '',
  }
}

const countOf = ({ counts }: WholeIncident, state: State): number =>
  state === 'made-right' ? counts.madeRight : counts[state]

const lineOf = (id: string) => document.querySelector<HTMLElement>(`[data-hit="${id}"]`)

/** Everybody who is hit, the untold first: told, answered, made right, content again; one by one or several at once. */
export function People({
  incident,
  mayAct,
  shown,
  show,
}: {
  incident: WholeIncident
  mayAct: boolean
  shown: Shown
  show: (next: Partial<Shown>) => void
}) {
  const [, go] = useLocation()
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const [at, setAt] = useState(-1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { rows, isHere, error, hasMore, isFetching, more, need } = useAffected(incident.id, {
    ...(shown.state && { state: shown.state }),
    ...(shown.group && { group: shown.group === 'none' ? 'none' : Number(shown.group) }),
    ...(q && { q }),
  })
  const here = rows.filter((row) => chosen.has(row.customerId)).map((row) => row.customerId)
  need(here.length > 0 ? rows.length : at + 1)
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    if (rows[next]) lineOf(rows[next].customerId)?.focus()
  }
  const one = rows[at]
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
    { keys: 'o', label: 'keys.open', run: () => one && go(placeOf(one)) },
    { keys: 'Enter', label: 'keys.open', run: () => one && go(placeOf(one)) },
    ...(mayAct
      ? [{ keys: 'x', label: 'keys.choose' as const, run: () => one && toggle(one.customerId) }]
      : []),
    ...(here.length > 0
      ? [
          { keys: 'Escape', label: 'keys.chooseNobody' as const, run: () => setChosen(new Set()) },
          {
            keys: 'a',
            label: 'incident.toGroup' as const,
            run: () => document.getElementById('hit-group')?.click(),
          },
        ]
      : []),
  ])
  if (incident.counts.people === 0) return <Empty says={t('incident.nobodyYet')} />
  const group = incident.groups.find((one) => String(one.position) === shown.group)
  return (
    <section className="stack hit" aria-labelledby="incident-people">
      <h2 id="incident-people" className="hide">
        {t('incident.part.people')}
      </h2>
      <div className="hit-filter">
        <label className="hide" htmlFor="hit-state">
          {t('incident.which')}
        </label>
        <select
          id="hit-state"
          className="input auto"
          value={shown.state}
          onChange={(event) => show({ state: event.target.value as State })}
        >
          <option value="">{t('incident.everybody', { n: incident.counts.people })}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`incident.state.${state}`)} ({countOf(incident, state)})
            </option>
          ))}
        </select>
        <label className="hide" htmlFor="hit-search">
          {t('incident.search')}
        </label>
        <input
          id="hit-search"
          type="search"
          className="input grow"
          placeholder={t('incident.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {(group || shown.group === 'none') && (
        <p className="row">
          <span>{group ? t('incident.onlyGroup', { name: group.name }) : t('incident.onlyNone')}</span>
          <button type="button" className="link" onClick={() => show({ group: '' })}>
            {t('incident.showAll')}
          </button>
        </p>
      )}
      {here.length > 0 && <Together incident={incident} chosen={here} onDone={() => setChosen(new Set())} />}
      {error && !isHere && <p className="problem">{error.message}</p>}
      {!isHere && !error && <Skeleton lines={6} />}
      {isHere && rows.length === 0 && <Empty says={t('incident.noneLikeThis')} />}
      {rows.length > 0 && (
        <>
          <div className="hit-heads meta" aria-hidden="true">
            <span>{t('incident.head.person')}</span>
            <span>{t('incident.head.told')}</span>
            <span>{t('incident.head.answered')}</span>
            <span>{t('incident.head.madeRight')}</span>
            <span>{t('incident.head.content')}</span>
          </div>
          <ul className="hit-list">
            {rows.map((row, index) => (
              <li key={row.customerId}>
                <PersonLine
                  incident={incident}
                  person={row}
                  mayAct={mayAct}
                  chosen={chosen.has(row.customerId)}
                  onChoose={() => {
                    setAt(index)
                    toggle(row.customerId)
                  }}
                />
              </li>
            ))}
          </ul>
          {hasMore ? (
            <button type="button" className="button quiet" disabled={isFetching} onClick={more}>
              {t('promises.more')}
            </button>
          ) : (
            <p className="end">{t('incident.peopleEnd')}</p>
          )}
        </>
      )}
    </section>
  )
}
