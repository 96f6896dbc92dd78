import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { View } from '#contract/conversations.ts'
import { prefetch, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { useMinute } from '#web/ui/useMinute.ts'
import { isMade, useViews } from '#web/views/useViews.ts'
import { ViewMenu } from '#web/views/ViewMenu.tsx'
import { Chosen } from './Chosen.tsx'
import { Row } from './Row.tsx'
import { useChosen } from './useChosen.ts'
import { usePages } from './usePages.ts'
import { usePlace } from './usePlace.ts'

const SurgeLine = lazy(() => import('#web/incidents/SurgeLine.tsx'))
const MakingRight = lazy(() => import('#web/recoveries/MakingRight.tsx'))

const heights = { roomy: 72, cosy: 56, compact: 40 }
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)
/** Whether the focus may go to a row: nobody has put it elsewhere since. */
const isFree = (at: Element | null, since: Element | null) =>
  !at || at === document.body || at === since || at.closest('.rows') !== null

/** Who waits, in the order of harm, waiting and promise; everything the mouse does has a key. */
export function List({ view, openId }: { view: string; openId: string | null }) {
  const me = useMe()
  const [, go] = useLocation()
  const { all } = useViews()
  const surge = usePractice('surge')
  const [inbox, setInbox] = useState('')
  const here = all.find((one) => one.key === view)
  const query = { ...(isMade(view) ? { saved: view } : { view: view as View }), ...(inbox && { inbox }) }
  const { rows, isHere, isBefore, error, hasMore, need } = usePages(query, view !== 'making-right')
  const { at, standAt, stands } = usePlace(rows, view, openId)
  const chosen = useChosen(rows, view)
  const choosing = useRef(chosen)
  choosing.current = chosen
  // The same for every row and every press, so that a press paints the rows it changes and no others.
  const choose = useCallback(
    (id: string, range: boolean) => choosing.current[range ? 'through' : 'toggle'](id),
    [],
  )
  const now = useMinute()
  const scroller = useRef<HTMLDivElement>(null)
  const height = heights[me.preferences.density]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is another height
  useEffect(() => virtual.measure(), [height])
  // Another list begins at its beginning.
  const listed = useRef(view)
  useEffect(() => {
    if (listed.current === view) return
    listed.current = view
    scroller.current?.scrollTo({ top: 0 })
  }, [view])
  // Whoever reads one goes on to the next, or back to the one before: both are here by then.
  const place = openId ? rows.findIndex((row) => row.id === openId) : -1
  // The next page is asked for half a page before its first row is in sight. Who goes back up needs no more what was read far below;
  // but where the keys stand stays, and all that one may have chosen.
  const below = Math.max(last, at, place) + 26
  useEffect(() => need(chosen.rows.length > 0 ? Math.max(below, rows.length) : below))
  const around = place < 0 ? '' : [rows[place + 1]?.id, rows[place - 1]?.id].filter(Boolean).join(' ')
  useEffect(() => {
    if (!around) return
    const soon = setTimeout(() => {
      for (const id of around.split(' ')) prefetch('GET /conversations/{id}', { params: { id } })
    }, 150)
    return () => clearTimeout(soon)
  }, [around])
  // Back from a conversation, or where somebody leaves the list under the keys: the focus goes where the keys stand.
  const standing = stands ? rows[at]?.id : undefined
  const before = useRef(openId)
  useEffect(() => {
    const isBack = before.current !== null && !openId
    before.current = openId
    if (openId || document.activeElement !== document.body) return
    const place = (standing && rowOf(standing)) || (isBack ? scroller.current : null)
    place?.focus({ preventScroll: true })
  }, [openId, standing])
  // The row that the keys went to has the focus as soon as it is drawn: one far from here only some frames after the press.
  const wanted = useRef<{ id: string; since: Element | null } | null>(null)
  const focusWanted = () => {
    const row = wanted.current && rowOf(wanted.current.id)
    if (row && isFree(document.activeElement, wanted.current!.since)) row.focus({ preventScroll: true })
    if (row || openId) wanted.current = null
  }
  useEffect(focusWanted)
  // Another list, or a row that has gone, takes what has the focus with it: the row that the keys stand at has it then.
  const held = useRef<Element | null>(null)
  const isOf = useRef(view)
  useEffect(() => {
    const now = document.activeElement
    if (now !== document.body) held.current = now?.closest('.rows') ? now : null
    const isAnother = !isBefore && isOf.current !== view
    if (isAnother) isOf.current = view
    if (!held.current || openId || (held.current.isConnected && !isAnother)) return
    const to = rows[at] ? rowOf(rows[at].id) : scroller.current
    to?.focus({ preventScroll: true })
    wanted.current = null
  })
  const move = (by: number) => {
    // Who is read and has left the list left their place to the next one, who is not passed over.
    const from = openId && place < 0 && by > 0 ? at - 1 : at
    const next = Math.max(0, Math.min(rows.length - 1, from + by))
    const row = rows[next]
    if (!row) return
    standAt(row.id)
    if (openId) go(`/conversations/${row.id}`)
    else {
      prefetch('GET /conversations/{id}', { params: { id: row.id } })
      wanted.current = { id: row.id, since: document.activeElement }
    }
    // In the frame that shows it: before, the whole screen would be laid out for it a first time.
    requestAnimationFrame(() => {
      const seen = virtual.range
      if (!seen || next <= seen.startIndex || next >= seen.endIndex) virtual.scrollToIndex(next)
      focusWanted()
    })
  }
  const open = () => view !== 'making-right' && rows[at] && go(`/conversations/${rows[at].id}`)
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
    { keys: 'o', label: 'keys.open', run: open },
    { keys: 'Enter', label: 'keys.open', run: open },
    { keys: 'x', label: 'keys.choose', run: () => rows[at] && chosen.toggle(rows[at].id) },
    { keys: 'X', label: 'keys.chooseThrough', run: () => rows[at] && chosen.through(rows[at].id) },
    ...all.slice(0, 9).map((one, index) => ({
      keys: String(index + 1),
      label: (one.saved ? 'keys.view' : `view.${one.key}`) as TextKey,
      ...(one.saved && { name: one.name }),
      run: () => go(`/inbox/${one.key}`),
    })),
  ])
  const where = me.inboxes.find((one) => one.id === inbox)
  const name = here?.name ?? ''
  return (
    <section className="list" aria-label={name}>
      {chosen.rows.length > 0 ? (
        <Chosen chosen={chosen} all={rows.length} hasMore={hasMore} query={query} />
      ) : (
        <header>
          <h1 className="cut">
            <ViewMenu view={view} inbox={inbox} />
          </h1>
          {me.inboxes.length > 1 && (
            <Menu
              label={t('inbox.which')}
              className="button bare"
              items={[
                { label: t('inbox.all'), checked: inbox === '', run: () => setInbox('') },
                ...me.inboxes.map((one) => ({
                  label: one.name,
                  checked: inbox === one.id,
                  run: () => setInbox(one.id),
                })),
              ]}
            >
              <span className="cut">{where?.name ?? t('inbox.all')}</span>
              <CaretDownIcon size={14} />
            </Menu>
          )}
        </header>
      )}
      {surge && (
        <Suspense fallback={null}>
          <SurgeLine />
        </Suspense>
      )}
      {view === 'making-right' ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <MakingRight openId={openId} />
        </Suspense>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <div className="rows" ref={scroller} tabIndex={0} role="region" aria-label={t('inbox.rows')}>
          {error && !isHere && <p className="problem">{error.message}</p>}
          {!isHere && !error && <Skeleton lines={6} />}
          {isHere && rows.length === 0 && (
            <Empty says={t((isMade(view) ? 'empty.made' : `empty.${view}`) as TextKey)}>
              {view === 'for-me' && <SomeNew inbox={inbox} />}
            </Empty>
          )}
          <ul style={{ height: virtual.getTotalSize() }}>
            {shown.map((item) => {
              const row = rows[item.index]!
              return (
                <li key={row.id} style={{ height: item.size, transform: `translateY(${item.start}px)` }}>
                  <Row
                    row={row}
                    isOpen={row.id === openId}
                    isAt={item.index === at}
                    isChosen={chosen.has(row.id)}
                    choosing={chosen.rows.length > 0}
                    onChoose={choose}
                    now={now}
                  />
                </li>
              )
            })}
          </ul>
          {isHere && rows.length > 0 && <p className="end">{t(hasMore ? 'inbox.first' : 'inbox.end')}</p>}
        </div>
      )}
    </section>
  )
}

/** Nobody waits for me, and yet somebody may wait: whoever is new is nobody's. */
function SomeNew({ inbox }: { inbox: string }) {
  const { data } = useApi('GET /conversations/counts', {
    query: { views: 'new', ...(inbox && { inbox }) },
  })
  if (!data?.new) return null
  return (
    <Link className="button quiet" href="/inbox/new">
      {t('empty.someNew', { n: data.new })}
    </Link>
  )
}
