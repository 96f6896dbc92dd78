import { sql } from 'kysely'
import { type Db, transaction } from '#server/database/database.ts'
import { announceLetters } from './arrival.ts'
import './tables.ts'

/**
 * Letters that were kept but not taken in: their process died, or their job gave up. Each is announced again, so that a
 * worker takes it in now; taking in twice is safe. With `olderThan` seconds, those just arriving are left alone. Returns how many.
 */
export async function announceLeftovers(db: Db, { olderThan }: { olderThan: number }): Promise<number> {
  return transaction(db, async (trx) => {
    const left = await trx
      .selectFrom('letters')
      .select(['id', 'inboxId'])
      .where('state', '=', 'received')
      // Each time it waits twice as long, up to a quarter of an hour: a letter that cannot be taken in must not keep everybody busy.
      .where(
        sql<boolean>`received_at <= clock_now() - make_interval(secs => ${olderThan}::int * least(power(2, tries), 30))`,
      )
      .orderBy('id')
      .limit(500)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const letter of left) {
      await trx
        .updateTable('letters')
        .set((e) => ({ tries: e('tries', '+', 1) }))
        .where('id', '=', letter.id)
        .execute()
      // By itself: whatever it was that failed, it shall hold up no other.
      await announceLetters(trx, [letter])
    }
    return left.length
  })
}
