import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { SecondLook as Look } from '#contract/looks.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Above the composer: a draft I am asked to read, or what its reader says of mine. */
export default function SecondLook({ conversation }: { conversation: Conversation }) {
  const me = useMe().teammate.id
  const { data } = useApi('GET /conversations/{id}/second-looks', { params: { id: conversation.id } })
  return data?.items.map((look) =>
    look.readerId === me ? (
      look.state === 'asked' && <ToRead key={`${look.id} ${look.version}`} look={look} />
    ) : (
      <BeingRead key={look.id} look={look} />
    ),
  )
}

/** The words selected inside an element, to be spoken about. */
const selectedIn = (element: Element | null): string => {
  const selection = getSelection()
  return selection && element?.contains(selection.anchorNode) ? selection.toString().trim().slice(0, 500) : ''
}

function ToRead({ look }: { look: Look }) {
  const [quote, setQuote] = useState('')
  const [comment, setComment] = useState('')
  const [own, setOwn] = useState<string | null>(null)
  const say = useAction('POST /second-looks/{id}/comments', {
    onDone: () => {
      setComment('')
      setQuote('')
    },
  })
  const answer = useAction('POST /second-looks/{id}/answer', {
    onDone: () => toast({ text: t('look.given', { who: look.authorName }), lasts: 5000 }),
  })
  const params = { id: look.id }
  const finish = (good: boolean) =>
    answer.mutate({
      params,
      body: { good, ...(own !== null && own !== look.text && { text: own, version: look.version }) },
    })
  return (
    <section className="second-look" aria-label={t('look.asks', { who: look.authorName })}>
      <h2>{t('look.asks', { who: look.authorName })}</h2>
      {own === null ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: a selection of its words is what a comment is about; the field works without one
        <div
          className="words"
          dir="auto"
          onMouseUp={(event) => setQuote(selectedIn(event.currentTarget))}
          onKeyUp={(event) => setQuote(selectedIn(event.currentTarget))}
        >
          {look.text}
        </div>
      ) : (
        <textarea
          className="input"
          rows={8}
          dir="auto"
          aria-label={t('look.words')}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
      )}
      <Comments look={look} />
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (comment.trim()) say.mutate({ params, body: { text: comment, quote } })
        }}
      >
        <input
          className="input grow"
          aria-label={quote ? t('look.about', { quote }) : t('look.comment')}
          placeholder={quote ? t('look.about', { quote }) : t('look.comment')}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <button type="submit" className="button quiet" disabled={!comment.trim() || say.isPending}>
          {t('look.say')}
        </button>
      </form>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={answer.isPending}
          onClick={() => finish(true)}
        >
          {t('look.good')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={answer.isPending}
          onClick={() => finish(false)}
        >
          {t('look.back')}
        </button>
        {own === null && (
          <button type="button" className="button bare" onClick={() => setOwn(look.text)}>
            {t('look.change')}
          </button>
        )}
      </div>
    </section>
  )
}

function BeingRead({ look }: { look: Look }) {
  const withdraw = useAction('DELETE /second-looks/{id}')
  return (
    <section className="second-look" aria-label={t(`look.state.${look.state}`, { who: look.readerName })}>
      <div className="row">
        <b className="grow" role="status">
          {t(`look.state.${look.state}`, { who: look.readerName })}
        </b>
        <button
          type="button"
          className="button bare"
          onClick={() => withdraw.mutate({ params: { id: look.id } })}
        >
          {t(look.state === 'asked' ? 'look.withdraw' : 'look.thanks')}
        </button>
      </div>
      <Comments look={look} />
    </section>
  )
}

const Comments = ({ look }: { look: Look }) =>
  look.comments.length > 0 && (
    <ul className="look-comments">
      {look.comments.map((one) => (
        <li key={one.id}>
          {one.quote && <q dir="auto">{one.quote}</q>} <b>{one.by.split(' ')[0]}</b>{' '}
          <span dir="auto">{one.text}</span>
        </li>
      ))}
    </ul>
  )
