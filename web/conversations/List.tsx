import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { View } from '#contract/conversations.ts'
import { prefetch, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { Chosen } from './Chosen.tsx'
import { Row } from './Row.tsx'
import { useChosen } from './useChosen.ts'

const MakingRight = lazy(() => import('#web/recoveries/MakingRight.tsx'))

export const views: View[] = [
  'for-me',
  'new',
  'waiting-for-us',
  'waiting-for-them',
  'promised',
  'making-right',
  'later',
  'looked-after',
]
/** Shown where the team records what it does. */
const talk: View = 'talk-only'
const heights = { roomy: 72, cosy: 56, compact: 40 }
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)

/** Who waits, in the order of harm, waiting and promise; everything the mouse does has a key. */
export function List({ view, openId }: { view: View; openId: string | null }) {
  const me = useMe()
  const [, go] = useLocation()
  const records = usePractice('actions')
  const [inbox, setInbox] = useState('')
  const [limit, setLimit] = useState(50)
  const query = { view, limit, ...(inbox && { inbox }) }
  const { data, error } = useApi('GET /conversations', { query }, { keep: true })
  const { data: counts } = useApi('GET /conversations/counts', { query: inbox ? { inbox } : {} })
  const [at, setAt] = useState(0)
  const rows = data?.items ?? []
  const chosen = useChosen(rows, view)
  const scroller = useRef<HTMLDivElement>(null)
  const height = heights[me.preferences.density]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  })
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === openId)
    if (index >= 0) setAt(index)
  }, [openId, rows])
  // Back from a conversation: the focus returns to its row, so that j and k go on from there.
  const before = useRef(openId)
  useEffect(() => {
    if (before.current && !openId && document.activeElement === document.body)
      rowOf(before.current)?.focus({ preventScroll: true })
    before.current = openId
  }, [openId])
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    const row = rows[next]
    if (!row) return
    setAt(next)
    virtual.scrollToIndex(next)
    if (openId) go(`/conversations/${row.id}`)
    else {
      prefetch('GET /conversations/{id}', { params: { id: row.id } })
      requestAnimationFrame(() => rowOf(row.id)?.focus({ preventScroll: true }))
    }
  }
  const open = () => view !== 'making-right' && rows[at] && go(`/conversations/${rows[at].id}`)
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
    { keys: 'o', label: 'keys.open', run: open },
    { keys: 'Enter', label: 'keys.open', run: open },
    { keys: 'x', label: 'keys.choose', run: () => rows[at] && chosen.toggle(rows[at].id) },
    ...views.map((one, index) => ({
      keys: String(index + 1),
      label: `view.${one}` as TextKey,
      run: () => go(`/inbox/${one}`),
    })),
  ])
  const listed = records ? [...views, talk] : views
  const where = me.inboxes.find((one) => one.id === inbox)
  return (
    <section className="list" aria-label={t(`view.${view}` as TextKey)}>
      {chosen.rows.length > 0 ? (
        <Chosen chosen={chosen} all={rows.length} />
      ) : (
        <header>
          <h1 className="cut">
            <Menu
              label={t('inbox.view')}
              className="view-opener"
              start
              items={listed.map((one) => ({
                label: t(`view.${one}` as TextKey),
                hint: counts?.[one] ? String(counts[one]) : '',
                checked: one === view,
                run: () => go(`/inbox/${one}`),
              }))}
            >
              <span className="cut">{t(`view.${view}` as TextKey)}</span>
              {counts?.[view] ? <span className="count">{counts[view]}</span> : null}
              <CaretDownIcon size={16} />
            </Menu>
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
      {view === 'making-right' ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <MakingRight openId={openId} />
        </Suspense>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <div className="rows" ref={scroller} tabIndex={0} role="region" aria-label={t('inbox.rows')}>
          {error && !data && <p className="problem">{error.message}</p>}
          {!data && !error && <Skeleton lines={6} />}
          {data && rows.length === 0 && <Empty says={t(`empty.${view}` as TextKey)} />}
          <ul style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index]!
              return (
                <li key={row.id} style={{ height: item.size, transform: `translateY(${item.start}px)` }}>
                  <Row
                    row={row}
                    isOpen={row.id === openId}
                    isAt={item.index === at}
                    isChosen={chosen.has(row.id)}
                    choosing={chosen.rows.length > 0}
                    onChoose={(range) => (range ? chosen.through(row.id) : chosen.toggle(row.id))}
                  />
                </li>
              )
            })}
          </ul>
          {data?.next && limit < 100 && (
            <button type="button" className="button quiet" onClick={() => setLimit(100)}>
              {t('inbox.more')}
            </button>
          )}
          {data && rows.length > 0 && <p className="end">{t(data.next ? 'inbox.first' : 'inbox.end')}</p>}
        </div>
      )}
    </section>
  )
}
