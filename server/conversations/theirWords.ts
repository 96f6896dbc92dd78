/** Their words as they may be quoted: line breaks, quotes' shapes and capitals do not make them somebody else's. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** Whether words stand in a text, letter by letter; an ellipsis may leave something out. */
export function standsIn(words: string, text: string): boolean {
  const whole = bare(text)
  const parts = words.split(/…|\[?\.\.\.\]?/).map(bare)
  let from = 0
  for (const part of parts.filter(Boolean)) {
    const at = whole.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return parts.some(Boolean)
}
