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
type Mailbox = Answer<'GET /mailboxes'>['items'][number]
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

const ways = ['imap', 'smtp'] as const
type Servers = { imap: Server | null; smtp: Server | null }

/**
 * Address and password, both ways tried step by step; or signing in at the provider, where that is the way. With `of`, another
 * password or other servers for a mailbox that is connected: it keeps its old ones until the new ones work.
 */
export function MailboxWizard({ of, onDone }: { of?: Mailbox; onDone?: () => void }) {
  const [address, setAddress] = useState(of?.address ?? '')
  const [password, setPassword] = useState('')
  const [guess, setGuess] = useState<Guess | null>(null)
  const [servers, setServers] = useState<Servers | null>(
    of ? ({ imap: of.imap, smtp: of.smtp } as Servers) : null,
  )
  const [checks, setChecks] = useState<Checks | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { data: inboxes } = useApi('GET /inboxes')
  const connect = useAction('POST /mailboxes', {
    onDone: () => toast({ text: t('mailbox.connectedToast'), lasts: 6000 }),
  })
  const change = useAction('PATCH /mailboxes/{id}', {
    onDone: () => {
      toast({ text: t('mailbox.changedToast'), lasts: 6000 })
      onDone?.()
    },
  })
  const both = servers && {
    ...(servers.imap && { imap: { ...servers.imap, password } }),
    ...(servers.smtp && { smtp: { ...servers.smtp, password } }),
  }
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
    if (inbox) return { inboxId: inbox.id }
    const local = address.split('@')[0]!
    const name = local.charAt(0).toUpperCase() + local.slice(1)
    // Two of one name could not be told apart.
    return { inboxName: inboxes?.items.some((one) => one.name === name) ? address : name }
  }
  const tryIt = async () => {
    if (!both) return void find()
    setBusy(true)
    setChecks(null)
    setProblem(null)
    try {
      const result = await api('POST /mailboxes/check', { body: { address, ...both } })
      setChecks(result)
      if (!result.ok) return
      if (of) change.mutate({ params: { id: of.id }, body: both })
      else connect.mutate({ body: { address, ...both, ...inboxOf() } })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const here = of?.id ?? 'mb'
  const field = (way: 'imap' | 'smtp', name: 'host' | 'port' | 'user') => (
    <div className="field">
      <label htmlFor={`${here}-${way}-${name}`}>{t(`mailbox.${way}.${name}` as TextKey)}</label>
      <input
        id={`${here}-${way}-${name}`}
        className="input"
        value={servers![way]![name]}
        inputMode={name === 'port' ? 'numeric' : undefined}
        onChange={(event) =>
          setServers({
            ...servers!,
            [way]: {
              ...servers![way]!,
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
      {of ? (
        <p>{t('mailbox.changeHow')}</p>
      ) : (
        <>
          <h3>{t('mailbox.connect')}</h3>
          <p>{t('mailbox.how')}</p>
        </>
      )}
      <div className="two">
        {!of && (
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
        )}
        <div className="field">
          <label htmlFor={`${here}-password`}>{t('mailbox.password')}</label>
          <input
            id={`${here}-password`}
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
        <details open={!guess?.provider && !of}>
          <summary>{t('mailbox.details')}</summary>
          <div className="two">
            {ways
              .filter((way) => servers[way])
              .map((way) => (
                <div key={way} className="stack">
                  {field(way, 'host')}
                  {field(way, 'port')}
                  {field(way, 'user')}
                  <div className="field">
                    <label htmlFor={`${here}-${way}-security`}>{t('mailbox.security')}</label>
                    <select
                      id={`${here}-${way}-security`}
                      className="input"
                      value={servers[way]!.security}
                      onChange={(event) =>
                        setServers({
                          ...servers,
                          [way]: { ...servers[way]!, security: event.target.value as 'tls' },
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
          {busy ? t('mailbox.trying') : t(of ? 'mailbox.tryChange' : 'mailbox.try')}
        </button>
        {of && (
          <button type="button" className="button bare" onClick={onDone}>
            {t('app.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
