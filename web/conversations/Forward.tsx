import { useState } from 'react'
import type { Person } from '#contract/common.ts'
import type { Conversation } from '#contract/conversations.ts'
import { api } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Recipients } from './Recipients.tsx'
import { trying } from './useTies.ts'
import './composer.css'
import { onEscape } from '#web/ui/onEscape.ts'

/** Passes a letter, or all of them, on to somebody outside; says before it leaves that it does, and to whom. */
export default function Forward({
  conversation,
  messageId,
  onClose,
}: {
  conversation: Conversation
  /** The letter it was asked for; the newest of theirs else. */
  messageId: string | null
  onClose: () => void
}) {
  const me = useMe()
  const letters = conversation.messages.filter((one) => one.direction !== 'note')
  const first =
    letters.find((one) => one.id === messageId) ??
    letters.findLast((one) => one.direction === 'in') ??
    letters.at(-1)
  const [to, setTo] = useState<Person[]>([])
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const [without, setWithout] = useState<readonly string[]>([])
  const passed = all ? letters : first ? [first] : []
  const files = passed.flatMap((one) => one.attachments)
  const { undoSeconds } = me.preferences
  const name = conversation.person.preferredName ?? conversation.person.name
  const send = useAction('POST /conversations/{id}/forwards', {
    onDone: (sent) => {
      toast({
        text: t('forward.done', { who: to.map((one) => one.email).join(', ') }),
        ...(undoSeconds > 0
          ? {
              action: {
                label: t('app.undo'),
                run: () =>
                  void trying(() => api('DELETE /messages/{id}/sending', { params: { id: sent.messageId } })),
              },
              lasts: undoSeconds * 1000,
            }
          : { lasts: 4000 }),
      })
      onClose()
    },
  })
  const go = () =>
    send.mutate({
      params: { id: conversation.id },
      body: {
        to,
        text,
        messageIds: passed.map((one) => one.id),
        files: files.map((file) => file.id).filter((id) => !without.includes(id)),
        undoSeconds,
      },
    })
  return (
    <div className="panel forward" role="group" aria-label={t('forward.title')} onKeyDown={onEscape(onClose)}>
      <p className="warning">{t('forward.leaves', { name })}</p>
      <div className="recipients">
        <Recipients label={t('composer.to')} people={to} onChange={setTo} start />
      </div>
      <div className="field">
        <label htmlFor="forward-words">{t('forward.words')}</label>
        <textarea
          id="forward-words"
          className="input"
          rows={3}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && to.length && !send.isPending)
              go()
          }}
        />
      </div>
      <blockquote className="meta passed" dir="auto">
        {all ? t('forward.letters', { n: letters.length }) : (first?.text ?? '').slice(0, 240)}
      </blockquote>
      {letters.length > 1 && (
        <label className="row">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
          {t('forward.all', { n: letters.length })}
        </label>
      )}
      {files.map((file) => (
        <label className="row" key={file.id}>
          <input
            type="checkbox"
            checked={!without.includes(file.id)}
            onChange={(event) =>
              setWithout((before) =>
                event.target.checked ? before.filter((id) => id !== file.id) : [...before, file.id],
              )
            }
          />{' '}
          <span className="cut">{file.filename}</span>
        </label>
      ))}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={to.length === 0 || passed.length === 0 || send.isPending}
          onClick={go}
        >
          {to.length ? t('forward.send', { who: to.map((one) => one.email).join(', ') }) : t('forward.title')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  )
}
