import { useEffect, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { endSignIn, haveEntered, isLeaving } from '#web/offline/leaving.ts'
import { t } from '#web/text/t.ts'
import { Door } from './Door.tsx'

/** Passkey or password; a forgotten one by mail. */
export default function SignIn() {
  const { data: house } = useApi('GET /welcome')
  const [, go] = useLocation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const leaves = useLeaving()
  const ended = new URLSearchParams(location.search).has('ended')
  if (house && !house.settled) return <Redirect to="/welcome" />
  const enter = async (work: () => Promise<unknown>) => {
    setProblem(null)
    try {
      await work()
      haveEntered()
      go(returnPath())
    } catch (error) {
      setProblem(
        error instanceof Error && error.name === 'NotAllowedError'
          ? t('me.passkeyStopped')
          : (error as Error).message,
      )
    }
  }
  const byPasskey = async () => {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const optionsJSON = (await api('POST /sessions/passkey/options', {})) as never
    const response = await startAuthentication({ optionsJSON })
    await api('POST /sessions/passkey', { body: { response: response as never } })
  }
  return (
    <Door title={t('signin.enter')}>
      <h1>{t('signin.title', { company: house?.company ?? 'Tend' })}</h1>
      {leaves && (
        <p className="banner" role="status">
          {t('signin.leaving')}
        </p>
      )}
      {ended && (
        <p className="banner" role="status">
          {t('signin.ended')}
        </p>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void enter(() => api('POST /sessions', { body: { email, password } }))
        }}
      >
        <div className="field">
          <label htmlFor="email">{t('about.mail')}</label>
          <input
            id="email"
            className="input"
            type="email"
            autoComplete="username webauthn"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t('signin.password')}</label>
          <input
            id="password"
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {sent && <p role="status">{t('signin.resetSent')}</p>}
        <button type="submit" className="button primary tall">
          {t('signin.enter')}
        </button>
      </form>
      <button type="button" className="button quiet tall" onClick={() => void enter(byPasskey)}>
        {t('signin.passkey')}
      </button>
      <button
        type="button"
        className="button bare"
        onClick={() => {
          if (!email) return setProblem(t('signin.needAddress'))
          void api('POST /password-resets', { body: { email } }).then(
            () => setSent(true),
            (error: Error) => setProblem(error.message),
          )
        }}
      >
        {t('signin.forgot')}
      </button>
      <p className="meta">{t('signin.machine')}</p>
    </Door>
  )
}

/** A line may be back before anything says so. */
const askEvery = 10_000

/** Whether a sign-in that was left without a line has yet to end; it does as soon as the line is back. */
function useLeaving(): boolean {
  const [leaves, setLeaves] = useState(isLeaving)
  useEffect(() => {
    if (!leaves) return
    const end = () => void endSignIn().then((done) => setLeaves(!done))
    end()
    const again = setInterval(end, askEvery)
    addEventListener('online', end)
    return () => {
      clearInterval(again)
      removeEventListener('online', end)
    }
  }, [leaves])
  return leaves
}

/** Back to where the sign-in ended, but only within Tend. */
function returnPath(): string {
  const path = new URLSearchParams(location.search).get('ended') ?? ''
  return /^\/(?![/\\])/.test(path) ? path : '/today'
}
