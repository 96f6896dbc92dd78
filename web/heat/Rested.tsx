import { type ReactNode, useEffect } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { takeHeld } from '#web/app/heldKeys.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import './heat.css'

/** Where answers are written; while a draft of mine rests, only that it does. */
export function Rested({ conversationId, children }: { conversationId: string; children: ReactNode }) {
  const isOn = usePractice('heat')
  const params = { id: conversationId }
  const { data } = useApi('GET /conversations/{id}/heat', { params }, { enabled: isOn })
  const writeOn = useAction('DELETE /conversations/{id}/rest')
  const rests = isOn && Boolean(data?.rest)
  // There is no place to write in: keys are keys again.
  useEffect(() => {
    if (rests) takeHeld()
  }, [rests])
  if (!rests || !data?.rest) return children
  return (
    <section className="resting" aria-label={t('heat.rests')}>
      <p>
        <b>{t('heat.rests')}</b> <Time at={data.rest.until} />
        <br />
        <span className="meta">{t('heat.rests.why')}</span>
      </p>
      <button
        type="button"
        className="button quiet"
        disabled={writeOn.isPending}
        onClick={() => writeOn.mutate({ params })}
      >
        {t('heat.writeOn')}
      </button>
    </section>
  )
}
