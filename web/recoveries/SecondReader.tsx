import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { near } from '#web/ui/time.ts'

/** We let them down before: what it was, and a colleague who reads the answer first. Offered, never demanded. */
export default function SecondReader({ conversation, text }: { conversation: Conversation; text: string }) {
  const me = useMe()
  const params = { id: conversation.id }
  const { data } = useApi('GET /conversations/{id}/second-chance', { params })
  const { data: team } = useApi('GET /teammates')
  const ask = useAction('POST /conversations/{id}/second-readings')
  if (!data?.chance) return null
  const nameOf = (id: string) => team?.items.find((one) => one.id === id)?.name.split(' ')[0] ?? ''
  const mine = data.readings.find((one) => one.askedById === me.teammate.id)
  const isAnswered = mine?.answeredAt != null
  const started = text.trim().length > 0
  return (
    <div className="recovery-next second" role="status">
      <span>{t('chance.says', { when: near(data.chance.since), what: data.chance.what })}</span>
      {mine && (
        <span>
          {!isAnswered ? (
            t('chance.asked', { name: nameOf(mine.readerId) })
          ) : mine.good ? (
            t('chance.good', { name: nameOf(mine.readerId) })
          ) : (
            <>
              <b>{t('chance.comment', { name: nameOf(mine.readerId) })}</b> {mine.comment}
            </>
          )}
        </span>
      )}
      {started && (!mine || isAnswered) && data.readers.length > 0 && (
        <span className="row">
          {t('chance.ask')}
          {data.readers.slice(0, 3).map((one) => (
            <button
              key={one.id}
              type="button"
              className="link"
              disabled={ask.isPending}
              onClick={() => ask.mutate({ params, body: { readerId: one.id as never, text } })}
            >
              {t('chance.askOne', { name: one.name.split(' ')[0]! })}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}
