import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import type { Claim, RecipientAnswer } from './claim.ts'

export interface Road {
  host: string
  port: number
  secure: boolean
  /** Refuse to go on without STARTTLS. */
  requireTls: boolean
  auth: { user: string; pass: string } | null
}

/** `smtp://user:password@host:port` or `smtps://…`. */
export function roadOf(url: string): Road {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTls: searchParams.get('tls') === 'required',
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  }
}

interface SmtpError extends Error {
  responseCode?: number
  response?: string
  recipient?: string
  command?: string
}

/**
 * Sends one letter on one connection. The body is streamed and its end held back until `beforeDot` says that this attempt is
 * still ours: nodemailer writes the final dot when its input ends. Returns an answer per recipient; never throws.
 */
export async function deliver(
  road: Road,
  claim: Claim,
  bytes: Buffer,
  name: string,
  beforeDot: () => Promise<boolean>,
): Promise<RecipientAnswer[]> {
  const connection = new SMTPConnection({
    host: road.host,
    port: road.port,
    secure: road.secure,
    requireTLS: road.requireTls,
    name,
    connectionTimeout: 20_000,
    greetingTimeout: 30_000,
    // RFC 5321 §4.5.3.2.6: the answer to the dot may take ten minutes.
    socketTimeout: 600_000,
    dnsTimeout: 10_000,
    // A mail server of one's own machine often has a certificate of its own making.
    tls: { rejectUnauthorized: road.auth !== null },
  })
  const all = (state: RecipientAnswer['state'], code: number | null, detail: string) =>
    claim.recipients.map((address) => ({ address, state, code, detail }))
  let handedOver = false
  try {
    await connected(connection)
    if (road.auth) await signedIn(connection, road.auth)
    const info = await send(connection, claim, bytes, async () => {
      handedOver = await beforeDot()
      return handedOver
    })
    connection.quit()
    const refusals = new Map(
      (info.rejectedErrors ?? []).map((error) => [(error as SmtpError).recipient, error as SmtpError]),
    )
    return claim.recipients.map((address) => {
      const refusal = refusals.get(address)
      return refusal
        ? { address, ...fromError(refusal) }
        : { address, state: 'accepted' as const, code: 250, detail: String(info.response).slice(0, 300) }
    })
  } catch (error) {
    connection.close()
    const failure = error as SmtpError
    const refusals = (failure as { rejectedErrors?: SmtpError[] }).rejectedErrors
    if (refusals?.length)
      return claim.recipients.map((address) => ({
        address,
        ...fromError(refusals.find((one) => one.recipient === address) ?? failure),
      }))
    if (failure.responseCode) return claim.recipients.map((address) => ({ address, ...fromError(failure) }))
    // Lost between the dot and its answer: nobody on our side can tell.
    if (handedOver) return all('unknown', null, 'the connection was lost after the last byte')
    return all('deferred', null, failure.message)
  }
}

function fromError(error: SmtpError): { state: 'deferred' | 'refused'; code: number | null; detail: string } {
  const code = error.responseCode ?? null
  // Being refused at sign-in is our mistake to mend, not the recipient's.
  const ours = error.command?.startsWith('AUTH') || code === 530 || code === 535
  return {
    state: code !== null && code >= 500 && !ours ? 'refused' : 'deferred',
    code,
    detail: (error.response ?? error.message).slice(0, 300),
  }
}

const connected = (connection: SMTPConnection) =>
  new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })

const signedIn = (connection: SMTPConnection, auth: { user: string; pass: string }) =>
  new Promise<void>((resolve, reject) =>
    connection.login({ credentials: auth } as never, (error) => (error ? reject(error) : resolve())),
  )

function send(
  connection: SMTPConnection,
  claim: Claim,
  bytes: Buffer,
  beforeDot: () => Promise<boolean>,
): Promise<SMTPConnection.SentMessageInfo> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the connection ended')))
    const body = new Readable({ read() {} })
    let begun = false
    body._read = () => {
      if (begun) return
      begun = true
      body.push(bytes)
      beforeDot().then(
        (go) => {
          if (go) body.push(null)
          else {
            reject(new Error('another worker has this letter'))
            connection.close()
          }
        },
        (error) => {
          reject(error)
          connection.close()
        },
      )
    }
    connection.send(
      { from: claim.envelopeFrom, to: claim.recipients, size: bytes.length },
      body,
      (error, info) => (error ? reject(error) : resolve(info)),
    )
  })
}
