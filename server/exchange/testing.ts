import { readFile } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip, by its central directory; every checksum is looked at. */
export async function unzip(file: string): Promise<Map<string, Buffer>> {
  const bytes = await readFile(file)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error('no end of a zip')
  const found = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry where one should be')
    const [method, crc, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
    ]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    const content = method === 8 ? inflateRawSync(packed) : packed
    if (crc32(content) !== crc) throw new Error(`${name} is damaged`)
    if (found.has(name)) throw new Error(`${name} is there twice`)
    found.set(name, content)
    at += 46 + nameLength + extra + comment
  }
  return found
}

/** Rows of one table in an export. */
export const rowsOf = (zip: Map<string, Buffer>, table: string): Record<string, unknown>[] =>
  (zip.get(`tables/${table}.ndjson`)?.toString('utf8') ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
