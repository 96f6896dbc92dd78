import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

/** What it is about. A press rewords it for the team; the letters keep their own subject. */
export function Gist({ conversation, mayAct }: { conversation: Conversation; mayAct: boolean }) {
  const [text, setText] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const reword = useAction('PATCH /conversations/{id}')
  useEffect(() => {
    if (text === null && wasOpen.current) opener.current?.focus()
    wasOpen.current = text !== null
  }, [text])
  if (!mayAct) return <p className="gist-line cut">{conversation.subject}</p>
  if (text === null)
    return (
      <button
        ref={opener}
        type="button"
        className="gist-line cut"
        title={t('thread.reword', { subject: conversation.subject })}
        onClick={() => setText(conversation.subject)}
      >
        <span className="hide">{t('thread.rewordName')}</span>
        {conversation.subject}
      </button>
    )
  const save = () => {
    const subject = text.trim()
    if (subject && subject !== conversation.subject)
      reword.mutate({ params: { id: conversation.id }, body: { subject } })
    setText(null)
  }
  return (
    <input
      className="input gist-field"
      aria-label={t('thread.rewordName')}
      autoFocus
      maxLength={400}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        else if (event.key === 'Escape') setText(null)
      }}
    />
  )
}
