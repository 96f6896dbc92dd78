/** Letters that Unicode does not take apart into a letter and a mark. */
const whole: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** One form for what people write in many: small letters, no marks. "Conceição" and "conceicao" are one word. */
export const fold = (text: string): string => {
  const small = text.toLowerCase()
  return isPlain(small) ? small : bare(small)
}

const isPlain = (text: string): boolean => /^[\x00-\x7f]*$/.test(text)
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => whole[letter]!)

/** The words of a text, folded. Everything but letters and digits parts words, so "TL-20417" is found by either half. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Words that stand in nearly every letter; not searched for while there are others. Those PostgreSQL's English drops, the frequent ones. */
const everywhere = new Set(
  'a about after all am an and any are as at be been before but by can did do for from had has have he her his how i if in into is it its just me my no not of on or our out she so than that the their them then there they this to too up us was we were what when which who will with you your'.split(
    ' ',
  ),
)
export const isEverywhere = (word: string): boolean => everywhere.has(word)

/** The beginning that the forms of an English word share, roughly; only for marking what the index found by stem. */
const beginning = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ings?|ed|es|ies|s|e|y)$/, '')

/**
 * Plain text around the first find, at most `length` characters; found words stand between ⟦ and ⟧. `words` are folded; the last
 * of a search may be only a beginning.
 */
export function snippet(text: string, words: readonly string[], prefix: string | null, length = 180): string {
  const flat = text.replace(/[⟦⟧]/g, '').replace(/\s+/g, ' ').trim()
  const all = new Set(words)
  const starts = new Set(words.map(beginning).filter((start) => start.length >= 3))
  const firsts = new Set([...words, ...(prefix ? [prefix] : [])].map((word) => word.charCodeAt(0)))
  const isFind = (token: string) => {
    // Most words begin with another letter, and folding each costs more than all else here. 32 makes small letters of large ones.
    const first = token.charCodeAt(0)
    if (first < 128 && !firsts.has(first | 32)) return false
    const folded = fold(token)
    return all.has(folded) || (prefix !== null && folded.startsWith(prefix)) || starts.has(beginning(folded))
  }
  const word = /[\p{L}\p{N}\p{M}]+/gu
  let shown = ''
  let from = 0
  let upTo = Math.min(flat.length, length)
  let at = 0
  let isFirst = true
  for (let match = word.exec(flat); match; match = word.exec(flat)) {
    const { 0: token, index } = match
    if (!isFirst && index + token.length > upTo) break
    if (!isFind(token)) continue
    if (isFirst) {
      from = index <= 60 ? 0 : flat.indexOf(' ', index - 60) + 1 || index
      upTo = Math.min(flat.length, from + length)
      at = from
      isFirst = false
    }
    shown += `${flat.slice(at, index)}⟦${token}⟧`
    at = index + token.length
  }
  shown += flat.slice(at, upTo)
  return `${from > 0 ? '…' : ''}${shown}${upTo < flat.length ? '…' : ''}`
}
