import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { unseen } from '#server/database/statement.ts'
import './tables.ts'

/**
 * The wall in SQL: a row exists for a reader only where its inbox is one of theirs. `column` is a reference such as
 * `c.inbox_id`. Somebody without inboxes sees nothing.
 */
export const within = (by: Actor, column: string): RawBuilder<SqlBool> =>
  by.inboxIds === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${[...by.inboxIds]}::text[])`

/** The same wall in a statement whose plan is kept: while it plans, PostgreSQL looks at no inbox. */
export const behind = (isAll: boolean, column: string, inboxes: readonly string[]): RawBuilder<SqlBool> =>
  isAll ? sql`true` : sql`${sql.ref(column)} = any(${unseen([...inboxes], 'text[]')}::text[])`

/** The inbox of the actor's in which the person was heard of last. */
export async function anInboxOf(trx: Db | Trx, by: Actor, customerId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .where(within(by, 'customer_inboxes.inbox_id'))
    .orderBy('lastAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.inboxId ?? null
}
