import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { lockConversation } from './queries.ts'
import './tables.ts'

export interface Reading {
  conversationId: string
  messageId: string
  asks: string[]
  signals: Record<string, number>
  evidence: { signal: string; words: string }[]
  praised: string[]
}

/** Keeps what care language noticed in a message: what they asked, what shows how they feel, whether they had to chase us. Safe to repeat. */
export async function recordReading(db: Db, by: Actor, reading: Reading): Promise<void> {
  const { conversationId, messageId } = reading
  await transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, conversationId)
    const fresh = await trx
      .insertInto('readings')
      .values({
        conversationId,
        messageId,
        signals: JSON.stringify(reading.signals),
        evidence: JSON.stringify(reading.evidence),
        praised: JSON.stringify(reading.praised),
      })
      .onConflict((c) => c.doNothing())
      .returning('messageId')
      .executeTakeFirst()
    if (!fresh) return
    if (reading.asks.length)
      await trx
        .insertInto('asks')
        .values(
          reading.asks.map((text, position) => ({
            conversationId,
            id: newId('ask'),
            messageId,
            position,
            text,
            answeredAt: null,
            answeredById: null,
            answeredIn: null,
          })),
        )
        .execute()
    const chase = (reading.signals.chase ?? 0) >= 0.5
    if (chase)
      await trx
        .updateTable('conversations')
        .set((e) => ({ chased: e('chased', '+', 1) }))
        .where('id', '=', conversationId)
        .execute()
    await countAsks(trx, conversationId)
    await recordEvent(
      trx,
      by,
      'conversation.read',
      { inboxId: conversation.inboxId, conversationId, customerId: conversation.customerId, messageId },
      { asks: reading.asks.length, chase },
    )
  })
}

/** Ticks what a message answered. Ids that are not of this conversation are passed over. */
export async function tickAsks(
  trx: Trx,
  by: Actor,
  conversationId: string,
  askIds: readonly string[],
  messageId: string | null,
): Promise<void> {
  if (askIds.length === 0) return
  await trx
    .updateTable('asks')
    .set({ answeredAt: sqlNow, answeredById: teammateId(by), answeredIn: messageId })
    .where('conversationId', '=', conversationId)
    .where('id', 'in', [...askIds])
    .where('answeredAt', 'is', null)
    .execute()
  await countAsks(trx, conversationId)
}

/** Ticks or unticks one by hand. */
export async function answerAsk(
  db: Db,
  by: Actor,
  conversationId: string,
  askId: string,
  answered: boolean,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, conversationId)
    const row = await trx
      .updateTable('asks')
      .set(
        answered
          ? { answeredAt: sqlNow, answeredById: teammateId(by) }
          : { answeredAt: null, answeredById: null, answeredIn: null },
      )
      .where('conversationId', '=', conversationId)
      .where('id', '=', askId)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw notFound('This question')
    await countAsks(trx, conversationId)
    await recordEvent(
      trx,
      by,
      'ask.answered',
      { inboxId: conversation.inboxId, conversationId },
      { answered },
    )
  })
}

async function countAsks(trx: Trx, conversationId: string): Promise<void> {
  await trx
    .updateTable('conversations')
    .set((e) => ({
      openAsks: e
        .selectFrom('asks')
        .select(e.fn.countAll<number>().as('n'))
        .where('conversationId', '=', conversationId)
        .where('answeredAt', 'is', null) as never,
    }))
    .where('id', '=', conversationId)
    .execute()
}
