import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import type { Road } from './road.ts'

export interface Patience {
  /** Milliseconds without any sign of life before the final dot. */
  silence: number
  /** Milliseconds for the answer to the dot: ten minutes by RFC 5321 §4.5.3.2.6. */
  dot: number
}

export const usualPatience: Patience = { silence: 120_000, dot: 610_000 }

export interface OpenConnection {
  smtp: SMTPConnection
  /** Rejects when the connection fails or falls silent; never resolves. */
  broken: Promise<never>
  /** What the server is now expected to answer to, which decides how long it may take. */
  expect(answerTo: keyof Patience): void
  /** How many letters it has carried. */
  letters: number
  /** Drops it at once: without a final dot the server throws away what it has got so far. */
  destroy(): void
}

interface Inside {
  _socket?: { destroy(): void; bytesRead: number; writableLength: number; destroyed: boolean }
}
export const socketOf = (smtp: SMTPConnection) => (smtp as unknown as Inside)._socket

/** Connects and signs in. Rejects with nodemailer's error. */
export async function connect(road: Road, name: string, patience: Patience): Promise<OpenConnection> {
  const smtp = new SMTPConnection({
    host: road.host,
    port: road.port,
    secure: road.secure,
    requireTLS: road.requireTls,
    name,
    connectionTimeout: Math.min(20_000, patience.silence),
    greetingTimeout: Math.min(60_000, patience.silence),
    // The watch below looks more closely than one timeout for everything could.
    socketTimeout: patience.dot + 60_000,
    dnsTimeout: 10_000,
    // A mail server of one's own machine often has a certificate of its own making.
    tls: { rejectUnauthorized: road.auth !== null },
  })
  const connection = watched(smtp, patience)
  await Promise.race([
    connection.broken,
    new Promise<void>((resolve, reject) => smtp.connect((error) => (error ? reject(error) : resolve()))),
  ])
  // A server of one's own network may ask for no name: it would only take the word for a mistake.
  if (road.auth && (smtp.allowsAuth || !('pass' in road.auth))) {
    const how = loginOf(road.auth)
    await Promise.race([
      connection.broken,
      new Promise<void>((resolve, reject) =>
        smtp.login(how as never, (error) => (error ? reject(error) : resolve())),
      ),
    ])
  }
  return connection
}

/** By password, or by the token of the provider's consent (XOAUTH2). */
function loginOf(auth: NonNullable<Road['auth']>): object {
  if ('pass' in auth) return { credentials: auth }
  return {
    user: auth.user,
    type: 'OAUTH2',
    method: 'XOAUTH2',
    oauth2: {
      // The token is fresh; where it is refused, another try with the same one would say nothing new.
      getToken: (_renew: boolean, done: (error: null, token: string) => void) => done(null, auth.accessToken),
      buildXOAuth2Token: (token: string) =>
        Buffer.from(`user=${auth.user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64'),
    },
  }
}

function watched(smtp: SMTPConnection, patience: Patience): OpenConnection {
  let allowed = patience.silence
  let seen = ''
  let since = performance.now()
  let fail: (error: Error) => void = () => {}
  const broken = new Promise<never>((_, reject) => {
    fail = reject
  })
  // Whoever waits hears it; with nobody waiting it must not end the process.
  broken.catch(() => {})
  const destroy = () => {
    clearInterval(watch)
    smtp.close()
    socketOf(smtp)?.destroy()
  }
  const watch = setInterval(
    () => {
      const socket = socketOf(smtp)
      const now = `${socket?.bytesRead} ${socket?.writableLength}`
      if (now !== seen) {
        seen = now
        since = performance.now()
      } else if (performance.now() - since > allowed) {
        fail(Object.assign(new Error('no answer'), { code: 'SILENT', minutes: Math.ceil(allowed / 60_000) }))
        destroy()
      }
    },
    Math.min(1000, patience.silence / 4),
  ).unref()
  smtp.on('error', (error) => {
    fail(error)
    clearInterval(watch)
  })
  smtp.on('end', () => {
    fail(Object.assign(new Error('the connection ended'), { code: 'ENDED' }))
    clearInterval(watch)
  })
  return {
    smtp,
    broken,
    letters: 0,
    expect(answerTo) {
      allowed = patience[answerTo]
      since = performance.now()
    },
    destroy,
  }
}
