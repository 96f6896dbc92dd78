import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { Answering } from './Answering.tsx'
import { inUnit, kindWords } from './words.ts'
import './authority.css'

/** On a lead's Today: what waits for a yes, each with its story a press away. */
export function ToDecide() {
  const me = useMe()
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return usePractice('authority') && isLead ? <Shown me={me.teammate.id} /> : null
}

function Shown({ me }: { me: string }) {
  const { data } = useApi('GET /decisions')
  const items = data?.items.filter((one) => one.byId !== me) ?? []
  if (items.length === 0) return null
  return (
    <section aria-labelledby="to-decide">
      <h2 id="to-decide">{t('authority.toDecide')}</h2>
      <ul className="stack">
        {items.map((one) => (
          <li key={one.id} className="reach">
            <p>
              <Link href={`/conversations/${one.conversationId}`}>
                {t('authority.wants', {
                  by: one.by ?? '',
                  what: `${kindWords(one.kind)} ${inUnit(one.amount, one.unit)}`,
                  who: one.customerName,
                  subject: one.subject,
                })}
              </Link>{' '}
              <span className="meta">
                <Time at={one.at} />
              </span>
              <br />
              {one.because}
            </p>
            <Answering decision={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
