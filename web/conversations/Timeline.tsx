import { lazy, memo, Suspense, useCallback, useMemo } from 'react'
import { Link } from 'wouter'
import type { Conversation, Message } from '#contract/conversations.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { Trail } from '#web/recoveries/Trail.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { useTranslating } from '#web/translation/useTranslating.ts'
import { Time } from '#web/ui/parts.tsx'
import { actWords } from './actWords.ts'
import { MessageView } from './MessageView.tsx'
import { Scheduled } from './Scheduled.tsx'
import { useSplit } from './useSplit.ts'

const TiesLines = lazy(() => import('./TiesLines.tsx'))

/** Earlier matters folded as chapters; then messages, promises and quiet lines in the order of time. */
export const Timeline = memo(function Timeline({
  conversation,
  onAdmit,
  onForward,
  onEdit,
}: {
  conversation: Conversation
  onAdmit: (messageId: string) => void
  onForward: (messageId: string) => void
  /** The words of a waiting answer are in the composer again. */
  onEdit: () => void
}) {
  const me = useMe()
  const { putBack } = useSplit()
  return (
    <>
      {conversation.splitFrom && (
        <p className="line">
          {t('split.grewOutOf')}{' '}
          <Link href={`/conversations/${conversation.splitFrom.id}`}>{conversation.splitFrom.subject}</Link>
          {me.teammate.role !== 'observer' && (
            <>
              {' · '}
              <button type="button" className="link" onClick={() => void putBack(conversation.id)}>
                {t('split.putBack')}
              </button>
            </>
          )}
        </p>
      )}
      {conversation.possiblyRelatedId && (
        <p className="line">
          {t('thread.related')}{' '}
          <Link href={`/conversations/${conversation.possiblyRelatedId}`}>{t('thread.relatedLink')}</Link>
        </p>
      )}
      {conversation.chapters.length > 0 && (
        <details className="chapters">
          <summary>{t('thread.chapters', { n: conversation.chapters.length })}</summary>
          <ul>
            {conversation.chapters.map((chapter) => (
              <li key={chapter.id}>
                <span className="meta">
                  <Time at={chapter.at} />
                </span>
                <Link href={`/conversations/${chapter.id}`} className="cut">
                  {chapter.subject}
                </Link>
                <span className="meta">{t(`status.${chapter.status}` as TextKey)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isTied(conversation) && (
        <Suspense fallback={null}>
          <TiesLines conversation={conversation} />
        </Suspense>
      )}
      <Items conversation={conversation} onAdmit={onAdmit} onForward={onForward} />
      {conversation.scheduled.length > 0 && (
        <ol className="items waiting">
          {conversation.scheduled.map((reply) => (
            <li key={reply.id}>
              <Scheduled reply={reply} conversation={conversation} onEdit={onEdit} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
})

const isTied = ({ spam, merges, links, followers }: Conversation): boolean =>
  spam !== null || merges.length > 0 || links.length > 0 || followers.length > 0

function Items({
  conversation,
  onAdmit,
  onForward,
}: {
  conversation: Conversation
  onAdmit: (messageId: string) => void
  onForward: (messageId: string) => void
}) {
  const { data: team } = useApi('GET /teammates')
  const items = useMemo(
    () =>
      [
        ...conversation.messages.map((message) => ({
          at: message.at,
          key: message.id,
          kind: 'message' as const,
          message,
        })),
        ...conversation.promises.map((promise) => ({
          at: promise.madeAt,
          key: promise.id,
          kind: 'promise' as const,
          promise,
        })),
        ...conversation.lines.map((line) => ({ at: line.at, key: line.id, kind: 'line' as const, line })),
      ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind === 'message' ? -1 : 1)),
    [conversation],
  )
  const me = useMe()
  const translating = useTranslating()
  const { split } = useSplit()
  const { id } = conversation
  const splitHere = useCallback((messageId: string) => void split(id, messageId), [split, id])
  const first = conversation.messages.findIndex((message) => message.direction !== 'note' && !message.held)
  const maySplit = (message: Message) =>
    me.teammate.role !== 'observer' &&
    message.direction !== 'note' &&
    !message.held &&
    conversation.messages.indexOf(message) > first
  const nameOf = (id: unknown) => team?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <ol className="items">
      {items.map((item) => (
        <li key={item.key}>
          {item.kind === 'message' && (
            <MessageView
              message={item.message}
              translating={translating}
              onAdmit={onAdmit}
              {...(me.teammate.role !== 'observer' && { onForward })}
              {...(maySplit(item.message) && { onSplit: splitHere })}
            />
          )}
          {item.kind === 'promise' && <PromiseRibbon promise={item.promise} />}
          {item.kind === 'line' && (
            <p className={item.line.detail.outcome === 'made-right' ? 'line made-right-seal' : 'line'}>
              <Time at={item.line.at} /> ·{' '}
              <Elsewhere to={leadsTo(item.line)}>
                {t(lineKey(item.line), {
                  by: item.line.by ?? '',
                  to: nameOf(item.line.detail.to),
                  whose: nameOf(item.line.detail.teammateId),
                  reason: String(item.line.detail.reason ?? ''),
                  subject: String(item.line.detail.subject || t('thread.relatedLink')),
                  person: String(item.line.detail.person ?? ''),
                  from: String(item.line.detail.fromName || t('line.otherInbox')),
                  inbox: String(item.line.detail.toName || t('line.otherInbox')),
                  chosen: String(item.line.detail.text ?? ''),
                  kind: actWords(String(item.line.detail.kind ?? '')),
                  because: String(item.line.detail.because ?? ''),
                  title: titleOf(item.line.detail),
                  name: String(item.line.detail.name ?? ''),
                  draft: item.line.detail.isDraft ? 'yes' : 'no',
                  goodbye: goodbyeWords(item.line.detail.goodbye),
                })}
              </Elsewhere>
              {item.line.type === 'recovery.closed' && (
                <Trail conversationId={conversation.id} recoveryId={String(item.line.detail.recoveryId)} />
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Who takes something on, or puts it back, gives it to nobody. */
function lineKey({ type, detail }: Conversation['lines'][number]): TextKey {
  if (type === 'conversation.merged' && detail.person) return 'line.conversation.merged-of'
  if (type === 'policy.step') return `line.policy.step.${detail.step}` as TextKey
  if (type === 'recovery.closed') return `line.recovery.closed.${detail.outcome}` as TextKey
  if (type !== 'conversation.assigned') return `line.${type}` as TextKey
  return !detail.to
    ? 'line.conversation.released'
    : detail.to === detail.byId
      ? 'line.conversation.taken'
      : 'line.conversation.assigned'
}

/** What was merged in, or put back, is read here; the others are elsewhere. */
const leadsTo = ({ type, detail }: Conversation['lines'][number]): unknown =>
  /^conversation\.(split|split-off|unmerged|parted|linked|unlinked)$/.test(type) ? detail.other : null

/** A line that tells of another conversation leads there. */
const Elsewhere = ({ to, children }: { to: unknown; children: string }) =>
  typeof to === 'string' ? <Link href={`/conversations/${to}`}>{children}</Link> : children

/** What a line is about, by whatever its event calls it. */
const titleOf = ({ title, first, what, words, outcome }: Record<string, unknown>): string =>
  String(title ?? first ?? what ?? words ?? outcome ?? '')

/** One of the three, or a person's own words as they stand. */
const goodbyeWords = (said: unknown): string =>
  said === 'next-step' || said === 'thanks' || said === 'nothing-more'
    ? t(`goodbye.${said}`)
    : String(said ?? '')
