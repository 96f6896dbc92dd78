import { memo } from 'react'
import { Link } from 'wouter'
import type { ConversationRow } from '#contract/conversations.ts'
import { prefetch, useApi } from '#web/api/query.ts'
import { useSeenViewers } from '#web/app/headsDown.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Disc, Time } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import { RowMarks } from './RowMarks.tsx'

/** One person who waits: who, since when, what it is about in their words, and what we owe them. */
export const Row = memo(function Row({
  row,
  isOpen,
  isAt,
  isChosen,
  choosing,
  onChoose,
}: {
  row: ConversationRow
  isOpen: boolean
  isAt: boolean
  isChosen: boolean
  /** Some row is chosen: then every row shows its box. */
  choosing: boolean
  onChoose: (id: string, range: boolean) => void
  /** Its times are told anew with every minute. */
  now: Date
}) {
  const me = useMe()
  const name = row.customer.preferredName ?? row.customer.name
  return (
    <div
      className={`conversation-row ${isAt ? 'at' : ''} ${isOpen ? 'open' : ''} ${isChosen ? 'chosen' : ''}`}
    >
      <label className={`choose ${choosing ? 'always' : ''}`}>
        <Disc name={row.customer.name} small={me.preferences.density === 'compact'} />
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          aria-label={t('row.choose', { name })}
          onClick={(event) => onChoose(row.id, event.shiftKey)}
          onChange={() => {}}
        />
      </label>
      <Link
        href={`/conversations/${row.id}`}
        className="grow"
        data-row={row.id}
        aria-current={isOpen ? 'true' : undefined}
        title={row.because}
        onMouseEnter={() => prefetch('GET /conversations/{id}', { params: { id: row.id } })}
      >
        <span className="top">
          <b dir="auto" className={row.unread ? 'unread cut' : 'cut'}>
            {name}
          </b>
          {row.unread && <span className="hide">({t('row.unread')})</span>}
          <Viewers row={row} />
          <span className="meta when">
            {row.status === 'open' && row.waitingSince ? since(row.waitingSince) : <Time at={row.lastAt} />}
          </span>
        </span>
        <span className="below">
          <span dir="auto" className="gist">
            {row.gist || row.subject}
          </span>
          <RowMarks row={row} />
        </span>
      </Link>
    </div>
  )
})

/** The faces of those who look at it or answer just now, so that nobody answers twice. */
function Viewers({ row }: { row: ConversationRow }) {
  const { data: team } = useApi('GET /teammates')
  return useSeenViewers(row.viewers)
    .slice(0, 2)
    .map((viewer) => {
      const name = team?.items.find((one) => one.id === viewer.teammateId)?.name ?? ''
      const says = t(viewer.doing === 'typing' ? 'row.typing' : 'row.looking', { who: name.split(' ')[0]! })
      return (
        <span key={viewer.teammateId} className={`viewer ${viewer.doing}`} title={says}>
          <Disc name={name} small />
          <span className="hide">{says}</span>
        </span>
      )
    })
}
