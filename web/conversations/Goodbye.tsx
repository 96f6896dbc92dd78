import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { isOwed } from '#web/promises/owed.ts'
import { useOpenRecovery } from '#web/recoveries/NextStep.tsx'
import { t } from '#web/text/t.ts'
import { onEscape } from '#web/ui/onEscape.ts'
import { toast } from '#web/ui/toast.tsx'

/** Done, with a goodbye (C10): what they last heard from us. Nothing blocks; what is missing is said once. */
export function Goodbye({
  conversation,
  onClose,
  onDone,
  write,
}: {
  conversation: Conversation
  onClose: () => void
  onDone: () => void
  write: () => void
}) {
  const [choice, setChoice] = useState<'next-step' | 'thanks' | 'nothing-more' | null>(null)
  const reopen = useAction('POST /conversations/{id}/reopening')
  const close = useAction('POST /conversations/{id}/closing', {
    onDone: () => {
      toast({
        text: t('goodbye.done'),
        action: { label: t('app.undo'), run: () => reopen.mutate({ params: { id: conversation.id } }) },
      })
      onClose()
      onDone()
    },
  })
  const openAsks = conversation.asks.filter((ask) => !ask.answered).length
  const openPromises = conversation.promises.filter((promise) => isOwed(promise)).length
  const recovery = useOpenRecovery(conversation.id)
  const openSteps = recovery?.steps.filter((one) => one.state === 'open').length ?? 0
  const choices = [
    ['next-step', t('goodbye.next-step')],
    ['thanks', t('goodbye.thanks')],
    ['nothing-more', t('goodbye.nothing-more')],
  ] as const
  return (
    <form
      className="panel"
      onKeyDown={onEscape(onClose)}
      aria-label={t('goodbye.label')}
      onSubmit={(event) => {
        event.preventDefault()
        close.mutate({ params: { id: conversation.id }, body: choice ? { goodbye: choice } : {} })
      }}
    >
      <fieldset>
        <legend>
          {t('goodbye.question', { name: conversation.person.preferredName ?? conversation.person.name })}
        </legend>
        {choices.map(([value, label], index) => (
          <label key={value} className="radio">
            <input
              type="radio"
              name="goodbye"
              value={value}
              checked={choice === value}
              autoFocus={index === 0}
              onChange={() => setChoice(value)}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {(openAsks > 0 || openPromises > 0) && (
        <p className="meta late-ink">{t('goodbye.open', { asks: openAsks, promises: openPromises })}</p>
      )}
      {openSteps > 0 && <p className="meta late-ink">{t('recovery.openAtClose', { n: openSteps })}</p>}
      <div className="row">
        <button type="submit" className="button primary" disabled={close.isPending}>
          {t('thread.done')}
        </button>
        <button
          type="button"
          className="button bare"
          onClick={() => {
            onClose()
            write()
          }}
        >
          {t('goodbye.write')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
