import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Targets } from './Targets.tsx'

const saved = () => toast({ text: t('app.saved'), lasts: 3000 })

/** How long somebody may hear nothing, and when a late promise counts as broken. */
export function Word() {
  const withTargets = usePractice('targets')
  const { data: word } = useApi('GET /word-rules')
  const { data: silence } = useApi('GET /silence-rules')
  const saveWord = useAction('PATCH /word-rules', { onDone: saved })
  const saveSilence = useAction('PATCH /silence-rules', { onDone: saved })
  if (!word || !silence) return null
  return (
    <>
      <fieldset className="card stack">
        <legend className="hide">{t('word.quiet')}</legend>
        <h3>{t('word.quiet')}</h3>
        {(['trouble', 'usual', 'later'] as const).map((kind) => (
          <Days
            key={kind}
            id={`quiet-${kind}`}
            label={t(`word.${kind}`)}
            value={silence[kind]}
            choices={[1, 2, 3, 5, 7, 10, 15]}
            say={(days) => t('word.quietDays', { days })}
            never={t('word.noClock')}
            onChange={(days) => saveSilence.mutate({ body: { [kind]: days } })}
          />
        ))}
        <small>{t('word.quietHelp')}</small>
      </fieldset>
      <div className="card stack">
        <Days
          id="broken-after"
          label={t('word.broken')}
          value={word.brokenAfterDays}
          choices={[1, 2, 3, 5, 10]}
          say={(days) => t('word.days', { days })}
          never={t('word.never')}
          onChange={(brokenAfterDays) => saveWord.mutate({ body: { brokenAfterDays } })}
        />
        <small>{t('word.brokenHelp')}</small>
      </div>
      {withTargets && <Targets />}
    </>
  )
}

function Days({
  id,
  label,
  value,
  choices,
  say,
  never,
  onChange,
}: {
  id: string
  label: string
  value: number | null
  choices: readonly number[]
  say: (days: number) => string
  never: string
  onChange: (days: number | null) => void
}) {
  // One set over the API stays in the list, or it would look like another.
  const all = value === null || choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? 'never'}
        onChange={({ target }) => onChange(target.value === 'never' ? null : Number(target.value))}
      >
        {all.map((days) => (
          <option key={days} value={days}>
            {say(days)}
          </option>
        ))}
        <option value="never">{never}</option>
      </select>
    </div>
  )
}
