import { useState } from 'react'
import type { CostKind, Recovery } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { AddTheirWords, type TheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { costWords } from './words.ts'

const kinds: readonly CostKind[] = ['time', 'money', 'face', 'other']

/** What it cost them, in their own words; chosen in their letter, or as they said it. */
export function Costs({ recovery, mayAct }: { recovery: Recovery; mayAct: boolean }) {
  const drop = useAction('DELETE /recoveries/{id}/costs/{position}')
  if (recovery.costs.length === 0 && !mayAct) return null
  return (
    <div className="recovery-costs">
      <span className="meta">{t('recovery.costs')}</span>
      {recovery.costs.map((cost) => (
        <span key={cost.position} className="recovery-cost">
          <span className="meta">{costWords(cost.kind)}</span>{' '}
          {cost.messageId ? (
            <a href={`#${cost.messageId}`} className="serif">
              “{cost.words}”
            </a>
          ) : (
            <span className="serif">“{cost.words}”</span>
          )}
          {mayAct && (
            <button
              type="button"
              className="link"
              aria-label={t('recovery.cost.drop', { words: cost.words })}
              onClick={() =>
                drop.mutate({ params: { id: recovery.id, position: String(cost.position) as never } })
              }
            >
              ×
            </button>
          )}
        </span>
      ))}
      {mayAct && (
        <AddTheirWords label={t('recovery.cost.add')}>
          {(chosen, close) => <Add recovery={recovery} chosen={chosen} onClose={close} />}
        </AddTheirWords>
      )}
    </div>
  )
}

function Add({ recovery, chosen, onClose }: { recovery: Recovery; chosen: TheirWords; onClose: () => void }) {
  const [kind, setKind] = useState<CostKind>('time')
  const [words, setWords] = useState(chosen?.words ?? '')
  const add = useAction('POST /recoveries/{id}/costs', { quiet: true, onDone: onClose })
  return (
    <form
      className="recovery-cost-form"
      aria-label={t('recovery.cost.add')}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({
          params: { id: recovery.id },
          body: { kind, words, ...(chosen && { messageId: chosen.messageId }) },
        })
      }}
    >
      <fieldset className="row">
        <legend className="hide">{t('recovery.costs')}</legend>
        {kinds.map((one) => (
          <label key={one} className="radio">
            <input type="radio" name="cost" checked={kind === one} onChange={() => setKind(one)} />{' '}
            {costWords(one)}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="cost-words">{t('recovery.cost.words')}</label>
        <input
          id="cost-words"
          className="input serif"
          required
          autoFocus
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <small>{t(chosen ? 'goals.fromLetter' : 'recovery.cost.aloud')}</small>
      </div>
      {add.error && (
        <p className="problem" role="alert">
          {add.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={add.isPending} onCancel={onClose} />
    </form>
  )
}
