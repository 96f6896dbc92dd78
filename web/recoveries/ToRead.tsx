import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { SecondReading } from '#contract/secondChances.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'

/** A colleague's answer that I was asked to read, where it waits for me. */
export function ToRead({ conversation }: { conversation: Conversation }) {
  return usePractice('secondChance') && conversation.letDownAt ? <Shown conversation={conversation} /> : null
}

function Shown({ conversation }: { conversation: Conversation }) {
  const me = useMe()
  const { data } = useApi('GET /conversations/{id}/second-chance', { params: { id: conversation.id } })
  const asked = data?.readings.find((one) => one.readerId === me.teammate.id && one.answeredAt === null)
  return asked ? <Card key={asked.id} reading={asked} /> : null
}

function Card({ reading }: { reading: SecondReading }) {
  const { data: team } = useApi('GET /teammates')
  const name = team?.items.find((one) => one.id === reading.askedById)?.name.split(' ')[0] ?? ''
  const [comment, setComment] = useState('')
  const answer = useAction('POST /second-readings/{id}/answer')
  const say = (good: boolean) =>
    answer.mutate({ params: { id: reading.id }, body: { good, ...(comment.trim() && { comment }) } })
  return (
    <section className="recovery to-read" aria-label={t('chance.toRead', { name })}>
      <p>
        <b>{t('chance.toRead', { name })}</b>
      </p>
      <blockquote>{reading.text}</blockquote>
      <div className="field">
        <label htmlFor="read-comment">{t('chance.change')}</label>
        <textarea
          id="read-comment"
          className="input"
          rows={2}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </div>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={answer.isPending}
          onClick={() => say(comment.trim() === '')}
        >
          {comment.trim() === '' ? t('chance.isGood') : t('chance.send', { name })}
        </button>
      </div>
    </section>
  )
}
