import { Link } from 'wouter'
import type { ConversationRow } from '#contract/conversations.ts'
import { prefetch, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { useWaitingOf } from '#web/offline/useWaiting.ts'
import { t } from '#web/text/t.ts'
import { Disc, Due, Time } from '#web/ui/parts.tsx'
import { near, since } from '#web/ui/time.ts'

/** One person who waits: who, since when, what it is about in their words, and what we owe them. */
export function Row({
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
  onChoose: (range: boolean) => void
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
          onClick={(event) => onChoose(event.shiftKey)}
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
          <b className={row.unread ? 'unread cut' : 'cut'}>{name}</b>
          {row.unread && <span className="hide">({t('row.unread')})</span>}
          <Viewers row={row} />
          <span className="meta when">
            {row.status === 'open' && row.waitingSince ? since(row.waitingSince) : <Time at={row.lastAt} />}
          </span>
        </span>
        <span className="below">
          <span className="gist">{row.gist || row.subject}</span>
          <Marks row={row} />
        </span>
      </Link>
    </div>
  )
}

/** At the end of a row: what presses, at most two; the rest stands in the conversation. */
function Marks({ row }: { row: ConversationRow }) {
  const { data: team } = useApi('GET /teammates')
  const waiting = useWaitingOf(row.id)
  const marks = [
    waiting.length > 0 && (
      <span key="waiting" className={waiting.some((one) => one.stopped) ? 'chip late' : 'chip promise'}>
        {t(waiting.some((one) => one.stopped) ? 'offline.rowStopped' : 'offline.row')}
      </span>
    ),
    row.held && (
      <span key="held" className="chip late">
        {t('row.held')}
      </span>
    ),
    row.promise?.due && (
      <span key="promise" className={`chip ${row.promise.state === 'open' ? 'promise' : 'late'}`}>
        {row.promise.state === 'open' ? (
          <Due at={row.promise.due} />
        ) : (
          t(row.promise.state === 'broken' ? 'promise.broken' : 'promise.late')
        )}
      </span>
    ),
    row.target && isSoon(row.target) && (
      <span key="target" className={`chip ${row.target.missed ? 'late' : 'target'}`}>
        {t(row.target.missed ? 'row.targetMissed' : 'row.target')} <Due at={row.target.at} />
      </span>
    ),
    row.letDownAt && (
      <span key="let-down" className="chip late">
        {t('chance.row', { when: near(row.letDownAt) })}
      </span>
    ),
    row.chased > 0 && (
      <span key="chased" className="chip late">
        {t('row.chased', { times: row.chased })}
      </span>
    ),
    row.handoverToId && (
      <span key="handover" className="chip">
        {t('row.handover', {
          to: team?.items.find((one) => one.id === row.handoverToId)?.name.split(' ')[0] ?? '',
        })}
      </span>
    ),
    row.talkOnly && (
      <span key="talk" className="chip late">
        {t('row.talkOnly')}
      </span>
    ),
    row.later && (
      <span key="later" className="chip cut">
        {row.later.reason}
      </span>
    ),
  ].filter(Boolean)
  return marks.length > 0 ? <span className="marks">{marks.slice(0, 2)}</span> : null
}

/** One that is far away would stand on every row and press nobody. */
const isSoon = ({ at, missed }: NonNullable<ConversationRow['target']>) =>
  missed || new Date(at).getTime() - Date.now() < 4 * 3_600_000

/** The faces of those who look at it or answer just now, so that nobody answers twice. */
function Viewers({ row }: { row: ConversationRow }) {
  const { data: team } = useApi('GET /teammates')
  return row.viewers.slice(0, 2).map((viewer) => {
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
