import { useMemo } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { useApi } from '#web/api/query.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { MessageView } from './MessageView.tsx'

/** Earlier matters folded as chapters; then messages, promises and quiet lines in the order of time. */
export function Timeline({
  conversation,
  onAdmit,
}: {
  conversation: Conversation
  onAdmit: (messageId: string) => void
}) {
  return (
    <>
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
      <Items conversation={conversation} onAdmit={onAdmit} />
    </>
  )
}

function Items({
  conversation,
  onAdmit,
}: {
  conversation: Conversation
  onAdmit: (messageId: string) => void
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
  const nameOf = (id: unknown) => team?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <ol className="items">
      {items.map((item) => (
        <li key={item.key}>
          {item.kind === 'message' && <MessageView message={item.message} onAdmit={onAdmit} />}
          {item.kind === 'promise' && <PromiseRibbon promise={item.promise} />}
          {item.kind === 'line' && (
            <p className="line">
              <Time at={item.line.at} /> ·{' '}
              {t(`line.${item.line.type}` as TextKey, {
                by: item.line.by ?? '',
                to: nameOf(item.line.detail.to),
                reason: String(item.line.detail.reason ?? ''),
                goodbye: goodbyeWords(item.line.detail.goodbye),
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** One of the three, or a person's own words as they stand. */
const goodbyeWords = (said: unknown): string =>
  said === 'next-step' || said === 'thanks' || said === 'nothing-more'
    ? t(`goodbye.${said}`)
    : String(said ?? '')
