import { decodeCharset } from './mime/charset.ts'

/** What a winmail.dat of Outlook holds. Layout: MS-OXTNEF. */
export interface Tnef {
  files: { filename: string | null; type: string | null; content: Buffer; contentId: string | null }[]
  text: string | null
  html: string | null
}

const signature = 0x223e9f78
const attribute = {
  body: 0x800c,
  props: 0x9003,
  codepage: 0x9007,
  attach: 0x9002,
  title: 0x8010,
  data: 0x800f,
  attachProps: 0x9005,
}
const tag = {
  text: 0x1000,
  html: 0x1013,
  longName: 0x3707,
  shortName: 0x3704,
  data: 0x3701,
  mime: 0x370e,
  contentId: 0x3712,
}

/** Null when these are no TNEF bytes. A damaged file gives what could be read before the damage. */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null
  const found: Tnef = { files: [], text: null, html: null }
  let charset = 'windows-1252'
  for (let at = 6; at + 9 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, Math.min(bytes.length, at + 9 + length))
    at += 9 + length + 2
    const file = found.files.at(-1)
    if (id === attribute.codepage && data.length >= 4) charset = charsetOf(data.readUInt32LE(0))
    else if (id === attribute.attach)
      found.files.push({ filename: null, type: null, content: Buffer.alloc(0), contentId: null })
    else if (id === attribute.title && file) file.filename ??= plain(data, charset)
    else if (id === attribute.data && file) file.content = data
    else if (id === attribute.body) found.text ??= plain(data, charset)
    else if (id === attribute.props) {
      const values = readProperties(data, charset)
      found.text ??= textIn(values.get(tag.text))
      const html = values.get(tag.html)
      found.html ??=
        html === undefined ? null : typeof html === 'string' ? html : decodeCharset(html, charset)
    } else if (id === attribute.attachProps && file) {
      const values = readProperties(data, charset)
      file.filename = textIn(values.get(tag.longName)) ?? file.filename ?? textIn(values.get(tag.shortName))
      file.type = textIn(values.get(tag.mime))
      file.contentId = textIn(values.get(tag.contentId))?.replace(/[<>]/g, '') ?? null
      const embedded = values.get(tag.data)
      if (file.content.length === 0 && Buffer.isBuffer(embedded)) file.content = embedded
    }
  }
  found.files = found.files.filter((file) => file.content.length > 0)
  return found
}

const textIn = (value: string | Buffer | undefined): string | null =>
  typeof value === 'string' && value ? value : null
const plain = (data: Buffer, charset: string) => decodeCharset(data, charset).replace(/\0+$/, '')
const charsetOf = (codepage: number) => (codepage === 65001 ? 'utf-8' : `windows-${codepage || 1252}`)

/** MAPI properties: fixed ones are stepped over, strings and bytes kept by their id. */
function readProperties(data: Buffer, charset: string): Map<number, string | Buffer> {
  const values = new Map<number, string | Buffer>()
  if (data.length < 4) return values
  const count = Math.min(data.readUInt32LE(0), 2000)
  let at = 4
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(at)
    const id = data.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) at = afterName(data, at)
    const many = (type & 0x1000) !== 0
    const base = type & 0x0fff
    const variable = base === 0x1e || base === 0x1f || base === 0x102 || base === 0x0d
    if (!variable && !many) {
      at += base === 0x48 ? 16 : [0x05, 0x06, 0x07, 0x14, 0x40].includes(base) ? 8 : 4
      continue
    }
    if (at + 4 > data.length) break
    const items = data.readUInt32LE(at)
    at += 4
    if (!variable) {
      at += items * (base === 0x48 ? 16 : [0x05, 0x06, 0x07, 0x14, 0x40].includes(base) ? 8 : 4)
      continue
    }
    for (let item = 0; item < items && at + 4 <= data.length; item++) {
      const length = data.readUInt32LE(at)
      const value = data.subarray(at + 4, Math.min(data.length, at + 4 + length))
      at += 4 + length + ((4 - (length % 4)) % 4)
      if (base === 0x1f) values.set(id, value.toString('utf16le').replace(/\0+$/, ''))
      else if (base === 0x1e) values.set(id, plain(value, charset))
      else values.set(id, base === 0x0d ? value.subarray(16) : value)
    }
  }
  return values
}

/** A named property carries a GUID and an id or a name before its value. */
function afterName(data: Buffer, at: number): number {
  if (at + 24 > data.length) return data.length
  if (data.readUInt32LE(at + 16) === 0) return at + 24
  const length = data.readUInt32LE(at + 20)
  return at + 24 + length + ((4 - (length % 4)) % 4)
}
