import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Answer, api } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { addWords } from '#web/conversations/addWords.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { exact } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'

/** Nobody picked up: the next free time, and a letter that says so, both for the teammate to decide. */
export default function NotReached({
  call,
  onClose,
}: {
  call: Answer<'POST /callbacks/{id}/calling'>
  onClose: () => void
}) {
  const me = useMe()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const set = useAction('POST /callbacks', { quiet: true })
  const write = async () => {
    const { words, conversationId: id } = call
    if (!words) return onClose()
    addWords(me.teammate.id, await api('GET /conversations/{id}', { params: { id } }), words)
    onClose()
    go(`/conversations/${id}`)
    toast({ text: t('call.wordsReady'), lasts: 5000 })
  }
  const again = async () => {
    const { conversationId, phone, about, next, callerId } = call
    try {
      await set.mutateAsync({
        body: { conversationId, at: next!, phone, callerId, ...(about && { about }) },
      })
      await write()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const title = t('call.missedTitle', { who: call.customerName })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <h1>{title}</h1>
        <p>
          {call.next
            ? t('call.missedNext', { when: exact(call.next) })
            : t('call.missedNoNext', { who: call.customerName })}
        </p>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="row">
          {call.next && (
            <button
              type="button"
              className="button primary"
              data-first
              disabled={set.isPending}
              onClick={() => void again()}
            >
              {t('call.again')}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => void write()}>
            {t('call.onlyWrite')}
          </button>
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
