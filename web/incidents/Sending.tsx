import { useState } from 'react'
import { Link } from 'wouter'
import type { IncidentUpdate, StopKind, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { ToldBar } from './ToldBar.tsx'
import { useNow } from './useNow.ts'
import { stopKinds } from './words.ts'

const paces = [60, 300, 1200] as const

/** What stops the letters, a sentence each; then how fast they leave, how far they are, and the way to stop them. */
export function Sending({
  incident,
  update,
  mayAct,
  onLook,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  mayAct: boolean
  onLook: (stop: StopKind) => void
}) {
  const isOpen = update.state === 'draft' || update.state === 'stopped'
  return (
    <section className={`sending ${update.state}`} aria-label={t('incident.sendingLabel')}>
      {!isOpen || !mayAct ? null : <Stops incident={incident} update={update} onLook={onLook} />}
      {update.state !== 'draft' && <Progress incident={incident} update={update} mayAct={mayAct} />}
      {isOpen && mayAct && <Send incident={incident} update={update} />}
    </section>
  )
}

const stopsIn = (update: IncidentUpdate): number => Object.values(update.stops).reduce((sum, n) => sum + n, 0)
const toSend = ({ letters }: IncidentUpdate): number => letters.draft + letters.waiting

function Stops({
  incident,
  update,
  onLook,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  onLook: (stop: StopKind) => void
}) {
  const params = { id: incident.id, update: update.position }
  const review = useAction('POST /incidents/{id}/updates/{update}/reviews')
  const none = stopsIn(update) === 0 && update.nobodys === 0 && update.read
  if (none)
    return (
      <p className="all-good">{t(toSend(update) > 0 ? 'incident.nothingStops' : 'incident.nobodyLeft')}</p>
    )
  return (
    <ul className="stops">
      {update.nobodys > 0 && (
        <li>
          <span className="grow">{t('incident.nobodys', { n: update.nobodys })}</span>
          <Link href={`/incidents/${incident.id}?group=none`} className="button quiet">
            {t('incident.giveThem')}
          </Link>
        </li>
      )}
      {stopKinds
        .filter((kind) => update.stops[kind] > 0)
        .map((kind) => (
          <li key={kind}>
            <span className="grow">{t(`incident.stops.${kind}`, { n: update.stops[kind] })}</span>
            <button type="button" className="button quiet" onClick={() => onLook(kind)}>
              {t('incident.showThem')}
              <span className="hide">: {t(`incident.stop.${kind}`)}</span>
            </button>
            {kind !== 'empty' && (
              <button
                type="button"
                className="button bare"
                disabled={review.isPending}
                onClick={() => review.mutate({ params, body: { kind } })}
              >
                {t('incident.allMayGo')}
                <span className="hide">: {t(`incident.stop.${kind}`)}</span>
              </button>
            )}
          </li>
        ))}
      {!update.read && <li role="status">{t('incident.stillReading')}</li>}
    </ul>
  )
}

function Send({ incident, update }: { incident: WholeIncident; update: IncidentUpdate }) {
  const { undoSeconds } = useMe().preferences
  const [perMinute, setPerMinute] = useState<number>(update.perMinute || 300)
  const send = useAction('POST /incidents/{id}/updates/{update}/sending', { quiet: true })
  const n = toSend(update)
  if (n === 0) return null
  const stopped = stopsIn(update) > 0 || !update.read
  const minutes = Math.ceil(n / perMinute)
  return (
    <form
      className="row send-line"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({
          params: { id: incident.id, update: update.position },
          body: { perMinute, undoSeconds },
        })
      }}
    >
      <button type="submit" className="button primary tall" disabled={stopped || send.isPending}>
        {t(update.state === 'stopped' ? 'incident.sendRest' : 'incident.send', { n })}
      </button>
      <label htmlFor="pace" className="hide">
        {t('incident.pace')}
      </label>
      <select
        id="pace"
        className="input auto"
        value={perMinute}
        onChange={(event) => setPerMinute(Number(event.target.value))}
      >
        {[...new Set([...paces, perMinute])]
          .sort((a, b) => a - b)
          .map((one) => (
            <option key={one} value={one}>
              {t('incident.perMinute', { n: one })}
            </option>
          ))}
      </select>
      <span className="meta">{t('incident.takes', { minutes })}</span>
      {send.error && (
        <p className="problem" role="alert">
          {send.error.message}
        </p>
      )}
    </form>
  )
}

function Progress({
  incident,
  update,
  mayAct,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  mayAct: boolean
}) {
  const params = { id: incident.id, update: update.position }
  const now = useNow(1000)
  const stop = useAction('DELETE /incidents/{id}/updates/{update}/sending')
  const { letters } = update
  const held = update.leavesAt !== null && new Date(update.leavesAt).getTime() > now
  const bar = {
    told: letters.told,
    written: letters.written,
    refused: letters.refused,
    untold: toSend(update),
  }
  return (
    <div className="progress">
      <p role="status">
        <b>
          {update.state === 'sending' && held
            ? t('incident.leavesSoon')
            : t(`incident.progress.${update.state === 'draft' ? 'sending' : update.state}`)}
        </b>{' '}
        {t('incident.progressOf', {
          told: letters.told,
          written: letters.written,
          left: toSend(update),
        })}
        {letters.refused > 0 && (
          <>
            {' '}
            <Link href={`/incidents/${incident.id}?state=refused`} className="late-ink">
              {t('incident.count.refused', { n: letters.refused })}
            </Link>
          </>
        )}
        {letters.otherwise > 0 && (
          <>
            {' '}
            <Link href={`/incidents/${incident.id}?state=otherwise`}>
              {t('incident.count.otherwise', { n: letters.otherwise })}
            </Link>
          </>
        )}
      </p>
      <ToldBar counts={bar} />
      {update.state === 'sending' && mayAct && (
        <button
          type="button"
          className="button quiet"
          disabled={stop.isPending}
          onClick={() => stop.mutate({ params })}
        >
          {t(held ? 'incident.takeBack' : 'incident.stopSending')}
        </button>
      )}
    </div>
  )
}
