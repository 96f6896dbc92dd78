import { type ReactNode, useId, useState } from 'react'
import { t } from '#web/text/t.ts'
import { FormEnd } from './FormEnd.tsx'

/** Something they said, word for word: chosen in their letter, or as it was heard. `children` says what kind of word it is. */
export function TheirWordsForm({
  name,
  label,
  chosen,
  action,
  className,
  first = false,
  onSave,
  onClose,
  children,
}: {
  name: string
  label: string
  chosen: { words: string; messageId: string } | null
  action: { isPending: boolean; error: Error | null }
  className: string
  /** What kind it is comes before the words. */
  first?: boolean
  onSave: (said: { words: string; messageId?: string }) => void
  onClose: () => void
  children: ReactNode
}) {
  const id = useId()
  const [words, setWords] = useState(chosen?.words ?? '')
  return (
    <form
      className={className}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ words, ...(chosen && { messageId: chosen.messageId }) })
      }}
    >
      {first && children}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          className="input serif"
          required
          autoFocus
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <small>{t(chosen ? 'goals.fromLetter' : 'recovery.cost.aloud')}</small>
      </div>
      {!first && children}
      {action.error && (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={action.isPending} onCancel={onClose} />
    </form>
  )
}
