import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { within } from '#server/customers/sight.ts'
import type { Db } from '#server/database/database.ts'
import { readRecoveryRules } from './rules.ts'
import './tables.ts'

const day = 86_400_000
const lookedAt = 90 * day
/** Of the reader's signals, from here on they have thanked or praised. */
const surely = 0.5

interface Found {
  recoveryId: string
  conversationId: string
  customerName: string
  what: string
  closedAt: Date
  madeRight: boolean
  messageId: string | null
  words: string | null
  again: boolean
}

/**
 * What became of failures: how many were made right, how many people said in their own words that it is good again, and to how many it
 * happened again. Never a figure without the conversations behind it. One in which nothing of ours had failed is none.
 */
export async function recoveryRate(db: Db, by: Actor) {
  const [now, { secondChanceDays }] = [await clockNow(db), await readRecoveryRules(db)]
  const { rows } = await sql<Found>`
    select r.id as recovery_id, r.conversation_id, coalesce(p.preferred_name, p.name) as customer_name, r.what, r.closed_at,
      r.outcome = 'made-right' as made_right, g.message_id, g.words,
      exists (select 1 from recoveries n where n.customer_id = r.customer_id and n.inbox_id = r.inbox_id and n.id <> r.id
        and n.opened_at > r.closed_at and n.opened_at < r.closed_at + make_interval(days => ${secondChanceDays})
        and coalesce(n.outcome, '') <> 'mistaken') as again
    from recoveries r
    join customers p on p.id = r.customer_id
    left join lateral (
      select m.id as message_id, e->>'words' as words
      from readings d join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id,
      jsonb_array_elements(d.evidence) e
      where d.conversation_id = r.conversation_id and e->>'signal' in ('thanks', 'praise')
        and (d.signals ->> (e->>'signal'))::float >= ${surely}
        and m.at > (select min(s.at) from recovery_steps s where s.conversation_id = r.conversation_id and s.recovery_id = r.id
          and s.step = 'fix' and s.state = 'done')
      order by m.at, e->>'signal' limit 1
    ) g on true
    where r.closed_at > ${new Date(now.getTime() - lookedAt)} and r.outcome <> 'mistaken' and ${within(by, 'r.inbox_id')}
    order by r.closed_at desc, r.id limit 500`.execute(db)
  return {
    closed: rows.length,
    madeRight: rows.filter((row) => row.madeRight).length,
    good: rows.filter((row) => row.messageId !== null).length,
    again: rows.filter((row) => row.again).length,
    items: rows.map(({ messageId, words, closedAt, ...row }) => ({
      ...row,
      closedAt: closedAt.toISOString(),
      good: messageId === null ? null : { messageId, words: words ?? '' },
    })),
  }
}
