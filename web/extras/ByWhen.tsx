import { useState } from 'react'
import type { GivenExtra } from '#contract/extras.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { instantIn } from '#web/ui/zone.ts'

/** Its maker's yes, with a time where there is one. */
export function ByWhen({ given, onClose }: { given: GivenExtra; onClose: () => void }) {
  const zone = useMe().company.timeZone
  const [due, setDue] = useState('')
  const say = useAction('POST /given-extras/{id}/possibility', { quiet: true, onDone: onClose })
  return (
    <form
      className="extras-form"
      aria-label={given.name}
      onSubmit={(event) => {
        event.preventDefault()
        say.mutate({
          params: { id: given.id },
          body: due ? { due: instantIn(zone, due).toISOString() } : {},
        })
      }}
    >
      <label className="field">
        {t('extras.byWhen')}
        <input
          className="input auto"
          type="datetime-local"
          autoFocus
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      </label>
      {say.error && (
        <p className="problem" role="alert">
          {say.error.message}
        </p>
      )}
      <FormEnd does={t('extras.yes')} quiet busy={say.isPending} onCancel={onClose} />
    </form>
  )
}
