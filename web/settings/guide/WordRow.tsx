import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useEffect, useRef, useState } from 'react'
import type { GuideWord } from '#contract/guide.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** One word of ours, and what to say instead. What the house says stands in an inbox too, but is changed in the house. */
export function WordRow({
  word,
  inherited,
  mayChange,
}: {
  word: GuideWord
  inherited: boolean
  mayChange: boolean
}) {
  const back = useAction('POST /guide/words')
  const remove = useAction('DELETE /guide/words/{id}', {
    onDone: () =>
      toast({
        text: t('guide.words.removed', { word: word.word }),
        lasts: 8000,
        action: {
          label: t('app.undo'),
          run: () =>
            back.mutate({
              body: {
                kind: word.kind,
                inboxId: word.inboxId,
                words: [{ word: word.word, plain: word.plain }],
              },
            }),
        },
      }),
  })
  const [editing, setEditing] = useState(false)
  const may = mayChange && !inherited
  const takeOut = may && (
    <button
      type="button"
      className="icon-button"
      aria-label={t('guide.words.remove', { word: word.word })}
      disabled={remove.isPending}
      onClick={() => remove.mutate({ params: { id: word.id } })}
    >
      <XIcon size={16} />
    </button>
  )
  if (word.kind !== 'inside')
    return (
      <li className={inherited ? 'word inherited' : 'word'}>
        <span>{word.word}</span>
        {inherited && <span className="meta">{t('guide.house')}</span>}
        {takeOut}
      </li>
    )
  if (editing) return <EditPlain word={word} onClose={() => setEditing(false)} />
  return (
    <li className={inherited ? 'word-line inherited' : 'word-line'}>
      <b>{word.word}</b>
      <span className="plain">
        {word.plain && (
          <>
            <ArrowRightIcon size={16} aria-hidden="true" />
            <span className="hide">{t('guide.words.say')}</span>
            <span className="serif">{word.plain}</span>
          </>
        )}
        {inherited && <span className="meta">{t('guide.house')}</span>}
      </span>
      {may && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('guide.words.edit', { word: word.word })}
          onClick={() => setEditing(true)}
        >
          <PencilSimpleIcon size={16} />
        </button>
      )}
      {takeOut}
    </li>
  )
}

function EditPlain({ word, onClose }: { word: GuideWord; onClose: () => void }) {
  const [plain, setPlain] = useState(word.plain ?? '')
  const field = useRef<HTMLInputElement>(null)
  const change = useAction('PATCH /guide/words/{id}', { quiet: true, onDone: onClose })
  useEffect(() => field.current?.focus(), [])
  const id = `plain-${word.id}`
  return (
    <li className="word-line">
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ params: { id: word.id }, body: { plain: plain.trim() || null } })
        }}
      >
        <label htmlFor={id}>{t('guide.words.insteadOf', { word: word.word })}</label>
        <input
          ref={field}
          id={id}
          className="input auto"
          maxLength={120}
          value={plain}
          aria-invalid={change.error ? true : undefined}
          aria-describedby={change.error ? `${id}-problem` : undefined}
          onChange={(event) => setPlain(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <button type="submit" className="button quiet" disabled={change.isPending}>
          {t('app.save')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
        {change.error && (
          <span id={`${id}-problem`} className="wrong" role="alert">
            {change.error.message}
          </span>
        )}
      </form>
    </li>
  )
}
