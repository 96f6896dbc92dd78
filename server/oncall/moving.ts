import { clockNow } from '#server/base/clock.ts'
import type { Trx } from '#server/database/database.ts'
import { settle } from './urgent.ts'
import './tables.ts'

/**
 * A conversation went into another: what cannot wait in it is called there. Of two that are open, the one for which somebody is
 * called already goes on, else that of the home. Returns which went.
 */
export async function moveUrgents(
  trx: Trx,
  { from, to }: { from: string; to: string },
  ids: readonly string[] | null = null,
): Promise<string[]> {
  const open = await trx
    .selectFrom('urgents')
    .selectAll()
    .where('conversationId', 'in', [from, to])
    .where('state', 'in', ['asked', 'calling'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const [there, here] = [
    open.find((one) => one.conversationId === from),
    open.find((one) => one.conversationId === to),
  ]
  if (there && here) {
    const rests = there.state === 'calling' && here.state === 'asked' ? here : there
    await settle(trx, rests, { state: 'can-wait', takenAt: await clockNow(trx) })
  }
  let moving = trx.updateTable('urgents').set({ conversationId: to }).where('conversationId', '=', from)
  if (ids) moving = moving.where('id', 'in', ['', ...ids])
  return (await moving.returning('id').execute()).map(({ id }) => id)
}
