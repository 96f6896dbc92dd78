import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { WholeIncident } from '#contract/incident.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { Told } from './Told.tsx'
import './incidents.css'

const Hit = lazy(() => import('./Hit.tsx'))
const Letters = lazy(() => import('./Letters.tsx'))
const Closing = lazy(() => import('./Closing.tsx'))
const Merge = lazy(() => import('./Merge.tsx'))

export type Part = 'people' | 'letters' | 'closing'
const parts: readonly Part[] = ['people', 'letters', 'closing']
const partOf = (name: string | null): Part => parts.find((one) => one === name) ?? 'people'
export const addressOf = (id: string, part: Part): string =>
  part === 'people' ? `/incidents/${id}` : `/incidents/${id}/${part}`

/** One incident: what it is, who has not been told, and the three things to do about it. */
export default function IncidentPage({
  id,
  part,
  update,
}: {
  id: string
  part: string | null
  /** Of the letters: which update; `new` for one that is begun. */
  update: string | null
}) {
  const me = useMe()
  const [, go] = useLocation()
  const { data: incident, error } = useApi('GET /incidents/{id}', { params: { id } })
  const here = partOf(part)
  useTitle(incident?.what)
  const mayAct = me.teammate.role !== 'observer' && !incident?.closedAt && !incident?.mergedInto
  useKeys([
    { keys: 'u', label: 'keys.back', run: () => go('/incidents') },
    { keys: '1', label: 'incident.part.people', run: () => go(addressOf(id, 'people')) },
    { keys: '2', label: 'incident.part.letters', run: () => go(addressOf(id, 'letters')) },
    { keys: '3', label: 'incident.part.closing', run: () => go(addressOf(id, 'closing')) },
    ...(mayAct
      ? [{ keys: 'r', label: 'incident.write' as const, run: () => go(`/incidents/${id}/letters/new`) }]
      : []),
    { keys: '.', label: 'keys.more', run: () => document.getElementById('incident-more')?.click() },
  ])
  if (error && !incident)
    return (
      <Empty says={error.message}>
        <Link href="/incidents">{t('keys.back')}</Link>
      </Empty>
    )
  if (!incident)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  return (
    <div className="page incident-page">
      <Head incident={incident} mayAct={mayAct} here={here} />
      <Told incident={incident} mayAct={mayAct} />
      <nav className="incident-parts" aria-label={t('incident.parts')}>
        {parts.map((one, index) => (
          <Link
            key={one}
            href={addressOf(id, one)}
            aria-current={one === here ? 'page' : undefined}
            title={t('keys.hint', { key: String(index + 1) })}
          >
            {t(`incident.part.${one}`)}{' '}
            {one === 'people' && <span className="meta">{incident.counts.people}</span>}
            {one === 'letters' && incident.updates.length > 0 && (
              <span className="meta">{incident.updates.length}</span>
            )}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Skeleton lines={4} />}>
        {here === 'people' && <Hit incident={incident} mayAct={mayAct} />}
        {here === 'letters' && <Letters incident={incident} update={update} mayAct={mayAct} />}
        {here === 'closing' && <Closing incident={incident} mayAct={mayAct} />}
      </Suspense>
    </div>
  )
}

function Head({ incident, mayAct, here }: { incident: WholeIncident; mayAct: boolean; here: Part }) {
  const me = useMe()
  const { id } = incident
  const [, go] = useLocation()
  const [merges, setMerges] = useState(false)
  const inPublic = usePractice('statusPage')
  const part = useAction('DELETE /incidents/{id}/merging')
  const reopen = useAction('DELETE /incidents/{id}/closing')
  const draft = incident.updates.find((one) => one.state !== 'sent')
  return (
    <header className="row incident-head">
      <Link href="/incidents" className="icon-button" aria-label={t('keys.back')}>
        <ArrowLeftIcon size={20} />
      </Link>
      <div className="grow">
        <h1>{incident.what}</h1>
        <p className="meta">
          {t('incident.since')} <Time at={incident.since} />
          {incident.openedBy && ` · ${t('incident.openedBy', { name: incident.openedBy })}`}
          {incident.closedAt && (
            <>
              {' · '}
              {t('incident.closed')} <Time at={incident.closedAt} />
              {incident.closedBy && `, ${incident.closedBy}`}
              {incident.closedAsItIs && `: ${incident.closedAsItIs}`}
            </>
          )}
        </p>
        {incident.mergedInto && (
          <p className="row">
            <Link href={`/incidents/${incident.mergedInto}`}>{t('incident.mergedInto')}</Link>
            {me.teammate.role !== 'observer' && (
              <button
                type="button"
                className="link"
                disabled={part.isPending}
                onClick={() => part.mutate({ params: { id } })}
              >
                {t('incident.unmerge')}
              </button>
            )}
          </p>
        )}
      </div>
      {mayAct && here === 'people' && incident.counts.people > 0 && (
        <Link
          href={`/incidents/${id}/letters/${draft ? draft.position : 'new'}`}
          className="button primary"
          title={t('keys.hint', { key: 'r' })}
        >
          {t(draft ? 'incident.goOn' : 'incident.write')}
        </Link>
      )}
      {incident.closedAt && me.teammate.role !== 'observer' && (
        <button
          type="button"
          className="button quiet"
          disabled={reopen.isPending}
          onClick={() => reopen.mutate({ params: { id } })}
        >
          {t('incident.reopen')}
        </button>
      )}
      {mayAct && (
        <Menu
          id="incident-more"
          label={t('thread.more')}
          className="icon-button"
          items={[
            { label: t('incident.part.closing'), hint: '3', run: () => go(addressOf(id, 'closing')) },
            ...(inPublic ? [{ label: t('incident.inPublic'), run: () => go(reportOf(incident)) }] : []),
            { label: t('incident.merge'), run: () => setMerges(true) },
          ]}
        >
          <DotsThreeIcon size={20} weight="bold" />
        </Menu>
      )}
      <Suspense fallback={null}>
        {merges && <Merge incident={incident} onClose={() => setMerges(false)} />}
      </Suspense>
    </header>
  )
}

/** The public status page begins with the words that stand here. */
const reportOf = ({ id, what, impact, doing }: WholeIncident): string =>
  `/status-page?${new URLSearchParams({ incident: id, title: what, impact: impact ?? '', doing: doing ?? '' })}`
