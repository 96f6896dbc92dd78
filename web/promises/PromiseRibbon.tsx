import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Promised } from '#contract/promises.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Due, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

const TellFirst = lazy(() => import('./TellFirst.tsx'))
const Release = lazy(() => import('./Release.tsx'))

/** One promise: the same object on Today, on the board and on the timeline. */
export function PromiseRibbon({ promise, showPerson }: { promise: Promised; showPerson?: boolean }) {
  const me = useMe()
  const isOpen = promise.state === 'open' || promise.state === 'late'
  const mayAct = me.teammate.role !== 'observer'
  const forMe = promise.handoverToId === me.teammate.id
  return (
    <div className={`ribbon ${promise.state}`}>
      <div className="grow">
        <div className="what">
          {showPerson ? (
            <Link href={`/conversations/${promise.conversationId}`}>
              {promise.customerName}: {promise.what}
            </Link>
          ) : (
            promise.what
          )}
        </div>
        <div className="row">
          <span className="due">
            <State promise={promise} />
          </span>
          <MakerName id={promise.makerId} />
          {promise.handoverToId && (
            <span className="chip">{forMe ? t('promise.askedOfMe') : t('promise.askedOf')}</span>
          )}
        </div>
        {showPerson && promise.quote && (
          <p className="said">
            “{promise.quote}” <span className="meta">{t('promise.said')} </span>
            <span className="meta">
              <Time at={promise.madeAt} />
            </span>
          </p>
        )}
      </div>
      {isOpen && mayAct && (forMe ? <Accept id={promise.id} /> : <Acts promise={promise} />)}
    </div>
  )
}

function State({ promise }: { promise: Promised }) {
  if (promise.state === 'kept' || promise.state === 'released') return <>{t(`promise.${promise.state}`)}</>
  if (!promise.due) return <>{t('promise.noTime')}</>
  return (
    <>
      {promise.state === 'late' && `${t('promise.late')} · `}
      <Due at={promise.due} />
    </>
  )
}

function Accept({ id }: { id: string }) {
  const accept = useAction('POST /promises/{id}/acceptance')
  const say = (yes: boolean) => accept.mutate({ params: { id }, body: { accept: yes } })
  return (
    <div className="row acts">
      <button type="button" className="button primary" onClick={() => say(true)}>
        {t('promise.accept')}
      </button>
      <button type="button" className="button bare" onClick={() => say(false)}>
        {t('promise.decline')}
      </button>
    </div>
  )
}

function Acts({ promise }: { promise: Promised }) {
  const [panel, setPanel] = useState<'tell' | 'release' | null>(null)
  const keep = useAction('POST /promises/{id}/keeping', {
    onDone: () => toast({ text: t('promise.keptToast', { who: promise.customerName }), lasts: 5000 }),
  })
  const kept = (told: boolean) => keep.mutate({ params: { id: promise.id }, body: { told } })
  return (
    <div className="row acts">
      <Menu
        label={t('promise.keep')}
        className="button quiet"
        items={[
          { label: t('promise.keptAndTold', { who: promise.customerName }), run: () => kept(true) },
          { label: t('promise.keptNotTold'), run: () => kept(false) },
          {
            label: t('promise.release', { who: promise.customerName }),
            run: () => setPanel('release'),
          },
        ]}
      >
        {t('promise.keep')}
      </Menu>
      <button type="button" className="button bare" onClick={() => setPanel('tell')}>
        {t('promise.tellFirst')}
      </button>
      <HandOver promise={promise} />
      <Suspense fallback={null}>
        {panel === 'tell' && <TellFirst promise={promise} onClose={() => setPanel(null)} />}
        {panel === 'release' && <Release promise={promise} onClose={() => setPanel(null)} />}
      </Suspense>
    </div>
  )
}

function MakerName({ id }: { id: string | null }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  if (!id) return <span className="meta">{t('promise.nobodys')}</span>
  return (
    <span className="meta">
      {id === me.teammate.id ? t('promise.yours') : (team?.items.find((one) => one.id === id)?.name ?? '')}
    </span>
  )
}

function HandOver({ promise }: { promise: Promised }) {
  const { data: team } = useApi('GET /teammates')
  const handOver = useAction('POST /promises/{id}/handover', {
    onDone: () => toast({ text: t('promise.handedOver'), lasts: 5000 }),
  })
  const others =
    team?.items.filter(
      (one) =>
        one.id !== promise.makerId &&
        one.role !== 'observer' &&
        (one.role === 'admin' || one.inboxes.includes(promise.inboxId)),
    ) ?? []
  return (
    <Menu
      label={t('promise.handOver')}
      className="button bare"
      items={others.map((one) => ({
        label: one.name,
        hint: one.title ?? '',
        run: () => handOver.mutate({ params: { id: promise.id }, body: { teammateId: one.id } }),
      }))}
    >
      {t('promise.handOver')}
    </Menu>
  )
}
