import iconv from 'iconv-lite'
import { decodeUtf7 } from './utf7.ts'

/** Names that mail programs write and neither decoder knows. */
const aliases: Record<string, string> = {
  'cp-850': 'cp850',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp932: 'shift_jis',
  'x-sjis': 'shift_jis',
  'hz-gb-2312': 'gb18030',
  'x-gbk': 'gb18030',
  'big5-hkscs': 'big5',
  'x-mac-roman': 'macintosh',
  macroman: 'macintosh',
  'unicode-1-1-utf-8': 'utf-8',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  'x-unknown': '',
  'unknown-8bit': '',
  'us-ascii': '',
  ascii: '',
  'ansi_x3.4-1968': '',
  default: '',
}

/** Bytes in the charset a letter names, as text. An unknown or untrue name is guessed; nothing throws, nothing is dropped. */
export function decodeCharset(bytes: Uint8Array, named: string | null | undefined): string {
  const name = (named ?? '')
    .toLowerCase()
    .replace(/["']/g, '')
    .trim()
    .replace(/[*;,\s].*$/s, '')
  const known = aliases[name] ?? name
  if (/^(unicode-1-1-)?(x-)?utf-?7$/.test(known)) return decodeUtf7(Buffer.from(bytes).toString('latin1'))
  if (known === '') return guess(bytes)
  const label = known.replace(/^(cp|win|windows)-?(125\d|874)$/, 'windows-$2').replace(/^utf(8|16)/, 'utf-$1')
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : guess(bytes)
  }
}

/** Text without a usable charset: UTF-8 when it is valid, Japanese mail by its escapes, else what Windows wrote. */
function guess(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  if (head.includes('\u001b$') || head.includes('\u001b(J'))
    return new TextDecoder('iso-2022-jp').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
