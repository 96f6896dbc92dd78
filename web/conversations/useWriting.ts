import Image from '@tiptap/extension-image'
import Placeholder from '@tiptap/extension-placeholder'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useRef, useState } from 'react'
import { t } from '#web/text/t.ts'
import { caretInText, PromiseMarks, plainText } from './promiseMarks.ts'
import { type Typed, typedAt } from './typed.ts'

export interface WritingKeys {
  send: (afterwards: 'waiting' | 'done' | 'later') => void
  /** Tab and Esc, while a promise's chip shows; false gives the key back to the browser. */
  chip: (keep: boolean) => boolean
  /** Goes to the next open slot behind the caret; false where there is none. */
  slot: () => boolean
  slash: () => void
  other: () => void
  care: () => void
  files: (list: readonly File[], inline: boolean) => void
  /** What is offered at the caret takes its keys first. */
  menu: (event: KeyboardEvent) => boolean
}

/** The editor of a reply or a note: words, small marks, pictures, and the composer's keys. */
export function useWriting(kind: 'reply' | 'note', name: string, html: string, keys: WritingKeys) {
  const [read, setText] = useState<string | null>(null)
  const [caret, setCaret] = useState(-1)
  const [typed, setTyped] = useState<Typed | null>(null)
  const on = useRef(keys)
  on.current = keys
  const look = ({ editor }: { editor: Editor }) => {
    setText(plainText(editor.state.doc))
    setCaret(caretInText(editor.state.doc, editor.state.selection.from))
    setTyped(editor.isFocused ? typedAt(editor.state) : null)
  }
  const take = (list: FileList | undefined | null): boolean => {
    if (!list?.length) return false
    on.current.files([...list], kind === 'reply')
    return true
  }
  // Made once: given anew with every letter, the editor would be set up and drawn once more with every letter.
  const [options] = useState(() => ({
    extensions: [
      StarterKit.configure({ heading: false, link: { openOnClick: false } }),
      Image,
      Placeholder.configure({
        placeholder: kind === 'note' ? t('composer.notePlaceholder') : t('composer.placeholder', { name }),
      }),
      PromiseMarks,
    ],
    content: html,
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        dir: 'auto',
        'aria-multiline': 'true',
        'aria-label': kind === 'note' ? t('composer.note') : t('composer.reply'),
      },
      handleKeyDown: (view: EditorView, event: KeyboardEvent) => {
        if (on.current.menu(event)) return true
        const mod = event.metaKey || event.ctrlKey
        if (event.key === 'Enter' && mod) {
          on.current.send(event.shiftKey ? 'done' : event.altKey ? 'later' : 'waiting')
          return true
        }
        if (mod && event.shiftKey && event.key.toLowerCase() === 'n') {
          event.preventDefault()
          on.current.other()
          return true
        }
        if (mod && !event.shiftKey && event.key.toLowerCase() === 'j') {
          event.preventDefault()
          on.current.care()
          return true
        }
        if ((event.key === 'Tab' || event.key === 'Escape') && !event.shiftKey && !mod) {
          if (on.current.chip(event.key === 'Tab')) return true
          // From one open slot to the next; behind the last, Tab leaves the text.
          if (event.key === 'Tab' && on.current.slot()) return true
          // Esc leaves the text, so that the single keys work again; the draft stays.
          if (event.key === 'Escape') {
            view.dom.blur()
            document.querySelector<HTMLElement>('.timeline')?.focus({ preventScroll: true })
            return true
          }
        }
        if (event.key === '/' && kind === 'reply' && plainText(view.state.doc).trim() === '') {
          on.current.slash()
          return true
        }
        return false
      },
      handlePaste: (_view: EditorView, event: ClipboardEvent) => take(event.clipboardData?.files),
      handleDrop: (_view: EditorView, event: DragEvent) => take(event.dataTransfer?.files),
    },
  }))
  const editor = useEditor({
    ...options,
    onCreate: look,
    onUpdate: look,
    // Where words changed too, they are read once, with the update.
    onSelectionUpdate: (one) => one.transaction.before.eq(one.transaction.doc) && look(one),
    onBlur: () => setTyped(null),
    immediatelyRender: true,
  })
  // What it begins with stands there at once: a draft that is only opened is nobody's typing, and needs no saving.
  const text = read ?? (editor ? plainText(editor.state.doc) : '')
  return { editor, text, caret, typed }
}
