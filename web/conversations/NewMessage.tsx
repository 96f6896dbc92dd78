import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '#contract/common.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { Recipients } from './Recipients.tsx'
import './composer.css'

/** Writing first. */
export default function NewMessage({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const [, go] = useLocation()
  const [inboxId, setInboxId] = useState(me.inboxes[0]?.id ?? '')
  const [to, setTo] = useState<Person[]>([])
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const send = useAction('POST /conversations', {
    quiet: true,
    onDone: (sent) => {
      onClose()
      go(`/conversations/${sent.conversationId}`)
    },
  })
  return (
    <Dialog title={t('keys.new')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({ body: { inboxId, to, subject, text, undoSeconds: me.preferences.undoSeconds } })
        }}
      >
        <h1>{t('new.title')}</h1>
        {me.inboxes.length > 1 && (
          <div className="field">
            <label htmlFor="new-inbox">{t('new.from')}</label>
            <select
              id="new-inbox"
              className="input"
              value={inboxId}
              onChange={(event) => setInboxId(event.target.value)}
            >
              {me.inboxes.map((inbox) => (
                <option key={inbox.id} value={inbox.id}>
                  {inbox.name} ({inbox.address})
                </option>
              ))}
            </select>
          </div>
        )}
        <Recipients label={t('composer.to')} people={to} onChange={setTo} />
        <div className="field">
          <label htmlFor="new-subject">{t('new.subject')}</label>
          <input
            id="new-subject"
            className="input"
            required
            maxLength={400}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="new-text">{t('new.text')}</label>
          <textarea
            id="new-text"
            className="input"
            rows={9}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {send.error && <p className="problem">{send.error.message}</p>}
        <div className="row">
          <button type="submit" className="button primary" disabled={send.isPending || to.length === 0}>
            {t('composer.send')}
          </button>
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
