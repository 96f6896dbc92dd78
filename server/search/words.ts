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
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => whole[letter]!)

/** The words of a text, folded. Everything but letters and digits parts words, so "TL-20417" is found by either half. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Words of one letter at most; more is no letter but data, and would not fit a tsvector (1 MB). */
const most = 20_000
const longest = 60

/** What the index keeps of some texts: each word once, none longer than words are. */
export function indexText(texts: readonly (string | null | undefined)[]): string {
  const words = new Set<string>()
  for (const text of texts)
    for (const word of wordsOf((text ?? '').slice(0, 1_000_000))) {
      if (word.length <= longest) words.add(word)
      if (words.size >= most) return [...words].join(' ')
    }
  return [...words].join(' ')
}

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
  const starts = words.map(beginning)
  const isFind = (token: string) => {
    const folded = fold(token)
    return (
      words.includes(folded) ||
      (prefix !== null && folded.startsWith(prefix)) ||
      starts.some((start) => start.length >= 3 && beginning(folded) === start)
    )
  }
  const finds = [...flat.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter((match) => isFind(match[0]))
  const first = finds[0]?.index ?? 0
  const from = first <= 60 ? 0 : flat.indexOf(' ', first - 60) + 1 || first
  const upTo = Math.min(flat.length, from + length)
  let shown = ''
  let at = from
  for (const { 0: word, index } of finds) {
    if (index < from || index + word.length > upTo) continue
    shown += `${flat.slice(at, index)}⟦${word}⟧`
    at = index + word.length
  }
  shown += flat.slice(at, upTo)
  return `${from > 0 ? '…' : ''}${shown}${upTo < flat.length ? '…' : ''}`
}
