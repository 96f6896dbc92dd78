import { useState } from 'react'
import { useLocation } from 'wouter'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { notForLong, signOut } from '#web/offline/leaving.ts'
import { sendWaiting, waitingNow } from '#web/offline/line.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

/** My card, my ways in, my open sign-ins. */
export function MyAccount() {
  const me = useMe()
  const [, go] = useLocation()
  const [card, setCard] = useState({
    name: me.teammate.name,
    title: me.teammate.title ?? '',
    timeZone: me.teammate.timeZone,
  })
  const [password, setPassword] = useState({ current: '', password: '' })
  const save = useAction('PATCH /me', { onDone: () => toast({ text: t('app.saved'), lasts: 3000 }) })
  const setIt = useAction('PUT /me/password', {
    quiet: true,
    onDone: () => {
      setPassword({ current: '', password: '' })
      toast({ text: t('me.passwordSet'), lasts: 4000 })
    },
  })
  const { data: sessions } = useApi('GET /sessions')
  const { data: passkeys } = useApi('GET /me/passkeys')
  const end = useAction('DELETE /sessions/{id}')
  const removeKey = useAction('DELETE /me/passkeys/{id}')
  const addPasskey = async () => {
    try {
      const { startRegistration } = await import('@simplewebauthn/browser')
      const optionsJSON = (await api('POST /me/passkeys/options', {})) as never
      const response = await startRegistration({ optionsJSON })
      await api('POST /me/passkeys', {
        body: { name: navigator.platform || undefined, response: response as never },
      })
      void queryClient.invalidateQueries()
      toast({ text: t('me.passkeyAdded'), lasts: 4000 })
    } catch (error) {
      toast({
        text:
          error instanceof Error && error.name === 'NotAllowedError'
            ? t('me.passkeyStopped')
            : (error as Error).message,
        lasts: 6000,
      })
    }
  }
  const leave = async () => {
    await notForLong(sendWaiting())
    const waits = waitingNow().length
    await signOut()
    go('/sign-in')
    if (waits > 0) toast({ text: t('me.stillWaits', { n: waits }), lasts: 12_000 })
  }
  return (
    <>
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ body: { ...card, title: card.title || null } })
        }}
      >
        <div className="two">
          <div className="field">
            <label htmlFor="me-name">{t('customers.name')}</label>
            <input
              id="me-name"
              className="input"
              required
              value={card.name}
              onChange={(event) => setCard({ ...card, name: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor="me-title">{t('me.title')}</label>
            <input
              id="me-title"
              className="input"
              value={card.title}
              placeholder={t('me.titleExample')}
              onChange={(event) => setCard({ ...card, title: event.target.value })}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor="me-zone">{t('company.zone')}</label>
          <input
            id="me-zone"
            className="input"
            list="zones"
            value={card.timeZone}
            onChange={(event) => setCard({ ...card, timeZone: event.target.value })}
          />
          <datalist id="zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        <div>
          <button type="submit" className="button primary">
            {t('app.save')}
          </button>
        </div>
      </form>
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          setIt.mutate({
            body: { password: password.password, ...(me.hasPassword && { current: password.current }) },
          })
        }}
      >
        <h3>{me.hasPassword ? t('me.changePassword') : t('me.setPassword')}</h3>
        <div className="two">
          {me.hasPassword && (
            <div className="field">
              <label htmlFor="pw-now">{t('me.current')}</label>
              <input
                id="pw-now"
                className="input"
                type="password"
                autoComplete="current-password"
                value={password.current}
                onChange={(event) => setPassword({ ...password, current: event.target.value })}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor="pw-new">{t('me.new')}</label>
            <input
              id="pw-new"
              className="input"
              type="password"
              autoComplete="new-password"
              minLength={10}
              required
              value={password.password}
              onChange={(event) => setPassword({ ...password, password: event.target.value })}
            />
            <small>{t('me.passwordHelp')}</small>
          </div>
        </div>
        {setIt.error && <p className="problem">{setIt.error.message}</p>}
        <div>
          <button type="submit" className="button quiet">
            {t('app.save')}
          </button>
        </div>
      </form>
      <div className="card stack">
        <h3>{t('me.passkeys')}</h3>
        <p className="meta">{t('me.passkeyHelp')}</p>
        <ul className="plain-list">
          {passkeys?.items.map((key) => (
            <li key={key.id} className="row">
              <span className="grow">{key.name}</span>
              <button
                type="button"
                className="button bare danger"
                onClick={() => removeKey.mutate({ params: { id: key.id } })}
              >
                {t('me.removePasskey')}
              </button>
            </li>
          ))}
        </ul>
        <div>
          <button type="button" className="button quiet" onClick={() => void addPasskey()}>
            {t('me.addPasskey')}
          </button>
        </div>
      </div>
      <div className="card stack">
        <h3>{t('me.sessions')}</h3>
        <ul className="plain-list">
          {sessions?.items.map((session) => (
            <li key={session.id} className="row">
              <span className="grow">
                {device(session.device)}{' '}
                {session.current && <span className="chip kept">{t('me.here')}</span>}
                <span className="meta">
                  {' '}
                  {session.address} · <Time at={session.lastUsedAt} />
                </span>
              </span>
              {!session.current && (
                <button
                  type="button"
                  className="button bare"
                  onClick={() => end.mutate({ params: { id: session.id } })}
                >
                  {t('me.endSession')}
                </button>
              )}
            </li>
          ))}
        </ul>
        <div>
          <button
            type="button"
            className="button quiet"
            onClick={() =>
              void leave().catch((problem: Error) => toast({ text: problem.message, lasts: 8000 }))
            }
          >
            {t('me.signOut')}
          </button>
        </div>
      </div>
    </>
  )
}

/** "Chrome on Linux", from what the browser says of itself. */
function device(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : agent.slice(0, 30)
  const system = /Windows/.test(agent)
    ? 'Windows'
    : /Android/.test(agent)
      ? 'Android'
      : /iPhone|iPad/.test(agent)
        ? 'iOS'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : ''
  return [browser, system].filter(Boolean).join(', ')
}
