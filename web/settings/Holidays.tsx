import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { locale, t } from '#web/text/t.ts'

const words = (day: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00Z`))

/** Days on which the company is closed, by name. */
export function Holidays() {
  const { data } = useApi('GET /holidays')
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const close = useAction('PUT /holidays/{day}', {
    quiet: true,
    onDone: () => {
      setDay('')
      setName('')
    },
  })
  const open = useAction('DELETE /holidays/{day}')
  return (
    <form
      className="card stack"
      aria-labelledby="holidays"
      onSubmit={(event) => {
        event.preventDefault()
        close.mutate({ params: { day }, body: { name } })
      }}
    >
      <h3 id="holidays">{t('holidays.title')}</h3>
      <p className="meta">{t('holidays.why')}</p>
      {(data?.items.length ?? 0) > 0 && (
        <ul className="plain-list">
          {data!.items.map((one) => (
            <li key={one.day} className="row">
              <span className="grow">
                <b>{one.name}</b> <span className="meta">{words(one.day)}</span>
              </span>
              <button
                type="button"
                className="button bare"
                aria-label={t('holidays.openAgain', { name: one.name })}
                onClick={() => open.mutate({ params: { day: one.day } })}
              >
                {t('holidays.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="two">
        <div className="field">
          <label htmlFor="holiday-day">{t('holidays.day')}</label>
          <input
            id="holiday-day"
            type="date"
            className="input"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="holiday-name">{t('holidays.name')}</label>
          <input
            id="holiday-name"
            className="input"
            required
            maxLength={80}
            placeholder={t('holidays.example')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      </div>
      {close.error && (
        <p className="problem" role="alert">
          {close.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={close.isPending}>
          {t('holidays.add')}
        </button>
      </div>
    </form>
  )
}
