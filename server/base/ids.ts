import { randomBytes } from 'node:crypto'
import { type IdKind, idPrefixes } from '#contract/common.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
let lastMs = 0
let sequence = 0

/**
 * A new id: prefix and a UUIDv7 (RFC 9562) in base 62, 22 digits. Ids of one process always ascend: within a
 * millisecond, and when the machine's clock steps back, a 12-bit sequence goes on.
 */
export function newId(kind: IdKind): string {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = randomBytes(2).readUInt16BE() & 0x7ff
  } else if (++sequence > 0xfff) {
    lastMs++
    sequence = 0
  }
  return idOf(kind, lastMs, sequence)
}

/** An id of something that is older than its row, such as an imported letter: it sorts where it belongs by its time. */
export const idAt = (kind: IdKind, at: Date): string =>
  idOf(kind, Math.max(0, at.getTime()), randomBytes(2).readUInt16BE() & 0xfff)

/** What no id of that moment or later lies before, and every earlier one does. */
export const leastIdAt = (kind: IdKind, at: Date): string => idOf(kind, at.getTime(), 0, 0n)

function idOf(
  kind: IdKind,
  ms: number,
  order: number,
  chance = randomBytes(8).readBigUInt64BE() & 0x3fffffffffffffffn,
): string {
  const high = (BigInt(ms) << 16n) | 0x7000n | BigInt(order)
  const low = chance | 0x8000000000000000n
  return `${idPrefixes[kind]}_${base62((high << 64n) | low)}`
}

function base62(value: bigint): string {
  let digits = ''
  for (let rest = value; digits.length < 22; rest /= 62n) digits = alphabet[Number(rest % 62n)] + digits
  return digits
}

/** A secret for links and keys: 192 random bits, URL-safe. */
export const newSecret = (): string => randomBytes(24).toString('base64url')
