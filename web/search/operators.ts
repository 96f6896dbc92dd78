/** What a search can be narrowed by, as it is typed; the server reads the same (`server/search/query.ts`). */
export const operators = [
  'from:',
  'to:',
  'in:',
  'tag:',
  'persontag:',
  'assigned:me',
  'is:open',
  'is:done',
  'is:unread',
  'has:attachment',
  'has:note',
  'before:',
  'after:',
  'promise:late',
] as const

const fixed: Readonly<Record<string, readonly string[]>> = {
  is: ['open', 'waiting', 'later', 'done', 'unread', 'spam'],
  has: ['attachment', 'note'],
  promise: ['open', 'late', 'broken', 'kept', 'none'],
}
const known = /^(from|to|in|tag|persontag|assigned|is|has|before|after|promise)$/i

export interface SearchPart {
  text: string
  from: number
  to: number
}

/** The operators that are whole, each as a chip that can be taken off again; one that is still being typed is none yet. */
export function partsOf(text: string): SearchPart[] {
  const parts: SearchPart[] = []
  for (const match of text.matchAll(/(\w+):(?:"[^"]*"|[^\s"]+)(?=\s|$)/g)) {
    const to = match.index + match[0].length
    if (known.test(match[1]!) && to < text.length) parts.push({ text: match[0], from: match.index, to })
  }
  return parts
}

export const without = (text: string, part: SearchPart): string =>
  `${text.slice(0, part.from)}${text.slice(part.to).replace(/^\s/, '')}`

/** What may complete the operator that is being typed: at most eight, those that begin so first. */
export function completions(
  text: string,
  names: Readonly<Record<string, readonly string[]>>,
): { label: string; whole: string }[] {
  const typing = /(?:^|\s)(\w+):("?)([^"\s]*|[^"]*)$/.exec(text)
  if (!typing) return []
  const [, operator, quote, begun] = typing
  if (!quote && /\s/.test(begun!)) return []
  const term = begun!.toLowerCase()
  const all = fixed[operator!.toLowerCase()] ?? names[operator!.toLowerCase()] ?? []
  const before = text.slice(0, text.length - begun!.length - quote!.length)
  const starts = (name: string) => name.toLowerCase().startsWith(term)
  return all
    .filter((name) => name.toLowerCase().includes(term) && name.toLowerCase() !== term)
    .toSorted((a, b) => Number(starts(b)) - Number(starts(a)))
    .slice(0, 8)
    .map((name) => ({ label: name, whole: `${before}${/\s/.test(name) ? `"${name}"` : name} ` }))
}
