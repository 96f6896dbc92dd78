import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { instantIn, isSameClock, placeOf, wallClockIn } from '#web/ui/zone.ts'
import { slotsIn } from './sendTimes.ts'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

/** When an answer leaves: good hours in their place, or any time on their clock or ours. */
export function SendLater({
  person,
  promises,
  onChoose,
  onClose,
}: {
  person: Conversation['person']
  /** It gives our word for something. */
  promises: boolean
  onChoose: (at: string) => void
  onClose: () => void
}) {
  const theirs = person.timeZone
  const differs = theirs !== null && !isSameClock(theirs, here)
  const [zone, setZone] = useState(theirs ?? here)
  const [own, setOwn] = useState('')
  const name = person.preferredName ?? person.name
  const clock = (at: Date, where: string) => wallClockIn(where, at).slice(11)
  return (
    <div
      className="send-later"
      role="group"
      aria-label={t('sendLater.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p>
        <b>{t('sendLater.title')}</b>{' '}
        <span className="meta">
          {differs ? t('sendLater.theirClock', { name, place: placeOf(theirs) }) : t('sendLater.ourClock')}
        </span>
      </p>
      <div className="row">
        {slotsIn(theirs ?? here, new Date()).map(({ key, at }, index) => (
          <button
            key={key}
            type="button"
            className="button quiet"
            autoFocus={index === 0}
            title={exact(at.toISOString())}
            onClick={() => onChoose(at.toISOString())}
          >
            {t(`sendLater.${key}` as TextKey, { time: clock(at, theirs ?? here) })}
            {differs && <span className="meta"> {t('sendLater.here', { time: clock(at, here) })}</span>}
          </button>
        ))}
      </div>
      {promises && <p className="meta">{t('sendLater.promises')}</p>}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (own) onChoose(instantIn(zone, own).toISOString())
        }}
      >
        <label className="hide" htmlFor="send-at">
          {t('later.own')}
        </label>
        <input
          id="send-at"
          className="input auto"
          type="datetime-local"
          min={wallClockIn(zone, new Date())}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        {differs && (
          <select
            className="input auto"
            aria-label={t('sendLater.whose')}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            <option value={theirs}>{t('sendLater.theirs', { name })}</option>
            <option value={here}>{t('sendLater.ours')}</option>
          </select>
        )}
        <button type="submit" className="button primary" disabled={!own}>
          {t('sendLater.set')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </form>
    </div>
  )
}
