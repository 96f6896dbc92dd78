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

/** What is read of a text: a letter of eight thousand characters has some 1,900. */
const most = 2_500

/** Tokens of `text`; linear in its length. German's "im" is no "I'm" in haste: there short forms are left as they are. */
export function tokens(text: string, hasty = true): Token[] {
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
  while (at < text.length && found.length < most) {
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
      at = pushWord(text, start, at, apostrophe, hasty, push)
    } else {
      const size = code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1
      push(at, at + size, 'mark')
      at += size
    }
  }
  return found
}

/** Words cut short in haste, as the grammars know them. */
const inFull = new Map([
  ['btwn', 'between'],
  ['betw', 'between'],
  ['abt', 'about'],
  ['tho', 'though'],
  ['bk', 'back'],
])

/** Contractions without their apostrophe that are no other word: where to cut, and what the pieces say. */
const leftOut = new Map<string, readonly [cut: number, stem: string | undefined, ending: string]>([
  ['il', [1, undefined, "'ll"]],
  ['youll', [3, undefined, "'ll"]],
  ['theyll', [4, undefined, "'ll"]],
  ['itll', [2, undefined, "'ll"]],
  ['thatll', [4, undefined, "'ll"]],
  ['therell', [5, undefined, "'ll"]],
  ['im', [1, undefined, "'m"]],
  ['ive', [1, undefined, "'ve"]],
  ['youre', [3, undefined, "'re"]],
  ['youve', [3, undefined, "'ve"]],
  ['theyre', [4, undefined, "'re"]],
  ['theyve', [4, undefined, "'ve"]],
  ['weve', [2, undefined, "'ve"]],
  ['hes', [2, undefined, "'s"]],
  ['shes', [3, undefined, "'s"]],
  ['thats', [4, undefined, "'s"]],
  ['wont', [2, 'will', "n't"]],
  ['cant', [3, undefined, "n't"]],
  ['dont', [2, undefined, "n't"]],
  ['didnt', [3, undefined, "n't"]],
  ['doesnt', [4, undefined, "n't"]],
  ['isnt', [2, undefined, "n't"]],
  ['arent', [3, undefined, "n't"]],
  ['wasnt', [3, undefined, "n't"]],
  ['havent', [4, undefined, "n't"]],
  ['hasnt', [3, undefined, "n't"]],
  ['couldnt', [5, undefined, "n't"]],
  ['wouldnt', [5, undefined, "n't"]],
  ['shouldnt', [6, undefined, "n't"]],
])

const endings = new Set(['ll', 're', 've', 'd', 's', 'm'])

function pushWord(
  text: string,
  start: number,
  end: number,
  apostrophe: number,
  hasty: boolean,
  push: (start: number, end: number, kind: Token['kind'], as?: string) => void,
): number {
  // "a.m." and "p.m." are words; their dots are theirs.
  if (end - start === 1 && text[end] === '.' && /^[ap]\.m\b\.?/i.test(text.slice(start, start + 4))) {
    const long = text[start + 3] === '.' ? 4 : 3
    push(start, start + long, 'word', `${text[start]!.toLowerCase()}m`)
    return start + long
  }
  if (apostrophe < 0) {
    const cut = hasty ? leftOut.get(text.slice(start, end).toLowerCase()) : undefined
    if (cut) {
      push(start, start + cut[0], 'word', cut[1])
      push(start + cut[0], end, 'word', cut[2])
      return end
    }
    push(start, end, 'word', hasty ? inFull.get(text.slice(start, end)) : undefined)
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
