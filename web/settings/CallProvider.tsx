import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Text messages and calls, through whatever provider a team has. */
export function CallProvider() {
  const { data } = useApi('GET /call-provider')
  const [url, setUrl] = useState('')
  const [inside, setInside] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const set = useAction('PUT /call-provider', { quiet: true, onDone: (made) => setSecret(made.secret) })
  const drop = useAction('DELETE /call-provider', { onDone: () => setSecret(null) })
  const trial = useAction('POST /call-provider/trial', {
    onDone: () => toast({ text: t('provider.sent'), lasts: 5000 }),
  })
  if (!data) return null
  return (
    <form
      className="card stack"
      aria-labelledby="provider"
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({ body: { url, inside } })
      }}
    >
      <h3 id="provider">{t('provider.title')}</h3>
      <p className="meta">{t('provider.why')}</p>
      {data.url && (
        <div className="row">
          <code className="grow cut">{data.url}</code>
          <button type="button" className="button bare" onClick={() => trial.mutate({})}>
            {t('provider.try')}
          </button>
          <button type="button" className="button bare danger" onClick={() => drop.mutate({})}>
            {t('provider.remove')}
          </button>
        </div>
      )}
      {secret && (
        <p role="status">
          {t('provider.secret')} <code>{secret}</code>
        </p>
      )}
      <div className="field">
        <label htmlFor="provider-url">{t('provider.url')}</label>
        <input
          id="provider-url"
          type="url"
          className="input"
          required
          value={url}
          placeholder="https://"
          onChange={(event) => setUrl(event.target.value)}
        />
      </div>
      <label className="row">
        <input type="checkbox" checked={inside} onChange={(event) => setInside(event.target.checked)} />
        {t('provider.inside')}
      </label>
      {set.error && (
        <p className="problem" role="alert">
          {set.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={set.isPending}>
          {t('provider.set')}
        </button>
      </div>
    </form>
  )
}
