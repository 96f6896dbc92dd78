import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock'
import { useState } from 'react'
import type { WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { exact } from '#web/ui/time.ts'
import { instantIn, wallClockIn } from '#web/ui/zone.ts'
import { useNow } from './useNow.ts'
import { away } from './words.ts'

/** In so many minutes, at a full five: people remember "half past three", not 15:27. */
export function soon(minutes: number, now = Date.now()): Date {
  const five = 5 * 60_000
  return new Date(Math.ceil((now + minutes * 60_000) / five) * five)
}

export const presets = [30, 60, 120] as const

/** When everybody hears from us again, with the time that is left; late turns brick and says by how much. */
export function NextUpdate({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const zone = useMe().company.timeZone
  const now = useNow()
  const [sets, setSets] = useState(false)
  const [own, setOwn] = useState('')
  const change = useAction('PATCH /incidents/{id}', { onDone: () => setSets(false) })
  const set = (at: Date | null) =>
    change.mutate({ params: { id: incident.id }, body: { nextUpdate: at?.toISOString() ?? null } })
  const { nextUpdate } = incident
  // The newest letters that have left; what they say stands until others say otherwise.
  const said = incident.updates.findLast((one) => one.state !== 'draft')?.nextUpdate ?? null
  const late = nextUpdate !== null && (incident.nextUpdateLate || new Date(nextUpdate).getTime() < now)
  return (
    <div className={`next-update ${late ? 'late' : ''}`}>
      <p className="row">
        <ClockIcon size={18} aria-hidden="true" />
        {nextUpdate ? (
          <span>
            <b>
              {t('incident.nextUpdate')} <Due at={nextUpdate} />
            </b>{' '}
            <span>{away(nextUpdate, now)}</span>
          </span>
        ) : (
          <span>{t('incident.noNextUpdate')}</span>
        )}
        {mayAct && (
          <button type="button" className="link" aria-expanded={sets} onClick={() => setSets(!sets)}>
            {t(nextUpdate ? 'incident.moveUpdate' : 'incident.setUpdate')}
          </button>
        )}
      </p>
      {said && nextUpdate && said !== nextUpdate && (
        <p className="meta">{t('incident.toldAnother', { when: exact(said) })}</p>
      )}
      {sets && (
        <form
          className="row"
          aria-label={t('incident.setUpdate')}
          onSubmit={(event) => {
            event.preventDefault()
            if (own) set(instantIn(zone, own))
          }}
        >
          {presets.map((minutes) => (
            <button
              key={minutes}
              type="button"
              className="button quiet"
              disabled={change.isPending}
              onClick={() => set(soon(minutes))}
            >
              {wallClockIn(zone, soon(minutes, now)).slice(11)}
            </button>
          ))}
          <label className="hide" htmlFor="next-update">
            {t('incident.setUpdate')}
          </label>
          <input
            id="next-update"
            className="input auto"
            type="datetime-local"
            autoFocus
            min={wallClockIn(zone, new Date(now))}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
          <button type="submit" className="button quiet" disabled={!own || change.isPending}>
            {t('app.save')}
          </button>
          {nextUpdate && (
            <button type="button" className="button bare" onClick={() => set(null)}>
              {t('incident.dropUpdate')}
            </button>
          )}
        </form>
      )}
    </div>
  )
}
