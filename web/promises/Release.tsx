import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'

/** A promise ends without being kept only by the customer's yes, in their words. */
export default function Release({ promise, onClose }: { promise: Promised; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const release = useAction('POST /promises/{id}/release', { quiet: true, onDone: onClose })
  return (
    <Dialog title={t('release.title', { who: promise.customerName })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          release.mutate({ params: { id: promise.id }, body: { because } })
        }}
      >
        <h1>{t('release.title', { who: promise.customerName })}</h1>
        <p>{promise.what}</p>
        <div className="field">
          <label htmlFor="release-because">{t('release.because')}</label>
          <input
            id="release-because"
            className="input"
            data-first
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          <small>{t('release.help')}</small>
        </div>
        {release.error && (
          <p className="problem" role="alert">
            {release.error.message}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button primary" disabled={release.isPending}>
            {t('release.send')}
          </button>
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
