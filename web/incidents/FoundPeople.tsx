import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Found } from '#contract/incident.ts'
import { t } from '#web/text/t.ts'

/** Whom a way of looking finds, each with the reason, and what could not be read, a sentence each. */
export function FoundPeople({ found, children }: { found: Found; children: ReactNode }) {
  return (
    <div className="stack found-people" role="status">
      <p>
        <b>{t('incident.found', { people: found.people, fresh: found.fresh })}</b>{' '}
        {found.noAddress > 0 && <span>{t('incident.foundNoAddress', { n: found.noAddress })}</span>}
      </p>
      {found.sample.length > 0 && (
        <ul className="found-sample">
          {found.sample.map((one) => (
            <li key={one.customerId}>
              <Link href={`/customers/${one.customerId}`}>{one.name}</Link>{' '}
              <span className="meta">{one.because}</span>
            </li>
          ))}
        </ul>
      )}
      {found.fresh > found.sample.length && found.sample.length > 0 && (
        <p className="meta">{t('incident.andMore', { n: found.fresh - found.sample.length })}</p>
      )}
      {found.problemsInAll > 0 && (
        <div className="found-problems">
          <p>
            <b>{t('incident.problems', { n: found.problemsInAll })}</b>
          </p>
          <ul>
            {found.problems.map((one) => (
              <li key={`${one.line} ${one.given} ${one.kind}`}>
                {one.line !== null && <span className="meta">{t('incident.line', { n: one.line })}</span>}{' '}
                {one.says}
              </li>
            ))}
          </ul>
          {found.problemsInAll > found.problems.length && (
            <p className="meta">
              {t('incident.andMore', { n: found.problemsInAll - found.problems.length })}
            </p>
          )}
        </div>
      )}
      <div className="row">{children}</div>
    </div>
  )
}
