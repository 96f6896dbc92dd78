import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { DueHint } from '#web/promises/DueHint.tsx'
import { t } from '#web/text/t.ts'
import { wallClock } from '#web/ui/time.ts'

/** A promise made on the phone or at the counter, written down by hand. */
export default function HandMade({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const [what, setWhat] = useState('')
  const [due, setDue] = useState(() => wallClock(new Date(Date.now() + 86_400_000)))
  const make = useAction('POST /promises', { onDone: onClose, quiet: true })
  return (
    <form
      className="panel"
      aria-label={t('thread.promise')}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ body: { conversationId: conversation.id, what, due: new Date(due).toISOString() } })
      }}
    >
      <div className="row">
        <div className="field grow">
          <label htmlFor="made-what">
            {t('made.what', { name: conversation.person.preferredName ?? conversation.person.name })}
          </label>
          <input
            id="made-what"
            className="input"
            autoFocus
            required
            maxLength={500}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="made-due">{t('made.due')}</label>
          <input
            id="made-due"
            className="input"
            type="datetime-local"
            required
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
      </div>
      <DueHint
        due={due ? new Date(due).toISOString() : null}
        conversation={conversation.id}
        onTime={(when) => setDue(wallClock(new Date(when)))}
      />
      {make.error && <p className="problem">{make.error.message}</p>}
      <div className="row">
        <button type="submit" className="button primary" disabled={make.isPending}>
          {t('made.keep')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
