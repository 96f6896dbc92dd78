import { useState } from 'react'
import type { IncidentUpdate, StopKind, WholeIncident } from '#contract/incident.ts'
import { useKeys } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { Letter } from './Letter.tsx'
import { useLetters } from './usePaged.ts'
import { stopKinds } from './words.ts'

const states = ['draft', 'waiting', 'written', 'told', 'refused', 'otherwise'] as const
type State = (typeof states)[number]
const lineOf = (id: string) => document.querySelector<HTMLElement>(`[data-letter="${id}"]`)

/** The letter of each person, those that are stopped first. */
export function LetterList({
  incident,
  update,
  mayAct,
  stop,
  setStop,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  mayAct: boolean
  stop: StopKind | null
  setStop: (stop: StopKind | null) => void
}) {
  const [state, setState] = useState<State | ''>('')
  const [group, setGroup] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [at, setAt] = useState(-1)
  const { rows, isHere, error, hasMore, isFetching, more, need } = useLetters(incident.id, update.position, {
    ...(state && { state }),
    ...(stop && { stop }),
    ...(group && { group: group === 'none' ? 'none' : Number(group) }),
  })
  need(
    Math.max(
      at,
      rows.findIndex((row) => row.customerId === open),
    ) + 1,
  )
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    if (rows[next]) lineOf(rows[next].customerId)?.focus()
  }
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
  ])
  return (
    <section className="stack letter-list" aria-labelledby="incident-letters">
      <h2 id="incident-letters">{t('incident.lettersOf')}</h2>
      <div className="row">
        <label className="hide" htmlFor="letter-state">
          {t('incident.which')}
        </label>
        <select
          id="letter-state"
          className="input auto"
          value={stop ? `stop-${stop}` : state}
          onChange={(event) => {
            const { value } = event.target
            setStop(value.startsWith('stop-') ? (value.slice(5) as StopKind) : null)
            setState(value.startsWith('stop-') ? '' : (value as State))
          }}
        >
          <option value="">{t('incident.allOfThem')}</option>
          {states
            .filter((one) => update.letters[one] > 0)
            .map((one) => (
              <option key={one} value={one}>
                {t(`incident.letterState.${one}`)} ({update.letters[one]})
              </option>
            ))}
          {stopKinds
            .filter((one) => update.stops[one] > 0 || one === stop)
            .map((one) => (
              <option key={one} value={`stop-${one}`}>
                {t(`incident.stop.${one}`)} ({update.stops[one]})
              </option>
            ))}
        </select>
        {incident.groups.length > 0 && (
          <>
            <label className="hide" htmlFor="letter-group">
              {t('incident.concierges')}
            </label>
            <select
              id="letter-group"
              className="input auto"
              value={group}
              onChange={(event) => setGroup(event.target.value)}
            >
              <option value="">{t('incident.allGroups')}</option>
              {incident.groups.map((one) => (
                <option key={one.position} value={one.position}>
                  {one.name}
                </option>
              ))}
              {incident.ungrouped > 0 && <option value="none">{t('incident.toNoGroup')}</option>}
            </select>
          </>
        )}
      </div>
      {error && !isHere && <p className="problem">{error.message}</p>}
      {!isHere && !error && <Skeleton lines={5} />}
      {isHere && rows.length === 0 && <Empty says={t('incident.noneLikeThis')} />}
      <ul className="letters">
        {rows.map((one, index) => (
          <li key={one.customerId}>
            <Letter
              incident={incident}
              update={update}
              letter={one}
              mayAct={mayAct}
              isOpen={open === one.customerId}
              onOpen={() => {
                setAt(index)
                setOpen(open === one.customerId ? null : one.customerId)
              }}
            />
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="button quiet" disabled={isFetching} onClick={more}>
          {t('promises.more')}
        </button>
      )}
    </section>
  )
}
