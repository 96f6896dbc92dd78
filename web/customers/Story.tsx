import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Skeleton, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

type Item = Answer<'GET /customers/{id}/timeline'>['items'][number]
const page = 50
/** A chapter that is longer is folded to its last lines. */
const folded = 3

/** Everything between us, over all matters and channels, newest first: each matter's lines together as a chapter. */
export function Story({ customerId }: { customerId: string }) {
  const params = { id: customerId }
  const { data } = useApi('GET /customers/{id}/timeline', { params, query: { limit: page } })
  const [earlier, setEarlier] = useState<{ of: string; items: Item[]; next: string | null } | null>(null)
  const [looks, setLooks] = useState(false)
  if (!data) return <Skeleton lines={4} />
  // What was read behind a first page that has changed since is read again.
  const before = earlier?.of === (data.next ?? '') ? earlier : null
  const items = [...data.items, ...(before?.items ?? [])]
  const next = before ? before.next : data.next
  const look = async () => {
    setLooks(true)
    try {
      const more = await api('GET /customers/{id}/timeline', { params, query: { limit: page, after: next! } })
      setEarlier({ of: data.next ?? '', items: [...(before?.items ?? []), ...more.items], next: more.next })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 6000 })
    } finally {
      setLooks(false)
    }
  }
  return (
    <section aria-label={t('customers.timeline')}>
      <h2>{t('customers.timeline')}</h2>
      <ol className="life">
        {chaptersOf(items).map((chapter) => (
          <li key={chapter.lines[0]!.kind + chapter.lines[0]!.id}>
            <Chapter {...chapter} />
          </li>
        ))}
      </ol>
      {next ? (
        <button type="button" className="button quiet" disabled={looks} onClick={look}>
          {t(looks ? 'timeline.loading' : 'timeline.earlier')}
        </button>
      ) : (
        <p className="end">{t('customers.began')}</p>
      )}
    </section>
  )
}

interface Lines {
  conversationId: string | null
  subject: string
  lines: Item[]
}

/** Lines of one matter that follow each other are one chapter. */
export function chaptersOf(items: readonly Item[]): Lines[] {
  const chapters: Lines[] = []
  for (const item of items) {
    const last = chapters.at(-1)
    if (last && item.conversationId && last.conversationId === item.conversationId) last.lines.push(item)
    else chapters.push({ conversationId: item.conversationId, subject: item.subject, lines: [item] })
  }
  return chapters
}

function Chapter({ conversationId, subject, lines }: Lines) {
  const [open, setOpen] = useState(false)
  const long = lines.length > folded + 1
  const shown = long && !open ? lines.slice(0, folded) : lines
  return (
    <>
      {conversationId && (
        <p className="life-head">
          <Link href={`/conversations/${conversationId}`} dir="auto">
            {subject}
          </Link>
          {long && <span className="meta"> {t('timeline.chapter', { n: lines.length })}</span>}
        </p>
      )}
      <ol className="timeline-list">
        {shown.map((item) => (
          <li
            key={item.kind + item.id}
            className={`timeline-item of-${item.kind} ${item.direction === 'in' ? 'theirs' : ''}`}
          >
            <Line item={item} />
          </li>
        ))}
      </ol>
      {long && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'timeline.fold' : 'timeline.unfold')}
          <span className="hide">: {subject}</span>
        </button>
      )}
    </>
  )
}

function Line({ item }: { item: Item }) {
  if (item.kind === 'dealing')
    return (
      <>
        <span className="meta">
          <Time at={item.at} /> · {t(`dealing.${item.state}` as TextKey)}
        </span>
        <p dir="auto">{item.text}</p>
      </>
    )
  const isMessage = item.kind === 'message' || item.kind === 'note'
  const said = t(`timeline.${item.kind === 'message' ? item.direction : item.kind}` as TextKey, {
    by: item.by ?? '',
  })
  return (
    <>
      <span className="meta">
        <Time at={item.at} /> ·{' '}
        {isMessage ? <Link href={`/conversations/${item.conversationId}#${item.id}`}>{said}</Link> : said}
      </span>
      {item.kind !== 'closing' && (
        <p className={item.direction === 'in' ? 'serif' : ''} dir="auto">
          {item.text.slice(0, 280)}
          {item.text.length > 280 && '…'}
        </p>
      )}
    </>
  )
}
