import { useState } from 'react'
import type { Goal } from '#contract/goals.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { inThreeMonths, tomorrow } from './chosenWords.ts'
import './goals.css'

/** A look at a goal: reached, again on a day, or no longer wanted. */
export function Review({ goal, onClose }: { goal: Goal; onClose?: () => void }) {
  const [note, setNote] = useState('')
  const [nextOn, setNextOn] = useState(() => inThreeMonths())
  const review = useAction('POST /goals/{id}/reviews', {
    quiet: true,
    onDone: () => {
      toast({ text: t('app.saved'), lasts: 3000 })
      onClose?.()
    },
  })
  const settle = (body: { outcome: 'done' | 'again' | 'dropped'; nextOn?: string }) =>
    review.mutate({ params: { id: goal.id }, body: { ...body, ...(note.trim() && { note }) } })
  const field = `goal-${goal.id}`
  return (
    <form
      className="goal-review"
      onSubmit={(event) => {
        event.preventDefault()
        settle({ outcome: 'again', nextOn })
      }}
    >
      {goal.reviews.at(-1)?.note && (
        <p className="meta">{t('goals.before', { note: goal.reviews.at(-1)!.note })}</p>
      )}
      <div className="field">
        <label htmlFor={`${field}-note`}>{t('goals.note')}</label>
        <input
          id={`${field}-note`}
          className="input"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="row">
        <button
          type="button"
          className="button quiet"
          disabled={review.isPending}
          onClick={() => settle({ outcome: 'done' })}
        >
          {t('goals.reached')}
        </button>
        <label className="hide" htmlFor={`${field}-next`}>
          {t('goals.next')}
        </label>
        <input
          id={`${field}-next`}
          className="input date"
          type="date"
          required
          min={tomorrow()}
          value={nextOn}
          onChange={(event) => setNextOn(event.target.value)}
        />
        <button type="submit" className="button quiet" disabled={review.isPending}>
          {t('goals.again')}
        </button>
        <button
          type="button"
          className="button bare"
          disabled={review.isPending}
          onClick={() => settle({ outcome: 'dropped' })}
        >
          {t('goals.drop')}
        </button>
      </div>
      {review.error && (
        <p className="problem" role="alert">
          {review.error.message}
        </p>
      )}
    </form>
  )
}
