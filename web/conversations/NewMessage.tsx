import { PaperclipIcon } from '@phosphor-icons/react/dist/csr/Paperclip'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '#contract/common.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import type { Attached } from './draftStore.ts'
import { FileList } from './FileList.tsx'
import { Recipients } from './Recipients.tsx'
import { useFiles } from './useFiles.ts'
import './composer.css'

interface Letter {
  inboxId: string
  to: Person[]
  subject: string
  text: string
  files: Attached[]
}
const store = (teammateId: string) => `tend.letter.${teammateId}`
function keptLetter(teammateId: string): Partial<Letter> {
  try {
    return JSON.parse(localStorage.getItem(store(teammateId)) ?? '{}') as Partial<Letter>
  } catch {
    return {}
  }
}

/** Writing first. What was begun is kept in this browser until it is sent, also when the window is closed. */
export default function NewMessage({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const inboxes = openInboxes(me)
  const [, go] = useLocation()
  const name = store(me.teammate.id)
  const [letter, setLetter] = useState<Letter>(() => {
    const kept = keptLetter(me.teammate.id)
    // Its inbox may have been archived since.
    const from = inboxes.find((one) => one.id === kept.inboxId) ?? inboxes[0]
    return { to: [], subject: '', text: '', files: [], ...kept, inboxId: from?.id ?? '' }
  })
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { files, uploading, attach, remove } = useFiles(letter.files, {
    problem: setProblem,
    picture: () => {},
  })
  const set = (change: Partial<Letter>) => setLetter((before) => ({ ...before, ...change }))
  useEffect(() => {
    const begun = letter.text || letter.subject || letter.to.length || files.length
    if (begun) localStorage.setItem(name, JSON.stringify({ ...letter, files }))
    else localStorage.removeItem(name)
  }, [letter, files, name])
  const { undoSeconds } = me.preferences
  const undo = async (messageId: string) => {
    try {
      await api('DELETE /messages/{id}/sending', { params: { id: messageId } })
      localStorage.setItem(name, JSON.stringify({ ...letter, files }))
      dispatchEvent(new Event('tend:write'))
      void queryClient.invalidateQueries()
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }
  const send = useAction('POST /conversations', {
    quiet: true,
    onDone: (sent) => {
      localStorage.removeItem(name)
      onClose()
      go(`/conversations/${sent.conversationId}`)
      toast({
        text: t('composer.sent'),
        ...(undoSeconds > 0
          ? {
              action: { label: t('app.undo'), run: () => void undo(sent.messageId) },
              lasts: undoSeconds * 1000,
            }
          : { lasts: 4000 }),
      })
    },
  })
  return (
    <Dialog title={t('keys.new')} onClose={onClose} className="letter-box">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (uploading.length) return setProblem(t('composer.uploading'))
          const { files: _, ...words } = letter
          send.mutate({ body: { ...words, attachments: files.map((file) => file.id), undoSeconds } })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit()
        }}
      >
        <h1>{t('new.title')}</h1>
        {inboxes.length > 1 && (
          <div className="field">
            <label htmlFor="new-inbox">{t('new.from')}</label>
            <select
              id="new-inbox"
              className="input"
              value={letter.inboxId}
              onChange={(event) => set({ inboxId: event.target.value })}
            >
              {inboxes.map((inbox) => (
                <option key={inbox.id} value={inbox.id}>
                  {inbox.name} ({inbox.address})
                </option>
              ))}
            </select>
          </div>
        )}
        <Recipients
          label={t('composer.to')}
          people={letter.to}
          onChange={(to) => set({ to })}
          start={letter.to.length === 0}
        />
        <div className="field">
          <label htmlFor="new-subject">{t('new.subject')}</label>
          <input
            id="new-subject"
            className="input"
            required
            maxLength={400}
            value={letter.subject}
            onChange={(event) => set({ subject: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="new-text">{t('new.text')}</label>
          <textarea
            id="new-text"
            className="input"
            dir="auto"
            rows={9}
            required
            value={letter.text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <small>{t('new.kept')}</small>
        </div>
        <FileList files={files} uploading={uploading} onRemove={remove} />
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {send.error && (
          <p className="problem" role="alert">
            {send.error.message}
          </p>
        )}
        <div className="row">
          <button
            type="submit"
            className="button primary"
            disabled={send.isPending || letter.to.length === 0}
          >
            {t('composer.send')}
          </button>
          <button type="button" className="button bare" onClick={() => input.current?.click()}>
            <PaperclipIcon size={16} /> {t('composer.attach')}
          </button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('composer.attach')}
            onChange={(event) => {
              attach([...(event.target.files ?? [])], false)
              event.target.value = ''
            }}
          />
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.close')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
