import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useState } from 'react'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

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

/** Connected mailboxes, in plain words; and the wizard: address and password, both ways tried step by step. */
export function Mailboxes() {
  const me = useMe()
  const { data } = useApi('GET /mailboxes')
  const { data: inboxes } = useApi('GET /inboxes')
  const change = useAction('PATCH /mailboxes/{id}')
  const remove = useAction('DELETE /mailboxes/{id}')
  const admin = me.teammate.role === 'admin'
  return (
    <>
      <ul className="stack">
        {data?.items.map((mailbox) => (
          <li key={mailbox.id} className="card">
            <div className="row">
              <b className="grow">{mailbox.address}</b>
              <span
                className={`chip ${mailbox.state === 'connected' ? 'kept' : mailbox.state === 'failing' ? 'late' : ''}`}
              >
                {t(`mailbox.${mailbox.state}` as TextKey)}
              </span>
            </div>
            <p className="meta">
              {inboxes?.items.find((inbox) => inbox.id === mailbox.inboxId)?.name}
              {mailbox.lastLetterAt && (
                <>
                  {' · '}
                  {t('mailbox.last')} <Time at={mailbox.lastLetterAt} />
                </>
              )}
            </p>
            {mailbox.says && <p className="problem">{mailbox.says}</p>}
            {admin && (
              <div className="row">
                <button
                  type="button"
                  className="button bare"
                  onClick={() =>
                    change.mutate({
                      params: { id: mailbox.id },
                      body: { paused: mailbox.state !== 'paused' },
                    })
                  }
                >
                  {mailbox.state === 'paused' ? t('mailbox.resume') : t('mailbox.pause')}
                </button>
                <button
                  type="button"
                  className="button bare danger"
                  onClick={() => remove.mutate({ params: { id: mailbox.id } })}
                >
                  {t('mailbox.remove')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {data?.items.length === 0 && <p className="serif">{t('mailbox.none')}</p>}
      {admin && <Wizard />}
      <h3>{t('mailbox.inboxes')}</h3>
      <ul className="plain-list">
        {inboxes?.items.map((inbox) => (
          <li key={inbox.id} className="row">
            <span className="grow">
              {inbox.name} <span className="meta mono">{inbox.address}</span>
            </span>
          </li>
        ))}
      </ul>
      {admin && <NewInbox />}
    </>
  )
}

function Wizard() {
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
  const tryIt = async () => {
    if (!settings) return void find()
    setBusy(true)
    setChecks(null)
    setProblem(null)
    try {
      const result = await api('POST /mailboxes/check', { body: settings })
      setChecks(result)
      if (result.ok) {
        const inbox = inboxes?.items.find((one) => one.address.toLowerCase() === address.toLowerCase())
        connect.mutate({
          body: { ...settings, ...(inbox ? { inboxId: inbox.id } : { inboxName: address.split('@')[0]! }) },
        })
      }
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

function NewInbox() {
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const add = useAction('POST /inboxes', {
    onDone: () => {
      setName('')
      setAddress('')
    },
  })
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ body: { name, address } })
      }}
    >
      <input
        className="input auto"
        required
        aria-label={t('mailbox.inboxName')}
        placeholder={t('mailbox.inboxName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <input
        className="input auto"
        required
        type="email"
        aria-label={t('mailbox.address')}
        placeholder={t('mailbox.address')}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="button quiet">
        {t('mailbox.addInbox')}
      </button>
    </form>
  )
}
