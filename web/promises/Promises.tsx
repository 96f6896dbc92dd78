import { useState } from 'react'
import { useSearch } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { ByPerson } from './ByPerson.tsx'
import { ByTime } from './ByTime.tsx'
import { shares } from './shares.ts'
import './promises.css'

/** Everything we gave our word for: by time, late first, or by who keeps it. */
export default function Promises() {
  const [whose, setWhose] = useState<'all' | 'me'>(
    new URLSearchParams(useSearch()).get('whose') === 'me' ? 'me' : 'all',
  )
  const [by, setBy] = useState<'time' | 'person'>('time')
  const { data: any, error } = useApi(
    'GET /promises',
    { query: { unsettled: 'true', limit: 1 } },
    { keep: true },
  )
  const { data: untold } = useApi('GET /promises', { query: { lane: 'untold', limit: 1 } }, { keep: true })
  const { data: quiet } = useApi('GET /quiet', { query: { limit: 25 } }, { keep: true })
  const isEmpty = [any, untold, quiet].every((one) => one?.items.length === 0)
  return (
    <div className={`page wide promises by-${by}`}>
      <header className="row">
        <h1 className="grow">{t('rail.promises')}</h1>
        <div role="group" aria-label={t('promises.order')} className="switch">
          <button type="button" aria-pressed={by === 'time'} onClick={() => setBy('time')}>
            {t('promises.byTime')}
          </button>
          <button type="button" aria-pressed={by === 'person'} onClick={() => setBy('person')}>
            {t('promises.byPerson')}
          </button>
        </div>
        {by === 'time' && (
          <div role="group" aria-label={t('promises.whose')} className="switch">
            <button type="button" aria-pressed={whose === 'all'} onClick={() => setWhose('all')}>
              {t('promises.ours')}
            </button>
            <button type="button" aria-pressed={whose === 'me'} onClick={() => setWhose('me')}>
              {t('promises.mine')}
            </button>
          </div>
        )}
      </header>
      <Figures />
      {error ? <p className="problem">{error.message}</p> : null}
      {!any ? (
        <Skeleton />
      ) : isEmpty ? (
        <Empty says={t('promises.none')}>
          <p>{t('promises.noneHow')}</p>
        </Empty>
      ) : (
        <>
          {by === 'person' ? (
            <ByPerson />
          ) : (
            <ByTime assignee={whose === 'me' ? 'mine-or-nobody' : undefined} />
          )}
          <p className="end">{t('promises.end')}</p>
        </>
      )}
    </div>
  )
}

/** How we keep our word: the team's figures for all, one's own for oneself alone. */
function Figures() {
  const { data } = useApi('GET /promises/figures')
  if (!data || data.team.total === 0) return null
  const { team, mine } = data
  const [kept, told, late, broken] = shares([team.kept, team.toldBefore, team.late, team.broken])
  return (
    <p className="serif">
      {t('promises.figures', { kept: kept!, told: told!, late: late!, broken: broken! })}
      {mine && mine.total > 0 && (
        <span className="meta">
          {' '}
          {t('promises.own', {
            kept: shares([mine.kept + mine.toldBefore, mine.late + mine.broken])[0]!,
          })}
        </span>
      )}
    </p>
  )
}
