import { type Actor, requireRole } from '#server/base/actor.ts'
import { retireKey } from '#server/base/http/retireKey.ts'
import type { Db } from '#server/database/database.ts'
import { keyOf } from './write.ts'

/**
 * Takes back a request that left and whose answer never came. Where nothing came of it, nothing ever will; else it says which letter
 * it became. A letter carries its key itself, for a process may have died between the letter and its answer.
 */
export async function takeBackUnsure(
  db: Db,
  by: Actor,
  key: string,
): Promise<{ state: 'never' | 'done'; messageId: string | null }> {
  requireRole(by, 'teammate')
  const own = keyOf(by, key)
  const letter = () => db.selectFrom('messages').select('id').where('clientKey', '=', own).executeTakeFirst()
  const before = await letter()
  if (before) return { state: 'done', messageId: before.id }
  // Written, and leaves later.
  const waits = await db
    .selectFrom('scheduledReplies')
    .select('id')
    .where('clientKey', '=', own)
    .executeTakeFirst()
  if (waits) return { state: 'done', messageId: null }
  const state = await retireKey(db, by, key)
  return { state, messageId: state === 'done' ? ((await letter())?.id ?? null) : null }
}
