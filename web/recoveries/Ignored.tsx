import { Link } from 'wouter'
import type { Complaint } from '#contract/secondChances.ts'
import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { since } from '#web/ui/time.ts'

/** The figure that should be 0, with the people behind it. */
export function Ignored({
  ignored,
  nameOf,
}: {
  ignored: { count: number; items: readonly Complaint[] }
  nameOf: (id: string | null) => string
}) {
  return (
    <>
      <p className={ignored.count > 0 ? 'late-ink' : 'meta'}>
        <Link href="/inbox/making-right">{t('climbing.title', { n: ignored.count })}</Link>
      </p>
      {ignored.items.length > 0 && (
        <ul className="stack">
          {ignored.items.map((one) => (
            <li key={one.conversationId} className="reach late">
              <Link href={`/conversations/${one.conversationId}`}>
                {one.customerName}: {one.subject}
              </Link>{' '}
              <span className="meta">
                {since(one.since)} · {nameOf(one.assigneeId)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** On top of what is being made right: complaints without an answer, and how far each has climbed. */
export function Unanswered() {
  return usePractice('climbing') ? <Shown /> : null
}

function Shown() {
  const { data } = useApi('GET /complaints')
  if (!data) return null
  return (
    <section className="unanswered" aria-label={t('climbing.title', { n: data.items.length })}>
      <p className={data.items.length > 0 ? 'late-ink' : 'meta'}>
        {data.items.length > 0 ? t('climbing.title', { n: data.items.length }) : t('climbing.none')}
      </p>
      <ul>
        {data.items.map((one) => (
          <li key={one.conversationId}>
            <Link href={`/conversations/${one.conversationId}`}>
              <b>{one.customerName}</b> {one.subject}
            </Link>
            <span className="meta">
              {since(one.since)} · {t('climbing.level', { level: String(one.level) })}
            </span>
            {one.words && <span className="serif">“{one.words}”</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
