import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Recovery } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { instantIn, wallClockIn } from '#web/ui/zone.ts'

/** Three days on, in the morning: long enough to know, soon enough to still matter. */
function soon(zone: string): string {
  const day = new Date(Date.now() + 3 * 86_400_000)
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + 1)
  return `${wallClockIn(zone, day).slice(0, 10)}T10:00`
}

/** When we ask them whether it is good again: as our word to them, as a reminder to ourselves, or by a promise that is there. */
export function CheckForm({
  recovery,
  conversation,
  onDone,
}: {
  recovery: Recovery
  conversation: Conversation
  onDone: () => void
}) {
  const zone = useMe().company.timeZone
  const [when, setWhen] = useState(() => soon(zone))
  const [promised, setPromised] = useState(true)
  const plan = useAction('PUT /recoveries/{id}/check', { quiet: true, onDone })
  const params = { id: recovery.id }
  const others = conversation.promises.filter(
    (one) => one.state === 'open' && one.due && one.id !== recovery.check?.promiseId,
  )
  return (
    <form
      className="recovery-check"
      aria-label={t('recovery.check.title')}
      onSubmit={(event) => {
        event.preventDefault()
        plan.mutate({ params, body: { due: instantIn(zone, when).toISOString(), promised } })
      }}
    >
      {recovery.check && (
        <p className="meta">
          {t(recovery.check.promiseId ? 'recovery.check.promisedFor' : 'recovery.check.remindedAt', {
            when: exact(recovery.check.due),
          })}
        </p>
      )}
      <div className="row">
        <label className="field">
          {t('recovery.check.when')}
          <input
            className="input"
            type="datetime-local"
            required
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        </label>
        <label className="radio">
          <input type="checkbox" checked={promised} onChange={(event) => setPromised(event.target.checked)} />{' '}
          {t('recovery.check.promised')}
        </label>
        <button type="submit" className="button quiet" disabled={plan.isPending}>
          {t('recovery.check.plan')}
        </button>
      </div>
      {others.map((one) => (
        <button
          key={one.id}
          type="button"
          className="link"
          disabled={plan.isPending}
          onClick={() => plan.mutate({ params, body: { promiseId: one.id } })}
        >
          {t('recovery.check.isThis', { what: one.what, when: exact(one.due!) })}
        </button>
      ))}
      {plan.error && (
        <p className="problem" role="alert">
          {plan.error.message}
        </p>
      )}
    </form>
  )
}
