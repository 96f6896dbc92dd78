import { checkOf } from '#care/checks.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { toldOf } from '#web/care/told.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { LanguagesRead } from '#web/translation/LanguagesRead.tsx'
import { KeyMap } from './KeyMap.tsx'

/** What a check is called; one that is gone keeps its id. */
const nameOf = (id: string): string => {
  const check = checkOf(id)
  return check ? toldOf(check).title : id
}

/** How Tend looks and behaves for me. */
export function Look() {
  const me = useMe()
  const { preferences } = me
  const change = useAction('PATCH /me/preferences')
  const choice = <K extends 'language' | 'theme' | 'contrast' | 'density' | 'afterSend'>(
    name: K,
    values: string[],
  ) => (
    <div className="field">
      <span className="label" id={`look-${name}`}>
        {t(`look.${name}` as TextKey)}
      </span>
      <div className="switch" role="group" aria-labelledby={`look-${name}`}>
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={preferences[name] === value}
            onClick={() => change.mutate({ body: { [name]: value } })}
          >
            {t(`look.${name}.${value}` as TextKey)}
          </button>
        ))}
      </div>
    </div>
  )
  const toggle = (name: 'easierLetters' | 'keys') => (
    <label className="row">
      <input
        type="checkbox"
        checked={preferences[name]}
        onChange={(event) => change.mutate({ body: { [name]: event.target.checked } })}
      />{' '}
      {t(`look.${name}` as TextKey)}
    </label>
  )
  return (
    <div className="card stack looks">
      <div className="two">
        {choice('language', ['system', 'en', 'de'])}
        {choice('theme', ['system', 'light', 'dark'])}
        {choice('contrast', ['normal', 'more'])}
        {choice('density', ['roomy', 'cosy', 'compact'])}
        {choice('afterSend', ['next', 'stay', 'list'])}
      </div>
      <div className="field">
        <label htmlFor="look-undo">{t('look.undo')}</label>
        <input
          id="look-undo"
          className="input auto"
          type="number"
          min={0}
          max={60}
          value={preferences.undoSeconds}
          onChange={(event) =>
            change.mutate({ body: { undoSeconds: Math.max(0, Math.min(60, Number(event.target.value))) } })
          }
        />
      </div>
      <LanguagesRead />
      {toggle('easierLetters')}
      {toggle('keys')}
      {preferences.keys && <KeyMap />}
      {preferences.checksOff.length > 0 && (
        <div>
          <p>{t('look.checksOff')}</p>
          <ul className="row">
            {preferences.checksOff.map((id) => (
              <li key={id} className="chip">
                {nameOf(id)}
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    change.mutate({ body: { checksOff: preferences.checksOff.filter((one) => one !== id) } })
                  }
                >
                  {t('look.on')}
                  <span className="hide"> {nameOf(id)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
