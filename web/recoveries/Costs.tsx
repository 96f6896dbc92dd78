import { useState } from 'react'
import type { CostKind, Recovery } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { AddTheirWords, type TheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { TheirWordsForm } from '#web/ui/TheirWordsForm.tsx'
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
  const add = useAction('POST /recoveries/{id}/costs', { quiet: true, onDone: onClose })
  return (
    <TheirWordsForm
      className="recovery-cost-form"
      name={t('recovery.cost.add')}
      label={t('recovery.cost.words')}
      chosen={chosen}
      action={add}
      first
      onSave={(said) => add.mutate({ params: { id: recovery.id }, body: { ...said, kind } })}
      onClose={onClose}
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
    </TheirWordsForm>
  )
}
