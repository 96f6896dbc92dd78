import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { haveEntered } from '#web/offline/leaving.ts'
import { t } from '#web/text/t.ts'
import { Door } from './Door.tsx'

/** Accepting an invitation, or setting a new password. */
export default function Join({ token }: { token: string }) {
  const { data: invite, error } = useApi('GET /invites/{token}', { params: { token } })
  const [, go] = useLocation()
  const [name, setName] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const enter = async () => {
    setProblem(null)
    try {
      await api('POST /invites/{token}', {
        params: { token },
        body: {
          ...(name && { name }),
          ...(password && { password }),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      })
      haveEntered()
      go('/today')
    } catch (reason) {
      setProblem((reason as Error).message)
    }
  }
  return (
    <Door title={t('join.tab')}>
      {error ? (
        <>
          <h1>{t('join.spent')}</h1>
          <p>{error.message}</p>
        </>
      ) : (
        invite && (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              void enter()
            }}
          >
            <h1>
              {invite.purpose === 'join'
                ? t('join.title', { company: invite.company || 'Tend' })
                : t('join.reset')}
            </h1>
            {invite.purpose === 'join' && (
              <div className="field">
                <label htmlFor="join-name">{t('welcome.name')}</label>
                <input
                  id="join-name"
                  className="input"
                  required
                  value={name ?? invite.name}
                  onChange={(event) => setName(event.target.value)}
                />
              </div>
            )}
            <p className="meta">{invite.email}</p>
            <div className="field">
              <label htmlFor="join-password">{t('me.new')}</label>
              <input
                id="join-password"
                className="input"
                type="password"
                autoComplete="new-password"
                minLength={10}
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              <small>{t('me.passwordHelp')}</small>
            </div>
            {problem && (
              <p className="problem" role="alert">
                {problem}
              </p>
            )}
            <button type="submit" className="button primary tall">
              {invite.purpose === 'join' ? t('join.enter') : t('signin.enter')}
            </button>
          </form>
        )
      )}
    </Door>
  )
}
