import type { Recovery, RecoveryStep } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { stepWords } from './words.ts'

/** What our letters and acts seem to have done, each with its sentence; one press says yes to all that is shown. */
export function Proposed({ recovery, only }: { recovery: Recovery; only: RecoveryStep | null }) {
  const confirm = useAction('POST /recoveries/{id}/steps')
  const refuse = useAction('POST /recoveries/{id}/refusals')
  const shown = recovery.proposals.filter((one) => only === null || one.step === only)
  if (shown.length === 0) return null
  const params = { id: recovery.id }
  const yes = async () => {
    for (const [, group] of Map.groupBy(shown, (one) => one.evidence.id))
      await confirm.mutateAsync({
        params,
        body: { steps: group.map((one) => one.step), evidence: group[0]!.evidence },
      })
  }
  return (
    <div className="recovery-proposed" role="group" aria-label={t('recovery.proposed')}>
      <p className="meta">{t('recovery.proposed')}</p>
      <ul>
        {shown.map((one) => (
          <li key={one.step}>
            <b>{stepWords(one.step)}</b>{' '}
            {one.evidence.kind === 'message' ? (
              <a href={`#${one.evidence.id}`}>“{one.words}”</a>
            ) : (
              <span>{one.words}</span>
            )}{' '}
            <span className="meta">
              <Time at={one.at} />{' '}
              <button
                type="button"
                className="link"
                disabled={refuse.isPending}
                onClick={() =>
                  refuse.mutate({ params, body: { step: one.step, evidenceId: one.evidence.id } })
                }
              >
                {t('recovery.refuse')}
                <span className="hide">: {stepWords(one.step)}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button primary"
        disabled={confirm.isPending}
        onClick={() => void yes().catch(() => {})}
      >
        {t('recovery.confirm', { n: shown.length })}
      </button>
    </div>
  )
}
