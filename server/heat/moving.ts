import { clearTimers, setTimer } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import { openRelief } from './relief.ts'
import './tables.ts'

interface Way {
  from: string
  to: string
}

/** What was said of letters goes where they go. */
export async function moveHeat(
  trx: Trx,
  { from, to, messageIds }: Way & { messageIds: string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  await trx
    .updateTable('heatAnswers')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageId', 'in', messageIds)
    .execute()
}

/**
 * Steps of the policy and whoever was asked to take over go with a conversation that becomes part of another, or these; of two that are
 * being asked about, that of the home goes on. Returns which.
 */
export async function movePolicy(
  trx: Trx,
  { from, to }: Way,
  ids: readonly string[] | null = null,
): Promise<string[]> {
  const [going, home] = [await openRelief(trx, from), await openRelief(trx, to)]
  if (going && (ids === null || ids.includes(going.id))) {
    await clearTimers(trx, 'relief.next', `${from} ${going.id}`)
    if (home)
      await trx
        .updateTable('reliefs')
        .set({ state: 'withdrawn', nextAt: null })
        .where('conversationId', '=', from)
        .where('id', '=', going.id)
        .execute()
    else if (going.nextAt) await setTimer(trx, 'relief.next', `${to} ${going.id}`, going.nextAt)
  }
  const moved = []
  for (const table of ['policySteps', 'reliefs'] as const) {
    let moving = trx.updateTable(table).set({ conversationId: to }).where('conversationId', '=', from)
    if (ids) moving = moving.where('id', 'in', ['', ...ids])
    moved.push(...(await moving.returning('id').execute()))
  }
  return moved.map(({ id }) => id)
}
