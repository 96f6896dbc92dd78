import type { HeatKind } from '#contract/heat.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation, messageById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

/** A person says what a message is. What only sounded so is not asked about again. */
export async function sayKind(
  db: Db | Trx,
  by: Actor,
  conversationId: string,
  messageId: string,
  kind: HeatKind | 'no',
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'heat')
    const { inboxId, customerId } = await lockConversation(trx, by, conversationId)
    const message = await messageById(trx, by, messageId)
    if (message.conversationId !== conversationId || message.direction !== 'in')
      throw notFound(say('heat.message'))
    const set = { kind, byId: by.id, byName: by.name, at: await clockNow(trx) }
    await trx
      .insertInto('heatAnswers')
      .values({ conversationId, messageId, ...set })
      .onConflict((c) => c.columns(['conversationId', 'messageId']).doUpdateSet(set))
      .execute()
    await recordEvent(trx, by, 'heat.answered', { inboxId, conversationId, customerId }, { kind })
    await audit(trx, by, 'heat.answered', { kind: 'conversation', id: conversationId, inboxId }, { kind })
  })
}
