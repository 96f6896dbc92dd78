import { useRef, useState } from 'react'
import type { ClueIn, Found, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { type Asked, ClueFields, clueOf, kinds, nothingAsked } from './ClueFields.tsx'
import { FoundPeople } from './FoundPeople.tsx'

/** Who is hit: one says how they can be known, looks whom that finds and why, and takes them onto the list. */
export function FindPeople({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  const [found, setFound] = useState<{ clue: ClueIn; found: Found } | null>(null)
  const take = useRef<HTMLButtonElement>(null)
  const params = { id: incident.id }
  const look = useAction('POST /incidents/{id}/finding', { quiet: true })
  const add = useAction('POST /incidents/{id}/clues', {
    quiet: true,
    onDone: (done) => {
      toast({ text: t('incident.added', { n: done.added }), lasts: 6000 })
      setFound(null)
      setAsked({ ...nothingAsked, by: asked.by })
      if (done.found.problemsInAll === 0) onClose()
      else setFound({ clue: clueOf(asked)!, found: { ...done.found, fresh: 0, sample: [] } })
    },
  })
  const change = (next: Partial<Asked>) => {
    setAsked({ ...asked, ...next })
    setFound(null)
    look.reset()
  }
  const clue = clueOf(asked)
  const error = look.error ?? add.error
  return (
    <form
      className="card stack find-people"
      aria-label={t('incident.addPeople')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!clue) return
        look.mutate(
          { params, body: clue },
          {
            onSuccess: (answer) => {
              setFound({ clue, found: answer })
              requestAnimationFrame(() => take.current?.focus())
            },
          },
        )
      }}
    >
      <div className="field">
        <label htmlFor="find-by">{t('incident.findBy')}</label>
        <select
          id="find-by"
          className="input"
          autoFocus
          value={asked.by}
          onChange={(event) => change({ by: event.target.value as Asked['by'] })}
        >
          {kinds
            .filter((kind) => kind !== 'around' || incident.counts.people > 0)
            .map((kind) => (
              <option key={kind} value={kind}>
                {t(`incident.by.${kind}`)}
              </option>
            ))}
        </select>
      </div>
      <ClueFields asked={asked} change={change} />
      {error && (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className={found ? 'button quiet' : 'button primary'}
          disabled={!clue || look.isPending}
        >
          {t('incident.look')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t(found && found.found.fresh === 0 ? 'app.close' : 'app.cancel')}
        </button>
      </div>
      {found && (
        <FoundPeople found={found.found}>
          {found.found.fresh > 0 && (
            <button
              ref={take}
              type="button"
              className="button primary"
              disabled={add.isPending}
              onClick={() => add.mutate({ params, body: found.clue })}
            >
              {t('incident.take', { n: found.found.fresh })}
            </button>
          )}
        </FoundPeople>
      )}
    </form>
  )
}
