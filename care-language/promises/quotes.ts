const longest = 400
const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’' }

/** Blanks out what stands in quotation marks: somebody else's words, or ours of another day. Places stay as they are. */
export function withoutQuotes(text: string): string {
  let result = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    const closer = closers[mark] ?? (mark === "'" && opensSingle(text, at) ? "'" : undefined)
    if (!closer) continue
    const end = closingOf(text, at, closer, mark)
    if (end < 0) continue
    result += text.slice(kept, at + 1) + ' '.repeat(end - at - 1)
    kept = end
    at = end
  }
  return result + text.slice(kept)
}

const opensSingle = (text: string, at: number) =>
  /[\s([:,]/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')

/** The closing mark near by, on the same paragraph; -1 where there is none, so that a lone inch mark hides nothing. */
function closingOf(text: string, open: number, closer: string, opener: string): number {
  const limit = Math.min(text.length, open + longest)
  for (let at = open + 1; at < limit; at++) {
    if (text[at] === '\n' && text[at + 1] === '\n') return -1
    if (text[at] !== closer && !(closer === '“' && text[at] === '”')) continue
    // An apostrophe inside ("it's") closes nothing.
    if ((opener === "'" || opener === '‘') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) continue
    if (at - open < 3) return -1
    return at
  }
  return -1
}
