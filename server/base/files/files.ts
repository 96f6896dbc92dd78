import type { Readable } from 'node:stream'
import { openFolder } from './folder.ts'
import { openS3 } from './s3.ts'

/** Content-addressed store of raw mail and attachments. A name is the SHA-256 of the bytes, in hex. */
export interface Files {
  /** Keeps bytes; synced to disk (or acknowledged by the store) before it returns the name. The same bytes are kept once. */
  keep(bytes: Uint8Array): Promise<string>
  /** Keeps a file that lies on this machine, moving or copying it. */
  keepFile(path: string): Promise<{ name: string; size: number }>
  read(name: string): Promise<Buffer>
  stream(name: string): Promise<Readable>
  has(name: string): Promise<boolean>
  remove(name: string): Promise<void>
  /** All names, for backup and export. */
  names(): AsyncIterable<string>
}

/** Opens a folder or `s3://bucket/prefix?endpoint=…&region=…` (keys from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY). */
export const openFiles = (place: string): Promise<Files> =>
  place.startsWith('s3://') ? openS3(place) : openFolder(place)

export const isName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)
