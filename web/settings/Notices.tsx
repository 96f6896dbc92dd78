import { useState } from 'react'
import type { NoticeSettings } from '#contract/notifications.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { locale, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { canPush, subscribe, thisEndpoint } from './push.ts'

const saved = () => toast({ text: t('app.saved'), lasts: 3000 })
const weekdays = [1, 2, 3, 4, 5, 6, 0]
const dayName = (day: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1 + day)),
  )

/** What reaches me, and when it may not. */
export function Notices() {
  const { data } = useApi('GET /me/notifications')
  const change = useAction('PATCH /me/notifications', { onDone: saved })
  const hold = useAction('PUT /me/hold')
  if (!data) return null
  return (
    <section className="card stack" aria-labelledby="notices">
      <h3 id="notices">{t('notices.title')}</h3>
      <p className="meta">{t('notices.what')}</p>
      {data.awayUntil && (
        <p className="said" role="status">
          {t('notices.away')} <Time at={data.awayUntil} />
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className="button quiet"
          aria-pressed={data.holdUntil !== null}
          onClick={() => hold.mutate({ body: { minutes: data.holdUntil ? 0 : 25 } })}
        >
          {t(data.holdUntil ? 'notices.holdEnd' : 'notices.hold')}
        </button>
        <small>{t('notices.holdHelp')}</small>
      </div>
      <Devices settings={data} />
      <div className="field">
        <label htmlFor="notices-mail">{t('notices.mail')}</label>
        <select
          id="notices-mail"
          className="input"
          value={data.mail}
          onChange={({ target }) => change.mutate({ body: { mail: target.value as NoticeSettings['mail'] } })}
        >
          {(['instead', 'always', 'never'] as const).map((mail) => (
            <option key={mail} value={mail}>
              {t(`notices.mail.${mail}`)}
            </option>
          ))}
        </select>
        {data.mail === 'never' && data.devices.length === 0 && <small>{t('notices.onlyHere')}</small>}
      </div>
      <Quiet settings={data} change={(body) => change.mutate({ body })} />
      <Phone key={data.phone ?? ''} phone={data.phone} save={(phone) => change.mutate({ body: { phone } })} />
    </section>
  )
}

function Quiet({
  settings: { quiet, daysOff },
  change,
}: {
  settings: NoticeSettings
  change: (body: Partial<Pick<NoticeSettings, 'quiet' | 'daysOff'>>) => void
}) {
  const hours = quiet ?? { from: '20:00', to: '07:00' }
  return (
    <fieldset className="stack bare">
      <legend>{t('notices.quiet')}</legend>
      <label className="row">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={({ target }) => change({ quiet: target.checked ? hours : null })}
        />
        {t('notices.quietOn')}
      </label>
      {quiet && (
        <div className="two">
          {(['from', 'to'] as const).map((end) => (
            <div key={end} className="field">
              <label htmlFor={`quiet-${end}`}>{t(`notices.${end}`)}</label>
              <input
                id={`quiet-${end}`}
                type="time"
                className="input"
                required
                defaultValue={quiet[end]}
                onBlur={({ target }) =>
                  target.value &&
                  target.value !== quiet[end] &&
                  change({ quiet: { ...quiet, [end]: target.value } })
                }
              />
            </div>
          ))}
        </div>
      )}
      <div role="group" aria-label={t('notices.daysOff')} className="days-off">
        <span>{t('notices.daysOff')}</span>
        {weekdays.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={daysOff.includes(day)}
              disabled={!daysOff.includes(day) && daysOff.length === 6}
              onChange={({ target }) =>
                change({ daysOff: target.checked ? [...daysOff, day] : daysOff.filter((one) => one !== day) })
              }
            />
            {dayName(day)}
          </label>
        ))}
      </div>
      <small>{t('notices.quietHelp')}</small>
    </fieldset>
  )
}

/** Browsers that show what concerns me while Tend is closed. */
function Devices({ settings: { devices, pushKey } }: { settings: NoticeSettings }) {
  const [busy, setBusy] = useState(false)
  const remove = useAction('DELETE /me/push-devices/{id}')
  const trial = useAction('POST /me/push-devices/{id}/trial', {
    onDone: () => toast({ text: t('notices.trialSent'), lasts: 5000 }),
  })
  const add = async () => {
    setBusy(true)
    try {
      const given = await subscribe(pushKey)
      if (!given) return toast({ text: t('notices.refused'), lasts: 8000 })
      const device = await api('POST /me/push-devices', { body: given })
      await queryClient.invalidateQueries({ queryKey: ['GET /me/notifications'] })
      trial.mutate({ params: { id: device.id } })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack">
      {devices.length > 0 && (
        <ul className="plain-list" aria-label={t('notices.devices')}>
          {devices.map((one) => (
            <li key={one.id} className="row">
              <span className="grow">
                {one.device}{' '}
                <span className="meta">
                  {one.lastUsedAt ? <Time at={one.lastUsedAt} /> : t('notices.neverUsed')}
                </span>
              </span>
              <button
                type="button"
                className="button bare"
                aria-label={t('notices.tryOf', { device: one.device })}
                onClick={() => trial.mutate({ params: { id: one.id } })}
              >
                {t('notices.try')}
              </button>
              <button
                type="button"
                className="button bare danger"
                aria-label={t('notices.removeOf', { device: one.device })}
                onClick={() => {
                  void thisEndpoint.drop()
                  remove.mutate({ params: { id: one.id } })
                }}
              >
                {t('notices.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canPush() ? (
        <div>
          <button type="button" className="button quiet" disabled={busy} onClick={() => void add()}>
            {t('notices.add')}
          </button>
        </div>
      ) : (
        <small>{t('notices.cannot')}</small>
      )}
    </div>
  )
}

function Phone({ phone, save }: { phone: string | null; save: (phone: string | null) => void }) {
  const [number, setNumber] = useState(phone ?? '')
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        save(number.trim() || null)
      }}
    >
      <label htmlFor="notices-phone">{t('notices.phone')}</label>
      <div className="row">
        <input
          id="notices-phone"
          type="tel"
          autoComplete="tel"
          className="input grow"
          value={number}
          placeholder="+351 912 345 678"
          onChange={(event) => setNumber(event.target.value)}
        />
        <button type="submit" className="button quiet" disabled={number.trim() === (phone ?? '')}>
          {t('app.save')}
        </button>
      </div>
      <small>{t('notices.phoneHelp')}</small>
    </form>
  )
}
