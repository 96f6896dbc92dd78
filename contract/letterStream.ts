/** Letters one after the other, byte for byte: a line of JSON that says how many bytes follow, then the bytes. */
export const letterStreamType = 'application/vnd.tend.letters'

/** What one request may hold, and so the longest letter that comes in by an import. */
export const longestStream = 110 * 2 ** 20
const longestHead = 65_536

export interface Framed<Head extends { size: number }> {
  head: Head
  bytes: Buffer
}

export class TornStream extends Error {}

export const frame = (head: object, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, size: bytes.length })}\n`), bytes])

/** Takes a stream of letters apart. Throws TornStream where it ends in the middle of one, or is none. */
export async function* unframe<Head extends { size: number }>(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Framed<Head>> {
  const source = chunks[Symbol.asyncIterator]()
  let waiting: Buffer[] = []
  let length = 0
  const more = async (): Promise<boolean> => {
    const { value, done } = await source.next()
    if (done) return false
    waiting.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    length += value.byteLength
    return true
  }
  const take = (size: number): Buffer => {
    const all = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting)
    waiting = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
  for (;;) {
    let end = -1
    for (;;) {
      const all = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting)
      waiting = [all]
      end = all.indexOf(0x0a)
      if (end >= 0) break
      if (length > longestHead) throw new TornStream('no letters')
      if (!(await more())) {
        if (length > 0) throw new TornStream('torn head')
        return
      }
    }
    const head = headOf<Head>(take(end + 1))
    while (length < head.size) if (!(await more())) throw new TornStream('torn letter')
    yield { head, bytes: take(head.size) }
  }
}

function headOf<Head extends { size: number }>(line: Buffer): Head {
  try {
    const head = JSON.parse(line.toString('utf8')) as Head
    if (Number.isSafeInteger(head?.size) && head.size >= 0 && head.size <= longestStream) return head
  } catch {
    // Said below.
  }
  throw new TornStream('no head')
}
