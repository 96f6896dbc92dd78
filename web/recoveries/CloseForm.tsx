import { useState } from 'react'
import type { Recovery } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'
import { stepWords } from './words.ts'

type Outcome = 'made-right' | 'as-it-is' | 'mistaken'

/** Closing shows what is open; with something open it needs a reason, and so does a failure that was none. */
export function CloseForm({ recovery, onClose }: { recovery: Recovery; onClose: () => void }) {
  const open = recovery.steps.filter((one) => one.state === 'open')
  const [outcome, setOutcome] = useState<Outcome>(open.length ? 'as-it-is' : 'made-right')
  const [because, setBecause] = useState('')
  const reopen = useAction('POST /recoveries/{id}/reopening')
  const close = useAction('POST /recoveries/{id}/closing', {
    quiet: true,
    onDone: () => {
      toast({
        text: t(`recovery.closed.${outcome}`),
        lasts: 8000,
        action: { label: t('app.undo'), run: () => reopen.mutate({ params: { id: recovery.id } }) },
      })
      onClose()
    },
  })
  const choices: Outcome[] = open.length ? ['as-it-is', 'mistaken'] : ['made-right', 'mistaken']
  return (
    <form
      className="recovery-close"
      aria-label={t('recovery.close')}
      onSubmit={(event) => {
        event.preventDefault()
        close.mutate({ params: { id: recovery.id }, body: { outcome, ...(because.trim() && { because }) } })
      }}
    >
      {open.length > 0 && (
        <p>
          {t('recovery.stillOpen')} <b>{open.map((one) => stepWords(one.step)).join(' · ')}</b>
        </p>
      )}
      <fieldset className="row">
        <legend className="hide">{t('recovery.close')}</legend>
        {choices.map((one) => (
          <label key={one} className="radio">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />{' '}
            {t(`recovery.outcome.${one}`)}
          </label>
        ))}
      </fieldset>
      {outcome !== 'made-right' && (
        <div className="field">
          <label htmlFor="recovery-because">{t('recovery.because')}</label>
          <input
            id="recovery-because"
            className="input"
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
      )}
      {close.error && (
        <p className="problem" role="alert">
          {close.error.message}
        </p>
      )}
      <FormEnd does={t('recovery.close')} busy={close.isPending} onCancel={onClose} />
    </form>
  )
}
