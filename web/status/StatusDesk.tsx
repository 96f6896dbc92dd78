import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { StatusReport } from '#contract/status.ts'
import { useApi } from '#web/api/query.ts'
import { usePractice, useStanding } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Due, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { type Beginning, OpenReport } from './OpenReport.tsx'
import { PageItself } from './PageItself.tsx'
import { ownWords } from './said.ts'
import './status.css'

/** What everybody can read of how it stands, and the way to say more. */
export default function StatusDesk() {
  const me = useMe()
  const stands = useStanding('statusPage')
  const hasStatements = usePractice('statements')
  const incidentId = new URLSearchParams(useSearch()).get('incident')
  const from = useBeginning(incidentId)
  const [isWriting, setWriting] = useState(incidentId !== null)
  const { data: page, error } = useApi('GET /status-page', {}, { enabled: stands === 'on' })
  const { data: reports } = useApi('GET /status-reports', { query: {} }, { enabled: stands === 'on' })
  if (error && !page) return <Empty says={error.message} />
  if (stands === 'off') return <Empty says={t('statusPage.isOff')} />
  if (!page || !reports)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  const open = reports.items.filter((one) => !one.overAt)
  const past = reports.items.filter((one) => one.overAt)
  const mayAct = me.teammate.role !== 'observer'
  return (
    <div className="page stack status-desk">
      <header className="row">
        <h1 className="grow">{t('statusPage.title')}</h1>
        {mayAct && !isWriting && (
          <button type="button" className="button primary" onClick={() => setWriting(true)}>
            {t('statusPage.new')}
          </button>
        )}
      </header>
      <p>
        {open.length === 0 ? t('statusPage.allWorks') : t('statusPage.someOpen', { n: open.length })}{' '}
        {t('statusPage.readers', { n: page.readers })}{' '}
        <a href={page.url} target="_blank" rel="noreferrer">
          {t('statusPage.see')}
        </a>
        {hasStatements && (
          <>
            {' · '}
            <Link href="/statements">{t('statements.title')}</Link>
          </>
        )}
      </p>
      {isWriting && from !== undefined && (
        <OpenReport page={page} from={from} onClose={() => setWriting(false)} />
      )}
      {open.length > 0 && (
        <section className="stack" aria-label={t('statusPage.open')}>
          <h2>{t('statusPage.open')}</h2>
          <ul className="stack">
            {open.map((one) => (
              <li key={one.id}>
                <OpenLine report={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('statusPage.parts')}>
        <h2>{t('statusPage.parts')}</h2>
        {page.components.length === 0 ? (
          <p className="meta">{t('statusPage.noParts')}</p>
        ) : (
          <ul className="status-parts">
            {page.components.map((part) => (
              <li key={part.id} className="row">
                <span className="grow">{ownWords(part.name)}</span>
                <span className={`level ${part.level}`}>{t(`statusPage.level.${part.level}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {past.length > 0 && (
        <section aria-label={t('statusPage.past')}>
          <h2>{t('statusPage.past')}</h2>
          <ul className="status-past">
            {past.map((one) => (
              <li key={one.id}>
                <Link href={`/status-page/${one.id}`}>{ownWords(one.title)}</Link>{' '}
                <span className="meta">
                  <Time at={one.begunAt} />
                  {!one.cause && ` · ${t('statusPage.causeOwed')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(me.teammate.role === 'lead' || me.teammate.role === 'admin') && <PageItself page={page} />}
    </div>
  )
}

function OpenLine({ report }: { report: StatusReport }) {
  return (
    <Link href={`/status-page/${report.id}`} className={`ribbon status-line ${report.isLate ? 'late' : ''}`}>
      <span className="grow">
        <span className="what">{ownWords(report.title)}</span>
        <br />
        <span className="meta">{t(`statusPage.stage.${report.stage}`)}</span>
      </span>
      {report.nextAt && (
        <span className="due">
          {report.isLate ? t('statusPage.late') : t('statusPage.nextWord')} <Due at={report.nextAt} />
        </span>
      )}
    </Link>
  )
}

/** The words an incident brings along; undefined while they come, empty where it cannot be seen. */
function useBeginning(incidentId: string | null): Beginning | null | undefined {
  const { data, error } = useApi(
    'GET /incidents/{id}',
    { params: { id: incidentId ?? '' } },
    { enabled: incidentId !== null },
  )
  if (!incidentId) return null
  if (!data) return error ? { incidentId, title: '', impact: '', doing: '' } : undefined
  return { incidentId, title: data.what.slice(0, 140), impact: data.impact ?? '', doing: data.doing ?? '' }
}
