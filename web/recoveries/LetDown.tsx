import { Link } from 'wouter'
import type { Recovery } from '#contract/recoveries.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { costWords, stepWords } from './words.ts'
import './recoveries.css'

/** When we let them down: what happened, what it cost them in their words, how it was made right, and whether we asked again. */
export function LetDown({ customerId }: { customerId: string }) {
  const { data } = useApi('GET /customers/{id}/recoveries', { params: { id: customerId } })
  const items = data?.items.filter((one) => one.closed?.outcome !== 'mistaken') ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={t('recovery.letDown')}>
      <h2>{t('recovery.letDown')}</h2>
      <ul className="let-down">
        {items.map((one) => (
          <li key={one.id}>
            <One recovery={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ recovery }: { recovery: Recovery }) {
  const { closed } = recovery
  const fix = recovery.steps.find((one) => one.step === 'fix')
  const check = recovery.steps.find((one) => one.step === 'check')
  return (
    <>
      <p>
        <Link href={`/conversations/${recovery.conversationId}`}>{recovery.what}</Link>{' '}
        <span className="meta">
          <Time at={recovery.since} />
        </span>
      </p>
      {recovery.costs.map((cost) => (
        <p key={cost.position} className="meta">
          {costWords(cost.kind)}: <span className="serif">“{cost.words}”</span>
        </p>
      ))}
      {fix?.state === 'done' && (
        <p className="meta">{t('recovery.madeRightBy', { words: fix.words ?? '' })}</p>
      )}
      <p className="meta">
        {closed
          ? t(`recovery.outcome.${closed.outcome}`)
          : t('recovery.goesOn', { step: recovery.next ? stepWords(recovery.next) : '' })}
        {closed && ` · ${t(check?.state === 'done' ? 'recovery.askedAgain' : 'recovery.notAsked')}`}
      </p>
    </>
  )
}
