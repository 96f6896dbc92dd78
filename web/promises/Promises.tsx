import { useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { PromiseRibbon } from './PromiseRibbon.tsx'
import './promises.css'

type Lane = 'late' | 'today' | 'week' | 'later' | 'waits'
const lanes: { id: Lane; label: TextKey }[] = [
  { id: 'late', label: 'promises.late' },
  { id: 'today', label: 'promises.today' },
  { id: 'week', label: 'promises.week' },
  { id: 'later', label: 'promises.later' },
  { id: 'waits', label: 'promises.waits' },
]

function laneOf(promise: Promised, now: Date): Lane {
  if (promise.state === 'late') return 'late'
  if (!promise.due) return 'waits'
  const due = new Date(promise.due)
  if (due < now) return 'late'
  if (due.toDateString() === now.toDateString()) return 'today'
  return due.getTime() - now.getTime() < 7 * 86_400_000 ? 'week' : 'later'
}

/** Everything we gave our word for, by time: late first. */
export default function Promises() {
  const [whose, setWhose] = useState<'all' | 'me'>('all')
  const maker = whose === 'me' ? ('me' as const) : undefined
  const { data: open, error } = useApi(
    'GET /promises',
    { query: { state: 'open', maker, limit: 100 } },
    { keep: true },
  )
  const { data: late } = useApi(
    'GET /promises',
    { query: { state: 'late', maker, limit: 100 } },
    { keep: true },
  )
  const { data: figures } = useApi('GET /promises/figures')
  const now = new Date()
  const all = [...(late?.items ?? []), ...(open?.items ?? [])]
  const share = (n: number, total: number) => (total ? Math.round((n / total) * 100) : 0)
  return (
    <div className="page wide promises">
      <header className="row">
        <h1 className="grow">{t('rail.promises')}</h1>
        <div role="group" aria-label={t('promises.whose')} className="switch">
          <button type="button" aria-pressed={whose === 'all'} onClick={() => setWhose('all')}>
            {t('promises.ours')}
          </button>
          <button type="button" aria-pressed={whose === 'me'} onClick={() => setWhose('me')}>
            {t('promises.mine')}
          </button>
        </div>
      </header>
      {figures && figures.team.total > 0 && (
        <p className="serif">
          {t('promises.figures', {
            kept: share(figures.team.kept, figures.team.total),
            told: share(figures.team.toldBefore, figures.team.total),
            late: share(figures.team.late, figures.team.total),
          })}
          {figures.mine && figures.mine.total > 0 && (
            <span className="meta">
              {' '}
              {t('promises.own', {
                kept: share(figures.mine.kept + figures.mine.toldBefore, figures.mine.total),
              })}
            </span>
          )}
        </p>
      )}
      {error ? <p className="problem">{error.message}</p> : null}
      {!open ? (
        <Skeleton />
      ) : all.length === 0 ? (
        <Empty says={t('promises.none')}>
          <p>{t('promises.noneHow')}</p>
        </Empty>
      ) : (
        lanes.map((lane) => {
          const here = all.filter((promise) => laneOf(promise, now) === lane.id)
          if (here.length === 0) return null
          return (
            <section key={lane.id} aria-labelledby={`lane-${lane.id}`}>
              <h2 id={`lane-${lane.id}`} className={lane.id}>
                {t(lane.label)} <span className="meta">{here.length}</span>
              </h2>
              <ul className="stack">
                {here.map((promise) => (
                  <li key={promise.id}>
                    <PromiseRibbon promise={promise} showPerson />
                  </li>
                ))}
              </ul>
            </section>
          )
        })
      )}
      {all.length > 0 && <p className="end">{t('promises.end')}</p>}
    </div>
  )
}
