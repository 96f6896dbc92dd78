import type { Statement } from '#contract/statements.ts'
import { ownWords } from '#web/status/said.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** Every version as it was, and whose name stood under it. */
export function Versions({ statement }: { statement: Statement }) {
  const earlier = statement.versions.slice(1)
  if (earlier.length === 0) return null
  return (
    <section aria-label={t('statements.versions')}>
      <h2>{t('statements.versions')}</h2>
      {earlier.map((one) => (
        <details key={one.version} className="statement-version">
          <summary>
            {t('statements.version', { n: one.version })}{' '}
            <span className="meta">
              {one.by} · <Time at={one.at} />
              {one.signatures.length > 0 &&
                ` · ${t('statements.signedBy', { who: one.signatures.map((by) => by.name).join(', ') })}`}
            </span>
          </summary>
          <p className="said-words serif">{ownWords(one.words)}</p>
        </details>
      ))}
    </section>
  )
}
