const marked: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/** Every text with marks on its letters and a mark of the right-to-left script around it; what is filled in stays as it is. */
export const mirrored = <K extends string>(texts: Record<K, string>): Record<K, string> =>
  Object.fromEntries(
    Object.entries<string>(texts).map(([key, text]) => [key, `\u200f${withMarks(text)}\u200f`]),
  ) as Record<K, string>

/** Letters outside of arguments, and inside of a plural's forms. */
function withMarks(text: string): string {
  let out = ''
  let depth = 0
  for (const sign of text) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    // Odd depths hold names and kinds of arguments, even ones are text again: {n, plural, one {# day} other {# days}}.
    out += depth % 2 === 0 ? (marked[sign] ?? sign) : sign
  }
  return out
}
