import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export interface MarkedPromise {
  start: number
  end: number
  kept: boolean
}

export const promiseKey = new PluginKey<DecorationSet>('promises')

/** Underlines promises in amber while they are typed; positions are those of `plainText`. */
export const PromiseMarks = Extension.create({
  name: 'promiseMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: promiseKey,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, before) {
            const marks = transaction.getMeta(promiseKey) as MarkedPromise[] | undefined
            if (!marks) return before.map(transaction.mapping, transaction.doc)
            const places = positions(transaction.doc)
            return DecorationSet.create(
              transaction.doc,
              marks.flatMap(({ start, end, kept }) => {
                const from = places[start]
                const to = places[Math.max(start, end - 1)]
                return from === undefined || to === undefined
                  ? []
                  : [Decoration.inline(from, to + 1, { class: kept ? 'promise-mark kept' : 'promise-mark' })]
              }),
            )
          },
        },
        props: {
          decorations(state) {
            return promiseKey.getState(state)
          },
        },
      }),
    ]
  },
})

/**
 * The draft as care language reads it: paragraphs by an empty line, breaks by a line break. Spaces that do not break, as they come with
 * words that are pasted and as browsers put them at the end of a line, are spaces: a promise is quoted in them.
 */
export function plainText(doc: Node): string {
  return doc
    .textBetween(0, doc.content.size, '\n\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''))
    .replaceAll('\u00a0', ' ')
}

/** Where the caret stands behind the last character of what `plainText` has up to `end`. */
export const placeBehind = (doc: Node, end: number): number =>
  (positions(doc)[end - 1] ?? doc.content.size) + 1

/** For each character of `plainText`, where it stands in the document. */
function positions(doc: Node): number[] {
  const places: number[] = []
  let first = true
  doc.descendants((node, at) => {
    if (node.isTextblock) {
      if (!first) places.push(at, at)
      first = false
    } else if (node.isText) for (let index = 0; index < node.text!.length; index++) places.push(at + index)
    else if (node.type.name === 'hardBreak') places.push(at)
    return true
  })
  return places
}

/** Where the caret stands in `plainText`. */
export function caretInText(doc: Node, caret: number): number {
  return positions(doc).findIndex((place) => place >= caret - 1)
}
