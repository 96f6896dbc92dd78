/**
 * As much of the tar format (POSIX ustar) as our archives use: regular files with short names, one after the other, so
 * that nothing has to fit into memory but one file.
 */
const block = 512

/** One file: header, bytes, padding. Names are at most 100 bytes. */
export function tarFile(name: string, bytes: Buffer): Buffer[] {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a tar file`)
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at)
  header.write(name, 0)
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(bytes.length, 124, 12)
  octal(0, 136, 12)
  header.write('        0', 148)
  header.write('ustar\u000000', 257)
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  )
  return [header, bytes, Buffer.alloc((block - (bytes.length % block)) % block)]
}

/** What ends a tar file. */
export const tarEnd = Buffer.alloc(2 * block)

/** The files of a tar stream in order. Throws when it ends in the middle or holds something else than files. */
export async function* untar(stream: AsyncIterable<Buffer>): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const take = async (length: number): Promise<Buffer> => {
    if (held.length < length) {
      const parts = [held]
      for (let size = held.length; size < length; ) {
        const { value, done } = await chunks.next()
        if (done) throw new Error('it ends in the middle')
        parts.push(value)
        size += value.length
      }
      held = Buffer.concat(parts)
    }
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  for (;;) {
    const header = await take(block)
    if (header.every((byte) => byte === 0)) return
    const text = (at: number, length: number) =>
      header.toString('latin1', at, at + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8)
    if (text(257, 5) !== 'ustar' || text(156, 1) !== '0' || !Number.isSafeInteger(size))
      throw new Error('it is not one of our archives')
    const name = text(0, 100)
    const bytes = Buffer.from(await take(size))
    await take((block - (size % block)) % block)
    yield { name, bytes }
  }
}
