import type { Fact } from '#contract/customers.ts'
import { t } from '#web/text/t.ts'
import { Facts } from './Facts.tsx'

/** What they like, and what they asked us not to do. */
export function Likes({
  customerId,
  facts,
  dont,
}: {
  customerId: string
  facts: readonly Fact[]
  dont: readonly string[]
}) {
  const likes = facts.filter((fact) => fact.kind === 'like')
  if (likes.length === 0 && dont.length === 0) return null
  return (
    <section aria-label={t('about.likes')}>
      <h2>{t('about.likes')}</h2>
      {dont.length > 0 && (
        <ul className="dont" aria-label={t('about.pleaseDont')}>
          {dont.map((line) => (
            <li key={line} className="serif" dir="auto">
              <span className="meta">{t('about.pleaseDont')}: </span>
              {line}
            </li>
          ))}
        </ul>
      )}
      <Facts customerId={customerId} facts={likes} />
    </section>
  )
}
