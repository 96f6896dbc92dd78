import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { StatusPage, StatusReport } from '#contract/status.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { t } from '#web/text/t.ts'
import { Due, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { SaidForm } from './SaidForm.tsx'
import { filled, isSaid, ownWords } from './said.ts'
import { nextInstant, type Update, UpdateFields } from './UpdateFields.tsx'
import { useKept } from './useKept.ts'
import './status.css'

/** One report: how it stands, what is said next, and what was said. */
export default function ReportPage({ id }: { id: string }) {
  const me = useMe()
  const [, go] = useLocation()
  const { data: page } = useApi('GET /status-page')
  const { data: report, error } = useApi('GET /status-reports/{id}', { params: { id } })
  useTitle(report && ownWords(report.title))
  useKeys([{ keys: 'u', label: 'keys.back', run: () => go('/status-page') }])
  const remove = useAction('DELETE /status-reports/{id}', { onDone: () => go('/status-page') })
  const [isSure, setSure] = useState(false)
  if (error && !report) return <Empty says={error.message} />
  if (!report || !page)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  return (
    <div className="page stack status-report">
      <header className="row">
        <Link href="/status-page" className="icon-button" aria-label={t('keys.back')}>
          <ArrowLeftIcon size={20} />
        </Link>
        <div className="grow">
          <h1>{ownWords(report.title)}</h1>
          <p className="meta">
            {t(`statusPage.stage.${report.stage}`)} · {t('statusPage.began')} <Time at={report.begunAt} />
            {report.incidentId && (
              <>
                {' · '}
                <Link href={`/incidents/${report.incidentId}`}>{t('statusPage.incident')}</Link>
              </>
            )}{' '}
            ·{' '}
            <a href={report.url} target="_blank" rel="noreferrer">
              {t('statusPage.see')}
            </a>
          </p>
        </div>
        {report.nextAt && (
          <span className={`chip ${report.isLate ? 'late' : 'promise'}`}>
            {report.isLate ? t('statusPage.late') : t('statusPage.nextWord')} <Due at={report.nextAt} />
          </span>
        )}
      </header>
      {report.cause && (
        <section aria-label={t('statusPage.cause')}>
          <h2>{t('statusPage.cause')}</h2>
          <p className="said-words">{ownWords(report.cause)}</p>
        </section>
      )}
      {me.teammate.role !== 'observer' && <SayNext key={report.updates.length} report={report} page={page} />}
      <section aria-label={t('statusPage.said')}>
        <h2>{t('statusPage.said')}</h2>
        <ol className="status-said">
          {report.updates.map((one) => (
            <li key={one.id}>
              <b>{t(`statusPage.stage.${one.stage}`)}</b>{' '}
              <span className="meta">
                {one.by && `${one.by} · `}
                <Time at={one.at} />
              </span>
              <p className="said-words">{ownWords(one.impact)}</p>
              <p className="said-words">{ownWords(one.doing)}</p>
            </li>
          ))}
        </ol>
      </section>
      {(me.teammate.role === 'lead' || me.teammate.role === 'admin') && (
        <div className="row">
          {isSure ? (
            <>
              <span>{t('statusPage.removeSure')}</span>
              <button
                type="button"
                className="button danger"
                disabled={remove.isPending}
                onClick={() => remove.mutate({ params: { id } })}
              >
                {t('statusPage.remove')}
              </button>
              <button type="button" className="button bare" onClick={() => setSure(false)}>
                {t('app.cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="button bare" onClick={() => setSure(true)}>
              {t('statusPage.remove')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** What is true of it stays in the form: only what is new has to be written. */
function SayNext({ report, page }: { report: StatusReport; page: StatusPage }) {
  const zone = useMe().company.timeZone
  const newest = report.updates[0]!
  const begin: Update = {
    stage: report.stage,
    impact: newest.impact,
    doing: {},
    cause: report.cause ?? {},
    levels: newest.levels,
    next: '',
  }
  const { kept, change, forget } = useKept<Update>(`${report.id}.${report.updates.length}`, begin)
  const say = useAction('POST /status-reports/{id}/updates', {
    quiet: true,
    onDone: () => {
      forget()
      toast({ text: t('statusPage.isSaid'), lasts: 4000 })
    },
  })
  return (
    <SaidForm
      name={t('statusPage.next')}
      does={t('statusPage.say')}
      action={say}
      forget={forget}
      onSay={() =>
        say.mutate({
          params: { id: report.id },
          body: {
            stage: kept.stage,
            impact: filled(kept.impact),
            doing: filled(kept.doing),
            levels: kept.levels,
            nextAt: nextInstant(kept.next, zone),
            seen: report.updates.length,
            ...(kept.stage === 'over' && isSaid(kept.cause) && { cause: filled(kept.cause) }),
          },
        })
      }
    >
      <h2>{t(report.overAt ? 'statusPage.sayAfter' : 'statusPage.next')}</h2>
      <UpdateFields update={kept} parts={page.components} languages={page.languages} onChange={change} />
      <p className="meta">{t('statusPage.goesOut', { n: page.readers })}</p>
    </SaidForm>
  )
}
