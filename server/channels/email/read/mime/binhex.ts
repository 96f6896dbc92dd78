/** Bytes of a Macintosh file: what other machines read of it, and its name. */
export interface MacFile {
  filename: string
  content: Buffer
}

const alphabet = '!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr'
const values = new Int8Array(128).fill(-1)
for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at

/** Runs of a byte may make a file longer than what came; no letter has one that long. */
const longest = 100 * 2 ** 20

/** A file in BinHex 4.0 (RFC 1741): between two colons, packed in runs, with a name before it. Null where it is none, or broken. */
export function readBinHex(bytes: Buffer): MacFile | null {
  const text = bytes.toString('latin1')
  const said = text.indexOf('must be converted with BinHex')
  const start = text.indexOf(':', said < 0 ? 0 : text.indexOf('\n', said))
  const end = text.indexOf(':', start + 1)
  if (start < 0 || end < 0) return null
  const packed = unsix(text, start + 1, end)
  const plain = packed && unrun(packed)
  return plain ? fileIn(plain) : null
}

function unsix(text: string, from: number, to: number): Buffer | null {
  const out = Buffer.allocUnsafe(Math.ceil(((to - from) * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x0d || code === 0x20 || code === 0x09) continue
    const value = code < 128 ? values[code]! : -1
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[length++] = (held >> bits) & 0xff
    }
  }
  return out.subarray(0, length)
}

/** 0x90 repeats the byte before it as often as the next one says; 0x90 0x00 is 0x90 itself. */
function unrun(bytes: Buffer): Buffer | null {
  const pieces: Buffer[] = []
  let length = 0
  let last = 0
  for (let at = 0; at < bytes.length; at++) {
    let piece: Buffer
    if (bytes[at] !== 0x90) {
      const end = bytes.indexOf(0x90, at)
      piece = bytes.subarray(at, end < 0 ? bytes.length : end)
      at += piece.length - 1
    } else {
      const times = bytes[++at] ?? 0
      piece = times === 0 ? Buffer.from([0x90]) : Buffer.alloc(Math.max(0, times - 1), last)
    }
    length += piece.length
    if (length > longest) return null
    if (piece.length) last = piece.at(-1)!
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Name, type and flags, the lengths of both forks, their check; then the fork that other machines know. */
function fileIn(bytes: Buffer): MacFile | null {
  const name = bytes[0] ?? 0
  const lengths = 1 + name + 1 + 4 + 4 + 2
  const data = lengths + 4 + 4 + 2
  if (name === 0 || name > 63 || bytes.length < data) return null
  const size = bytes.readUInt32BE(lengths)
  if (size > bytes.length - data) return null
  return { filename: bytes.toString('latin1', 1, 1 + name), content: bytes.subarray(data, data + size) }
}
