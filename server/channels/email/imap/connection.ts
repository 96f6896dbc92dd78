import type { ImapFlow } from 'imapflow'
import type { House } from '#server/base/context.ts'
import { accessToken } from '../oauth/tokens.ts'
import { unseal } from '../secrets.ts'
import type { MailboxRow } from '../tables.ts'
import type { Pace } from './watch.ts'

/** Connects and signs in, by password or by the provider's consent. */
export async function openImap(house: House, mailbox: MailboxRow, pace: Pace): Promise<ImapFlow> {
  const { host, port, security, user } = mailbox.imap!
  // Loaded with the first mailbox: a Tend without one starts sooner and smaller.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls' ? true : security === 'none' ? false : undefined,
    auth: mailbox.oauth
      ? { user, accessToken: await accessToken(house, mailbox) }
      : { user, pass: unseal(house, mailbox.secrets).imap ?? '' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: pace.patience,
    greetingTimeout: pace.patience,
    socketTimeout: pace.idle + pace.patience,
  })
  client.on('error', () => {})
  return client
}

/** One question to the server. A line that is dead says nothing, for hours; so it is given up after a while. */
export async function answered<T>(imap: ImapFlow, patience: number, question: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      imap.close()
      reject(Object.assign(new Error('the mail server fell silent'), { code: 'ETIMEDOUT' }))
    }, patience)
  })
  return Promise.race([question, late]).finally(() => clearTimeout(timer))
}
