import { useState } from 'react'
import { Link } from 'wouter'
import type { Recovery } from '#contract/recoveries.ts'
import { useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Disc, Due, Empty, Skeleton } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import { Unanswered } from './Ignored.tsx'
import { Rate } from './Rate.tsx'
import { costWords, reached, stepWords } from './words.ts'
import './recoveries.css'

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-recovery="${id}"]`)

/** What is being made right, the longest open first: how far, what it cost them, whose it is, and when we ask again. */
export default function MakingRight({ openId }: { openId: string | null }) {
  const { data, error } = useApi('GET /recoveries', { query: { state: 'open', limit: 100 } }, { keep: true })
  const [at, setAt] = useState(0)
  const rows = data?.items ?? []
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    if (rows[next]) rowOf(rows[next].id)?.focus()
  }
  useKeys([
    { keys: 'j', label: 'keys.next', run: () => move(1) },
    { keys: 'k', label: 'keys.previous', run: () => move(-1) },
  ])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="making-right-list" tabIndex={0} role="region" aria-label={t('inbox.rows')}>
      {error && !data && <p className="problem">{error.message}</p>}
      {!data && !error && <Skeleton lines={6} />}
      {data && rows.length === 0 && <Empty says={t('empty.making-right')} />}
      <Unanswered />
      <ul className="making-right">
        {rows.map((one) => (
          <li key={one.id}>
            <Row recovery={one} isOpen={one.conversationId === openId} />
          </li>
        ))}
      </ul>
      <Rate />
      {rows.length > 0 && <p className="end">{t(data?.next ? 'inbox.first' : 'inbox.end')}</p>}
    </div>
  )
}

function Row({ recovery, isOpen }: { recovery: Recovery; isOpen: boolean }) {
  const { data: team } = useApi('GET /teammates')
  const owner = team?.items.find((one) => one.id === recovery.assigneeId)?.name
  const { check } = recovery
  return (
    <Link
      href={`/conversations/${recovery.conversationId}`}
      className={`recovery-row ${isOpen ? 'open' : ''}`}
      data-recovery={recovery.id}
      aria-current={isOpen ? 'true' : undefined}
    >
      <Disc name={recovery.customerName} />
      <span className="grow">
        <span className="top">
          <b className="cut">{recovery.customerName}</b>
          <span className="meta when">{since(recovery.since)}</span>
        </span>
        <span className="what">{recovery.what}</span>
        {recovery.costs[0] && (
          <span className="meta cut">
            {costWords(recovery.costs[0].kind)}: <span className="serif">“{recovery.costs[0].words}”</span>
          </span>
        )}
        <span className="meta row">
          <span className="chip">
            {reached(recovery)}
            {recovery.next && ` · ${t('recovery.next', { step: stepWords(recovery.next) })}`}
          </span>
          <span>{owner ?? t('recovery.nobody')}</span>
          {check && recovery.steps.some((one) => one.step === 'check' && one.state === 'open') && (
            <span className={check.reached ? 'late-ink' : ''}>
              {t('recovery.askAt')} <Due at={check.due} />
            </span>
          )}
        </span>
      </span>
    </Link>
  )
}
