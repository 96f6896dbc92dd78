import { type AnyNode, attribute, isTag, isText, parseHtml, walk } from './dom.ts'

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
)
const apart = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'pre', 'blockquote'])
const silent = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
])

/** Of these, what a browser would end where the next paragraph begins, or shows where it can do no better. */
const opened = new Set(['noscript', 'svg', 'math', 'template', 'object', 'select'])

export interface Rendering {
  /** What stands for a node and all below it; null for the node itself. */
  instead?(node: AnyNode): string | null
  /** Everything below the node is a quote: its lines carry `>`. */
  isQuoted?(node: AnyNode): boolean
  /** A line of its own before the node. */
  before?(node: AnyNode): string | null
  /** What stands in such a tag is no words of the letter. */
  isSilent?(tag: string): boolean
}

/** The words of a tree as plain text, line by line as a reader sees them. */
export function renderText(
  root: AnyNode,
  { instead, isQuoted, before, isSilent = isSilentTag }: Rendering = {},
): string {
  const out: string[] = []
  let line = ''
  let blank = false
  let preformatted = 0
  let quotes = 0
  let steppedOver: AnyNode | null = null
  const push = (text: string) =>
    out.push(quotes ? `${'>'.repeat(Math.min(quotes, 8))} ${text}`.trimEnd() : text)
  const listed: { ordered: boolean; count: number }[] = []
  const breakLine = (withBlank: boolean) => {
    if (line.trim()) {
      push(line.trimEnd())
      blank = false
    }
    line = ''
    if (withBlank && out.length && !blank) {
      push('')
      blank = true
    }
  }
  const enter = (node: AnyNode): boolean => {
    const stands = instead?.(node) ?? null
    if (stands !== null) {
      breakLine(false)
      line = stands
      breakLine(false)
      steppedOver = node
      return false
    }
    const mark = before?.(node) ?? null
    if (mark !== null) {
      breakLine(false)
      line = mark
      breakLine(false)
    }
    if (isQuoted?.(node)) {
      breakLine(true)
      quotes++
    }
    if (isText(node)) {
      addText(node.data)
      return true
    }
    if (!isTag(node) || isSilent(node.name)) return node.type === 'root'
    if (node.name === 'br') {
      push(line.trimEnd())
      blank = line.trim() === ''
      line = ''
    } else if (blocks.has(node.name)) breakLine(apart.has(node.name) && !isQuoted?.(node))
    if (node.name === 'pre') preformatted++
    if (node.name === 'ol' || node.name === 'ul') listed.push({ ordered: node.name === 'ol', count: 0 })
    if (node.name === 'li') {
      const list = listed.at(-1)
      line += list?.ordered ? `${++list.count}. ` : '- '
    }
    if ((node.name === 'td' || node.name === 'th') && line.trim()) line += ' '
    if (node.name === 'hr') {
      line = '________________________________'
      breakLine(false)
    }
    return true
  }
  const addText = (data: string) => {
    if (preformatted) {
      const pieces = data.split('\n')
      for (const [index, piece] of pieces.entries()) {
        line += piece
        if (index < pieces.length - 1) {
          push(line)
          blank = false
          line = ''
        }
      }
      return
    }
    const text = data.replace(/[ \t\r\n\f]+/g, ' ')
    line += line === '' || line.endsWith(' ') ? text.replace(/^ /, '') : text
  }
  const leave = (node: AnyNode) => {
    if (node === steppedOver) return
    if (isQuoted?.(node)) {
      breakLine(false)
      quotes--
    }
    leaveTag(node)
  }
  const leaveTag = (node: AnyNode) => {
    if (!isTag(node)) return
    if (node.name === 'a') addAddress(node)
    if (blocks.has(node.name) && node.name !== 'hr') breakLine(apart.has(node.name))
    if (node.name === 'pre') preformatted--
    if (node.name === 'ol' || node.name === 'ul') listed.pop()
  }
  const addAddress = (node: AnyNode) => {
    const href = attribute(node, 'href').trim()
    const mail = /^mailto:([^?\s]{3,200}@[^?\s]{3,200})/i.exec(href)?.[1]
    if (mail && !line.toLowerCase().includes(mail.toLowerCase()) && line.length < 400) line += ` <${mail}>`
  }
  walk(root, enter, leave)
  breakLine(false)
  return out
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const isSilentTag = (tag: string) => silent.has(tag)

/** All the words of an HTML body. A drawing that is never closed hides the rest: rather what stands in it than nothing. */
export function textOfHtml(html: string): string {
  const root = parseHtml(html)
  return renderText(root) || renderText(root, { isSilent: (tag) => isSilentTag(tag) && !opened.has(tag) })
}
