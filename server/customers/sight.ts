import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'

/**
 * The wall in SQL: a row exists for a reader only where its inbox is one of theirs. `column` is a reference such as
 * `c.inbox_id`. Somebody without inboxes sees nothing.
 */
export const within = (by: Actor, column: string): RawBuilder<SqlBool> =>
  by.inboxIds === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${[...by.inboxIds]}::text[])`
