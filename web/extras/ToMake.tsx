import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Given } from './Given.tsx'

/** What is mine to make or to bring, the oldest first. */
export function ToMake() {
  const { data } = useApi('GET /given-extras')
  if (!data?.items.length) return null
  return (
    <section className="card stack" aria-label={t('extras.toMake')}>
      <h2>{t('extras.toMake')}</h2>
      <ul className="stack">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link href={`/conversations/${one.conversationId}`} className="meta">
              {t('extras.for', { name: one.customerName, subject: one.subject })}
            </Link>
            <Given given={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
