import { decodeUuencodedPart } from './uuencode.ts'

/** The bytes of a part with its Content-Transfer-Encoding taken off. An encoding nobody knows leaves the bytes as they came: RFC 2045 §6.4. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (/^x-uu(?:e|encode|code)?$|^uu(?:e|encode|code)$/.test(encoding))
    return decodeUuencodedPart(bytes) ?? bytes
  if (encoding === 'base64') return Buffer.from(onlyBase64(bytes.toString('latin1')), 'base64')
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes
}

/** Padding in the middle is what some senders leave between separately encoded pieces; each piece ends there. */
function onlyBase64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/=]/g, '')
  const padding = clean.indexOf('=')
  if (padding < 0 || /^=*$/.test(clean.slice(padding))) return clean
  return Buffer.concat(clean.split(/=+/).map((piece) => Buffer.from(piece, 'base64'))).toString('base64')
}

/** RFC 2045 §6.7, lenient: what is not a valid escape stays as it is written. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 0x3d) {
      const value = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2])
      if (value >= 0 && Number.isFinite(value)) {
        out[length++] = value
        at += 2
        continue
      }
      const end = softBreak(bytes, at + 1)
      if (end >= 0) {
        at = end
        continue
      }
    }
    out[length++] = byte
  }
  return out.subarray(0, length)
}

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return Number.NaN
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN
}

/** Where the line break after `=` ends; -1 when it is no soft break. Blanks before the break are padding of the way. */
function softBreak(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 1
  if (bytes[at] === 0x0a || bytes[at] === 0x0d) return at
  return at >= bytes.length ? at : -1
}
