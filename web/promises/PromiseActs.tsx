import { lazy, Suspense, useState } from 'react'
import type { Promised } from '#contract/promises.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { Called } from '#web/callbacks/Called.tsx'
import { t, withTexts } from '#web/text/t.ts'
import { Menu, type MenuItem } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import { waitsForThem } from './owed.ts'

const TellFirst = lazy(withTexts(() => import('./TellFirst.tsx')))
const Started = lazy(withTexts(() => import('./Started.tsx')))
const Because = lazy(withTexts(() => import('./Because.tsx')))

/** A colleague asks me to take it over. */
export function Accept({ id }: { id: string }) {
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

/** Kept, and somebody is still to be told: one press for everyone, or for one of several. */
export function Tell({ promise }: { promise: Promised }) {
  const tell = useAction('POST /promises/{id}/telling', {
    onDone: () => toast({ text: t('promise.toldToast'), lasts: 4000 }),
  })
  const say = (people?: number[]) =>
    tell.mutate({ params: { id: promise.id }, body: people ? { people } : {} })
  const left = promise.people.filter((person) => !person.toldAt)
  return (
    <div className="row acts">
      {left.length > 1 ? (
        <Menu
          label={t('promise.tell')}
          items={[
            ...left.map(({ name, position }) => ({
              label: t('promise.knows', { name }),
              run: () => say([position]),
            })),
            { label: t('promise.allKnow'), run: () => say() },
          ]}
        >
          {t('promise.tell')}
        </Menu>
      ) : (
        <button type="button" className="button quiet" onClick={() => say()}>
          {t('promise.knows', { name: left[0]?.name ?? promise.customerName })}
        </button>
      )}
    </div>
  )
}

/** What can be done about a promise that is still ours to keep. */
export function Acts({ promise }: { promise: Promised }) {
  const me = useMe()
  const [panel, setPanel] = useState<'tell' | 'start' | 'release' | 'breaking' | null>(null)
  const take = useAction('POST /promises/{id}/handover')
  const leads = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const mayBreak = leads || promise.makerId === null || promise.makerId === me.teammate.id
  return (
    <div className="row acts">
      {promise.makerId === null && (
        <button
          type="button"
          className="button primary"
          onClick={() => take.mutate({ params: { id: promise.id }, body: { teammateId: me.teammate.id } })}
        >
          {t('promise.take')}
        </button>
      )}
      {waitsForThem(promise) && (
        <button type="button" className="button quiet" onClick={() => setPanel('start')}>
          {t('promise.theyDid')}
        </button>
      )}
      <Done
        promise={promise}
        more={[
          {
            label: t('promise.release', { who: promise.customerName }),
            run: () => setPanel('release'),
          },
          ...(mayBreak && promise.state !== 'broken'
            ? [{ label: t('promise.cannot'), run: () => setPanel('breaking') }]
            : []),
        ]}
      />
      <button type="button" className="button bare" onClick={() => setPanel('tell')}>
        {t('promise.tellFirst')}
      </button>
      <HandOver promise={promise} />
      <Suspense fallback={null}>
        {panel === 'tell' && <TellFirst promise={promise} onClose={() => setPanel(null)} />}
        {panel === 'start' && <Started promise={promise} onClose={() => setPanel(null)} />}
        {(panel === 'release' || panel === 'breaking') && (
          <Because promise={promise} what={panel} onClose={() => setPanel(null)} />
        )}
      </Suspense>
    </div>
  )
}

/** A word is kept; a call is made, whether or not somebody picked up. */
const Done = (props: { promise: Promised; more: MenuItem[] }) =>
  props.promise.kind === 'callback' ? <Called {...props} /> : <Kept {...props} />

function Kept({ promise, more }: { promise: Promised; more: MenuItem[] }) {
  const keep = useAction('POST /promises/{id}/keeping', {
    onDone: () => toast({ text: t('promise.keptToast', { who: promise.customerName }), lasts: 5000 }),
  })
  const kept = (told: boolean, again = true) =>
    keep.mutate({ params: { id: promise.id }, body: { told, again } })
  const several = promise.people.length > 1
  return (
    <Menu
      label={t('promise.keep')}
      className="button quiet"
      items={[
        {
          label: several ? t('promise.keptAllKnow') : t('promise.keptAndTold', { who: promise.customerName }),
          run: () => kept(true),
        },
        { label: t('promise.keptNotTold'), run: () => kept(false) },
        ...(promise.repeats ? [{ label: t('promise.lastTime'), run: () => kept(true, false) }] : []),
        ...more,
      ]}
    >
      {t('promise.keep')}
    </Menu>
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
