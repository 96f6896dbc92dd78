import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { hear, useLive } from '#web/api/live.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { MissedCall } from '#web/callbacks/MissedCall.tsx'
import { useKeeping } from '#web/offline/useKeeping.ts'
import { WaitingLine } from '#web/offline/WaitingLine.tsx'
import { allTexts, t, withTexts } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { dismissToast, Toasts, toast, toastAction } from '#web/ui/toast.tsx'
import { Boundary } from './Boundary.tsx'
import { goHeadsDown, holdBack, isHeadsDown } from './headsDown.ts'
import { icons } from './icons.tsx'
import { type Key, useKeys } from './keys.ts'
import { places as allPlaces, type Place, placeOf, placesBelow } from './places.ts'
import { useRail } from './rail.ts'
import { useMe } from './session.ts'
import { titlePlace } from './title.ts'
import { useAnchor } from './useAnchor.ts'
import { useNews } from './useNews.ts'

const Palette = lazy(withTexts(() => import('./Palette.tsx')))
const KeySheet = lazy(withTexts(() => import('./KeySheet.tsx')))
const HeadsDown = lazy(withTexts(() => import('./HeadsDown.tsx')))
const NewMessage = lazy(withTexts(() => import('#web/conversations/NewMessage.tsx')))

/** Once the first screen is at rest: what a key opens is here before the key is pressed. */
const fetchAhead = () =>
  void Promise.allSettled([
    import('./Palette.tsx'),
    import('#web/conversations/Inbox.tsx'),
    import('#web/conversations/Thread.tsx'),
    import('#web/conversations/Composer.tsx'),
  ])

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
  const here = placeOf(path)
  const rail = useRail()
  const isOld = useNews(connected)
  useAnchor(path)
  useKeeping(connected)
  // The next screen finds its words there already; where they do not come, that screen asks again.
  useEffect(() => void allTexts().catch(() => {}), [])
  useEffect(() => {
    const soon = setTimeout(fetchAhead, 3000)
    return () => clearTimeout(soon)
  }, [])
  const { data: practices } = useApi('GET /practices')
  const places = allPlaces.filter((place) => !place.practice || practices?.on.includes(place.practice))
  const { data: hit } = useApi(
    'GET /incidents',
    { query: { state: 'open', limit: 1 } },
    { enabled: practices?.on.includes('incidents') ?? false },
  )
  const more = placesBelow.concat(places).filter((place) => place.behindMore)
  useNudges(me.teammate.id, go)
  useEffect(() => {
    const write = () => setOverlay('new')
    addEventListener('tend:write', write)
    return () => removeEventListener('tend:write', write)
  }, [])
  const screen = useArrival(here, me.company.name)
  const keys = [
    ...[...places, ...placesBelow].map((place) => ({
      keys: place.key,
      label: place.label,
      ...(place.path === '/search' && { writes: true }),
      run: () => {
        go(place.path)
        // There already, only the eye goes back to its field.
        if (place.path === '/search') document.getElementById('q')?.focus()
      },
    })),
    { keys: '$mod+k', label: 'keys.palette', writes: true, run: () => setOverlay('palette') },
    { keys: '?', label: 'keys.sheet', run: () => setOverlay('keys') },
    { keys: 'c', label: 'keys.new', writes: true, run: () => setOverlay('new') },
    { keys: '[', label: 'keys.rail', run: rail.toggle },
    { keys: 'q', label: 'keys.headsDown', run: () => void goHeadsDown(isHeadsDown() ? 0 : 25) },
    {
      keys: 'z',
      label: 'keys.undo',
      run: () => {
        const undo = toastAction()
        dismissToast()
        if (undo) undo()
        else toast({ text: t('keys.nothingToUndo'), lasts: 6000 })
      },
    },
  ] satisfies Key[]
  useKeys(keys, { under: true })
  const item = (place: Place) => {
    const Icon = icons[place.icon]
    return (
      <Link
        key={place.path}
        href={place.path}
        className={place.behindMore ? 'rail-item behind-more' : 'rail-item'}
        aria-current={here === place ? 'page' : undefined}
        title={t(place.label)}
      >
        <Icon size={20} weight={here === place ? 'fill' : 'regular'} />
        <span>{t(place.label)}</span>
        {place.path === '/today' && due > 0 && (
          <span className="badge">
            <span aria-hidden="true">{due}</span>
            <span className="hide">{t('rail.due', { n: due })}</span>
          </span>
        )}
        {place.path === '/incidents' && hit && hit.items.length > 0 && (
          <span className="dot">
            <span className="hide">{t('incident.here')}</span>
          </span>
        )}
      </Link>
    )
  }
  return (
    <div className={`frame ${rail.narrow ? 'narrow' : ''}`}>
      <a className="skip" href="#screen">
        {t('app.skip')}
      </a>
      <nav className="rail" aria-label={t('rail.label')}>
        <Link href="/today" className="house">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>{me.company.name || 'Tend'}</span>
        </Link>
        <button type="button" className="rail-item plus" onClick={() => setOverlay('new')}>
          <icons.plus size={20} />
          <span>{t('rail.new')}</span>
        </button>
        {places.map(item)}
        <span className="gap" />
        {placesBelow.map(item)}
        <div className="more">
          <Menu
            label={t('rail.others')}
            className={here?.behindMore ? 'rail-item here' : 'rail-item'}
            up
            items={more.map((place) => ({ label: t(place.label), run: () => go(place.path) }))}
          >
            <icons.more size={20} weight="bold" />
            <span>{t('rail.more')}</span>
          </Menu>
        </div>
      </nav>
      <div className="main">
        <WaitingLine connected={connected} />
        {isOld && (
          <div className="banner" role="status">
            <span className="grow">{t('app.updated')}</span>
            <button type="button" className="button bare" onClick={() => location.reload()}>
              {t('app.loadAgain')}
            </button>
          </div>
        )}
        <Suspense fallback={null}>
          <HeadsDown />
        </Suspense>
        {me.demo && (
          <aside className="banner sample" aria-label={t('demo.label')}>
            <icons.sample size={20} />
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
          </aside>
        )}
        <main id="screen" tabIndex={-1} ref={screen}>
          <Boundary key={here?.path}>{children}</Boundary>
        </main>
        <Toasts close={t('app.close')} />
      </div>
      <MissedCall />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} open={setOverlay} />}
        {overlay === 'keys' && <KeySheet onClose={() => setOverlay(null)} />}
        {overlay === 'new' && <NewMessage onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

/** The title names the screen. Focus that went away with the screen before goes to the new one, not to nowhere. */
function useArrival(here: Place | null, company: string) {
  const screen = useRef<HTMLElement>(null)
  const before = useRef(here)
  useEffect(() => {
    titlePlace([here && t(here.label), company || 'Tend'].filter(Boolean).join(' – '))
    // Not on the first screen: there the first Tab belongs to "Skip to the screen".
    const moved = before.current !== here
    before.current = here
    if (moved && document.activeElement === document.body) screen.current?.focus({ preventScroll: true })
  }, [here, company])
  return screen
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
        void queryClient.invalidateQueries({ queryKey: ['GET /today'] })
        if (isHeadsDown()) return holdBack()
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
      }),
    [me, go],
  )
}
