import type { ConversationRow } from '#contract/conversations.ts'
import { useApi } from '#web/api/query.ts'
import { useWaitingOf } from '#web/offline/useWaiting.ts'
import { t } from '#web/text/t.ts'
import { due, near, soon } from '#web/ui/time.ts'

interface Mark {
  key: string
  tone: '' | 'promise' | 'late' | 'target'
  /** In a word or two, so that it is never cut; the whole of it is said to a pointer and to a screen reader. */
  short: string
  full: string
}

/** At the end of a row: what presses, at most two; the rest stands in the conversation. */
export function RowMarks({ row }: { row: ConversationRow }) {
  const { data: team } = useApi('GET /teammates')
  const waiting = useWaitingOf(row.id)
  const nameOf = (id: string) => team?.items.find((one) => one.id === id)?.name ?? ''
  const marks = marksOf(row, nameOf)
  if (waiting.length > 0) {
    const stopped = waiting.some((one) => one.stopped)
    const text = t(stopped ? 'offline.rowStopped' : 'offline.row')
    marks.unshift({ key: 'waiting', tone: stopped ? 'late' : 'promise', short: text, full: text })
  }
  if (marks.length === 0) return null
  return (
    <span className="marks">
      {marks.slice(0, fits(marks) ? 2 : 1).map((mark) => (
        <span key={mark.key} className={`chip ${mark.tone}`} title={mark.full}>
          {mark.short === mark.full ? (
            mark.full
          ) : (
            <>
              <span aria-hidden="true">{mark.short}</span>
              <span className="hide">{mark.full}</span>
            </>
          )}
        </span>
      ))}
    </span>
  )
}

/** Two of them leave room for what it is about, in the narrowest list too. */
const fits = ([first, second]: readonly Mark[]): boolean =>
  second !== undefined && first!.short.length + second.short.length <= 16

/** What presses most comes first. */
function marksOf(row: ConversationRow, nameOf: (id: string) => string): Mark[] {
  const marks: Mark[] = []
  const add = (key: string, tone: Mark['tone'], short: string, full = short) =>
    marks.push({ key, tone, short, full })
  if (row.held) add('held', 'late', t('row.held'), t('row.full.held'))
  if (row.promise?.due) {
    const { due: at, state } = row.promise
    if (state === 'open') add('promise', 'promise', soon(at), t('row.full.promise', { when: due(at) }))
    else
      add(
        'promise',
        'late',
        t(state === 'broken' ? 'promise.broken' : 'promise.late'),
        t('row.full.late', { when: due(at) }),
      )
  }
  if (row.target && isSoon(row.target))
    add(
      'target',
      row.target.missed ? 'late' : 'target',
      row.target.missed ? t('row.short.missed') : t('row.short.target', { when: soon(row.target.at) }),
      `${t(row.target.missed ? 'row.targetMissed' : 'row.target')} ${due(row.target.at)}`,
    )
  if (row.letDownAt)
    add('let-down', 'late', t('row.short.chance'), t('chance.row', { when: near(row.letDownAt) }))
  if (row.chased > 0)
    add(
      'chased',
      'late',
      t('row.short.chased', { times: row.chased }),
      t('row.chased', { times: row.chased }),
    )
  if (row.handoverToId)
    add('handover', '', t('row.handover', { to: nameOf(row.handoverToId).split(' ')[0] ?? '' }))
  if (row.talkOnly) add('talk', 'late', t('row.short.talkOnly'), t('row.talkOnly'))
  if (row.later) add('later', '', row.later.reason)
  return marks
}

/** One that is far away would stand on every row and press nobody. */
const isSoon = ({ at, missed }: NonNullable<ConversationRow['target']>) =>
  missed || new Date(at).getTime() - Date.now() < 4 * 3_600_000
