import { open } from 'node:fs/promises'

export interface Letter {
  raw: Buffer
  /** When its mailbox says that it came, RFC 3339. */
  at: string | null
  /** Where it lies, for people. */
  place: string
}

/** Longer ones are not taken: nothing a mail server lets through is. */
export const longestLetter = 100 * 2 ** 20
const chunk = 2 ** 20

/**
 * The letters of an mbox file, one after the other, whatever its size. A letter ends where Content-Length says, when a next one
 * begins there (mboxcl, mboxcl2); else at the next line "From …" that has a date and a header below it. One ">" is taken off
 * quoted lines ">From " of the body (mboxo, mboxrd, mboxcl), unless the file does not quote at all (mboxcl2).
 */
export async function* lettersOfMbox(path: string): AsyncGenerator<Letter> {
  const file = await open(path)
  try {
    let rest: Buffer = Buffer.alloc(0)
    let base = 0
    let ended = false
    const more = async (): Promise<boolean> => {
      if (ended) return false
      const piece = Buffer.allocUnsafe(Math.max(chunk, rest.length))
      const { bytesRead } = await file.read(piece, 0, piece.length)
      if (bytesRead === 0) ended = true
      else rest = Buffer.concat([rest, piece.subarray(0, bytesRead)])
      return !ended
    }
    await more()
    const blank = /^(?:\ufeff|\u00ef\u00bb\u00bf|[\r\n])*/.exec(rest.toString('latin1', 0, 1000))![0].length
    rest = rest.subarray(blank)
    base += blank
    const loose = !isFromLine(lineAt(rest, 0))
    while (rest.length > 0 || (await more())) {
      while (rest.indexOf(0x0a) < 0 && (await more()));
      const fromLine = lineAt(rest, 0)
      const start = startsWithFrom(rest, 0) ? Math.min(rest.length, fromLine.length + 1) : 0
      const end = await endOf(start)
      const { bytes, next } = end
      yield { raw: bytes, at: dateOf(fromLine), place: `${path} at byte ${base + start}` }
      rest = rest.subarray(next)
      base += next
    }

    async function endOf(start: number): Promise<{ bytes: Buffer; next: number }> {
      const counted = await byLength(start)
      if (counted) return counted
      let from = start
      for (;;) {
        const at = rest.indexOf('\nFrom ', from)
        if (at < 0) {
          const seen = Math.max(start, rest.length - 6)
          if (await more()) {
            from = seen
            continue
          }
          return { bytes: unquoted(withoutBlankLine(rest.subarray(start))), next: rest.length }
        }
        // The line and the one below it must be there to judge by.
        while (linesFrom(rest, at + 1) < 2 && rest.length - at < 4000 && (await more()));
        if (beginsLetter(rest, at + 1, loose))
          return { bytes: unquoted(withoutBlankLine(rest.subarray(start, at + 1))), next: at + 1 }
        from = at + 1
      }
    }

    async function byLength(start: number): Promise<{ bytes: Buffer; next: number } | null> {
      let head = headEnd(rest, start)
      while (head < 0 && rest.length - start < chunk && (await more())) head = headEnd(rest, start)
      if (head < 0) return null
      const said = /^content-length:[ \t]*(\d{1,10})[ \t]*\r?$/im.exec(rest.toString('latin1', start, head))
      const end = head + Number(said?.[1] ?? Number.NaN)
      if (!said || end - start > longestLetter) return null
      while (rest.length < end + 4000 && (await more()));
      if (end > rest.length) return null
      const gap = /^[\r\n]{0,4}/.exec(rest.toString('latin1', end, end + 4))![0].length
      const follows = end + gap
      if (follows < rest.length && !beginsLetter(rest, follows, loose)) return null
      // A line that any other kind of mbox would have quoted: this one does not quote.
      const body = rest.subarray(head, end)
      const bytes = rest.subarray(start, end)
      return { bytes: body.includes('\nFrom ') ? bytes : unquoted(bytes), next: follows }
    }
  } finally {
    await file.close()
  }
}

const startsWithFrom = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 5) === 'From '

function lineAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf(0x0a, at)
  return bytes.toString('latin1', at, Math.min(end < 0 ? bytes.length : end, at + 2000))
}

function linesFrom(bytes: Buffer, at: number): number {
  const first = bytes.indexOf(0x0a, at)
  if (first < 0) return 0
  return bytes.indexOf(0x0a, first + 1) < 0 ? 1 : 2
}

const isFromLine = (line: string) =>
  /^From .{0,400}?\b\d{1,2}:\d{2}\b/.test(line) && /\b(19|20)\d{2}\b/.test(line)

function beginsLetter(bytes: Buffer, at: number, loose: boolean): boolean {
  const line = lineAt(bytes, at)
  if (loose ? !line.startsWith('From ') : !isFromLine(line)) return false
  const below = lineAt(bytes, at + line.length + 1)
  return /^[!-9;-~]{1,100}[ \t]*:|^>From |^\r?$/.test(below)
}

function headEnd(bytes: Buffer, start: number): number {
  const plain = bytes.indexOf('\n\n', start)
  const dos = bytes.indexOf('\n\r\n', start)
  const ends = [plain < 0 ? -1 : plain + 2, dos < 0 ? -1 : dos + 3].filter((end) => end >= 0)
  return ends.length ? Math.min(...ends) : -1
}

/** The empty line behind a letter belongs to the file, not to the letter. */
function withoutBlankLine(bytes: Buffer): Buffer {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 3))
  if (tail.endsWith('\n\r\n')) return bytes.subarray(0, -2)
  return tail.endsWith('\n\n') ? bytes.subarray(0, -1) : bytes
}

function unquoted(bytes: Buffer): Buffer {
  const head = headEnd(bytes, 0)
  if (head < 0 || (!bytes.includes('>From ', head) && !bytes.includes('>>From ', head))) return bytes
  const body = bytes.toString('latin1', head).replace(/(^|\n)>(>*From )/g, '$1$2')
  return Buffer.concat([bytes.subarray(0, head), Buffer.from(body, 'latin1')])
}

/** ">" before every line that could be taken for the beginning of a letter (mboxrd): it can be taken off again without a doubt. */
export function quoted(bytes: Buffer): Buffer {
  const head = headEnd(bytes, 0)
  if (head < 0 || !bytes.includes('From ', head)) return bytes
  const body = bytes.toString('latin1', head).replace(/(^|\n)(>*From )/g, '$1>$2')
  return Buffer.concat([bytes.subarray(0, head), Buffer.from(body, 'latin1')])
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** The date of a line "From …", which has no zone and is taken for UTC unless it says otherwise. */
function dateOf(line: string): string | null {
  const found =
    /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d{1,2}) +(\d{1,2}:\d{2}(?::\d{2})?)(?: +([+-]\d{4}|[A-Z]{2,5}))? +(\d{4})(?: +([+-]\d{4}))?/.exec(
      line,
    )
  if (!found) return null
  const [, month, day, time, zoneBefore, year, zoneAfter] = found
  const zone = [zoneBefore, zoneAfter].find((one) => /^[+-]/.test(one ?? '')) ?? '+0000'
  const number = months.indexOf(month!) / 3 + 1
  const two = (value: string | number) => String(value).padStart(2, '0')
  const clock = time!.split(':').map(two).join(':')
  const date = new Date(
    `${year}-${two(number)}-${two(day!)}T${clock.length === 5 ? `${clock}:00` : clock}${zone.slice(0, 3)}:${zone.slice(3)}`,
  )
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
