import type { DraftReading } from '#care/draft.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { openHeat } from './opened.ts'
import './heat.css'

/** The draft itself has become sharp: it may rest, and somebody else may take over. It stops nothing. */
export default function SharpDraft({
  conversationId,
  reading,
}: {
  conversationId: string
  reading: DraftReading | null
}) {
  const params = { id: conversationId }
  const { data } = useApi('GET /conversations/{id}/heat', { params })
  const rest = useAction('POST /conversations/{id}/rest')
  const isSharp = reading?.labels.blame === true
  if (!isSharp || !data || data.rest || data.confirmed) return null
  return (
    <p className="heat-sharp" role="status">
      <span className="grow">{t('heat.sharp')}</span>
      <button
        type="button"
        className="link"
        disabled={rest.isPending}
        onClick={() => rest.mutate({ params, body: {} })}
      >
        {t('heat.rest')}
      </button>
      <button type="button" className="link" onClick={() => openHeat(conversationId)}>
        {t('heat.more')}
      </button>
    </p>
  )
}
