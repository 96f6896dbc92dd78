import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Promised } from '#contract/promises.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Due, Menu } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

const TellFirst = lazy(() => import('./TellFirst.tsx'))

/** One promise: the same object on Today, on the board and on the timeline. */
export function PromiseRibbon({ promise, showPerson }: { promise: Promised; showPerson?: boolean }) {
  const me = useMe()
  const [telling, setTelling] = useState(false)
  const open = promise.state === 'open' || promise.state === 'late'
  const keep = useAction('POST /promises/{id}/keeping', {
    onDone: () => toast({ text: t('promise.keptToast', { who: promise.customerName }), lasts: 5000 }),
  })
  const accept = useAction('POST /promises/{id}/acceptance')
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
            {promise.state === 'kept' ? (
              t('promise.kept')
            ) : promise.state === 'released' ? (
              t('promise.released')
            ) : promise.due ? (
              promise.state === 'late' ? (
                <>
                  {t('promise.late')} · <Due at={promise.due} />
                </>
              ) : (
                <Due at={promise.due} />
              )
            ) : (
              t('promise.noTime')
            )}
          </span>
          <MakerName id={promise.makerId} />
          {promise.handoverToId && (
            <span className="chip">{forMe ? t('promise.askedOfMe') : t('promise.askedOf')}</span>
          )}
        </div>
      </div>
      {open && mayAct && forMe && (
        <>
          <button
            type="button"
            className="button primary"
            onClick={() => accept.mutate({ params: { id: promise.id }, body: { accept: true } })}
          >
            {t('promise.accept')}
          </button>
          <button
            type="button"
            className="button bare"
            onClick={() => accept.mutate({ params: { id: promise.id }, body: { accept: false } })}
          >
            {t('promise.decline')}
          </button>
        </>
      )}
      {open && mayAct && !forMe && (
        <>
          <Menu
            label={t('promise.keep')}
            className="button quiet"
            items={[
              {
                label: t('promise.keptAndTold', { who: promise.customerName }),
                run: () => keep.mutate({ params: { id: promise.id }, body: { told: true } }),
              },
              {
                label: t('promise.keptNotTold'),
                run: () => keep.mutate({ params: { id: promise.id }, body: { told: false } }),
              },
            ]}
          >
            {t('promise.keep')}
          </Menu>
          <button type="button" className="button bare" onClick={() => setTelling(true)}>
            {t('promise.tellFirst')}
          </button>
          <HandOver promise={promise} />
        </>
      )}
      {telling && (
        <Suspense fallback={null}>
          <TellFirst promise={promise} onClose={() => setTelling(false)} />
        </Suspense>
      )}
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
