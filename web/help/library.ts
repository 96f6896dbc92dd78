import { type Block, blocksOf, plainOf } from './markdown.ts'

export interface Guide {
  name: string
  title: string
  blocks: Block[]
  /** What it is written in; one that nobody has translated yet is read in English. */
  language: 'en' | 'de'
}
export interface Part {
  guide: Guide
  /** Where in the guide; null at its beginning. */
  id: string | null
  title: string
  text: string
}

/** What somebody new reads first; whatever else there is follows by its title. */
const first = ['first-day', 'working-together', 'lists', 'knowing-people']
const rank = (name: string) => (first.indexOf(name) + 1 || first.length + 1) - 1

const nameOf = (path: string) => path.split('/').at(-1)!.replace(/\.md$/, '')

/** Guides out of files of Markdown, by their addresses; one that lies among the German ones under the same name is read in German. */
export const bind = (
  files: Record<string, string>,
  german: Record<string, string> = {},
): readonly Guide[] => {
  const inGerman = new Map(Object.entries(german).map(([path, markdown]) => [nameOf(path), markdown]))
  return Object.entries(files)
    .map(([path, english]): Guide => {
      const name = nameOf(path)
      const own = inGerman.get(name)
      const blocks = blocksOf(own ?? english)
      const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
      const title = heading?.kind === 'heading' ? plainOf(heading.text) : name
      return { name, title, blocks, language: own === undefined ? 'en' : 'de' }
    })
    .sort((a, b) => rank(a.name) - rank(b.name) || a.title.localeCompare(b.title))
}

const wordsOf = (block: Block): string => {
  if (block.kind === 'list') return block.items.map(plainOf).join(' ')
  if (block.kind === 'table') return [block.head, ...block.rows].flat().map(plainOf).join(' ')
  return block.kind === 'code' ? block.text : plainOf(block.text)
}

/** A guide in the parts between its headings. */
function partsOf(guide: Guide): Part[] {
  const found: Part[] = [{ guide, id: null, title: guide.title, text: '' }]
  for (const block of guide.blocks)
    if (block.kind === 'heading') {
      if (block.level > 1) found.push({ guide, id: block.id, title: plainOf(block.text), text: '' })
    } else found[found.length - 1]!.text += ` ${wordsOf(block)}`
  return found
}

/** Parts in which every word begins a word; those that say it in their title come first, the shortest of them before. */
export function findParts(guides: readonly Guide[], asked: string): Part[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const begins = (text: string, word: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((one) => one.startsWith(word))
  const score = ({ title, text, guide }: Part) => {
    const inTitle = words.filter((word) => begins(title, word)).length
    const inAll = words.every((word) => begins(`${guide.title} ${title} ${text}`, word))
    return inAll ? 1 + inTitle : 0
  }
  return guides
    .flatMap(partsOf)
    .map((part) => ({ part, score: score(part) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.part.title.length - b.part.title.length)
    .map((one) => one.part)
    .slice(0, 20)
}

/** The line around the first word that was asked for. */
export function excerptOf(text: string, asked: string): string {
  const word = asked.toLowerCase().split(/\s+/).filter(Boolean)[0] ?? ''
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 60)
  const from = at === 0 ? 0 : text.indexOf(' ', at) + 1
  return `${from ? '… ' : ''}${text.slice(from, from + 160).trim()}${from + 160 < text.length ? ' …' : ''}`
}
