import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { House } from '#server/base/context.ts'

export interface Secrets {
  imap?: string
  smtp?: string
  /** The provider's refresh token, where consent was given. */
  refresh?: string
}

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
