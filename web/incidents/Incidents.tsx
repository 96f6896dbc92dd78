import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Incident } from '#contract/incident.ts'
import { useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useStanding } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Due, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { OpenForm } from './OpenForm.tsx'
import { SurgeSwitch } from './SurgeSwitch.tsx'
import { ToldBar } from './ToldBar.tsx'
import { useFollowing } from './useNow.ts'
import { untoldWords } from './words.ts'
import './incidents.css'

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-incident="${id}"]`)

/** What hits several people at once, and how many of them have not heard it from us. */
export default function Incidents({ opens = false }: { opens?: boolean }) {
  const me = useMe()
  const [, go] = useLocation()
  const stands = useStanding('incidents')
  const enabled = stands === 'on'
  const open = useApi('GET /incidents', { query: { state: 'open', limit: 50 } }, { enabled })
  const closed = useApi('GET /incidents', { query: { state: 'closed', limit: 25 } }, { enabled })
  const [at, setAt] = useState(-1)
  useFollowing(open.data?.items.some((one) => one.counts.written > 0) ?? false)
  const mayAct = me.teammate.role !== 'observer'
  const rows = [...(open.data?.items ?? []), ...(closed.data?.items ?? [])]
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    if (rows[next]) rowOf(rows[next].id)?.focus()
  }
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
    ...(mayAct ? [{ keys: 'n', label: 'incident.new' as const, run: () => go('/incidents/new') }] : []),
  ])
  if (stands === 'off') return <Empty says={t('incident.off')} />
  if (open.error && !open.data) return <Empty says={open.error.message} />
  if (!open.data)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  return (
    <div className="page stack incidents-page">
      <header className="row">
        <h1 className="grow">{t('incident.title')}</h1>
        {mayAct && !opens && (
          <Link href="/incidents/new" className="button primary" title={t('keys.hint', { key: 'n' })}>
            {t('incident.new')}
          </Link>
        )}
      </header>
      {opens && mayAct && <OpenForm others={open.data.items} onClose={() => go('/incidents')} />}
      <SurgeSwitch />
      {open.data.items.length === 0 ? (
        !opens && <Empty says={t('incident.none')} />
      ) : (
        <List incidents={open.data.items} />
      )}
      {closed.data && closed.data.items.length > 0 && (
        <section className="stack" aria-labelledby="incidents-over">
          <h2 id="incidents-over">{t('incident.overs')}</h2>
          <List incidents={closed.data.items} />
        </section>
      )}
      {rows.length > 0 && <p className="end">{t('incident.end')}</p>}
    </div>
  )
}

const List = ({ incidents }: { incidents: readonly Incident[] }) => (
  <ul className="incident-list">
    {incidents.map((one) => (
      <li key={one.id}>
        <Link
          href={`/incidents/${one.id}`}
          className={`incident-row ${one.closedAt ? 'over' : ''}`}
          data-incident={one.id}
        >
          <span className="top">
            <b>{one.what}</b>
            {one.demo && <span className="chip sample">{t('demo.chip')}</span>}
            {!one.closedAt && one.nextUpdate && (
              <span className={`chip ${one.nextUpdateLate ? 'late' : 'promise'}`}>
                {t('incident.nextUpdate')} <Due at={one.nextUpdate} />
              </span>
            )}
          </span>
          <ToldBar counts={one.counts} />
          <span className="row gist">
            <span className={!one.closedAt && one.counts.told < one.counts.people ? 'wanting' : ''}>
              {untoldWords(one.counts)}
            </span>
            {one.counts.waiting > 0 && (
              <span className="wanting">{t('incident.waiting', { n: one.counts.waiting })}</span>
            )}
            {one.counts.proposals > 0 && <span>{t('incident.proposed', { n: one.counts.proposals })}</span>}
          </span>
          <span className="meta">
            {one.closedAt ? (
              <>
                {t('incident.closed')} <Time at={one.closedAt} />
                {one.cause && ` · ${one.cause}`}
              </>
            ) : (
              <>
                {t('incident.since')} <Time at={one.since} />
                {one.openedBy && ` · ${one.openedBy}`}
              </>
            )}
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
