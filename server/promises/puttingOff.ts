import type { Actor } from '#server/base/actor.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { snooze } from '#server/conversations/state.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { makePromise } from './actions.ts'
import { lockPromise } from './ledger.ts'

/**
 * "Later, because I said I would": what is put off with a word becomes a promise, in one transaction. The conversation comes back when
 * its maker is nudged, while there is still time to keep it.
 */
export async function putOffAsPromised(
  db: Db,
  by: Actor,
  { conversationId, what, due }: { conversationId: string; what: string; due: Date },
): Promise<string> {
  return transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, conversationId)
    const id = await makePromise(trx, by, {
      conversationId,
      customerId: conversation.customerId,
      inboxId: conversation.inboxId,
      messageId: null,
      what,
      to: null,
      quote: null,
      makerId: by.kind === 'teammate' ? by.id : conversation.assigneeId,
      due,
    })
    const { nudgeAt } = await lockPromise(trx, by, id)
    await snooze(trx, by, conversationId, { until: nudgeAt ?? due, reason: what })
    return id
  })
}
