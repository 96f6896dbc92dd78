import { useState } from 'react'
import type { BulkAct } from '#contract/bulk.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { wallClock } from '#web/ui/time.ts'

const at = (days: number, hour: number) => {
  const date = new Date()
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  return date
}
const presets: [TextKey, () => Date | null][] = [
  ['later.tomorrow', () => at(1, 9)],
  ['later.monday', () => at((8 - new Date().getDay()) % 7 || 7, 9)],
  ['later.week', () => at(7, 9)],
  ['later.reply', () => null],
]
const goodbyes = ['next-step', 'thanks', 'nothing-more'] as const

/** Later with its reason, or done with its goodbye, for all that are chosen. */
export default function ChosenPanel({
  what,
  n,
  onAct,
  onClose,
}: {
  what: 'later' | 'done'
  n: number
  onAct: (act: BulkAct) => void
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [own, setOwn] = useState('')
  const [choice, setChoice] = useState<(typeof goodbyes)[number] | null>(null)
  const later = (until: Date | null) =>
    onAct({ do: 'snooze', until: until?.toISOString() ?? null, reason: reason.trim() || t('later.noReason') })
  const cancel = (
    <button type="button" className="button bare" onClick={onClose}>
      {t('app.cancel')}
    </button>
  )
  if (what === 'later')
    return (
      <div className="panel" role="group" aria-label={t('thread.later')}>
        <div className="field">
          <label htmlFor="chosen-reason">{t('later.reason')}</label>
          <input
            id="chosen-reason"
            className="input"
            autoFocus
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            placeholder={t('later.example')}
          />
        </div>
        <div className="row">
          {presets.map(([label, when]) => (
            <button key={label} type="button" className="button quiet" onClick={() => later(when())}>
              {t(label)}
            </button>
          ))}
          <label className="hide" htmlFor="chosen-own">
            {t('later.own')}
          </label>
          <input
            id="chosen-own"
            className="input auto"
            type="datetime-local"
            min={wallClock()}
            value={own}
            onChange={({ target }) => setOwn(target.value)}
          />
          {own && (
            <button type="button" className="button primary" onClick={() => later(new Date(own))}>
              {t('thread.later')}
            </button>
          )}
          {cancel}
        </div>
      </div>
    )
  return (
    <form
      className="panel"
      aria-label={t('goodbye.label')}
      onSubmit={(event) => {
        event.preventDefault()
        if (choice) onAct({ do: 'close', goodbye: choice })
      }}
    >
      <fieldset>
        <legend>{t('chosen.goodbye', { n })}</legend>
        {goodbyes.map((one, index) => (
          <label key={one} className="radio">
            <input
              type="radio"
              name="chosen-goodbye"
              checked={choice === one}
              autoFocus={index === 0}
              onChange={() => setChoice(one)}
            />{' '}
            {t(`goodbye.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button type="submit" className="button primary" disabled={!choice}>
          {t('thread.done')}
        </button>
        {cancel}
      </div>
    </form>
  )
}
