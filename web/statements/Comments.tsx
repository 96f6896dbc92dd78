import type { Statement } from '#contract/statements.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** What was said at its words, the open ones first; each keeps the words it was said at, also where these are gone. */
export function Comments({ statement }: { statement: Statement }) {
  const me = useMe()
  const settle = useAction('POST /statements/{id}/comments/{commentId}/settling')
  const { comments, id } = statement
  if (comments.length === 0) return null
  const sorted = [...comments].sort((a, b) => Number(a.settledAt !== null) - Number(b.settledAt !== null))
  return (
    <section aria-label={t('statements.comments')}>
      <h2>{t('statements.comments')}</h2>
      <ul className="statement-comments">
        {sorted.map((one) => (
          <li key={one.id} className={one.settledAt ? 'settled' : undefined}>
            <q lang={one.language}>{one.quote}</q>
            <p>{one.text}</p>
            <p className="meta">
              {one.by} · <Time at={one.at} />
              {one.version !== statement.version && ` · ${t('statements.version', { n: one.version })}`}
              {one.settledAt && ` · ${t('statements.settledBy', { name: one.settledBy ?? '' })}`}
            </p>
            {!one.settledAt && me.teammate.role !== 'observer' && (
              <button
                type="button"
                className="link"
                disabled={settle.isPending}
                onClick={() => settle.mutate({ params: { id, commentId: one.id } })}
              >
                {t('statements.settle')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
