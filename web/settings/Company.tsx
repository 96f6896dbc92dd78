import { useEffect, useState } from 'react'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { locale, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

const dayName = (day: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1 + day)),
  )

/** The company: name, zone, colour, opening hours. */
export function Company() {
  const { data } = useApi('GET /company')
  const [card, setCard] = useState<Answer<'GET /company'> | null>(null)
  useEffect(() => setCard(data ?? null), [data])
  const save = useAction('PATCH /company', {
    quiet: true,
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  if (!card) return null
  const set = (day: number, hours: { from: string; to: string } | null) =>
    setCard({ ...card, hours: card.hours.map((one, index) => (index === day ? hours : one)) })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({
          body: {
            name: card.name || undefined,
            timeZone: card.timeZone,
            color: card.color,
            language: card.language,
            hours: card.hours,
          },
        })
      }}
    >
      <div className="two">
        <div className="field">
          <label htmlFor="co-name">{t('company.name')}</label>
          <input
            id="co-name"
            className="input"
            value={card.name}
            onChange={(event) => setCard({ ...card, name: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="co-zone">{t('company.zone')}</label>
          <input
            id="co-zone"
            className="input"
            value={card.timeZone}
            onChange={(event) => setCard({ ...card, timeZone: event.target.value })}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor="co-language">{t('company.language')}</label>
        <select
          id="co-language"
          className="input auto"
          aria-describedby="co-language-help"
          value={card.language}
          onChange={(event) => setCard({ ...card, language: event.target.value as 'en' | 'de' })}
        >
          {(['en', 'de'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`look.language.${one}`)}
            </option>
          ))}
        </select>
        <p id="co-language-help" className="meta">
          {t('company.languageHelp')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="co-color">{t('company.color')}</label>
        <input
          id="co-color"
          type="color"
          value={card.color ?? '#1f6b5e'}
          onChange={(event) => setCard({ ...card, color: event.target.value })}
        />
      </div>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend className="label">{t('company.hours')}</legend>
        {[1, 2, 3, 4, 5, 6, 0].map((day) => {
          const hours = card.hours[day]
          return (
            <div key={day} className="hours">
              <label className="row">
                <input
                  type="checkbox"
                  checked={hours != null}
                  onChange={(event) => set(day, event.target.checked ? { from: '09:00', to: '17:00' } : null)}
                />{' '}
                {dayName(day)}
              </label>
              {hours && (
                <div className="row">
                  <input
                    type="time"
                    className="input auto"
                    aria-label={t('company.from', { day: dayName(day) })}
                    value={hours.from}
                    onChange={(event) => set(day, { ...hours, from: event.target.value })}
                  />
                  <input
                    type="time"
                    className="input auto"
                    aria-label={t('company.to', { day: dayName(day) })}
                    value={hours.to}
                    onChange={(event) => set(day, { ...hours, to: event.target.value })}
                  />
                </div>
              )}
            </div>
          )
        })}
      </fieldset>
      {save.error && <p className="problem">{save.error.message}</p>}
      <div>
        <button type="submit" className="button primary">
          {t('app.save')}
        </button>
      </div>
    </form>
  )
}
