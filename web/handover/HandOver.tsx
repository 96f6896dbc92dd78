import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Brief } from '#contract/handover.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog, Skeleton } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './handover.css'

export interface Receiver {
  id: string
  name: string
}

/** Hand over: the brief is read from the conversation and stands ready; what is not said there stays empty. */
export default function HandOver({
  conversation,
  to,
  onClose,
}: {
  conversation: Conversation
  to: Receiver
  onClose: () => void
}) {
  const first = to.name.split(' ')[0]!
  const { data, error } = useApi('GET /conversations/{id}/handover-proposal', {
    params: { id: conversation.id },
    query: { to: to.id },
  })
  const title = t('handover.title', { to: first })
  return (
    <Dialog title={title} onClose={onClose} className="wide">
      <div className="stack">
        <h1>{title}</h1>
        {error && <p className="problem">{error.message}</p>}
        {data ? (
          <Form conversation={conversation} to={to} proposal={data} onClose={onClose} />
        ) : (
          !error && <Skeleton lines={6} />
        )}
      </div>
    </Dialog>
  )
}

const parts = ['who', 'feels', 'asked', 'promised', 'more'] as const
const urgencies = ['now', 'today', 'can-wait'] as const

function Form({
  conversation,
  to,
  proposal,
  onClose,
}: {
  conversation: Conversation
  to: Receiver
  proposal: { brief: Brief; because: string; hint: { says: string } | null }
  onClose: () => void
}) {
  const [brief, setBrief] = useState(proposal.brief)
  const hand = useAction('POST /conversations/{id}/handovers', {
    quiet: true,
    onDone: () => {
      toast({ text: t('handover.asked', { to: to.name.split(' ')[0]! }), lasts: 6000 })
      onClose()
    },
  })
  return (
    <form
      className="stack handover-form"
      onSubmit={(event) => {
        event.preventDefault()
        hand.mutate({ params: { id: conversation.id }, body: { teammateId: to.id, brief } })
      }}
    >
      <p className="meta">{t('handover.help')}</p>
      {proposal.hint && (
        <p className="ribbon" role="status">
          {proposal.hint.says}
        </p>
      )}
      {parts.map((part) => (
        <div key={part} className="field">
          <label htmlFor={`brief-${part}`}>{t(`handover.part.${part}`)}</label>
          <textarea
            id={`brief-${part}`}
            className={`input ${part === 'feels' || part === 'asked' ? 'serif' : ''}`}
            rows={Math.min(5, Math.max(part === 'more' ? 2 : 1, brief[part].split('\n').length))}
            placeholder={part === 'more' ? t('handover.more') : t('handover.nothingSaid')}
            value={brief[part]}
            onChange={(event) => setBrief({ ...brief, [part]: event.target.value })}
          />
        </div>
      ))}
      <fieldset className="field">
        <legend>{t('handover.part.urgency')}</legend>
        <div className="row">
          {urgencies.map((one) => (
            <label key={one} className="radio">
              <input
                type="radio"
                name="urgency"
                value={one}
                checked={brief.urgency === one}
                onChange={() => setBrief({ ...brief, urgency: one })}
              />{' '}
              {t(`handover.urgency.${one}`)}
            </label>
          ))}
        </div>
        <small>{proposal.because}</small>
      </fieldset>
      {hand.error && (
        <p className="problem" role="alert">
          {hand.error.message}
        </p>
      )}
      <FormEnd
        does={t('handover.send', { to: to.name.split(' ')[0]! })}
        first
        busy={hand.isPending}
        onCancel={onClose}
      />
    </form>
  )
}
