import { useState } from 'react'
import { Link } from 'wouter'
import type { Quiet } from '#contract/silence.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

/** The drafted update, to be changed and sent by a person. The time it names becomes a promise, unless one does not want that. */
export default function Speak({ quiet, onClose }: { quiet: Quiet; onClose: () => void }) {
  const me = useMe()
  const { undoSeconds } = me.preferences
  const name = me.teammate.name.split(' ')[0]!
  // Whoever sends it signs it; the draft closes with whoever looks after the conversation.
  const [text, setText] = useState(() =>
    quiet.assigneeId === me.teammate.id ? quiet.draft : signed(quiet.draft, quiet.assigneeId !== null, name),
  )
  const [promises, setPromises] = useState(true)
  const undo = useAction('DELETE /messages/{id}/sending')
  const send = useAction('POST /conversations/{id}/replies', {
    quiet: true,
    onDone: (sent) => {
      const said = { text: t('quiet.sent', { who: quiet.customerName }) }
      if (undoSeconds > 0)
        toast({
          ...said,
          lasts: undoSeconds * 1000,
          action: { label: t('app.undo'), run: () => undo.mutate({ params: { id: sent.messageId } }) },
        })
      else toast({ ...said, lasts: 5000 })
      onClose()
    },
  })
  return (
    <Dialog title={t('quiet.speak', { who: quiet.customerName })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({
            params: { id: quiet.conversationId },
            body: {
              text,
              undoSeconds,
              promises: promises ? [{ what: t('quiet.again'), due: quiet.next }] : [],
            },
          })
        }}
      >
        <h1>{t('quiet.speak', { who: quiet.customerName })}</h1>
        <div className="field">
          <label htmlFor="quiet-text">{t('tell.text')}</label>
          <textarea
            id="quiet-text"
            className="input"
            rows={12}
            data-first
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <small>{t('quiet.help')}</small>
        </div>
        <label className="row">
          <input type="checkbox" checked={promises} onChange={(event) => setPromises(event.target.checked)} />{' '}
          {t('quiet.promise')}
        </label>
        {send.error && (
          <p className="problem" role="alert">
            {send.error.message}
          </p>
        )}
        <FormEnd does={t('quiet.send')} busy={send.isPending} onCancel={onClose}>
          <Link href={`/conversations/${quiet.conversationId}`} className="button bare">
            {t('quiet.open')}
          </Link>
        </FormEnd>
      </form>
    </Dialog>
  )
}

const signed = (draft: string, hasName: boolean, name: string): string =>
  `${hasName ? draft.replace(/\n\n[^\n]*$/, '') : draft}\n\n${name}`
