import { Link } from 'wouter'
import type { WholeIncident } from '#contract/incident.ts'
import { t } from '#web/text/t.ts'
import { NextUpdate } from './NextUpdate.tsx'
import { ToldBar } from './ToldBar.tsx'
import { untoldWords } from './words.ts'

/** Always in sight: who has not been told, how far the rest has come, and when they hear from us next. */
export function Told({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const { id, counts } = incident
  const shown = [
    ['written', counts.written],
    ['refused', counts.refused],
    ['otherwise', counts.otherwise],
    ['waiting', counts.waiting],
  ] as const
  return (
    <section className="told-line" aria-label={t('incident.toldLabel')}>
      <div className="told-words">
        <p className="serif big" aria-live="polite">
          {counts.told < counts.people && counts.people > 0 ? (
            <Link href={`/incidents/${id}?state=untold`}>{untoldWords(counts)}</Link>
          ) : (
            untoldWords(counts)
          )}
        </p>
        {shown
          .filter(([, n]) => n > 0)
          .map(([state, n]) => (
            <Link
              key={state}
              href={`/incidents/${id}?state=${state}`}
              className={`chip ${state === 'written' ? 'promise' : state === 'otherwise' ? '' : 'late'}`}
            >
              {t(`incident.count.${state}`, { n })}
            </Link>
          ))}
        {counts.madeRight > 0 && (
          <span className="meta">{t('incident.count.madeRight', { n: counts.madeRight })}</span>
        )}
        {counts.content > 0 && (
          <span className="meta">{t('incident.count.content', { n: counts.content })}</span>
        )}
      </div>
      <ToldBar counts={counts} />
      {!incident.closedAt && <NextUpdate incident={incident} mayAct={mayAct} />}
    </section>
  )
}
