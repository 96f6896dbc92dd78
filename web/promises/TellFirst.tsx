import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'
import { wallClock } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { DueHint } from './DueHint.tsx'
import { useSettled } from './settled.ts'

const tomorrow = () => {
  const at = new Date(Date.now() + 86_400_000)
  while (at.getDay() === 0 || at.getDay() === 6) at.setDate(at.getDate() + 1)
  at.setHours(12, 0, 0, 0)
  return wallClock(at)
}

/** What was taken back, so that opening it again shows the same words. */
const takenBack = new Map<string, { due: string; text: string }>()

/** Tell them before it is late: a new time and the words in their language, ready to be changed. Facts are left to the writer. */
export default function TellFirst({
  promise,
  at,
  onClose,
}: {
  promise: Promised
  /** The new time proposed, on the wall clock. */
  at?: string
  onClose: () => void
}) {
  const me = useMe()
  const { undoSeconds } = me.preferences
  const before = takenBack.get(promise.id)
  const [due, setDue] = useState(() => before?.due ?? at ?? tomorrow())
  const asked = useSettled(due)
  const draft = useApi(
    'GET /promises/{id}/telling-draft',
    { params: { id: promise.id }, query: { due: asked ? new Date(asked).toISOString() : '' } },
    { keep: true, enabled: asked !== '' },
  )
  const [own, setOwn] = useState(before?.text)
  const text = own ?? draft.data?.text ?? ''
  // Words that still name the time before must not leave.
  const isBehind = own === undefined && (asked !== due || draft.isPlaceholderData || !draft.data)
  const send = useAction('POST /promises/{id}/renegotiation', {
    onDone: ({ sentMessageId }) => {
      takenBack.delete(promise.id)
      const said = { text: t('tell.sent', { who: promise.customerName }) }
      if (sentMessageId && undoSeconds > 0)
        toast({
          ...said,
          lasts: undoSeconds * 1000,
          action: { label: t('app.undo'), run: () => void undo(sentMessageId) },
        })
      else toast({ ...said, lasts: 5000 })
      onClose()
    },
  })
  const undo = async (messageId: string) => {
    try {
      await api('DELETE /messages/{id}/sending', { params: { id: messageId } })
      takenBack.set(promise.id, { due, text })
      toast({ text: t('tell.undone'), lasts: 6000 })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
    void queryClient.invalidateQueries()
  }
  return (
    <Dialog title={t('promise.tellFirst')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({
            params: { id: promise.id },
            body: { due: new Date(due).toISOString(), text, undoSeconds },
          })
        }}
      >
        <h1>{t('tell.title', { who: promise.customerName })}</h1>
        <div className="field">
          <label htmlFor="tell-due">{t('tell.due')}</label>
          <input
            id="tell-due"
            className="input"
            type="datetime-local"
            required
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
          <DueHint
            due={due ? new Date(due).toISOString() : null}
            onTime={(when) => setDue(wallClock(new Date(when)))}
          />
        </div>
        <div className="field">
          <label htmlFor="tell-text">{t('tell.text')}</label>
          <textarea
            id="tell-text"
            className="input"
            rows={9}
            value={text}
            required
            aria-busy={isBehind}
            onChange={(event) => setOwn(event.target.value)}
          />
          <small>{t('tell.help')}</small>
        </div>
        {draft.error && own === undefined && <p className="problem">{draft.error.message}</p>}
        {send.error && <p className="problem">{send.error.message}</p>}
        <FormEnd
          does={t('tell.send')}
          busy={send.isPending || (isBehind && !draft.error)}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
