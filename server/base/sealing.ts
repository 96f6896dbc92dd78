import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { House } from './context.ts'

const keyOf = (house: Pick<House, 'key'>, purpose: string) =>
  Buffer.from(hkdfSync('sha256', house.key, '', purpose, 32))

/** A secret at rest: AES-256-GCM under a key that lies outside the database, a different one for each purpose. */
export function sealText(house: Pick<House, 'key'>, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(house, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Null when the key has changed or the bytes were touched. */
export function unsealText(house: Pick<House, 'key'>, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(house, purpose), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
