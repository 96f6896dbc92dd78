import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'

const require = createRequire(import.meta.url)

export interface Mailbox {
  port: number
  user: string
  password: string
  /** A letter arrives in INBOX, seen at once by whoever waits there. */
  put(raw: Buffer): Promise<void>
  close(): Promise<void>
}

interface Hoodiecrow {
  server: Server
  listen(port: number, host: string, done: () => void): void
  appendMessage(mailbox: object | string, flags: string[], at: false, raw: string): void
  close(done: () => void): void
}

/** A mailbox at some provider, read by IMAP; in memory. */
export async function openMailbox(user: string): Promise<Mailbox> {
  const password = 'a-boiler-in-the-yard'
  const hoodiecrow = require('hoodiecrow-imap') as (options: object) => Hoodiecrow
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'LITERALPLUS', 'NAMESPACE', 'SASL-IR', 'ENABLE', 'UNSELECT'],
    users: { [user]: { password } },
    storage: { INBOX: {}, '': { folders: {} } },
  })
  const open = new Set<{ destroy(): void }>()
  imap.server.on('connection', (socket) => {
    open.add(socket)
    // A client that goes away in the middle of a command is none of the test's business.
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve))
  return {
    port: (imap.server.address() as AddressInfo).port,
    user,
    password,
    put: async (raw) => imap.appendMessage('INBOX', [], false, raw.toString('binary')),
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => imap.server.close(() => resolve()))
    },
  }
}
