import { useState } from 'react'
import type { WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { instantIn, wallClockIn } from '#web/ui/zone.ts'

const kinds = ['impact', 'doing', 'cause'] as const

/** What happened, what it means for them, what we do: the words that letters and the status page begin with. */
export function Facts({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const [edits, setEdits] = useState(false)
  if (edits && mayAct) return <Edit incident={incident} onClose={() => setEdits(false)} />
  const shown = kinds.filter((kind) => incident[kind] || kind !== 'cause')
  return (
    <section className="stack incident-facts" aria-labelledby="incident-facts">
      <h2 id="incident-facts">{t('incident.facts')}</h2>
      <dl>
        {shown.map((kind) => (
          <div key={kind}>
            <dt>{t(`incident.${kind}`)}</dt>
            <dd dir="auto">
              {incident[kind] ?? <span className="meta">{t(`incident.${kind}Missing`)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {mayAct && (
        <button type="button" className="link" onClick={() => setEdits(true)}>
          {t('incident.editFacts')}
        </button>
      )}
    </section>
  )
}

function Edit({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const zone = useMe().company.timeZone
  const began = wallClockIn(zone, new Date(incident.since))
  const [what, setWhat] = useState(incident.what)
  const [since, setSince] = useState(began)
  const [words, setWords] = useState(() =>
    Object.fromEntries(kinds.map((kind) => [kind, incident[kind] ?? ''])),
  )
  const save = useAction('PATCH /incidents/{id}', { quiet: true, onDone: onClose })
  return (
    <form
      className="stack incident-facts"
      aria-label={t('incident.editFacts')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({
          params: { id: incident.id },
          body: {
            what,
            ...(since !== began && { since: instantIn(zone, since).toISOString() }),
            ...Object.fromEntries(kinds.map((kind) => [kind, words[kind]?.trim() || null])),
          },
        })
      }}
    >
      <div className="field">
        <label htmlFor="facts-what">{t('incident.what')}</label>
        <textarea
          id="facts-what"
          className="input"
          rows={2}
          required
          autoFocus
          maxLength={300}
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="facts-since">{t('incident.sinceWhen')}</label>
        <input
          id="facts-since"
          className="input"
          type="datetime-local"
          required
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
      </div>
      {kinds.map((kind) => (
        <div key={kind} className="field">
          <label htmlFor={`facts-${kind}`}>{t(`incident.${kind}`)}</label>
          <textarea
            id={`facts-${kind}`}
            className="input"
            dir="auto"
            rows={3}
            maxLength={2000}
            placeholder={t(`incident.${kind}Example`)}
            value={words[kind]}
            onChange={(event) => setWords({ ...words, [kind]: event.target.value })}
          />
        </div>
      ))}
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={save.isPending} onCancel={onClose} />
    </form>
  )
}
