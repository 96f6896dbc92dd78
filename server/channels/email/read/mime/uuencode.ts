/** A file that stood between lines of text. */
export interface EncodedFile {
  filename: string
  content: Buffer
}

const begins = /^begin(-base64)? ([0-7]{3,4}) (\S.{0,250}?)\s*$/

/**
 * Files that old programs wrote into the text itself: "begin 644 plan.pdf", lines of 61 signs, "end". Gives the words without
 * them. A person who begins a line with "begin" has no such lines below it.
 */
export function takeOutUuencoded(text: string): { text: string; files: EncodedFile[] } {
  if (!/^begin(?:-base64)? [0-7]{3,4} \S/m.test(text)) return { text, files: [] }
  const lines = text.split('\n')
  const kept: string[] = []
  const files: EncodedFile[] = []
  for (let at = 0; at < lines.length; at++) {
    const found = begins.exec(lines[at]!)
    const end = found ? endOf(lines, at + 1, found[1] !== undefined) : -1
    if (!found || end < 0) {
      kept.push(lines[at]!)
      continue
    }
    const body = lines.slice(at + 1, end)
    files.push({
      filename: found[3]!,
      content: found[1] ? Buffer.from(body.join(''), 'base64') : decodeUuencoded(body),
    })
    at = end
  }
  return { text: files.length ? kept.join('\n') : text, files }
}

/** The line "end" (or "====") below lines that are all of the code; -1 where they are not, or where it was cut off. */
function endOf(lines: readonly string[], from: number, isBase64: boolean): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!.replace(/\r$/, '')
    if (isBase64 ? line === '====' : line === 'end') return at > from ? at : -1
    if (isBase64 ? !/^[A-Za-z0-9+/=]*$/.test(line) : !isCode(line)) return -1
  }
  return -1
}

/** A first sign says how many bytes follow; some programs leave blanks off at the end. */
function isCode(line: string): boolean {
  if (line === '' || line === '`') return true
  if (!/^[\x20-\x60]+$/.test(line)) return false
  const bytes = (line.charCodeAt(0) - 32) & 63
  return line.length - 1 <= Math.ceil(bytes / 3) * 4 + 2
}

/** A part whose encoding is uuencode as a whole; null where nothing of it can be read. */
export function decodeUuencodedPart(bytes: Buffer): Buffer | null {
  const lines = bytes.toString('latin1').split(/\r?\n/)
  const first = lines.findIndex((line) => begins.test(line))
  if (first < 0) return null
  const end = lines.findIndex((line, at) => at > first && line === 'end')
  return decodeUuencoded(lines.slice(first + 1, end < 0 ? lines.length : end))
}

function decodeUuencoded(lines: readonly string[]): Buffer {
  const out: number[] = []
  for (const line of lines) {
    let left = (line.charCodeAt(0) - 32) & 63
    if (line === '' || left === 0) continue
    for (let at = 1; left > 0; at += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((n) => ((line.charCodeAt(at + n) || 32) - 32) & 63) as [
        number,
        number,
        number,
        number,
      ]
      for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d])
        if (left-- > 0) out.push(byte)
    }
  }
  return Buffer.from(out)
}
