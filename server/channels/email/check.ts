import type { z } from 'zod'
import type { mailboxCheck } from '#contract/email.ts'
import { text as say } from '#server/base/text.ts'
import { guessProvider } from './providers.ts'

type Check = z.input<typeof mailboxCheck>

export interface TrySettings {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  password: string
}

/** Tries reading, step by step; the first step that fails names its remedy. */
export async function checkReading(server: TrySettings): Promise<Check[]> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    doSTARTTLS: server.security === 'starttls' ? true : server.security === 'none' ? false : undefined,
    auth: { user: server.user, pass: server.password },
    logger: false,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  client.on('error', () => {})
  const checks: Check[] = []
  const good = (step: Check['step'], values = {}) =>
    checks.push({ step, direction: 'in', ok: true, says: say(`email.check.${step}`, values) })
  try {
    await client.connect()
    good('reach', { host: server.host })
    if (server.security !== 'none') good('secure')
    good('sign-in', { user: server.user })
  } catch (error) {
    checks.push({ ...failure(error, server), direction: 'in', ok: false })
    client.close()
    return checks
  }
  try {
    const status = await client.status('INBOX', { messages: true })
    good('folder', { count: (status ? status.messages : 0) || 0 })
  } catch (error) {
    checks.push({
      step: 'folder',
      direction: 'in',
      ok: false,
      says: say('email.remedy.folder', { detail: (error as Error).message }),
    })
  }
  await client.logout().catch(() => client.close())
  return checks
}

/** Tries sending up to the point where a letter would be handed over. */
export async function checkSending(server: TrySettings): Promise<Check[]> {
  try {
    const signedIn = await tryGreeting(server)
    const says = {
      yes: say('email.check.sign-in', { user: server.user }),
      unasked: say('email.check.noName'),
    }
    return [
      { step: 'reach', direction: 'out', ok: true, says: say('email.check.reach', { host: server.host }) },
      ...(signedIn === 'nameless'
        ? []
        : [{ step: 'sign-in' as const, direction: 'out' as const, ok: true, says: says[signedIn] }]),
      { step: 'send', direction: 'out', ok: true, says: say('email.check.send') },
    ]
  } catch (error) {
    return [{ ...failure(error, server), direction: 'out', ok: false }]
  }
}

/** Greets, and signs in where the server asks for a name and we have one. */
async function tryGreeting(server: TrySettings): Promise<'yes' | 'unasked' | 'nameless'> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    const signedIn = await new Promise<'yes' | 'unasked' | 'nameless'>((resolve, reject) => {
      connection.once('error', reject)
      connection.once('end', () =>
        reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })),
      )
      connection.connect(() => {
        if (!connection.allowsAuth) return resolve('unasked')
        if (!server.user) return resolve('nameless')
        const credentials = { user: server.user, pass: server.password }
        connection.login({ user: server.user, credentials }, (error) =>
          error ? reject(error) : resolve('yes'),
        )
      })
    })
    connection.quit()
    return signedIn
  } catch (error) {
    connection.close()
    throw error
  } finally {
    // What the other side does after that concerns nobody.
    connection.on('error', () => {})
  }
}

/** What went wrong, in a sentence with its remedy. */
export function failure(
  error: unknown,
  server: { host: string; port: number; user: string },
): { step: Check['step']; says: string } {
  const {
    code,
    message = '',
    response,
    responseText,
    authenticationFailed,
    responseCode,
  } = error as {
    code?: string
    message?: string
    response?: string
    responseText?: string
    authenticationFailed?: boolean
    responseCode?: number
  }
  const detail = String(responseText ?? response ?? message).slice(0, 200)
  const provider = guessProvider(server.user)
  const values = {
    host: server.host,
    port: String(server.port),
    provider: provider.name,
    detail,
    address: server.user,
  }
  const reach = (key: string) => ({ step: 'reach' as const, says: say(`email.remedy.${key}`, values) })
  const secure = (key: string) => ({ step: 'secure' as const, says: say(`email.remedy.${key}`, values) })
  const signIn = (key: string) => ({ step: 'sign-in' as const, says: say(`email.remedy.${key}`, values) })
  const all = `${code} ${message} ${detail}`
  if (code === 'CONSENT_GONE') return { step: 'sign-in', says: message }
  if (/OVERQUOTA|quota exceeded|over quota|mailbox is full/i.test(all))
    return { step: 'folder', says: say('email.remedy.quota', values) }
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(all)) return reach('dns')
  if (/ECONNREFUSED/.test(all)) return reach('refused')
  if (/application-specific|app(-| )?password/i.test(all)) return signIn('appPassword')
  if (/XOAUTH2|basic authentication is disabled|LOGIN.{0,10}disabled|BasicAuthBlocked/i.test(all))
    return signIn('oauth')
  if (/imap.{0,20}(disabled|not enabled)|not enabled for imap/i.test(all)) return signIn('imapOff')
  if (
    authenticationFailed ||
    code === 'EAUTH' ||
    responseCode === 535 ||
    /AUTHENTICATIONFAILED|invalid credentials|authentication failed|login failed/i.test(all)
  )
    return provider.known && provider.advice ? signIn('appPassword') : signIn('password')
  if (/CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS_CERT|certificate/i.test(all)) return secure('certificate')
  if (/wrong version number|EPROTO|SSL|ESOCKET.*tls|STARTTLS|ETLS/i.test(all)) return secure('wrongTls')
  if (/ETIMEDOUT|timeout|timed out|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|GREETING/i.test(all))
    return reach('timeout')
  if (/sender|not allowed to send|553|554/i.test(all))
    return { step: 'send', says: say('email.remedy.sender', values) }
  return { step: 'reach', says: say('email.remedy.other', values) }
}
