import { t } from '#web/text/t.ts'
import './pages.css'

/** What they asked us not to do. Nothing is there where they asked nothing. */
export function Wishes({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={t('about.pleaseDont')}>
      <h2>{t('about.pleaseDont')}</h2>
      <ul className="wishes serif">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
