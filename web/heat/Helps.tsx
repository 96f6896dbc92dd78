import type { Conversation } from '#contract/conversations.ts'
import type { Heat } from '#contract/heat.ts'
import { useAction } from '#web/api/query.ts'
import { intoReply } from '#web/authority/intoReply.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { Policy } from './Policy.tsx'

/** What helps with hard words: a way out for them, a rest and a colleague for whoever answers, and our policy. */
export function Helps({
  conversation,
  heat,
  onClose,
}: {
  conversation: Conversation
  heat: Heat
  onClose?: () => void
}) {
  const params = { id: conversation.id }
  const rest = useAction('POST /conversations/{id}/rest')
  const say = useAction('PUT /conversations/{id}/heat/{messageId}')
  const { confirmed } = heat
  const notSo = confirmed
    ? () => say.mutate({ params: { ...params, messageId: confirmed.messageId }, body: { kind: 'no' } })
    : null
  return (
    <section className="heat" aria-label={t('heat.title')}>
      <p className="row">
        <b className="grow">{t(confirmed?.kind === 'abuse' ? 'heat.notYours' : 'heat.calm')}</b>
        {notSo && (
          <button type="button" className="button bare" onClick={notSo}>
            {t('heat.is.no')}
          </button>
        )}
        {onClose && (
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.close')}
          </button>
        )}
      </p>
      <div className="heat-ways" role="group" aria-label={t('heat.ways')}>
        <span className="meta">{t('heat.ways')}</span>
        {heat.ways.map((way) => (
          <button
            key={way.name}
            type="button"
            className="button quiet"
            title={way.words}
            onClick={() => intoReply(way.words)}
          >
            {way.name}
          </button>
        ))}
      </div>
      <div className="heat-ways" role="group" aria-label={t('heat.forYou')}>
        <span className="meta">{t('heat.forYou')}</span>
        {!heat.rest && (
          <button
            type="button"
            className="button quiet"
            disabled={rest.isPending}
            onClick={() => rest.mutate({ params, body: {} })}
          >
            {t('heat.rest')}
          </button>
        )}
        <Colleague id={conversation.id} heat={heat} />
      </div>
      <Policy conversation={conversation} heat={heat} />
    </section>
  )
}

/** One press asks; who is asked, and until when, is in sight. */
function Colleague({ id, heat }: { id: string; heat: Heat }) {
  const ask = useAction('POST /conversations/{id}/reliefs')
  const withdraw = useAction('DELETE /conversations/{id}/reliefs')
  const { relief } = heat
  if (relief?.state === 'open')
    return (
      <span className="row">
        <span className="meta">
          {t('heat.asked', { name: relief.toName?.split(' ')[0] ?? '' })}{' '}
          {relief.nextAt && <Time at={relief.nextAt} />}
        </span>
        <button
          type="button"
          className="link"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id } })}
        >
          {t('heat.myself')}
        </button>
      </span>
    )
  return (
    <>
      {heat.canSwap && (
        <button
          type="button"
          className="button quiet"
          disabled={ask.isPending}
          onClick={() => ask.mutate({ params: { id } })}
        >
          {t('heat.swap')}
        </button>
      )}
      {relief?.state === 'nobody' && <span className="meta">{t('heat.nobody')}</span>}
    </>
  )
}
