import type { Answer } from '#web/api/client.ts'
import { inUnit } from '#web/authority/words.ts'
import { t } from '#web/text/t.ts'

/** A sentence first: how much of it cost nothing, whom it made glad, and what a glad person has cost. Never who gave how much. */
export function Report({ report }: { report: Answer<'GET /extras'>['report'] }) {
  if (report.given === 0) return null
  const share = Math.round((report.free / report.given) * 100)
  return (
    <section className="extras-report" aria-label={t('extras.report')}>
      <p className="extras-sentence">
        {t('extras.sentence', { given: report.given, free: report.free, share, glad: report.glad })}
      </p>
      <ul className="meta">
        <li>{t('extras.answered', { n: report.answered, given: report.given })}</li>
        {report.freeGlad > 0 && <li>{t('extras.freeGlad', { n: report.freeGlad })}</li>}
        {report.spent
          .filter((one) => one.amount > 0)
          .map((one) => (
            <li key={one.unit}>
              {one.glad > 0
                ? t('extras.perGlad', {
                    spent: inUnit(one.amount, one.unit),
                    n: one.glad,
                    each: inUnit(Math.round((one.amount / one.glad) * 100) / 100, one.unit),
                  })
                : t('extras.spent', { spent: inUnit(one.amount, one.unit) })}
            </li>
          ))}
      </ul>
    </section>
  )
}
