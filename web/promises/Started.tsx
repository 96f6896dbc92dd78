import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'
import { wallClock } from '#web/ui/time.ts'
import { DueHint } from './DueHint.tsx'

/** They have done their part: by when we do ours. The time that was named with the promise stands there already. */
export default function Started({ promise, onClose }: { promise: Promised; onClose: () => void }) {
  const named = promise.dueOnceMet && new Date(promise.dueOnceMet) > new Date() ? promise.dueOnceMet : null
  const [due, setDue] = useState(() => wallClock(named ? new Date(named) : new Date(Date.now() + 86_400_000)))
  const start = useAction('POST /promises/{id}/start', { quiet: true, onDone: onClose })
  const instant = due ? new Date(due).toISOString() : null
  const title = t('started.title', { who: promise.customerName })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          start.mutate({ params: { id: promise.id }, body: { due: instant } })
        }}
      >
        <h1>{title}</h1>
        <p>“{promise.condition}”</p>
        <div className="field">
          <label htmlFor="started-due">{t('started.due')}</label>
          <input
            id="started-due"
            className="input"
            data-first
            required
            type="datetime-local"
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
        <DueHint
          due={instant}
          maker={promise.makerId ?? 'nobody'}
          conversation={promise.conversationId}
          onTime={(when) => setDue(wallClock(new Date(when)))}
        />
        {start.error && (
          <p className="problem" role="alert">
            {start.error.message}
          </p>
        )}
        <FormEnd does={t('started.start')} busy={start.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
