import { decodeCharset } from './charset.ts'

const word = /=\?([^?\s]{1,80})\?([bq])\?((?:(?!\?=)[\s\S]){0,8000})\?=/gi

/**
 * A header's bytes (as a latin1 string) as text: RFC 2047 words decoded, neighbours of one charset joined before decoding so
 * that a character split between two of them survives, and raw 8-bit bytes inside or outside of words read as what they are.
 */
export function decodeWords(raw: string): string {
  let out = ''
  let last = 0
  let run: { charset: string; bytes: Buffer } | null = null
  const flush = () => {
    if (run) out += decodeCharset(run.bytes, run.charset)
    run = null
  }
  for (const match of raw.matchAll(word)) {
    const between = raw.slice(last, match.index)
    const charset = match[1]!.toLowerCase().replace(/\*.*$/, '')
    const bytes = match[2]!.toLowerCase() === 'b' ? Buffer.from(match[3]!, 'base64') : decodeQ(match[3]!)
    if (run && /^\s*$/.test(between) && (run as { charset: string }).charset === charset) {
      run = { charset, bytes: Buffer.concat([(run as { bytes: Buffer }).bytes, bytes]) }
    } else {
      const follows = run !== null
      flush()
      if (!(follows && /^\s*$/.test(between))) out += decodeCharset(Buffer.from(between, 'latin1'), null)
      run = { charset, bytes }
    }
    last = match.index + match[0].length
  }
  flush()
  return out + decodeCharset(Buffer.from(raw.slice(last), 'latin1'), null)
}

const decodeQ = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
