import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useState } from 'react'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { askConsent } from './consent.ts'

type Guess = Answer<'POST /mailboxes/guess'>
type Checks = Answer<'POST /mailboxes/check'>
type Server = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  password?: string
}

/** Nobody knows the provider: the usual names and ports, to be corrected. */
const blank = (address: string, port: number): Server => ({
  host: `mail.${address.split('@')[1] ?? ''}`,
  port,
  security: 'tls',
  user: address,
})

/** Address and password, both ways tried step by step; or signing in at the provider, where that is the way. */
export function MailboxWizard() {
  const [address, setAddress] = useState('')
  const [password, setPassword] = useState('')
  const [guess, setGuess] = useState<Guess | null>(null)
  const [servers, setServers] = useState<{ imap: Server; smtp: Server } | null>(null)
  const [checks, setChecks] = useState<Checks | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { data: inboxes } = useApi('GET /inboxes')
  const connect = useAction('POST /mailboxes', {
    onDone: () => toast({ text: t('mailbox.connectedToast'), lasts: 6000 }),
  })
  const withPassword = (server: Server) => ({ ...server, password })
  const settings = servers && { address, imap: withPassword(servers.imap), smtp: withPassword(servers.smtp) }
  const find = async () => {
    if (!/@.+/.test(address)) return
    const found = await api('POST /mailboxes/guess', { body: { address } }).catch((error: Error) => {
      setProblem(error.message)
      return null
    })
    if (!found) return
    setProblem(null)
    setGuess(found)
    setServers({ imap: found.imap ?? blank(address, 993), smtp: found.smtp ?? blank(address, 465) })
  }
  const inboxOf = () => {
    const inbox = inboxes?.items.find((one) => one.address.toLowerCase() === address.toLowerCase())
    return inbox ? { inboxId: inbox.id } : { inboxName: address.split('@')[0]! }
  }
  const tryIt = async () => {
    if (!settings) return void find()
    setBusy(true)
    setChecks(null)
    setProblem(null)
    try {
      const result = await api('POST /mailboxes/check', { body: settings })
      setChecks(result)
      if (result.ok) connect.mutate({ body: { ...settings, ...inboxOf() } })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const field = (way: 'imap' | 'smtp', name: 'host' | 'port' | 'user') => (
    <div className="field">
      <label htmlFor={`${way}-${name}`}>{t(`mailbox.${way}.${name}` as TextKey)}</label>
      <input
        id={`${way}-${name}`}
        className="input"
        value={servers![way][name]}
        inputMode={name === 'port' ? 'numeric' : undefined}
        onChange={(event) =>
          setServers({
            ...servers!,
            [way]: {
              ...servers![way],
              [name]: name === 'port' ? Number(event.target.value) || 0 : event.target.value,
            },
          })
        }
      />
    </div>
  )
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        void tryIt()
      }}
    >
      <h3>{t('mailbox.connect')}</h3>
      <p>{t('mailbox.how')}</p>
      <div className="two">
        <div className="field">
          <label htmlFor="mb-address">{t('mailbox.address')}</label>
          <input
            id="mb-address"
            className="input"
            type="email"
            required
            value={address}
            autoComplete="off"
            onChange={(event) => {
              setAddress(event.target.value)
              setServers(null)
            }}
            onBlur={() => servers ?? void find()}
          />
        </div>
        <div className="field">
          <label htmlFor="mb-password">{t('mailbox.password')}</label>
          <input
            id="mb-password"
            className="input"
            type="password"
            autoComplete="off"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      </div>
      {guess?.provider && <p className="meta">{t('mailbox.found', { provider: guess.provider })}</p>}
      {guess?.advice && <p className="ribbon">{guess.advice}</p>}
      {guess?.consent && (
        <div className="row">
          <button
            type="button"
            className="button primary"
            onClick={() =>
              void askConsent({ provider: guess.consent!, address, ...inboxOf() }).catch((error: Error) =>
                setProblem(error.message),
              )
            }
          >
            {t('mailbox.consent', { provider: guess.provider ?? '' })}
          </button>
          <span className="meta">{t('mailbox.consentWhy')}</span>
        </div>
      )}
      {servers && (
        <details open={!guess?.provider}>
          <summary>{t('mailbox.details')}</summary>
          <div className="two">
            {(['imap', 'smtp'] as const).map((way) => (
              <div key={way} className="stack">
                {field(way, 'host')}
                {field(way, 'port')}
                {field(way, 'user')}
                <div className="field">
                  <label htmlFor={`${way}-security`}>{t('mailbox.security')}</label>
                  <select
                    id={`${way}-security`}
                    className="input"
                    value={servers[way].security}
                    onChange={(event) =>
                      setServers({
                        ...servers,
                        [way]: { ...servers[way], security: event.target.value as 'tls' },
                      })
                    }
                  >
                    <option value="tls">TLS</option>
                    <option value="starttls">STARTTLS</option>
                    <option value="none">{t('mailbox.plain')}</option>
                  </select>
                </div>
              </div>
            ))}
          </div>
        </details>
      )}
      {checks && (
        <ul className="checks" aria-live="polite">
          {checks.checks.map((check) => (
            <li key={check.direction + check.step} className={check.ok ? 'good' : 'bad'}>
              {check.ok ? <CheckIcon size={18} weight="bold" /> : <XIcon size={18} weight="bold" />}
              <span>{check.says}</span>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? t('mailbox.trying') : t('mailbox.try')}
        </button>
      </div>
    </form>
  )
}
