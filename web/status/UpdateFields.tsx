import { useId } from 'react'
import {
  type Said,
  type StatusComponent,
  type StatusLanguage,
  type StatusLevel,
  type StatusStage,
  statusLevels,
  statusStages,
} from '#contract/status.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { instantIn, placeOf, wallClockIn } from '#web/ui/zone.ts'
import { SaidField } from './SaidField.tsx'
import { ownWords } from './said.ts'

export interface Update {
  stage: StatusStage
  impact: Said
  doing: Said
  cause: Said
  levels: Record<string, StatusLevel>
  /** The company's wall clock, `YYYY-MM-DDTHH:MM`; empty: none. */
  next: string
}

/** How it stands, in the order in which it is read: which parts, what it means for them, what we do, when they hear next. */
export function UpdateFields({
  update,
  parts,
  languages,
  onChange,
}: {
  update: Update
  parts: readonly StatusComponent[]
  languages: readonly StatusLanguage[]
  onChange: (change: Partial<Update>) => void
}) {
  const id = useId()
  const isOver = update.stage === 'over'
  return (
    <>
      <fieldset className="choices">
        <legend>{t('statusPage.howFar')}</legend>
        {statusStages.map((stage) => (
          <label key={stage}>
            <input
              type="radio"
              name={`${id}-stage`}
              checked={update.stage === stage}
              onChange={() => onChange({ stage, ...(stage === 'over' && { levels: {}, next: '' }) })}
            />
            {t(`statusPage.stage.${stage}`)}
          </label>
        ))}
      </fieldset>
      {!isOver && parts.length > 0 && (
        <fieldset className="levels">
          <legend>{t('statusPage.whichParts')}</legend>
          {parts.map((part) => (
            <div key={part.id} className="row">
              <label htmlFor={`${id}-${part.id}`} className="grow">
                {ownWords(part.name)}
              </label>
              <select
                id={`${id}-${part.id}`}
                className="input auto"
                value={update.levels[part.id] ?? 'works'}
                onChange={({ target }) => {
                  const { [part.id]: _, ...rest } = update.levels
                  const level = target.value as StatusLevel
                  onChange({ levels: level === 'works' ? rest : { ...rest, [part.id]: level } })
                }}
              >
                {statusLevels.map((level) => (
                  <option key={level} value={level}>
                    {t(`statusPage.level.${level}`)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
      )}
      <SaidField
        label={t('statusPage.impact')}
        help={t('statusPage.impactHelp')}
        said={update.impact}
        languages={languages}
        most={1000}
        rows={3}
        reads="lines"
        onChange={(impact) => onChange({ impact })}
      />
      <SaidField
        label={t(isOver ? 'statusPage.did' : 'statusPage.doing')}
        help={t('statusPage.doingHelp')}
        said={update.doing}
        languages={languages}
        most={2000}
        rows={3}
        reads="lines"
        onChange={(doing) => onChange({ doing })}
      />
      {isOver && (
        <SaidField
          label={t('statusPage.cause')}
          help={t('statusPage.causeHelp')}
          said={update.cause}
          languages={languages}
          most={2000}
          rows={3}
          reads="lines"
          isOptional
          onChange={(cause) => onChange({ cause })}
        />
      )}
      <Next
        next={update.next}
        label={t(isOver ? 'statusPage.causeWhen' : 'statusPage.nextWhen')}
        isNeeded={!isOver}
        onChange={(next) => onChange({ next })}
      />
    </>
  )
}

const steps = [30, 60, 180] as const

/** A clock time that everybody reads; told on the company's clock, as the page tells it. */
function Next({
  next,
  label,
  isNeeded,
  onChange,
}: {
  next: string
  label: string
  isNeeded: boolean
  onChange: (next: string) => void
}) {
  const id = useId()
  const zone = useMe().company.timeZone
  const soon = (minutes: number) => {
    const quarter = 15 * 60_000
    const at = Math.ceil((Date.now() + minutes * 60_000) / quarter) * quarter
    onChange(wallClockIn(zone, new Date(at)))
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id}
          type="datetime-local"
          className="input auto"
          required={isNeeded}
          value={next}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => onChange(target.value)}
        />
        {steps.map((minutes) => (
          <button key={minutes} type="button" className="button quiet" onClick={() => soon(minutes)}>
            {t('statusPage.inMinutes', { n: minutes })}
          </button>
        ))}
      </div>
      <small id={`${id}-help`}>{t('statusPage.nextHelp', { place: placeOf(zone) })}</small>
    </div>
  )
}

/** As the server takes it. */
export const nextInstant = (next: string, zone: string): string | null =>
  next ? instantIn(zone, next).toISOString() : null
