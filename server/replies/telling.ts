import { type Actor, requireRole } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { conflict } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { transaction } from '#server/database/database.ts'
import { lockUntold, markTold } from '#server/matters/telling.ts'
import { sendReplyIn } from './actions.ts'
import { type Sent, sentBefore } from './write.ts'

/** Tells one person the news of a matter: the letter and that they know, in one transaction. One at a time, each looked at. */
export async function tellNews(
  house: House,
  by: Actor,
  matterId: string,
  given: { customerId: string; news: number; text: string; undoSeconds: number; clientKey: string | null },
): Promise<Sent> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const words = {
      text: given.text,
      undoSeconds: given.undoSeconds,
      attachments: [],
      clientKey: given.clientKey,
    }
    const before = await sentBefore(trx, by, words)
    if (before) return before
    const { conversationId } = await lockUntold(trx, by, matterId, given.customerId, given.news)
    if (!conversationId) throw conflict('no-address', say('matters.noAddress'))
    const sent = await sendReplyIn(house, trx, by, {
      ...words,
      conversationId,
      promises: [],
      anyway: true,
      afterwards: 'waiting',
      answeredAsks: [],
      draft: null,
    } as Parameters<typeof sendReplyIn>[3])
    await markTold(trx, by, {
      matterId,
      customerId: given.customerId,
      news: given.news,
      how: 'letter',
      messageId: sent.messageId,
    })
    return sent
  })
}
