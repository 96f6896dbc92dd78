import type { EditorState } from '@tiptap/pm/state'

/** A sign somebody has just typed at the beginning of a word, and what they have typed behind it. */
export interface Typed {
  sign: ':' | '@'
  term: string
  from: number
  to: number
}

/** `:` and letters without a space; `@` and a name, which may have two parts. Never in the middle of a word or a time. */
const pattern =
  /(?:^|[\s([{"'“‘])(?:(:)([\p{L}+][\p{L}\p{N}_+-]*)|(@)(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)?)?)$/u

export function typedAt(state: EditorState): Typed | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    undefined,
    '\ufffc',
  )
  return typedIn(before, $from.pos)
}

/** The same for words up to the caret, which stands at `to`. */
export function typedIn(before: string, to: number): Typed | null {
  const match = pattern.exec(before)
  if (!match) return null
  const [, colon, name, , person] = match
  const term = (colon ? name : person) ?? ''
  return { sign: colon ? ':' : '@', term, from: to - term.length - 1, to }
}
