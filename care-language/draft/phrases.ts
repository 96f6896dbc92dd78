const letter = /[\p{L}\p{N}]/u

export const isWordEnd = (text: string, at: number): boolean => !letter.test(text[at] ?? '')

/** Where a word or phrase stands as a whole, -1 where it does not. */
export function placeOf(text: string, phrase: string): number {
  const sought = phrase.trim().toLowerCase()
  if (!sought) return -1
  const small = text.toLowerCase()
  // A letter whose small form is longer (İ) would move every place behind it.
  const low = small.length === text.length ? small : text
  let at = low.indexOf(sought)
  while (at >= 0) {
    if (!letter.test(low[at - 1] ?? '') && !letter.test(low[at + sought.length] ?? '')) return at
    at = low.indexOf(sought, at + 1)
  }
  return -1
}
