import { useState } from 'react'
import type { GivenExtra } from '#contract/extras.ts'
import { useAction } from '#web/api/query.ts'
import type { TheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { TheirWordsForm } from '#web/ui/TheirWordsForm.tsx'

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
  const [glad, setGlad] = useState(true)
  const note = useAction('PUT /given-extras/{id}/answer', { quiet: true, onDone: onClose })
  return (
    <TheirWordsForm
      className="extras-form"
      name={t('extras.addAnswer')}
      label={t('extras.theirWords')}
      chosen={chosen}
      action={note}
      onSave={(said) => note.mutate({ params: { id: given.id }, body: { ...said, glad } })}
      onClose={onClose}
    >
      <fieldset className="row">
        <legend className="hide">{t('extras.addAnswer')}</legend>
        {[true, false].map((one) => (
          <label key={String(one)} className="radio">
            <input type="radio" name="glad" checked={glad === one} onChange={() => setGlad(one)} />{' '}
            {t(one ? 'extras.glad' : 'extras.notGlad')}
          </label>
        ))}
      </fieldset>
    </TheirWordsForm>
  )
}
