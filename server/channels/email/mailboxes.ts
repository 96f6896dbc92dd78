import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { House } from '#server/base/context.ts'
import type { Road } from './outbox/road.ts'
import type { MailboxesTable, ServerSettings } from './tables.ts'
import './tables.ts'

export interface Secrets {
  imap?: string
  smtp?: string
  /** The provider's refresh token, where consent was given. */
  refresh?: string
}

export type MailboxRow = Selectable<MailboxesTable>

const keyOf = (house: Pick<House, 'key'>) =>
  Buffer.from(hkdfSync('sha256', house.key, '', 'mailbox passwords', 32))

/** Passwords at rest: AES-256-GCM under a key that lies outside the database. */
export function seal(house: Pick<House, 'key'>, secrets: Secrets): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(house), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the key has changed or the bytes were touched. */
export function unseal(house: Pick<House, 'key'>, sealed: Buffer | null): Secrets {
  if (!sealed) return {}
  const decipher = createDecipheriv('aes-256-gcm', keyOf(house), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return JSON.parse(
    Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'),
  ) as Secrets
}

/** The inbox's own mail server for sending, where a mailbox is connected. */
export async function roadOfInbox(house: House, inboxId: string): Promise<Road | null> {
  const row = await house.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('inboxId', '=', inboxId)
    .where('smtp', 'is not', null)
    .where('removedAt', 'is', null)
    .where('paused', '=', false)
    .executeTakeFirst()
  if (!row?.smtp) return null
  if (!row.oauth) return roadFrom(row.smtp, unseal(house, row.secrets).smtp)
  const { accessToken } = await import('./oauth/tokens.ts')
  return {
    ...roadFrom(row.smtp, undefined),
    auth: { user: row.smtp.user, accessToken: await accessToken(house, row), mailboxId: row.id },
  }
}

export const roadFrom = (server: ServerSettings, password: string | undefined): Road => ({
  host: server.host,
  port: server.port,
  secure: server.security === 'tls',
  requireTls: server.security === 'starttls',
  auth: server.user && password ? { user: server.user, pass: password } : null,
})
