import { useState } from 'react'
import type { WholeIncident } from '#contract/incident.ts'
import type { Answer, api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { useConcierges } from './useConcierges.ts'

type How = NonNullable<NonNullable<Parameters<typeof api<'POST /incidents/{id}/grouping'>>[1]>['body']>['how']
const hows = ['evenly', 'person', 'company', 'language', 'clue'] as const

/** Everybody into groups, as evenly as it can be: by what they have in common, and with whom. */
export function Grouping({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const team = useConcierges(incident)
  const { data: fields } = useApi('GET /fields', { query: {} })
  const [how, setHow] = useState('evenly')
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    incident.groups.flatMap((one) => (one.conciergeId ? [one.conciergeId] : [])),
  )
  const someGrouped = incident.ungrouped > 0 && incident.groups.some((one) => one.people > 0)
  const [onlyUngrouped, setOnlyUngrouped] = useState(someGrouped)
  const part = useAction('POST /incidents/{id}/grouping', { quiet: true, onDone: onClose })
  const concierges = team.filter((one) => chosen.includes(one.id)).map((one) => one.id)
  return (
    <form
      className="group stack"
      aria-label={t('incident.spread')}
      onSubmit={(event) => {
        event.preventDefault()
        part.mutate({
          params: { id: incident.id },
          body: { how: howOf(how), concierges, onlyUngrouped },
        })
      }}
    >
      <fieldset>
        <legend>{t('incident.who')}</legend>
        {team.map((one, index) => (
          <label key={one.id} className="radio">
            <input
              type="checkbox"
              autoFocus={index === 0}
              checked={chosen.includes(one.id)}
              onChange={(event) =>
                setChosen(
                  event.target.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id),
                )
              }
            />
            <span>
              {one.name} <span className="meta">{loadOf(incident, one.id)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="grouping-how">{t('incident.how')}</label>
        <select
          id="grouping-how"
          className="input"
          value={how}
          onChange={(event) => setHow(event.target.value)}
        >
          {hows.map((one) => (
            <option key={one} value={one}>
              {t(`incident.how.${one}`)}
            </option>
          ))}
          {fields?.items
            .filter((field) => field.subject !== 'conversation')
            .map((field: Answer<'GET /fields'>['items'][number]) => (
              <option key={field.id} value={field.id}>
                {t('incident.how.field', { name: field.name })}
              </option>
            ))}
        </select>
      </div>
      {someGrouped && (
        <label className="radio">
          <input
            type="checkbox"
            checked={onlyUngrouped}
            onChange={(event) => setOnlyUngrouped(event.target.checked)}
          />
          <span>{t('incident.onlyUngrouped', { n: incident.ungrouped })}</span>
        </label>
      )}
      {part.error && (
        <p className="problem" role="alert">
          {part.error.message}
        </p>
      )}
      <FormEnd
        does={t('incident.spread')}
        busy={part.isPending || concierges.length === 0}
        onCancel={onClose}
      />
    </form>
  )
}

const howOf = (how: string): How =>
  how.startsWith('fld_') ? { by: 'field', fieldId: how } : { by: how as 'evenly' }

/** What this teammate has here already. */
function loadOf(incident: WholeIncident, teammateId: string): string {
  const people = incident.groups
    .filter((one) => one.conciergeId === teammateId)
    .reduce((sum, one) => sum + one.people, 0)
  return people > 0 ? t('incident.people', { n: people }) : ''
}
