import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api } from '#web/api/client.ts'
import { hear, useLive } from '#web/api/live.ts'
import { queryClient, useAction, useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { dismissToast, Toasts, toast, toastAction } from '#web/ui/toast.tsx'
import { icons } from './icons.tsx'
import { useKeys } from './keys.ts'
import { useMe } from './session.ts'

const Palette = lazy(() => import('./Palette.tsx'))
const KeySheet = lazy(() => import('./KeySheet.tsx'))
const NewMessage = lazy(() => import('#web/conversations/NewMessage.tsx'))

type Place = { path: string; label: TextKey; icon: keyof typeof icons; key: string }
const places: Place[] = [
  { path: '/today', label: 'rail.today', icon: 'today', key: 'g t' },
  { path: '/inbox', label: 'rail.inbox', icon: 'inbox', key: 'g i' },
  { path: '/promises', label: 'rail.promises', icon: 'promises', key: 'g p' },
  { path: '/customers', label: 'rail.customers', icon: 'customers', key: 'g c' },
]
const below: Place[] = [
  { path: '/search', label: 'rail.search', icon: 'search', key: '/' },
  { path: '/library', label: 'rail.library', icon: 'library', key: 'g l' },
  { path: '/settings', label: 'rail.settings', icon: 'settings', key: 'g s' },
]

export type Overlay = 'palette' | 'keys' | 'new' | null

/** Rail, screen, what floats above it, and the stream of what changes. */
export function Frame({ children }: { children: ReactNode }) {
  const me = useMe()
  const [path, go] = useLocation()
  const [overlay, setOverlay] = useState<Overlay>(null)
  const connected = useLive()
  const { data: today } = useApi('GET /today')
  const due = today ? today.counts.due + today.handovers.length : 0
  const removeDemo = useAction('DELETE /demo', { onDone: () => toast({ text: t('demo.left'), lasts: 6000 }) })
  useNudges(me.teammate.id, go)
  useKeys([
    ...[...places, ...below].map((place) => ({
      keys: place.key,
      label: place.label,
      run: () => go(place.path),
    })),
    { keys: '$mod+k', label: 'keys.palette', run: () => setOverlay('palette') },
    { keys: '?', label: 'keys.sheet', run: () => setOverlay('keys') },
    { keys: 'c', label: 'keys.new', run: () => setOverlay('new') },
    {
      keys: 'z',
      label: 'keys.undo',
      run: () => {
        const undo = toastAction()
        dismissToast()
        undo?.()
      },
    },
  ])
  const active = (place: Place) =>
    path.startsWith(place.path) || (place.path === '/inbox' && path.startsWith('/conversations'))
  const item = (place: Place) => {
    const Icon = icons[place.icon]
    return (
      <Link
        key={place.path}
        href={place.path}
        className="rail-item"
        aria-current={active(place) ? 'page' : undefined}
      >
        <Icon size={20} weight={active(place) ? 'fill' : 'regular'} />
        <span>{t(place.label)}</span>
        {place.path === '/today' && due > 0 && (
          <span className="badge">
            <span aria-hidden="true">{due}</span>
            <span className="hide">{t('rail.due', { n: due })}</span>
          </span>
        )}
      </Link>
    )
  }
  return (
    <div className="frame">
      <a className="skip" href="#screen">
        {t('app.skip')}
      </a>
      <nav className="rail" aria-label={t('rail.label')}>
        <Link href="/today" className="house" aria-label="Tend">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>{me.company.name || 'Tend'}</span>
        </Link>
        <button type="button" className="rail-item plus" onClick={() => setOverlay('new')}>
          <icons.plus size={20} />
          <span>{t('rail.new')}</span>
        </button>
        {places.map(item)}
        <span className="gap" />
        {below.map(item)}
      </nav>
      <div className="main">
        {!connected && (
          <div className="banner" role="status">
            {t('app.offline')}
          </div>
        )}
        {me.demo && (
          <div className="banner sample" role="note">
            <span className="grow">{t('demo.here')}</span>
            {me.teammate.role === 'admin' && (
              <button
                type="button"
                className="button bare"
                disabled={removeDemo.isPending}
                onClick={() => removeDemo.mutate({})}
              >
                {t('demo.remove')}
              </button>
            )}
          </div>
        )}
        <main id="screen" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Toasts close={t('app.close')} />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} open={setOverlay} />}
        {overlay === 'keys' && <KeySheet onClose={() => setOverlay(null)} />}
        {overlay === 'new' && <NewMessage onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

/** A promise of mine comes near, or is late: said once, calmly, with a way to it. */
function useNudges(me: string, go: (path: string) => void): void {
  useEffect(
    () =>
      hear((event) => {
        if (
          event.teammateId !== me ||
          !event.promiseId ||
          !/^promise\.(nudged|late|handed-over)$/.test(event.type)
        )
          return
        void api('GET /promises/{id}', { params: { id: event.promiseId } }).then((promise) =>
          toast({
            text: t(
              event.type === 'promise.late'
                ? 'nudge.late'
                : event.type === 'promise.nudged'
                  ? 'nudge.soon'
                  : 'nudge.handed',
              { what: promise.what, who: promise.customerName },
            ),
            action: { label: t('nudge.look'), run: () => go(`/conversations/${promise.conversationId}`) },
          }),
        )
        void queryClient.invalidateQueries({ queryKey: ['GET /today'] })
      }),
    [me, go],
  )
}
