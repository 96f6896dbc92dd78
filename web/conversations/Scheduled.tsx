import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock'
import { useState } from 'react'
import type { Conversation, ScheduledReply } from '#contract/conversations.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Words } from '#web/translation/Beside.tsx'
import { nameOf } from '#web/translation/languages.ts'
import { exact } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { draftHere, putBack } from './draftStore.ts'
import { SendLater } from './SendLater.tsx'
import { idOf } from './usePromises.ts'

/** An answer that is written and has not left: its time, its words, and every way to change one's mind. */
export function Scheduled({
  reply,
  conversation,
  onEdit,
}: {
  reply: ScheduledReply
  conversation: Conversation
  onEdit: () => void
}) {
  const me = useMe()
  const [choosing, setChoosing] = useState(false)
  const params = { id: reply.id }
  const send = useAction('POST /scheduled-replies/{id}/sending', {
    onDone: () => toast({ text: t('composer.sent'), lasts: 4000 }),
  })
  const move = useAction('PATCH /scheduled-replies/{id}', { onDone: () => setChoosing(false) })
  const takeBack = async (edit: boolean) => {
    try {
      const back = await api('DELETE /scheduled-replies/{id}', { params })
      const place = {
        teammateId: me.teammate.id,
        conversationId: conversation.id,
        kind: 'reply' as const,
      }
      // Whatever has been begun since stays, above the words that come back.
      const begun = draftHere(place)?.words
      const html = back.html ?? asHtml(back.text)
      putBack(place, {
        html: (begun?.html ?? '') + html,
        text: [begun?.text, back.text].filter(Boolean).join('\n\n'),
        to: back.to,
        cc: back.cc,
        bcc: back.bcc,
        files: [...(begun?.files ?? []), ...back.attachments],
        // Its word was to be given with it, and still is.
        kept: [
          ...(begun?.kept ?? []),
          ...reply.promises.flatMap(({ quote }) => (quote ? [idOf({ quote })] : [])),
        ],
        refused: begun?.refused ?? [],
      })
      void queryClient.invalidateQueries()
      if (edit) onEdit()
      else toast({ text: t('scheduled.cancelled'), lasts: 5000 })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }
  const isKeptBack = reply.state === 'kept-back'
  const mayAct = me.teammate.role !== 'observer'
  return (
    <article className={`message out scheduled ${isKeptBack ? 'kept-back' : ''}`} id={reply.id}>
      <header>
        <b>{reply.authorName}</b>
        <span className={`chip ${isKeptBack ? 'late' : 'promise'}`}>
          <ClockIcon size={14} />{' '}
          {isKeptBack ? t('scheduled.notSent') : t('scheduled.leaves', { when: exact(reply.sendAt) })}
        </span>
      </header>
      {isKeptBack && reply.because && (
        <p className="warning">{t('scheduled.because', { because: reply.because })}</p>
      )}
      <div className="words">
        <p dir="auto">{reply.text}</p>
      </div>
      {reply.leaves && (
        <section
          className="translated"
          aria-label={t('sendIn.leaves', { language: nameOf(reply.leaves.language) })}
        >
          <p className="meta">
            <b>{t('sendIn.leaves', { language: nameOf(reply.leaves.language) })}</b>
          </p>
          <Words text={reply.leaves.text} language={reply.leaves.language} />
        </section>
      )}
      {reply.promises.map((promise) => (
        <p key={promise.what} className="meta">
          {t('scheduled.promise', {
            what: promise.what,
            due: promise.due ? exact(promise.due) : t('promise.noTime'),
          })}
        </p>
      ))}
      {reply.attachments.length > 0 && (
        <p className="meta">{reply.attachments.map((file) => file.filename).join(', ')}</p>
      )}
      {choosing && (
        <SendLater
          person={conversation.person}
          promises={reply.promises.length > 0}
          onChoose={(sendAt) => move.mutate({ params, body: { sendAt } })}
          onClose={() => setChoosing(false)}
        />
      )}
      {mayAct && !choosing && (
        <footer className="row">
          <button type="button" className="button quiet" onClick={() => void takeBack(true)}>
            {t('scheduled.edit')}
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={send.isPending}
            onClick={() => send.mutate({ params })}
          >
            {t(isKeptBack ? 'scheduled.sendAnyway' : 'scheduled.now')}
          </button>
          <button type="button" className="button bare" onClick={() => setChoosing(true)}>
            {t('scheduled.otherTime')}
          </button>
          <button type="button" className="button bare" onClick={() => void takeBack(false)}>
            {t('scheduled.cancel')}
          </button>
        </footer>
      )}
    </article>
  )
}

const asHtml = (text: string): string => {
  const box = document.createElement('div')
  for (const part of text.split(/\n{2,}/)) {
    const paragraph = document.createElement('p')
    paragraph.textContent = part
    box.append(paragraph)
  }
  return box.innerHTML
}
