import { useState } from 'react'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { exact, wallClock } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'

const at = (days: number, hour: number) => {
  const date = new Date()
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  return date
}
const nextMonday = () => at((8 - new Date().getDay()) % 7 || 7, 9)
const presets: [TextKey, () => Date | null][] = [
  ['later.tomorrow', () => at(1, 9)],
  ['later.monday', nextMonday],
  ['later.week', () => at(7, 9)],
  ['later.reply', () => null],
]

/** Put off, always with a reason. */
export function Later({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [own, setOwn] = useState('')
  const reopen = useAction('POST /conversations/{id}/reopening')
  const snooze = useAction('POST /conversations/{id}/snoozing', {
    onDone: () => {
      toast({
        text: t('later.done'),
        action: { label: t('app.undo'), run: () => reopen.mutate({ params: { id } }) },
      })
      onClose()
    },
  })
  const go = (until: Date | null) =>
    snooze.mutate({
      params: { id },
      body: { until: until?.toISOString() ?? null, reason: reason.trim() || t('later.noReason') },
    })
  return (
    <div className="panel" role="group" aria-label={t('thread.later')}>
      <div className="field">
        <label htmlFor="later-reason">{t('later.reason')}</label>
        <input
          id="later-reason"
          className="input"
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={t('later.example')}
        />
      </div>
      <div className="row">
        {presets.map(([label, when]) => {
          const until = when()
          return (
            <button
              key={label}
              type="button"
              className="button quiet"
              title={until ? exact(until.toISOString()) : undefined}
              onClick={() => go(until)}
            >
              {t(label)}
            </button>
          )
        })}
        <label className="hide" htmlFor="later-own">
          {t('later.own')}
        </label>
        <input
          id="later-own"
          className="input auto"
          type="datetime-local"
          min={wallClock()}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        {own && (
          <button type="button" className="button primary" onClick={() => go(new Date(own))}>
            {t('thread.later')}
          </button>
        )}
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  )
}
