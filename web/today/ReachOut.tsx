import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { Review } from '#web/goals/Review.tsx'
import { ToTell } from '#web/matters/ToTell.tsx'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

type Reach = Answer<'GET /today'>['reachOut']

/** Whom one could make glad without being asked: news to tell, goals to look at, a goodbye that was not said. */
export function ReachOut({ reach }: { reach: Reach }) {
  const me = useMe()
  if (reach.tell.length + reach.goals.length + reach.goodbyes.length === 0) return null
  const mayAct = me.teammate.role !== 'observer'
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t('today.reachOut')}</h2>
      <ul className="stack">
        {reach.tell.map((person) => (
          <li key={`${person.matterId} ${person.customerId}`}>
            <ToTell person={person} />
          </li>
        ))}
        {reach.goals.map((goal) => (
          <li key={goal.id} className="reach goal due">
            <p>
              <Link href={`/customers/${goal.customerId}`}>
                <b>{goal.customerName}</b>
              </Link>{' '}
              {t('today.wants')} <span className="serif">“{goal.words}”</span>
            </p>
            {mayAct && <Review goal={goal} />}
          </li>
        ))}
        {reach.goodbyes.map((one) => (
          <Goodbye key={one.conversationId} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** Looked after without a word: write one, or say that nothing more is needed. */
function Goodbye({ one }: { one: Reach['goodbyes'][number] }) {
  const close = useAction('POST /conversations/{id}/closing', {
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  return (
    <li className="reach">
      <p>
        <Link href={`/conversations/${one.conversationId}`}>
          <b>{one.customerName}</b>
        </Link>{' '}
        {t('today.noGoodbye', { subject: one.subject })}{' '}
        <span className="meta">
          <Time at={one.closedAt} />
        </span>
      </p>
      <div className="row">
        <Link href={`/conversations/${one.conversationId}`} className="button quiet">
          {t('today.writeGoodbye')}
        </Link>
        <button
          type="button"
          className="button bare"
          disabled={close.isPending}
          onClick={() =>
            close.mutate({ params: { id: one.conversationId }, body: { goodbye: 'nothing-more' } })
          }
        >
          {t('today.nothingMore')}
        </button>
      </div>
    </li>
  )
}
