import { useState } from 'react'
import type { IncidentGroup, IncidentUpdate, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { WordsField } from './WordsField.tsx'
import { firstName } from './words.ts'

/** A concierge may say it in their own words to their group. */
export function GroupWords({ incident, update }: { incident: WholeIncident; update: IncidentUpdate }) {
  const [writes, setWrites] = useState<number | null>(null)
  const ownOf = (group: IncidentGroup) =>
    update.groups.find((one) => one.position === group.position)?.text ?? null
  return (
    <section className="stack group-words" aria-labelledby="group-words">
      <h2 id="group-words">{t('incident.ownWords')}</h2>
      <ul>
        {incident.groups.map((group) =>
          writes === group.position ? (
            <li key={group.position}>
              <Edit
                incident={incident}
                update={update}
                group={group}
                own={ownOf(group)}
                onClose={() => setWrites(null)}
              />
            </li>
          ) : (
            <li key={group.position} className="row">
              <span className="grow">
                <b>{group.name}</b>{' '}
                <span className="meta">
                  {t(ownOf(group) ? 'incident.hasOwnWords' : 'incident.hasCommonWords', {
                    name: firstName(group.conciergeName) || t('incident.noConcierge'),
                  })}
                </span>
              </span>
              <button type="button" className="link" onClick={() => setWrites(group.position)}>
                {t('incident.writeOwn')}
                <span className="hide">: {group.name}</span>
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function Edit({
  incident,
  update,
  group,
  own,
  onClose,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  group: IncidentGroup
  own: string | null
  onClose: () => void
}) {
  const [text, setText] = useState(own ?? update.text)
  const params = { id: incident.id, update: update.position, position: group.position }
  const save = useAction('PUT /incidents/{id}/updates/{update}/groups/{position}', {
    quiet: true,
    onDone: onClose,
  })
  return (
    <form
      className="stack"
      aria-label={`${t('incident.writeOwn')}: ${group.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ params, body: { text } })
      }}
    >
      <WordsField
        incident={incident}
        id={`own-${group.position}`}
        label={group.name}
        value={text}
        onChange={setText}
        rows={10}
      />
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={save.isPending} onCancel={onClose}>
        {own && (
          <button
            type="button"
            className="button bare"
            onClick={() => save.mutate({ params, body: { text: null } })}
          >
            {t('incident.commonAgain')}
          </button>
        )}
      </FormEnd>
    </form>
  )
}
