import type { BulkAct } from '#contract/bulk.ts'
import type { Actor } from '#server/base/actor.ts'
import { recordEvent } from '#server/base/events.ts'
import { clearTimers } from '#server/base/timers.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { unmarkSpam } from '#server/conversations/spam.ts'
import { assign, reopen } from '#server/conversations/state.ts'
import { restoreState } from '#server/conversations/turn.ts'
import type { Trx } from '#server/database/database.ts'
import { putOn, takeOff } from '#server/tags/actions.ts'
import { tagByName } from '#server/tags/queries.ts'
import type { Move, Snapshot } from './tables.ts'

/** One conversation stands again as it did, by the same verbs as when somebody does it by hand. */
export async function putBack(
  trx: Trx,
  by: Actor,
  id: string,
  act: BulkAct,
  before: Snapshot,
  move: Move,
): Promise<void> {
  switch (act.do) {
    case 'assign':
      return assign(trx, by, id, before.assigneeId)
    case 'tag': {
      if (before.worn) return void (await putOn(trx, by, id, act.name))
      const tag = await tagByName(trx, act.name)
      return tag && void (await takeOff(trx, by, id, tag.id))
    }
    case 'snooze':
    case 'close':
      return turnBack(trx, by, id, before)
    case 'move':
      await move(trx, by, id, before.inboxId)
      return assign(trx, by, id, before.assigneeId)
    case 'spam':
      return unmarkSpam(trx, by, id)
  }
}

/** Whose turn it was, and until when it was put off; whoever keeps a clock by it hears that it is open again. */
async function turnBack(trx: Trx, by: Actor, id: string, { state }: Snapshot): Promise<void> {
  if (state.status === 'open') return reopen(trx, by, id)
  const row = await lockConversation(trx, by, id)
  await clearTimers(trx, 'conversation.wake', id)
  await restoreState(trx, id, state)
  await recordEvent(
    trx,
    by,
    'conversation.reopened',
    { inboxId: row.inboxId, conversationId: id, customerId: row.customerId },
    {},
  )
}
