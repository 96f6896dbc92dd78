import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { Disc, Empty, Menu, Skeleton, Time } from '#web/ui/parts.tsx'
import { since } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { About } from './About.tsx'
import { Brief } from './Brief.tsx'
import { Goodbye } from './Goodbye.tsx'
import { Later } from './Later.tsx'
import { MessageView } from './MessageView.tsx'
import './thread.css'

const Composer = lazy(() => import('./Composer.tsx'))
const HandMade = lazy(() => import('./HandMade.tsx'))

/** One conversation: who, what they asked, the whole timeline, and the answer. */
export default function Thread({ id, back }: { id: string; back: () => void }) {
  const me = useMe()
  const { data, error } = useApi('GET /conversations/{id}', { params: { id } })
  const { data: team } = useApi('GET /teammates')
  const [about, setAbout] = useState(false)
  const [panel, setPanel] = useState<'goodbye' | 'later' | 'promise' | null>(null)
  const [kind, setKind] = useState<'reply' | 'note'>('reply')
  const [focus, setFocus] = useState(0)
  const assign = useAction('POST /conversations/{id}/assignment')
  const reopen = useAction('POST /conversations/{id}/reopening')
  const admit = useAction('POST /conversations/{id}/admission')
  const link = useAction('POST /conversations/{id}/link')
  usePresence(id)
  const mayAct = me.teammate.role !== 'observer'
  const write = useCallback((next: 'reply' | 'note') => {
    setKind(next)
    setFocus((n) => n + 1)
  }, [])
  const give = (teammateId: string | null) => assign.mutate({ params: { id }, body: { teammateId } })
  useKeys([
    { keys: 'u', label: 'keys.back', run: back },
    ...(mayAct
      ? [
          { keys: 'r', label: 'keys.reply' as const, run: () => write('reply') },
          { keys: 'n', label: 'keys.note' as const, run: () => write('note') },
          { keys: 'e', label: 'keys.done' as const, run: () => setPanel('goodbye') },
          { keys: 'h', label: 'keys.later' as const, run: () => setPanel('later') },
          { keys: 'p', label: 'keys.promise' as const, run: () => setPanel('promise') },
          { keys: 'i', label: 'keys.toMe' as const, run: () => give(me.teammate.id) },
          {
            keys: 'a',
            label: 'keys.assign' as const,
            run: () => document.getElementById('assign')?.querySelector('button')?.click(),
          },
        ]
      : []),
    { keys: ']', label: 'keys.about', run: () => setAbout((shown) => !shown) },
  ])
  const bottom = useRef<HTMLDivElement>(null)
  const count = data?.messages.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message brings the end into sight
  useEffect(() => {
    bottom.current?.scrollIntoView({ block: 'end' })
  }, [count])
  if (error) return <Empty says={error.message} />
  if (!data)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  const person = data.person
  const name = person.preferredName ?? person.name
  const assignee = team?.items.find((one) => one.id === data.assigneeId)
  const others =
    team?.items.filter(
      (one) => one.role !== 'observer' && (one.role === 'admin' || one.inboxes.includes(data.inboxId)),
    ) ?? []
  return (
    <div className={`thread ${about ? 'with-about' : ''}`}>
      <section className="talk" aria-label={t('thread.label', { name })}>
        <header className="thread-head">
          <button type="button" className="icon-button back" aria-label={t('keys.back')} onClick={back}>
            ←
          </button>
          <Disc name={person.name} />
          <div className="grow">
            <h1>
              <Link href={`/customers/${data.customerId}`}>{name}</Link>
              {person.sayIt && <span className="meta"> {t('thread.say', { how: person.sayIt })}</span>}
            </h1>
            <p className="meta">
              {data.subject} ·{' '}
              <span className={`status ${data.status}`}>{t(`status.${data.status}` as TextKey)}</span>
              {data.status === 'open' && data.waitingSince && <> {since(data.waitingSince)}</>}
              {data.later && <> · {data.later.reason}</>}
              {data.demo && <span className="chip sample">{t('demo.chip')}</span>}
            </p>
          </div>
          {mayAct && (
            <div className="row acts">
              <span id="assign">
                <Menu
                  label={t('thread.assign')}
                  items={[
                    { label: t('thread.toMe'), hint: 'i', run: () => give(me.teammate.id) },
                    ...others
                      .filter((one) => one.id !== me.teammate.id)
                      .map((one) => ({ label: one.name, hint: one.title ?? '', run: () => give(one.id) })),
                    { label: t('thread.toNobody'), run: () => give(null) },
                  ]}
                >
                  {data.assigneeId === me.teammate.id
                    ? t('thread.yours')
                    : assignee
                      ? assignee.name
                      : t('thread.nobodys')}
                </Menu>
              </span>
              <button type="button" className="button quiet" onClick={() => setPanel('later')}>
                {t('thread.later')}
              </button>
              {data.status === 'closed' ? (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => reopen.mutate({ params: { id } })}
                >
                  {t('thread.reopen')}
                </button>
              ) : (
                <button type="button" className="button quiet" onClick={() => setPanel('goodbye')}>
                  {t('thread.done')}
                </button>
              )}
              <Menu
                label={t('thread.more')}
                className="icon-button"
                items={[
                  { label: t('thread.promise'), hint: 'p', run: () => setPanel('promise') },
                  { label: t('thread.about'), hint: ']', run: () => setAbout(!about) },
                  {
                    label: t('thread.copyPage'),
                    run: () =>
                      void navigator.clipboard
                        ?.writeText(data.pageUrl)
                        .then(() => toast({ text: t('thread.copied'), lasts: 4000 })),
                  },
                  {
                    label: t('thread.revokePage'),
                    run: () =>
                      link.mutate(
                        { params: { id }, body: { revoke: true } },
                        { onSuccess: () => toast({ text: t('thread.revoked'), lasts: 5000 }) },
                      ),
                  },
                  {
                    label: t('thread.copyRef'),
                    hint: data.id.slice(-6),
                    run: () => void navigator.clipboard?.writeText(data.id),
                  },
                ]}
              >
                ···
              </Menu>
            </div>
          )}
        </header>
        {panel === 'goodbye' && (
          <Goodbye
            conversation={data}
            onClose={() => setPanel(null)}
            onDone={back}
            write={() => write('reply')}
          />
        )}
        {panel === 'later' && <Later id={id} onClose={() => setPanel(null)} />}
        {panel === 'promise' && (
          <Suspense fallback={null}>
            <HandMade conversation={data} onClose={() => setPanel(null)} />
          </Suspense>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <div className="timeline" tabIndex={0} role="region" aria-label={t('thread.timeline')}>
          {data.possiblyRelatedId && (
            <p className="line">
              {t('thread.related')}{' '}
              <Link href={`/conversations/${data.possiblyRelatedId}`}>{t('thread.relatedLink')}</Link>
            </p>
          )}
          {data.chapters.length > 0 && (
            <details className="chapters">
              <summary>{t('thread.chapters', { n: data.chapters.length })}</summary>
              <ul>
                {data.chapters.map((chapter) => (
                  <li key={chapter.id}>
                    <Link href={`/conversations/${chapter.id}`}>
                      <Time at={chapter.at} /> – {chapter.subject}
                    </Link>
                    <span className="meta"> {t(`status.${chapter.status}` as TextKey)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Timeline
            conversation={data}
            onAdmit={(messageId) => admit.mutate({ params: { id }, body: { messageId } })}
          />
          <div ref={bottom} />
        </div>
        {mayAct && (
          <div className="answer">
            <Brief conversation={data} />
            <Suspense fallback={<Skeleton lines={2} />}>
              <Composer conversation={data} kind={kind} setKind={setKind} focus={focus} onSentDone={back} />
            </Suspense>
          </div>
        )}
      </section>
      <About conversation={data} onClose={() => setAbout(false)} />
    </div>
  )
}

/** Messages, promises and quiet lines in the order of time. */
function Timeline({
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
                to: team?.items.find((one) => one.id === item.line.detail.to)?.name ?? '',
                reason: String(item.line.detail.reason ?? ''),
                goodbye: item.line.detail.goodbye ? t(`goodbye.${item.line.detail.goodbye}` as TextKey) : '',
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** I am looking here, while the window is in front; typing is said by the composer. */
function usePresence(id: string): void {
  useEffect(() => {
    const say = (doing: 'looking' | 'gone') =>
      void api('PUT /conversations/{id}/presence', {
        params: { id },
        body: { doing },
        keepalive: doing === 'gone',
      }).catch(() => {})
    say('looking')
    const beat = setInterval(() => document.visibilityState === 'visible' && say('looking'), 10_000)
    return () => {
      clearInterval(beat)
      say('gone')
    }
  }, [id])
}
