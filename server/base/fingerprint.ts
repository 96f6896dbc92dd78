import { createHash } from 'node:crypto'

/** The setting in which the database keeps whose key its links and passwords were made with. */
export const fingerprintOfKey = 'key-fingerprint'

/** Tells keys apart without telling anything of them. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32)
