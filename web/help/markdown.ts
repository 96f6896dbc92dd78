/** What a guide is made of: the few forms of Markdown that ours are written in. Anything else stays as it stands. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }
export type Piece =
  | { kind: 'plain' | 'strong' | 'soft' | 'code'; text: string }
  | { kind: 'link'; text: string; to: string }

export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const item = /^(?:[-*]|\d+\.) +/

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  const take = (belongs: (line: string) => boolean): string[] => {
    const taken: string[] = []
    while (lines.length && belongs(lines[0]!)) taken.push(lines.shift()!)
    return taken
  }
  while (lines.length) {
    const line = lines[0]!
    const heading = /^(#{1,3}) (.+)/.exec(line)
    if (line.trim() === '') lines.shift()
    else if (heading) {
      lines.shift()
      const text = heading[2]!.trim()
      blocks.push({
        kind: 'heading',
        level: heading[1]!.length as 1 | 2 | 3,
        text,
        id: anchorOf(plainOf(text)),
      })
    } else if (line.startsWith('```')) {
      lines.shift()
      blocks.push({ kind: 'code', text: take((one) => !one.startsWith('```')).join('\n') })
      lines.shift()
    } else if (line.startsWith('|')) {
      const [head, , ...rows] = take((one) => one.startsWith('|')).map(cellsOf)
      blocks.push({ kind: 'table', head: head!, rows })
    } else if (item.test(line)) {
      const ordered = /^\d/.test(line)
      const items: string[] = []
      for (const one of take((next) => item.test(next) || /^\s+\S/.test(next)))
        if (item.test(one)) items.push(one.replace(item, ''))
        else items[items.length - 1] += ` ${one.trim()}`
      blocks.push({ kind: 'list', ordered, items })
    } else {
      const text = take(
        (next) => next.trim() !== '' && !/^(#{1,3} |```|\|)/.test(next) && !item.test(next),
      ).join(' ')
      // A line that begins like nothing we know must not be read for ever.
      blocks.push({ kind: 'text', text: text || lines.shift()! })
    }
  }
  return blocks
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g

/** Bold, soft, code and links inside a line. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(inline)) {
    if (match.index > from) pieces.push({ kind: 'plain', text: text.slice(from, match.index) })
    const [all, code, strong, soft, link, to] = match
    if (code) pieces.push({ kind: 'code', text: code })
    else if (strong) pieces.push({ kind: 'strong', text: strong })
    else if (soft) pieces.push({ kind: 'soft', text: soft })
    else pieces.push({ kind: 'link', text: link!, to: to! })
    from = match.index + all.length
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from) })
  return pieces
}

/** The words alone, for titles and for finding. */
export const plainOf = (text: string): string =>
  piecesOf(text)
    .map((piece) => piece.text)
    .join('')
