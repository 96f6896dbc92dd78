import { decodeCharset } from './charset.ts'
import { decodeWords } from './words.ts'

export interface Structured {
  /** Lower case, without parameters. */
  value: string
  parameters: Map<string, string>
}

/** `value; name=value` as in Content-Type and Content-Disposition: RFC 2045 and RFC 2231, and what mail programs make of them. */
export function readStructured(raw: string): Structured {
  const text = withoutComments(raw.slice(0, 20_000).replace(/\s+/g, ' '))
  const head = /^\s*([^;\s"=]*)/.exec(text)![1]!
  const pieces = new Map<string, { text: string; encoded: boolean }[]>()
  const plain = new Map<string, string>()
  // A forgotten semicolon is a blank: parameters are found by their equals sign.
  const parameter =
    /(?:^|[;\s])\s*([!#$&+.^_`|~\w%'-]{1,80}(?:\*\d{0,3}\*?|\*)?)\s*=\s*("(?:[^"\\]|\\[\s\S])*"?|[^;]*)/g
  for (const match of text.slice(head.length).matchAll(parameter)) {
    const name = match[1]!.toLowerCase()
    const value = unquote(match[2]!.trim())
    const star = /^(.+?)\*(\d{1,3})?(\*)?$/.exec(name)
    if (!star) {
      if (!plain.has(name)) plain.set(name, decodeWords(value))
      continue
    }
    const encoded = star[2] === undefined || star[3] === '*'
    const list = pieces.get(star[1]!) ?? []
    list[Number(star[2] ?? 0)] = { text: value, encoded }
    pieces.set(star[1]!, list)
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list.filter(Boolean)))
  return { value: head.toLowerCase(), parameters: plain }
}

/** RFC 2231 continuations; the first encoded piece names the charset. */
function joinPieces(list: { text: string; encoded: boolean }[]): string {
  const charset = list[0]?.encoded ? /^([^']{0,60})'[^']{0,40}'/.exec(list[0].text) : null
  const bytes = list.map(({ text, encoded }, index) => {
    const rest = index === 0 && charset ? text.slice(charset[0].length) : text
    return encoded ? percent(rest) : Buffer.from(rest, 'latin1')
  })
  const joined = Buffer.concat(bytes)
  return charset ? decodeCharset(joined, charset[1]) : decodeWords(joined.toString('latin1'))
}

const percent = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const unquote = (value: string): string =>
  value.startsWith('"')
    ? value
        .slice(1)
        .replace(/"$/, '')
        .replace(/\\([\s\S])/g, '$1')
    : value

/** Comments in round brackets, outside of quotes. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text
  let out = ''
  let depth = 0
  let quoted = false
  for (const char of text) {
    if (char === '"' && depth === 0) quoted = !quoted
    if (!quoted && char === '(') depth++
    if (depth === 0) out += char
    if (!quoted && char === ')' && depth > 0) depth--
  }
  return depth === 0 ? out : text
}
