import { useState } from 'react'
import { Link } from 'wouter'
import type { Goal } from '#contract/goals.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { AddTheirWords, type TheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'
import { inThreeMonths, longDay, tomorrow } from './chosenWords.ts'
import { Review } from './Review.tsx'
import './goals.css'

/** What they are here for: their goals in their own words. Nothing where the team does not work this way. */
export function Goals({ customerId, inboxId }: { customerId: string; inboxId?: string }) {
  return usePractice('goals') ? <Shown customerId={customerId} inboxId={inboxId} /> : null
}

function Shown({ customerId, inboxId }: { customerId: string; inboxId?: string | undefined }) {
  const me = useMe()
  const { data } = useApi('GET /customers/{id}/goals', { params: { id: customerId } })
  const mayAct = me.teammate.role !== 'observer'
  if (!data || (data.items.length === 0 && !mayAct)) return null
  return (
    <section className="goals" aria-label={t('goals.title')}>
      <h2>{t('goals.title')}</h2>
      <ul className="stack">
        {data.items.map((goal) => (
          <li key={goal.id}>
            <One goal={goal} mayAct={mayAct} />
          </li>
        ))}
      </ul>
      {mayAct && (
        <AddTheirWords label={t('goals.add')}>
          {(chosen, close) => (
            <Add customerId={customerId} inboxId={inboxId} chosen={chosen} onClose={close} />
          )}
        </AddTheirWords>
      )}
    </section>
  )
}

function One({ goal, mayAct }: { goal: Goal; mayAct: boolean }) {
  const [looks, setLooks] = useState(false)
  const forget = useAction('DELETE /goals/{id}')
  return (
    <div className={`goal ${goal.state} ${goal.due ? 'due' : ''}`}>
      <p className="serif">“{goal.words}”</p>
      <p className="meta row">
        <span>
          {goal.state === 'open'
            ? t(goal.due ? 'goals.due' : 'goals.review', { when: longDay(goal.reviewOn) })
            : t(`goals.${goal.state}`)}
        </span>
        {goal.conversationId && (
          <Link href={`/conversations/${goal.conversationId}${goal.messageId ? `#${goal.messageId}` : ''}`}>
            {t('goals.where')}
          </Link>
        )}
        {mayAct && goal.state === 'open' && (
          <button type="button" className="link" aria-expanded={looks} onClick={() => setLooks(!looks)}>
            {t('goals.look')}
            <span className="hide">: {goal.words}</span>
          </button>
        )}
        {mayAct && (
          <button type="button" className="link" onClick={() => forget.mutate({ params: { id: goal.id } })}>
            {t('about.forget')}
            <span className="hide">: {goal.words}</span>
          </button>
        )}
      </p>
      {looks && <Review goal={goal} onClose={() => setLooks(false)} />}
    </div>
  )
}

function Add({
  customerId,
  inboxId,
  chosen,
  onClose,
}: {
  customerId: string
  inboxId: string | undefined
  chosen: TheirWords
  onClose: () => void
}) {
  const [words, setWords] = useState(chosen?.words ?? '')
  const [reviewOn, setReviewOn] = useState(() => inThreeMonths())
  const keep = useAction('POST /customers/{id}/goals', {
    quiet: true,
    onDone: () => {
      toast({ text: t('goals.kept', { when: longDay(reviewOn) }), lasts: 4000 })
      onClose()
    },
  })
  return (
    <form
      className="stack"
      aria-label={t('goals.add')}
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate({
          params: { id: customerId },
          body: {
            words,
            reviewOn,
            ...(chosen ? { messageId: chosen.messageId } : inboxId ? { inboxId } : {}),
          },
        })
      }}
    >
      <div className="field">
        <label htmlFor="goal-words">{t('goals.words')}</label>
        <textarea
          id="goal-words"
          className="input serif"
          rows={3}
          required
          autoFocus
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <small>{t(chosen ? 'goals.fromLetter' : 'goals.aloud')}</small>
      </div>
      <div className="field">
        <label htmlFor="goal-review">{t('goals.reviewOn')}</label>
        <input
          id="goal-review"
          className="input"
          type="date"
          required
          min={tomorrow()}
          value={reviewOn}
          onChange={(event) => setReviewOn(event.target.value)}
        />
      </div>
      {keep.error && (
        <p className="problem" role="alert">
          {keep.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={keep.isPending} onCancel={onClose} />
    </form>
  )
}
