import { useState } from 'react'
import type { Affected, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Dialog } from '#web/ui/parts.tsx'

/** Told on the phone or at the door; or need not be told, with the reason. */
export default function Aloud({
  incident,
  person,
  how,
  onClose,
}: {
  incident: WholeIncident
  person: Affected
  how: 'aloud' | 'not-needed'
  onClose: () => void
}) {
  const newest = Math.max(1, ...incident.updates.map((one) => one.position))
  const [update, setUpdate] = useState(newest)
  const [because, setBecause] = useState('')
  const tell = useAction('POST /incidents/{id}/people/{customerId}/telling', {
    quiet: true,
    onDone: onClose,
  })
  const title = t(how === 'aloud' ? 'incident.aloudTitle' : 'incident.notNeededTitle', { name: person.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          tell.mutate({
            params: { id: incident.id, customerId: person.customerId },
            body: { how, update, ...(because.trim() && { because }) },
          })
        }}
      >
        <h1>{title}</h1>
        {person.phone && how === 'aloud' && (
          <p>
            <a href={`tel:${person.phone}`}>{person.phone}</a>
          </p>
        )}
        {incident.updates.length > 1 && (
          <div className="field">
            <label htmlFor="aloud-update">{t('incident.theyKnow')}</label>
            <select
              id="aloud-update"
              className="input"
              value={update}
              onChange={(event) => setUpdate(Number(event.target.value))}
            >
              {incident.updates.map((one) => (
                <option key={one.position} value={one.position}>
                  {one.position}. {one.subject}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="aloud-because">
            {t(how === 'aloud' ? 'incident.aloudNote' : 'incident.notNeededBecause')}
          </label>
          <input
            id="aloud-because"
            className="input"
            data-first
            required={how === 'not-needed'}
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
        {tell.error && (
          <p className="problem" role="alert">
            {tell.error.message}
          </p>
        )}
        <FormEnd does={t('app.save')} busy={tell.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
