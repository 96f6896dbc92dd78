import { sql } from 'kysely'
import type { Dealing } from '#contract/dealings.ts'
import type { Actor } from '#server/base/actor.ts'
import { badCursor } from '#server/base/errors.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import './tables.ts'

/** What they bought, when they came, what they use, as far as the reader may see. */
export async function dealingsOf(
  db: Db | Trx,
  by: Actor,
  customerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Dealing[]; next: string | null }> {
  await demandKnown(db, by, customerId)
  if (after !== undefined && !/^dea_\w{22}$/.test(after)) throw badCursor()
  const rows = await db
    .selectFrom('dealings')
    .selectAll()
    .where('customerId', '=', customerId)
    .where(within(by, 'dealings.inbox_id'))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(at, id) < (select d.at, d.id from dealings d where d.id = ${after!})`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: row.id,
      kind: row.kind,
      what: row.what,
      at: row.at.toISOString(),
      amount: row.amount === null ? null : Number(row.amount),
      currency: row.currency,
      externalId: row.externalId,
    })),
    next: rows.length > limit ? rows[limit - 1]!.id : null,
  }
}
