import { useState } from 'react'
import type { GivenExtra } from '#contract/extras.ts'
import { useAction } from '#web/api/query.ts'
import type { TheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** What they said to it, in their own words, and whether it made them glad. */
export function AnswerForm({
  given,
  chosen,
  onClose,
}: {
  given: GivenExtra
  chosen: TheirWords
  onClose: () => void
}) {
  const [words, setWords] = useState(chosen?.words ?? '')
  const [glad, setGlad] = useState(true)
  const note = useAction('PUT /given-extras/{id}/answer', { quiet: true, onDone: onClose })
  return (
    <form
      className="extras-form"
      aria-label={t('extras.addAnswer')}
      onSubmit={(event) => {
        event.preventDefault()
        note.mutate({
          params: { id: given.id },
          body: { words, glad, ...(chosen && { messageId: chosen.messageId }) },
        })
      }}
    >
      <label className="field">
        {t('extras.theirWords')}
        <input
          className="input serif"
          required
          autoFocus
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <small>{t(chosen ? 'goals.fromLetter' : 'recovery.cost.aloud')}</small>
      </label>
      <fieldset className="row">
        <legend className="hide">{t('extras.addAnswer')}</legend>
        {[true, false].map((one) => (
          <label key={String(one)} className="radio">
            <input type="radio" name="glad" checked={glad === one} onChange={() => setGlad(one)} />{' '}
            {t(one ? 'extras.glad' : 'extras.notGlad')}
          </label>
        ))}
      </fieldset>
      {note.error && (
        <p className="problem" role="alert">
          {note.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={note.isPending} onCancel={onClose} />
    </form>
  )
}
