import { type AnyNode, type Document, Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { shallow } from './shallow.ts'

export { type AnyNode, type Document, Element, isTag, isText }

/** Beyond this an HTML body is read from its beginning only; the raw letter keeps the rest. */
export const longestHtml = 2_000_000

export const parseHtml = (html: string): Document => parseDocument(shallow(html.slice(0, longestHtml)))

/** Every node below `root` in document order, without recursion: letters nest 200,000 deep. `enter` returns false to step over. */
export function walk(
  root: AnyNode,
  enter: (node: AnyNode) => boolean,
  leave?: (node: AnyNode) => void,
): void {
  let node: AnyNode | null = firstChild(root)
  while (node) {
    const deeper = enter(node) !== false ? firstChild(node) : null
    if (deeper) {
      node = deeper
      continue
    }
    leave?.(node)
    while (node && !node.next) {
      node = node.parent as AnyNode | null
      if (!node || node === root) return
      leave?.(node)
    }
    node = node?.next ?? null
  }
}

const firstChild = (node: AnyNode): AnyNode | null => ('children' in node ? (node.children[0] ?? null) : null)

export const attribute = (node: AnyNode, name: string): string =>
  isTag(node) ? (node.attribs[name] ?? '') : ''

/** The first `length` characters of text below a node; blanks stand where blocks end. */
export function textWithin(root: AnyNode, length: number): string {
  let text = ''
  walk(root, (node) => {
    if (text.length >= length) return false
    if (isText(node)) text += node.data
    else if (isTag(node) && /^(br|div|p|tr|td|li|hr)$/.test(node.name)) text += '\n'
    return true
  })
  return text.slice(0, length)
}
