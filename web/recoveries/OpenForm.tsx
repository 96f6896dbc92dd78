import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { onEscape } from '#web/ui/onEscape.ts'
import { toast } from '#web/ui/toast.tsx'

/** What went wrong, in one sentence of ours; what they wrote stands beside it as the reason. */
export function OpenForm({
  conversation,
  proposal,
  onClose,
}: {
  conversation: Conversation
  proposal: { messageId: string; words: string } | null
  onClose: () => void
}) {
  const [what, setWhat] = useState('')
  const open = useAction('POST /conversations/{id}/recoveries', {
    quiet: true,
    onDone: () => {
      toast({ text: t('recovery.begun'), lasts: 4000 })
      onClose()
    },
  })
  const theirs = conversation.messages.findLast((one) => one.direction === 'in' && !one.held)
  const messageId = proposal?.messageId ?? theirs?.id
  return (
    <form
      className="panel recovery-form"
      onKeyDown={onEscape(onClose)}
      aria-label={t('recovery.begin')}
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate({
          params: { id: conversation.id },
          body: { what, confirmed: proposal !== null, ...(messageId && { messageId }) },
        })
      }}
    >
      <div className="field">
        <label htmlFor="recovery-what">{t('recovery.what')}</label>
        <input
          id="recovery-what"
          className="input"
          required
          autoFocus
          maxLength={500}
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        {proposal && <small className="serif">“{proposal.words}”</small>}
      </div>
      {open.error && (
        <p className="problem" role="alert">
          {open.error.message}
        </p>
      )}
      <FormEnd does={t('recovery.begin')} busy={open.isPending} onCancel={onClose} />
    </form>
  )
}
