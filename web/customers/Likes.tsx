import type { Fact } from '#contract/customers.ts'
import { t } from '#web/text/t.ts'
import { day } from '#web/ui/time.ts'
import { Facts } from './Facts.tsx'

/** What they like, and what they asked us not to do. */
export function Likes({
  customerId,
  facts,
  dont,
  noCircularsSince,
}: {
  customerId: string
  facts: readonly Fact[]
  dont: readonly string[]
  noCircularsSince: string | null
}) {
  const likes = facts.filter((fact) => fact.kind === 'like')
  const asked = [
    ...dont,
    ...(noCircularsSince ? [t('about.noCirculars', { day: day(noCircularsSince) })] : []),
  ]
  if (likes.length === 0 && asked.length === 0) return null
  return (
    <section aria-label={t('about.likes')}>
      <h2>{t('about.likes')}</h2>
      {asked.length > 0 && (
        <ul className="dont" aria-label={t('about.pleaseDont')}>
          {asked.map((line) => (
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
