import { useState } from 'react'
import type { Dealing } from '#contract/dealings.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { locale, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './about.css'

const few = 5

/** What they bought, when they came, what they use. Nothing where the team does not work this way, or nothing is known. */
export function Dealings({ customerId }: { customerId: string }) {
  return usePractice('dealings') ? <Shown customerId={customerId} /> : null
}

function Shown({ customerId }: { customerId: string }) {
  const me = useMe()
  const [all, setAll] = useState(false)
  const { data } = useApi('GET /customers/{id}/dealings', {
    params: { id: customerId },
    query: { limit: all ? 100 : few },
  })
  const forget = useAction('DELETE /customers/{id}/dealings/{dealingId}', {
    onDone: () => toast({ text: t('about.forgotten'), lasts: 4000 }),
  })
  if (!data?.items.length) return null
  return (
    <section aria-label={t('dealings.title')}>
      <h2>{t('dealings.title')}</h2>
      <ul className="dealings">
        {data.items.map((one) => (
          <li key={one.id}>
            <span dir="auto">{one.what}</span>
            <span className="meta row">
              <span>
                {t(`dealing.${one.kind}`)} · <Time at={one.at} />
                {worth(one) && ` · ${worth(one)}`}
              </span>
              {me.teammate.role !== 'observer' && (
                <button
                  type="button"
                  className="link"
                  onClick={() => forget.mutate({ params: { id: customerId, dealingId: one.id } })}
                >
                  {t('about.forget')}
                  <span className="hide">: {one.what}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {data.next && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('dealings.more')}
        </button>
      )}
    </section>
  )
}

export const worth = ({ amount, currency }: Pick<Dealing, 'amount' | 'currency'>): string | null =>
  amount === null || !currency
    ? null
    : new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount)
