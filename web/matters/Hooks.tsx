import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { InboxField } from '#web/ui/InboxField.tsx'
import { Time } from '#web/ui/parts.tsx'

/** Where other systems send what went wrong; the secret is shown once. */
export function Hooks() {
  const me = useMe()
  const { data } = useApi('GET /matter-hooks')
  const [name, setName] = useState('')
  const [inboxId, setInboxId] = useState(openInboxes(me)[0]?.id ?? '')
  const [fresh, setFresh] = useState<{ id: string; secret: string } | null>(null)
  const make = useAction('POST /matter-hooks', {
    onDone: (made) => {
      setFresh(made)
      setName('')
    },
  })
  const turn = useAction('POST /matter-hooks/{id}/rotation', { onDone: setFresh })
  const close = useAction('DELETE /matter-hooks/{id}')
  return (
    <details className="card stack">
      <summary>{t('hooks.title')}</summary>
      <p className="meta">{t('hooks.help')}</p>
      <ul className="stack">
        {data?.items.map((hook) => (
          <li key={hook.id}>
            <b>{hook.name}</b>{' '}
            <span className="meta">
              {hook.lastAt ? (
                <>
                  {t('hooks.last')} <Time at={hook.lastAt} />
                </>
              ) : (
                t('hooks.never')
              )}
            </span>
            <br />
            <code>{hook.url}</code>
            {fresh?.id === hook.id && (
              <p role="status">
                {t('hooks.secret')} <code>{fresh.secret}</code>
              </p>
            )}
            <div className="row">
              <button type="button" className="link" onClick={() => turn.mutate({ params: { id: hook.id } })}>
                {t('hooks.turn')}
                <span className="hide">: {hook.name}</span>
              </button>
              <button
                type="button"
                className="link"
                onClick={() => close.mutate({ params: { id: hook.id } })}
              >
                {t('hooks.close')}
                <span className="hide">: {hook.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ body: { name, inboxId } })
        }}
      >
        <label className="hide" htmlFor="hook-name">
          {t('hooks.name')}
        </label>
        <input
          id="hook-name"
          className="input grow"
          required
          maxLength={100}
          placeholder={t('hooks.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <InboxField
          bare
          inboxes={openInboxes(me)}
          label={t('matters.inbox')}
          value={inboxId}
          onChange={setInboxId}
        />
        <button type="submit" className="button quiet" disabled={make.isPending}>
          {t('hooks.make')}
        </button>
      </form>
    </details>
  )
}
