import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { Webhooks } from '#web/authority/Webhooks.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** API keys; each shown once. */
export function Keys() {
  const { data } = useApi('GET /keys')
  const [name, setName] = useState('')
  const [fresh, setFresh] = useState<string | null>(null)
  const make = useAction('POST /keys', {
    onDone: (made) => {
      setFresh(made.key)
      setName('')
    },
  })
  const revoke = useAction('DELETE /keys/{id}')
  return (
    <>
      <p>
        {t('keysPage.help')} <a href="/api/v1">{t('keysPage.docs')}</a>
      </p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ body: { name: name || undefined, role: 'admin' } })
        }}
      >
        <input
          className="input auto"
          aria-label={t('keysPage.name')}
          placeholder={t('keysPage.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button quiet">
          {t('keysPage.make')}
        </button>
      </form>
      {fresh && (
        <div className="ribbon kept" role="status">
          <span>{t('keysPage.once')}</span> <span className="mono">{fresh}</span>
        </div>
      )}
      <ul className="plain-list">
        {data?.items.map((key) => (
          <li key={key.id} className="row">
            <span className="grow">
              {key.name}{' '}
              <span className="meta">
                {t(`role.${key.role}` as TextKey)} · <Time at={key.createdAt} />
              </span>
            </span>
            {key.revokedAt ? (
              <span className="chip">{t('keysPage.revoked')}</span>
            ) : (
              <button
                type="button"
                className="button bare danger"
                onClick={() => revoke.mutate({ params: { id: key.id } })}
              >
                {t('keysPage.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Webhooks />
    </>
  )
}
