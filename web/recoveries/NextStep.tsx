import type { DraftReading } from '#care/draft.ts'
import { asksAfterwards, givesExtra, namesCost } from '#care/recoveryWords.ts'
import type { Recovery, RecoveryStep } from '#contract/recoveries.ts'
import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { stepWords } from './words.ts'

/** The recovery of a conversation that is open; the composer reads a draft as one that answers for our failure. */
export function useOpenRecovery(conversationId: string): Recovery | null {
  const { data } = useApi('GET /conversations/{id}/recoveries', { params: { id: conversationId } })
  return data?.items.find((one) => !one.closed) ?? null
}

/** Which step is next, and whether the draft does it; and whether it names what it cost them. One line, and it blocks nothing. */
export function NextStep({
  recovery,
  reading,
  text,
}: {
  recovery: Recovery
  reading: DraftReading | null
  text: string
}) {
  const { next } = recovery
  if (!next) return null
  const started = text.trim().length > 0
  const does = started && reading ? doesStep(next, reading, text) : null
  const costs = recovery.costs.map((one) => one.words)
  const lacksCost = started && costs.length > 0 && !namesCost(text, costs)
  return (
    <p className={`recovery-next ${does ? 'does' : ''}`} role="status">
      <span>
        <b>{t('recovery.next', { step: stepWords(next) })}</b>{' '}
        {does === null
          ? t(`recovery.how.${next}` as TextKey)
          : t(does ? 'recovery.draft.does' : 'recovery.draft.lacks')}
        {does === false && ` ${t(`recovery.how.${next}` as TextKey)}`}
      </span>
      {lacksCost && (
        <span>
          {t('recovery.draft.cost')} <span className="serif">“{costs[0]}”</span>
        </span>
      )}
      {started && reading?.labels.order === 'fix-first' && <span>{t('recovery.draft.order')}</span>}
    </p>
  )
}

function doesStep(step: RecoveryStep, { labels, promises }: DraftReading, text: string): boolean {
  switch (step) {
    case 'acknowledge':
      return labels.empathy === 'specific'
    case 'apologise':
      return labels.apology === 'real'
    case 'fix':
      return labels.remedy
    case 'explain':
      return labels.when && (promises.some((one) => one.due !== null) || labels.remedy)
    case 'extra':
      return givesExtra(text)
    case 'check':
      return asksAfterwards(text)
  }
}
