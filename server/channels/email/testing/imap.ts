import { createRequire } from 'node:module'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

interface Message {
  uid: number
  flags: string[]
  raw: string
}
interface Hoodiecrow {
  server: Server
  folderCache: Record<string, { messages: Message[]; uidvalidity: number; uidnext: number }>
  users: Record<string, { password: string; xoauth2?: { accessToken: string; sessionTimeout: number } }>
  listen(port: number, host: string, done: () => void): void
  appendMessage(mailbox: string, flags: string[], date: string | false, raw: string): void
}

export interface TestMailbox {
  port: number
  user: string
  password: string
  /** A letter arrives, seen at once by whoever waits; `date` as IMAP writes it, now where not given. */
  put(raw: Buffer, more?: { flags?: string[]; date?: string }): void
  /** A letter that somebody sent by the provider's own program. */
  send(raw: Buffer): void
  messages(): Message[]
  /** The server numbers all letters anew. */
  renumber(): void
  /** Somebody else deletes a letter. */
  expunge(uid: number): void
  /** The tokens it takes, instead of the password. */
  takeToken(token: string): void
  /** Hangs up the next time a client says this, then not any more. */
  hangUpAt(word: string): void
  /** From now on the line is dead in both directions, without a word; `false`: new connections live again. */
  fallSilent(silent: boolean): void
  connections: number
}

const require = createRequire(import.meta.url)

/** A mailbox at some provider, in memory, behind a line that can break. */
export async function openImap(
  user = 'hello@brightpipe.example',
  password = 'a-boiler-in-the-yard',
  /** Some providers name the folder of what was sent in their own way; null where there is none. */
  sent: string | null = null,
): Promise<TestMailbox> {
  const imap = (require('hoodiecrow-imap') as (options: object) => Hoodiecrow)({
    plugins: [
      'ID',
      'IDLE',
      'LITERALPLUS',
      'SASL-IR',
      'ENABLE',
      'UIDPLUS',
      'CONDSTORE',
      'XOAUTH2',
      'SPECIAL-USE',
    ],
    users: { [user]: { password } },
    storage: { INBOX: {}, '': { folders: sent ? { [sent]: { 'special-use': '\\Sent' } } : {} } },
  })
  imap.server.on('connection', (socket: Socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve))
  const behind = (imap.server.address() as AddressInfo).port

  let word: string | null = null
  let silent = false
  const dead = new WeakSet<Socket>()
  const open = new Set<Socket>()
  const box = {
    connections: 0,
    user,
    password,
  }
  const line = createServer((client) => {
    box.connections++
    const server = connect(behind, '127.0.0.1')
    const pass = (from: Socket, to: Socket, listen: boolean) => {
      open.add(from)
      from.on('data', (chunk: Buffer) => {
        if (silent) dead.add(client)
        if (dead.has(client)) return
        if (listen && word && chunk.toString('latin1').toUpperCase().includes(word)) {
          word = null
          client.destroy()
          return
        }
        to.write(chunk)
      })
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    pass(client, server, true)
    pass(server, client, false)
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(async () => {
    for (const socket of open) socket.destroy()
    await Promise.all([line, imap.server].map((one) => new Promise((resolve) => one.close(resolve))))
  })
  const inbox = () => imap.folderCache.INBOX!
  return Object.assign(box, {
    port: (line.address() as AddressInfo).port,
    put: (raw: Buffer, { flags = [], date }: { flags?: string[]; date?: string } = {}) =>
      imap.appendMessage('INBOX', flags, date ?? false, raw.toString('latin1')),
    send: (raw: Buffer) => imap.appendMessage(sent!, ['\\Seen'], false, raw.toString('latin1')),
    messages: () => inbox().messages,
    renumber() {
      const folder = inbox()
      folder.uidvalidity += 1
      folder.uidnext = folder.messages.length + 101
      folder.messages.forEach((message, index) => {
        message.uid = index + 101
      })
    },
    expunge(uid: number) {
      inbox().messages = inbox().messages.filter((message) => message.uid !== uid)
    },
    takeToken(token: string) {
      imap.users[user] = { password: '', xoauth2: { accessToken: token, sessionTimeout: 3_600_000 } }
    },
    hangUpAt(next: string) {
      word = next
    },
    fallSilent(next: boolean) {
      silent = next
    },
  })
}
