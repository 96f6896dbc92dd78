import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { IncidentUpdate, WholeIncident } from '#contract/incident.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { useTranslating } from '#web/translation/useTranslating.ts'
import { toast } from '#web/ui/toast.tsx'
import { instantIn, wallClockIn } from '#web/ui/zone.ts'
import { presets, soon } from './NextUpdate.tsx'
import { WordsField } from './WordsField.tsx'

interface Words {
  subject: string
  text: string
}
const keptAt = (id: string, kind: string) => `tend.incident.${id}.${kind}`
function keptWords(name: string): Partial<Words> | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Words> | null
  } catch {
    return null
  }
}

/** One text with slots for everybody on the list. What was begun stays in this browser until the letters are drafted from it. */
export function UpdateForm({
  incident,
  update,
  kind,
}: {
  incident: WholeIncident
  update: IncidentUpdate | null
  kind: 'update' | 'closing'
}) {
  const { id } = incident
  const zone = useMe().company.timeZone
  const translating = useTranslating()
  const [, go] = useLocation()
  const name = keptAt(id, kind)
  const given = update?.nextUpdate ?? (update ? null : stillAhead(incident.nextUpdate))
  const begun = given && kind === 'update' ? wallClockIn(zone, new Date(given)) : ''
  const [next, setNext] = useState(begun)
  const nextUpdate = next ? instantIn(zone, next).toISOString() : null
  const wording = useApi(
    'GET /incidents/{id}/wording',
    { params: { id }, query: { kind, ...(nextUpdate && { nextUpdate }) } },
    { enabled: update === null, keep: true },
  )
  const [own, setOwn] = useState<Partial<Words> | null>(() => (update ? null : keptWords(name)))
  const proposed: Words = update ?? wording.data ?? { subject: '', text: '' }
  // Field by field: whoever is faster than our proposal keeps what they wrote, and gets the rest of it.
  const words: Words = { subject: own?.subject ?? proposed.subject, text: own?.text ?? proposed.text }
  useEffect(() => {
    if (own && !update) localStorage.setItem(name, JSON.stringify(own))
  }, [own, update, name])
  const set = (change: Partial<Words>) => setOwn({ ...own, ...change })
  const draft = useAction('POST /incidents/{id}/updates', {
    quiet: true,
    onDone: (made) => {
      localStorage.removeItem(name)
      go(`/incidents/${id}/letters/${made.position}`)
    },
  })
  const change = useAction('PATCH /incidents/{id}/updates/{update}', {
    quiet: true,
    onDone: () => {
      setOwn(null)
      toast({ text: t('incident.lettersChanged'), lasts: 4000 })
    },
  })
  const drop = useAction('DELETE /incidents/{id}/updates/{update}', {
    onDone: () => go(`/incidents/${id}/letters`),
  })
  const error = draft.error ?? change.error ?? (own ? null : wording.error)
  const isChanged = own !== null || next !== begun
  const isSame = update !== null && !isChanged
  return (
    <form
      className="stack update-form"
      aria-label={t(kind === 'closing' ? 'incident.writeClosing' : 'incident.write')}
      onSubmit={(event) => {
        event.preventDefault()
        const body = { subject: words.subject, text: words.text, nextUpdate }
        if (update) change.mutate({ params: { id, update: update.position }, body })
        else draft.mutate({ params: { id }, body: { ...body, kind } })
      }}
    >
      <h2>
        {t(update ? 'incident.commonText' : kind === 'closing' ? 'incident.writeClosing' : 'incident.write')}
      </h2>
      <div className="field">
        <label htmlFor="update-subject">{t('new.subject')}</label>
        <input
          id="update-subject"
          className="input"
          required
          maxLength={300}
          value={words.subject}
          onChange={(event) => set({ subject: event.target.value })}
        />
      </div>
      <WordsField
        incident={incident}
        id="update-text"
        label={t('incident.text')}
        value={words.text}
        onChange={(text) => set({ text })}
      />
      {translating?.engine && <p className="meta">{t('incident.asWritten')}</p>}
      {kind === 'update' && (
        <div className="field">
          <label htmlFor="update-next">{t('incident.hearAgain')}</label>
          <div className="row">
            <input
              id="update-next"
              className="input auto"
              type="datetime-local"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
            {presets.map((minutes) => {
              const at = wallClockIn(zone, soon(minutes))
              return (
                <button key={minutes} type="button" className="chip pick" onClick={() => setNext(at)}>
                  {at.slice(11)}
                </button>
              )
            })}
            {next && (
              <button type="button" className="link" onClick={() => setNext('')}>
                {t('incident.dropUpdate')}
              </button>
            )}
          </div>
          <small>{t('incident.hearAgainHelp')}</small>
        </div>
      )}
      {error && (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className={update ? 'button quiet' : 'button primary'}
          disabled={draft.isPending || change.isPending || isSame}
        >
          {update ? t('incident.changeLetters') : t('incident.draft', { n: incident.counts.people })}
        </button>
        {update && isChanged && (
          <button
            type="button"
            className="button bare"
            onClick={() => {
              setOwn(null)
              setNext(begun)
            }}
          >
            {t('app.cancel')}
          </button>
        )}
        {update?.state === 'draft' && !isChanged && (
          <button
            type="button"
            className="button bare"
            disabled={drop.isPending}
            onClick={() => drop.mutate({ params: { id, update: update.position } })}
          >
            {t('incident.dropDraft')}
          </button>
        )}
      </div>
    </form>
  )
}

const stillAhead = (at: string | null): string | null =>
  at && new Date(at).getTime() > Date.now() ? at : null
