import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { behind } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { holding } from '#server/database/like.ts'
import { onePlan, unseen } from '#server/database/statement.ts'
import { type Conditions, type FoundConversation, inAll, noSpam, shown } from './walking.ts'

/** A subject is also found by parts of words, and as a teammate has reworded it. Less than three letters would fit everything. */
export async function bySubject(
  db: Db | Trx,
  by: Actor,
  parts: readonly string[],
  conditions: Conditions | null,
  limit: number,
): Promise<FoundConversation[]> {
  const isAll = by.inboxIds === 'all'
  const wall = behind(isAll, 'c.inbox_id', by.inboxIds === 'all' ? [] : by.inboxIds)
  // Gathered as a list of so many that all are expected to be wanted: a plan for the first few of any words reads the whole table.
  const named = sql`select c.id from conversations c where ${wall} and ${sql.join(
    parts.map((part) => sql`c.subject ilike ${unseen(holding(part), 'text')}`),
    sql` and `,
  )} limit 5000`
  const { rows } = await sql<FoundConversation>`
    with ${conditions ? sql`` : onePlan} named as materialized (select unnest(array(${named})) as id
    ), page as (
      select c.id, c.last_at from named join conversations c using (id) where true ${inAll(conditions ?? [noSpam])}
      order by c.last_at desc, c.id limit ${unseen(limit, 'int')}
    )
    select c.last_at as found_at, ${shown} from page
    join conversations c using (id)
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = c.id and m.id = c.last_message_id`.execute(db)
  return rows
}

/** Operators alone: the newest conversations they fit. */
export async function newest(
  trx: Trx,
  by: Actor,
  conditions: Conditions | null,
  limit: number,
): Promise<FoundConversation[]> {
  const { rows } = await sql<FoundConversation>`
    select c.last_at as found_at, ${shown} from ${inboxesOf(by)} as one(id)
    cross join lateral (
      select c.* from conversations c where c.inbox_id = one.id ${inAll(conditions ?? [noSpam])}
      order by c.last_at desc, c.id desc limit ${limit}
    ) c
    join customers p on p.id = c.customer_id
    left join messages m on m.conversation_id = c.id and m.id = c.last_message_id
    order by c.last_at desc, c.id desc limit ${limit}`.execute(trx)
  return rows
}

const inboxesOf = (by: Actor): RawBuilder<unknown> =>
  by.inboxIds === 'all' ? sql`(select id from inboxes)` : sql`unnest(${[...by.inboxIds]}::text[])`
