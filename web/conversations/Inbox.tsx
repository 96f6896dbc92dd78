import { lazy, Suspense, useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { isView } from '#web/views/useViews.ts'
import { List } from './List.tsx'
import './inbox.css'

const Thread = lazy(() => import('./Thread.tsx'))

/** List and conversation side by side; one column on a phone. The list stays while a conversation is open. */
export default function Inbox({
  view,
  conversationId,
}: {
  view: string | null
  conversationId: string | null
}) {
  const [last, setLast] = useState('for-me')
  const [, go] = useLocation()
  // An address that somebody typed wrong opens the first view.
  const asked = view === null || isView(view) ? view : 'for-me'
  const shown = asked ?? last
  if (asked && asked !== last) setLast(asked)
  const back = useCallback(() => go(`/inbox/${shown}`), [go, shown])
  return (
    <div className={`inbox ${conversationId ? 'has-thread' : ''}`}>
      <List view={shown} openId={conversationId} />
      <div className="thread-place">
        {conversationId ? (
          <Suspense
            fallback={
              <div className="page">
                <Skeleton />
              </div>
            }
          >
            <Thread key={conversationId} id={conversationId} back={back} />
          </Suspense>
        ) : (
          <Empty says={t('inbox.pick')}>
            <p className="meta">{t('inbox.pickKeys')}</p>
          </Empty>
        )}
      </div>
    </div>
  )
}
