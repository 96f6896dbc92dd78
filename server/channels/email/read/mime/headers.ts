export interface RawHeader {
  name: string
  /** Unfolded; each char is one byte (latin1), so that words can be decoded later. */
  value: string
}

/** Beyond these a header is an attack, not a letter; the raw letter keeps what is left out. */
const limits = { block: 2_000_000, count: 5000, value: 100_000 }

const newline = 0x0a

/** The header lines from `start`, and where the body begins. A file without headers is all body. */
export function readHeaders(
  bytes: Buffer,
  start: number,
  end: number,
): { headers: RawHeader[]; body: number; cut: boolean } {
  const headers: RawHeader[] = []
  let at = start
  while (at < end && (bytes[at] === newline || (bytes[at] === 0x0d && bytes[at + 1] === newline))) at++
  const stop = Math.min(end, at + limits.block)
  let current: { name: string; parts: string[]; size: number } | null = null
  const close = () => {
    if (current) headers.push({ name: current.name, value: current.parts.join(' ').trim() })
    current = null
  }
  for (let first = true; at < stop; first = false) {
    const found = bytes.indexOf(newline, at)
    const next = found < 0 || found >= end ? end : found + 1
    const line = bytes.toString('latin1', at, Math.min(next, at + limits.value)).replace(/\r?\n$/, '')
    if (line === '') {
      close()
      return { headers, body: next, cut: false }
    }
    const named = /^([!-9;-~]{1,200})[ \t]*:[ \t]*/.exec(line)
    if (/^[ \t]/.test(line) && current) {
      if (line.trim() === '' && endsHere(bytes, next, end)) {
        close()
        return { headers, body: next, cut: false }
      }
      const open = current as { parts: string[]; size: number }
      if (open.size < limits.value) open.parts.push(line.trim())
      open.size += line.length
    } else if (named) {
      close()
      if (headers.length < limits.count) {
        const value = line.slice(named[0].length)
        current = { name: named[1]!, parts: [value], size: value.length }
      }
    } else if (!(first && /^>?From /.test(line))) {
      // Neither a header nor a continuation: noise between headers is stepped over, text means that the body began.
      if (!/^[!-9;-~]{2,60}:/.test(bytes.toString('latin1', next, Math.min(end, next + 100)))) {
        close()
        return { headers, body: at, cut: false }
      }
    }
    at = next
  }
  close()
  return { headers, body: at, cut: at < end }
}

/** A line of blanks ends the headers only when no header follows it. */
const endsHere = (bytes: Buffer, at: number, end: number): boolean =>
  !/^([!-9;-~]{1,60}[ \t]*:|[ \t]+\S)/.test(bytes.toString('latin1', at, Math.min(end, at + 120)))
