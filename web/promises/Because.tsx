import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'

/** A promise ends without being kept only by the customer's yes, and is broken only with a reason: both in words. */
export default function Because({
  promise,
  what,
  onClose,
}: {
  promise: Promised
  what: 'release' | 'breaking'
  onClose: () => void
}) {
  const [because, setBecause] = useState('')
  const release = useAction('POST /promises/{id}/release', { quiet: true, onDone: onClose })
  const breaking = useAction('POST /promises/{id}/breaking', { quiet: true, onDone: onClose })
  const verb = what === 'release' ? release : breaking
  const title = t(`because.${what}.title`, { who: promise.customerName })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          verb.mutate({ params: { id: promise.id }, body: { because } })
        }}
      >
        <h1>{title}</h1>
        <p>{promise.what}</p>
        <div className="field">
          <label htmlFor="because">{t(`because.${what}.because`)}</label>
          <input
            id="because"
            className="input"
            data-first
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          <small>{t(`because.${what}.help`)}</small>
        </div>
        {verb.error && (
          <p className="problem" role="alert">
            {verb.error.message}
          </p>
        )}
        <FormEnd does={t(`because.${what}.send`)} busy={verb.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
