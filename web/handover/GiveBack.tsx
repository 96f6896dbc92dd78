import { useState } from 'react'
import type { Handover } from '#contract/handover.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'

/** Back to the giver, who reads why and may ask somebody else. */
export default function GiveBack({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const giveBack = useAction('POST /handovers/{id}/return', { quiet: true, onDone: onClose })
  const title = t('handover.back.title', { who: handover.customerName })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          giveBack.mutate({ params: { id: handover.id }, body: { because } })
        }}
      >
        <h1>{title}</h1>
        <div className="field">
          <label htmlFor="back-because">{t('handover.back.because')}</label>
          <input
            id="back-because"
            className="input"
            data-first
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          <small>{t('handover.back.help', { name: handover.fromName ?? t('handover.somebody') })}</small>
        </div>
        {giveBack.error && (
          <p className="problem" role="alert">
            {giveBack.error.message}
          </p>
        )}
        <FormEnd does={t('handover.return')} busy={giveBack.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
