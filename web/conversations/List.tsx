import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ConversationRow, View } from '#contract/conversations.ts'
import { prefetch, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Disc, Due, Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'

export const views: View[] = [
  'for-me',
  'new',
  'waiting-for-us',
  'waiting-for-them',
  'promised',
  'later',
  'looked-after',
]
const heights = { roomy: 88, cosy: 76, compact: 48 }

export function List({ view, openId }: { view: View; openId: string | null }) {
  const me = useMe()
  const [path, go] = useLocation()
  const [inbox, setInbox] = useState('')
  const [limit, setLimit] = useState(50)
  const query = { view, limit: Math.min(limit, 100), ...(inbox && { inbox }) }
  const { data, error } = useApi('GET /conversations', { query }, { keep: true })
  const { data: counts } = useApi('GET /conversations/counts', { query: inbox ? { inbox } : {} })
  const [at, setAt] = useState(0)
  const rows = data?.items ?? []
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
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    virtual.scrollToIndex(next)
    if (openId && rows[next]) go(`/conversations/${rows[next].id}`)
    if (rows[next]) prefetch('GET /conversations/{id}', { params: { id: rows[next].id } })
  }
  const open = () => rows[at] && go(`/conversations/${rows[at].id}`)
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
    { keys: 'o', label: 'keys.open', run: open },
    { keys: 'Enter', label: 'keys.open', run: open },
    ...views.map((one, index) => ({
      keys: String(index + 1),
      label: `view.${one}` as TextKey,
      run: () => go(`/inbox/${one}`),
    })),
  ])
  return (
    <section className="list" aria-label={t(`view.${view}` as TextKey)}>
      <header>
        <label className="hide" htmlFor="view">
          {t('inbox.view')}
        </label>
        <select
          id="view"
          className="view-select"
          value={view}
          onChange={(event) => go(`/inbox/${event.target.value}`)}
        >
          {views.map((one) => (
            <option key={one} value={one}>
              {t(`view.${one}` as TextKey)}
              {counts?.[one] ? ` (${counts[one]})` : ''}
            </option>
          ))}
        </select>
        {me.inboxes.length > 1 && (
          <>
            <label className="hide" htmlFor="which-inbox">
              {t('inbox.which')}
            </label>
            <select
              id="which-inbox"
              className="view-select small"
              value={inbox}
              onChange={(event) => setInbox(event.target.value)}
            >
              <option value="">{t('inbox.all')}</option>
              {me.inboxes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </>
        )}
      </header>
      <nav className="views" aria-label={t('inbox.views')}>
        {views.map((one) => (
          <Link
            key={one}
            href={`/inbox/${one}`}
            aria-current={
              one === view && !path.startsWith('/conversations') ? 'page' : one === view ? 'true' : undefined
            }
          >
            {t(`view.${one}` as TextKey)} {counts?.[one] ? <span className="meta">{counts[one]}</span> : null}
          </Link>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="rows" ref={scroller} tabIndex={0} role="region" aria-label={t('inbox.rows')}>
        {error && <p className="problem">{error.message}</p>}
        {!data && !error && <Skeleton lines={6} />}
        {data && rows.length === 0 && <Empty says={t(`empty.${view}` as TextKey)} />}
        <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => (
            <li
              key={rows[item.index]!.id}
              style={{
                position: 'absolute',
                top: 0,
                left: 0,
                right: 0,
                height: item.size,
                transform: `translateY(${item.start}px)`,
              }}
            >
              <Row
                row={rows[item.index]!}
                isOpen={rows[item.index]!.id === openId}
                isAt={item.index === at}
              />
            </li>
          ))}
        </ul>
        {data?.next && limit < 100 && (
          <button type="button" className="button quiet" onClick={() => setLimit(100)}>
            {t('inbox.more')}
          </button>
        )}
        {data && rows.length > 0 && <p className="end">{t('inbox.end')}</p>}
      </div>
    </section>
  )
}

function Row({ row, isOpen, isAt }: { row: ConversationRow; isOpen: boolean; isAt: boolean }) {
  const me = useMe()
  const name = row.customer.preferredName ?? row.customer.name
  const typing = row.viewers.some((viewer) => viewer.doing === 'typing')
  return (
    <Link
      href={`/conversations/${row.id}`}
      className={`conversation-row ${isAt ? 'at' : ''}`}
      aria-current={isOpen ? 'true' : undefined}
      title={row.because}
      onMouseEnter={() => prefetch('GET /conversations/{id}', { params: { id: row.id } })}
    >
      <Disc name={row.customer.name} small={me.preferences.density === 'compact'} />
      <span className="grow">
        <span className="top">
          <b className={row.unread ? 'unread' : ''}>{name}</b>
          {row.unread && <span className="hide">({t('row.unread')})</span>}
          <span className="meta when">
            {row.status === 'open' && row.waitingSince ? since(row.waitingSince) : <Time at={row.lastAt} />}
          </span>
        </span>
        <span className="gist">{row.gist || row.subject}</span>
        <span className="marks">
          {row.promise?.due && (
            <span className={`chip ${row.promise.state === 'late' ? 'late' : 'promise'}`}>
              {row.promise.state === 'late' ? t('promise.late') : <Due at={row.promise.due} />}
            </span>
          )}
          {row.chased > 0 && <span className="chip late">{t('row.chased', { times: row.chased })}</span>}
          {row.held && <span className="chip late">{t('row.held')}</span>}
          {row.later && <span className="chip">{row.later.reason}</span>}
          {row.viewers.length > 0 && (
            <span className="chip">{typing ? t('row.typing') : t('row.looking')}</span>
          )}
        </span>
      </span>
    </Link>
  )
}
