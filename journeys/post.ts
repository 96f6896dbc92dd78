import { createHash } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

/** One letter as the mail server behind Tend has it. */
export interface Delivered {
  from: string
  to: string[]
  raw: string
  sha256: string
  /** Unfolded headers by lower-case name; the first of each. */
  headers: Record<string, string>
  /** As a person reads it. */
  subject: string
  at: number
}

export interface PostOffice {
  /** For TEND_OUTBOUND_SMTP. */
  url: string
  letters: Delivered[]
  /** Letters that came to one address, oldest first. */
  to(address: string): Delivered[]
  close(): Promise<void>
}

/**
 * The mail server that Tend hands its letters to, and which writes each down at its final dot, before it answers 250: a crash in
 * between leaves it in `letters`. `slowness` ms pass between the two.
 */
export async function openPostOffice({ slowness = 0 } = {}): Promise<PostOffice> {
  const letters: Delivered[] = []
  const open = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const headers = headersOf(bytes.toString('utf8'))
        letters.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map((one) => one.address.toLowerCase()),
          raw: bytes.toString('utf8'),
          sha256: createHash('sha256').update(bytes).digest('hex'),
          headers,
          subject: decodeWords(headers.subject ?? ''),
          at: Date.now(),
        })
        setTimeout(done, slowness)
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    to: (address) => letters.filter((letter) => letter.to.includes(address.toLowerCase())),
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** RFC 2047: what Tend itself writes into a subject is UTF-8, in Q or B. */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      (kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64')
        : Buffer.from(
            words
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/gi, (__, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          )
      ).toString('utf8'),
    )

export function headersOf(raw: string): Record<string, string> {
  const head = raw.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ')
  const headers: Record<string, string> = {}
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] ??= line.slice(colon + 1).trim()
  }
  return headers
}

/** Sends a letter as a customer's mail server does. Resolves with what was answered to the dot; rejects where it was not taken. */
export async function sendBySmtp(
  port: number,
  letter: { raw: Buffer; from: string; to: string | string[] },
): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 30_000,
  })
  try {
    const { response } = await transport.sendMail({
      raw: letter.raw,
      envelope: { from: letter.from, to: letter.to },
    })
    return response
  } finally {
    transport.close()
  }
}
