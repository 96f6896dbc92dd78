/**
 * Words, numbers and marks of a text with their places. A contraction is two tokens ("I'll" → `i`, `'ll`), a number
 * and what hangs on it are two ("5pm" → `5`, `pm`), so that the grammars above see the same pieces however people type.
 */
export interface Token {
  /** Lower case, straight apostrophe. */
  text: string
  start: number
  end: number
  kind: 'word' | 'number' | 'mark'
  /** White space, or the beginning, stands before it. */
  gap: boolean
  /** A line break stands before it. */
  line: boolean
  /** Begins with a capital. */
  capital: boolean
}

const letter = /[\p{L}\p{M}]/u
const upper = /\p{Lu}/u
const isDigit = (code: number) => code >= 48 && code <= 57
const isSpace = (code: number) => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x200b
const isApostrophe = (code: number) => code === 39 || code === 0x2019

function isLetter(text: string, at: number, code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return letter.test(String.fromCodePoint(text.codePointAt(at)!))
}

/** Tokens of `text`; linear in its length. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let gap = true
  let line = false
  let at = 0
  const push = (start: number, end: number, kind: Token['kind'], as?: string) => {
    const raw = text.slice(start, end)
    found.push({
      text: as ?? raw.toLowerCase().replace('’', "'"),
      start,
      end,
      kind,
      gap,
      line,
      capital: kind === 'word' && upper.test(raw.slice(0, 2)),
    })
    gap = false
    line = false
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      gap = true
      if (code === 10 || code === 13) line = true
      at++
    } else if (isDigit(code)) {
      const start = at
      while (at < text.length && isDigit(text.charCodeAt(at))) at++
      push(start, at, 'number')
    } else if (isLetter(text, at, code)) {
      const start = at
      let apostrophe = -1
      while (at < text.length) {
        const here = text.charCodeAt(at)
        if (isLetter(text, at, here)) at += here >= 0xd800 && here <= 0xdbff ? 2 : 1
        else if (
          isApostrophe(here) &&
          apostrophe < 0 &&
          at + 1 < text.length &&
          isLetter(text, at + 1, text.charCodeAt(at + 1))
        )
          apostrophe = at++
        else break
      }
      at = pushWord(text, start, at, apostrophe, push)
    } else {
      const size = code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1
      push(at, at + size, 'mark')
      at += size
    }
  }
  return found
}

const endings = new Set(['ll', 're', 've', 'd', 's', 'm'])

function pushWord(
  text: string,
  start: number,
  end: number,
  apostrophe: number,
  push: (start: number, end: number, kind: Token['kind'], as?: string) => void,
): number {
  // "a.m." and "p.m." are words; their dots are theirs.
  if (end - start === 1 && text[end] === '.' && /^[ap]\.m\b\.?/i.test(text.slice(start, start + 4))) {
    const long = text[start + 3] === '.' ? 4 : 3
    push(start, start + long, 'word', `${text[start]!.toLowerCase()}m`)
    return start + long
  }
  if (apostrophe < 0) {
    push(start, end, 'word')
    return end
  }
  const tail = text.slice(apostrophe + 1, end).toLowerCase()
  const head = text.slice(start, apostrophe).toLowerCase()
  if (tail === 't' && head.endsWith('n') && head.length > 1) {
    // can't, won't, shan't keep their stem whole; the rest are verb + n't.
    const cut =
      head === 'can' || head === 'won' || head === 'shan' || head === 'ain' ? apostrophe : apostrophe - 1
    push(start, cut, 'word', { won: 'will', shan: 'shall', ain: 'is' }[head])
    push(cut, end, 'word', "n't")
  } else if (endings.has(tail)) {
    push(start, apostrophe, 'word')
    push(apostrophe, end, 'word', `'${tail}`)
  } else push(start, end, 'word')
  return end
}
