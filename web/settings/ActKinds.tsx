import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { actWords } from '#web/conversations/actWords.ts'
import { t } from '#web/text/t.ts'

/** What this team does about problems, besides the usual. */
export function ActKinds() {
  const { data } = useApi('GET /act-kinds')
  const [name, setName] = useState('')
  const change = useAction('PUT /act-kinds', { quiet: true, onDone: () => setName('') })
  if (!data) return null
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) change.mutate({ body: { own: [...data.own, name] } })
      }}
    >
      <h3>{t('act.kinds')}</h3>
      <p className="row">
        {data.usual.map((kind) => (
          <span key={kind} className="chip">
            {actWords(kind)}
          </span>
        ))}
        {data.own.map((kind) => (
          <span key={kind} className="chip">
            {kind}{' '}
            <button
              type="button"
              className="link"
              aria-label={t('act.removeKind', { what: kind })}
              onClick={() => change.mutate({ body: { own: data.own.filter((one) => one !== kind) } })}
            >
              ×
            </button>
          </span>
        ))}
      </p>
      <div className="row">
        <div className="field grow">
          <label htmlFor="act-kind">{t('act.newKind')}</label>
          <input
            id="act-kind"
            className="input"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="button quiet" disabled={!name.trim() || change.isPending}>
          {t('act.addKind')}
        </button>
      </div>
      {change.error && (
        <p className="problem" role="alert">
          {change.error.message}
        </p>
      )}
    </form>
  )
}
