import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Quiet } from '#contract/silence.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t, withTexts } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { near, since } from '#web/ui/time.ts'

const Speak = lazy(withTexts(() => import('./Speak.tsx')))

/** Who is about to hear nothing from us for too long; each with an update that is written already. */
export function QuietLane({ assignee }: { assignee?: 'mine-or-nobody' }) {
  const { data } = useApi(
    'GET /quiet',
    { query: { limit: 25, ...(assignee && { assignee }) } },
    { keep: true },
  )
  if (!data || data.items.length === 0) return null
  return (
    <section aria-labelledby="quiet-lane">
      <h2 id="quiet-lane">
        {t('quiet.title')}{' '}
        <span className="meta">{data.next ? `${data.items.length}+` : data.items.length}</span>
      </h2>
      <QuietCards items={data.items} />
    </section>
  )
}

export function QuietCards({ items }: { items: readonly Quiet[] }) {
  return (
    <ul className="stack">
      {items.map((one) => (
        <li key={one.conversationId}>
          <QuietCard quiet={one} />
        </li>
      ))}
    </ul>
  )
}

function QuietCard({ quiet }: { quiet: Quiet }) {
  const me = useMe()
  const [speaks, setSpeaks] = useState(false)
  return (
    <div className={`ribbon quiet-card ${quiet.passed ? 'late' : ''}`}>
      <div className="grow">
        <div className="what">
          <Link href={`/conversations/${quiet.conversationId}`}>
            {quiet.customerName}: {quiet.subject}
          </Link>
        </div>
        <div className="row">
          <span className="due">
            {quiet.passed ? (
              t('quiet.passed', { when: near(quiet.limit) })
            ) : (
              <>
                {t('quiet.tell')} <Due at={quiet.limit} />
              </>
            )}
          </span>
          <span className="meta">{t('quiet.since', { since: since(quiet.since) })}</span>
        </div>
      </div>
      {me.teammate.role !== 'observer' && (
        <div className="row acts">
          <button type="button" className="button quiet" onClick={() => setSpeaks(true)}>
            {t('quiet.look')}
          </button>
        </div>
      )}
      <Suspense fallback={null}>
        {speaks && <Speak quiet={quiet} onClose={() => setSpeaks(false)} />}
      </Suspense>
    </div>
  )
}
