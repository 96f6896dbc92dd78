import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { spokenLanguage, t } from '#web/text/t.ts'
import { byName, nameOf } from './languages.ts'
import { useTranslating } from './useTranslating.ts'

/** What I read besides the language of the screens: a letter in it needs no translation. */
export function LanguagesRead() {
  const me = useMe()
  const change = useAction('PATCH /me/preferences')
  const translating = useTranslating()
  if (!translating?.engine) return null
  const { reads } = me.preferences
  const set = (next: string[]) => change.mutate({ body: { reads: next } })
  return (
    <div className="field">
      <label htmlFor="look-reads">{t('look.reads')}</label>
      <select
        id="look-reads"
        className="input auto"
        value=""
        aria-describedby="look-reads-why"
        onChange={({ target }) => target.value && set([...reads, target.value])}
      >
        <option value="">{t('look.readsAdd')}</option>
        {byName()
          .filter((one) => one !== spokenLanguage() && !reads.includes(one))
          .map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
      </select>
      <small id="look-reads-why">{t('look.readsWhy')}</small>
      {reads.length > 0 && (
        <ul className="row">
          {reads.map((one) => (
            <li key={one} className="chip">
              {nameOf(one)}
              <button
                type="button"
                className="link"
                onClick={() => set(reads.filter((other) => other !== one))}
              >
                {t('look.readsDrop')}
                <span className="hide"> {nameOf(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
