import { useState } from 'react'
import { Link } from 'wouter'
import type { Extra } from '#contract/extras.ts'
import { useApi } from '#web/api/query.ts'
import { useStanding } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { ExtraForm } from './ExtraForm.tsx'
import { Report } from './Report.tsx'
import { ToMake } from './ToMake.tsx'
import { costWords } from './words.ts'
import './extras.css'

/** The catalogue, free ones first, with what came of each; for a lead to write, for everybody to give from. */
export default function LittleExtras() {
  const me = useMe()
  const stands = useStanding('extras')
  const { data, error } = useApi('GET /extras', {}, { enabled: stands === 'on' })
  const [edits, setEdits] = useState<Extra | 'new' | null>(null)
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  if (stands === 'off') return <Empty says={t('extras.off')} />
  if (error) return <Empty says={error.message} />
  return (
    <div className="page stack extras-page">
      <header className="row">
        <h1 className="grow">{t('extras.title')}</h1>
        <Link href="/library" className="button bare">
          {t('library.title')}
        </Link>
        {isLead && (
          <button type="button" className="button quiet" onClick={() => setEdits('new')}>
            {t('extras.add')}
          </button>
        )}
      </header>
      <p className="meta">{t('extras.help')}</p>
      {data && <Report report={data.report} />}
      <ToMake />
      {edits === 'new' && <ExtraForm extra={null} onClose={() => setEdits(null)} />}
      {!data ? <Skeleton /> : data.items.length === 0 ? <Empty says={t('extras.none')} /> : null}
      <ul className="extras-list">
        {data?.items.map((one) =>
          edits !== 'new' && edits?.id === one.id ? (
            <li key={one.id}>
              <ExtraForm extra={one} onClose={() => setEdits(null)} />
            </li>
          ) : (
            <li key={one.id} className="extras-row">
              <div className="grow">
                <p className="row">
                  <b>{one.name}</b>
                  <span className={one.cost === 0 ? 'chip kept' : 'chip'}>{costWords(one)}</span>
                  {one.left !== null && (
                    <span className={one.left === 0 ? 'chip late' : 'chip'}>
                      {t('extras.left', { n: one.left })}
                    </span>
                  )}
                </p>
                <p className="serif">“{one.words}”</p>
                <p className="meta">
                  {one.given === 0 ? t('extras.neverGiven') : t('extras.came', one)}
                  {one.makerId && <Maker id={one.makerId} />}
                </p>
              </div>
              {isLead && (
                <button type="button" className="button bare" onClick={() => setEdits(one)}>
                  {t('extras.change')}
                  <span className="hide">: {one.name}</span>
                </button>
              )}
            </li>
          ),
        )}
      </ul>
    </div>
  )
}

function Maker({ id }: { id: string }) {
  const { data } = useApi('GET /teammates')
  const name = data?.items.find((one) => one.id === id)?.name.split(' ')[0]
  return name ? <> · {t('extras.makes', { maker: name })}</> : null
}
