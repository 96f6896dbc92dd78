import { sql } from 'kysely'
import type { Urgent } from '#contract/oncall.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import type { UrgentRow } from './urgent.ts'
import './tables.ts'

interface Found extends UrgentRow {
  subject: string
  gist: string
  customerName: string
  called: { teammateId: string; at: string }[] | null
}

const select = (condition: ReturnType<typeof sql>) => sql<Found>`
  select u.*, c.subject, c.gist, coalesce(p.preferred_name, p.name) as customer_name,
    (select jsonb_agg(jsonb_build_object('teammateId', k.teammate_id, 'at', k.at) order by k.at)
      from urgent_calls k where k.urgent_id = u.id) as called
  from urgents u join conversations c on c.id = u.conversation_id join customers p on p.id = c.customer_id
  where ${condition} order by u.began_at limit 50`

/** What cannot wait and nobody has taken, the oldest first; what we have only asked about is not among them. */
export async function listUrgents(db: Db, by: Actor): Promise<{ items: Urgent[] }> {
  await demandOn(db, 'onCall')
  const { rows } = await select(sql`u.state = 'calling' and ${within(by, 'u.inbox_id')}`).execute(db)
  return { items: rows.map(shape) }
}

export async function urgentById(db: Db, by: Actor, id: string): Promise<Urgent> {
  const { rows } = await select(sql`u.id = ${id}`).execute(db)
  if (!rows[0] || !sees(by, rows[0].inboxId)) throw notFound(say('oncall.this'))
  return shape(rows[0])
}

/** How the newest urgent matter of a conversation stands, for the customer's own page; not of somebody whose letters were merged into it. */
export const latestUrgent = (
  db: Db | Trx,
  matter: { id: string; customerId: string },
): Promise<UrgentRow | undefined> =>
  db
    .selectFrom('urgents')
    .innerJoin('messages', 'messages.id', 'urgents.messageId')
    .selectAll('urgents')
    .where('urgents.conversationId', '=', matter.id)
    .where('messages.customerId', '=', matter.customerId)
    .orderBy('beganAt', 'desc')
    .executeTakeFirst()

const shape = (row: Found): Urgent => ({
  id: row.id,
  conversationId: row.conversationId,
  inboxId: row.inboxId,
  subject: row.subject,
  gist: row.gist,
  customerName: row.customerName,
  state: row.state,
  since: row.beganAt.toISOString(),
  called: (row.called ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  nobody: row.nobodyAt !== null,
  takenById: row.takenById,
  callBy: row.callBy?.toISOString() ?? null,
})
