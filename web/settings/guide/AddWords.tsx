import { useRef, useState } from 'react'
import type { WordKind } from '#contract/guide.ts'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** `word = plain word`, or a word alone; one per line, as people keep such lists. */
export function readList(text: string, kind: WordKind): { word: string; plain: string | null }[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', ...plain] = kind === 'inside' ? line.split(/\s*(?:=|→|->|\t)\s*/) : [line]
      return { word: word.trim(), plain: plain.join(' ').trim() || null }
    })
}

/** Adds a word, or a whole list that is pasted. A refusal is said beside it and the words stay. */
export function AddWords({ kind, inboxId }: { kind: WordKind; inboxId: string | null }) {
  const [text, setText] = useState('')
  const [plain, setPlain] = useState('')
  const first = useRef<HTMLTextAreaElement>(null)
  const add = useAction('POST /guide/words', {
    quiet: true,
    onDone: ({ already }) => {
      setText('')
      setPlain('')
      first.current?.focus()
      if (already > 0) toast({ text: t('guide.words.already', { n: already }), lasts: 5000 })
    },
  })
  const isList = text.includes('\n')
  const send = () => {
    const words = readList(text, kind)
    if (words.length === 0 || add.isPending) return
    if (words.length === 1 && plain.trim()) words[0]!.plain = plain.trim()
    add.mutate({ body: { kind, inboxId, words } })
  }
  const id = `add-${kind}`
  return (
    <form
      className="add-words"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t(`guide.words.${kind}.add` as TextKey)}</label>
        <textarea
          ref={first}
          id={id}
          className="input"
          rows={isList ? 4 : 1}
          value={text}
          placeholder={t(`guide.words.${kind}.like` as TextKey)}
          aria-invalid={add.error ? true : undefined}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            setText(event.target.value)
            add.reset()
          }}
          onKeyDown={(event) => {
            // A single word goes in with Enter; a list has lines.
            if (event.key !== 'Enter' || event.shiftKey || isList) return
            event.preventDefault()
            send()
          }}
        />
      </div>
      {kind === 'inside' && !isList && (
        <div className="field">
          <label htmlFor={`${id}-plain`}>{t('guide.words.say')}</label>
          <input
            id={`${id}-plain`}
            className="input"
            maxLength={120}
            value={plain}
            placeholder={t('guide.words.inside.plainLike')}
            onChange={(event) => setPlain(event.target.value)}
          />
        </div>
      )}
      <button type="submit" className="button quiet" disabled={text.trim() === '' || add.isPending}>
        {t('guide.words.addOne')}
      </button>
      <small
        id={`${id}-help`}
        className={add.error ? 'wrong' : 'meta'}
        role={add.error ? 'alert' : undefined}
      >
        {add.error?.message ?? t(kind === 'inside' ? 'guide.words.listPlain' : 'guide.words.list')}
      </small>
    </form>
  )
}
