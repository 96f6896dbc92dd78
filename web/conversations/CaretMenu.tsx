import type { Editor } from '@tiptap/react'
import { type Ref, useEffect, useImperativeHandle, useState } from 'react'

export interface CaretChoice {
  key: string
  /** Shown before the label, such as an emoji. */
  sign?: string
  label: string
  hint?: string
  run: () => void
}
/** What the composer's keys ask first: whether the menu takes this press. */
export interface CaretKeys {
  take: (event: KeyboardEvent) => boolean
}

const width = 288

/**
 * Choices at the caret while one writes: the text keeps the focus, arrows move, Enter or Tab choose, Esc closes. A question
 * (`asks`) takes Enter only once one of its answers was gone to, so that nobody answers it by going on writing.
 */
export default function CaretMenu({
  editor,
  from,
  title,
  choices,
  asks = false,
  onClose,
  keys,
}: {
  editor: Editor
  from: number
  title: string
  choices: readonly CaretChoice[]
  asks?: boolean
  onClose: () => void
  keys: Ref<CaretKeys>
}) {
  const first = asks ? -1 : 0
  const [at, setAt] = useState(first)
  const names = choices.map((one) => one.key).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other choices begin anew
  useEffect(() => setAt(first), [names, first])
  useImperativeHandle(keys, () => ({
    take: (event) => {
      const { key } = event
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return false
      if (key === 'ArrowDown') setAt((at + 1) % choices.length)
      else if (key === 'ArrowUp') setAt(at <= 0 ? choices.length - 1 : at - 1)
      else if (key === 'Escape') onClose()
      else if ((key === 'Enter' || key === 'Tab') && !event.shiftKey && choices[at]) choices[at].run()
      else return false
      event.preventDefault()
      return true
    },
  }))
  // Said to a screen reader as part of the text that has the focus.
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', 'caret-menu')
    if (at >= 0) dom.setAttribute('aria-activedescendant', `caret-${at}`)
    else dom.removeAttribute('aria-activedescendant')
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, at])
  const place = editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size))
  return (
    <div
      className="caret-menu"
      style={{
        left: Math.max(8, Math.min(place.left, innerWidth - width - 8)),
        bottom: innerHeight - place.top + 6,
        width,
      }}
    >
      {asks && <p role="status">{title}</p>}
      <div id="caret-menu" role="listbox" aria-label={title}>
        {choices.map((choice, index) => (
          <button
            key={choice.key}
            id={`caret-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The text keeps its focus and its caret.
            onMouseDown={(event) => event.preventDefault()}
            onClick={choice.run}
          >
            {choice.sign && (
              <span className="emoji" aria-hidden="true">
                {choice.sign}
              </span>
            )}
            <span className="grow cut">{choice.label}</span>
            {choice.hint && <span className="meta">{choice.hint}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}
