import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { api, type Problem } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { haveEntered } from '#web/offline/leaving.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Door } from './Door.tsx'

/** The first page: one thing is asked, and a sample team offered. */
export default function Welcome() {
  const { data: house } = useApi('GET /welcome')
  const [, go] = useLocation()
  const token = new URLSearchParams(location.search).get('key') ?? ''
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [look, setLook] = useState(true)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  if (house?.settled) return <Redirect to="/sign-in" />
  const moveIn = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await api('POST /welcome', {
        body: { token, name, email, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      })
      // Whoever has moved in is in: a sample team that is here already, or cannot come, must not keep them at the door.
      if (look)
        await api('POST /demo', {}).catch((error: Problem) => {
          if (error.type !== 'demo-here') toast({ text: error.message })
        })
      haveEntered()
      go(look ? '/today' : '/settings/mailboxes')
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
  return (
    <Door title={t('welcome.title')}>
      <h1>{t('welcome.title')}</h1>
      <p className="lead">{t('welcome.lead')}</p>
      {!token && <p className="problem">{t('welcome.noKey')}</p>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void moveIn()
        }}
      >
        <div className="field">
          <label htmlFor="name">{t('welcome.name')}</label>
          <input
            id="name"
            className="input"
            autoComplete="name"
            autoFocus
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="email">{t('about.mail')}</label>
          <input
            id="email"
            className="input"
            type="email"
            autoComplete="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <label className="offer">
          <input type="checkbox" checked={look} onChange={(event) => setLook(event.target.checked)} />
          <span>
            <b>{t('welcome.look')}</b>
            <span className="meta sub">{t('welcome.lookHelp')}</span>
          </span>
        </label>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button primary tall" disabled={busy || !token}>
          {busy ? t('welcome.busy') : look ? t('welcome.go') : t('welcome.connect')}
        </button>
      </form>
    </Door>
  )
}
