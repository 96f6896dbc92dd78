import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import { lockConversation } from './queries.ts'
import './tables.ts'

export interface Reading {
  conversationId: string
  messageId: string
  asks: string[]
  signals: Record<string, number>
  evidence: { signal: string; words: string }[]
  /** How bad it is for them, 0 … 1, however politely it is put, and the words that say the worst of it. */
  severity?: { weight: number; words: string | null }
  praised: string[]
}

/** Keeps what care language noticed in a message: what they asked, what shows how they feel, whether they had to chase us. Safe to repeat. */
export async function recordReading(db: Db | Trx, by: Actor, reading: Reading): Promise<void> {
  const { conversationId, messageId, severity } = reading
  await transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, conversationId)
    const fresh = await trx
      .insertInto('readings')
      .values({
        conversationId,
        messageId,
        signals: JSON.stringify({ ...reading.signals, ...(severity && { severe: severity.weight }) }),
        evidence: JSON.stringify([
          ...reading.evidence,
          ...(severity?.words ? [{ signal: 'severe', words: severity.words }] : []),
        ]),
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
    const chase = (reading.signals.chase ?? 0) >= 0.5 && (await weOwed(trx, conversation, messageId))
    if (chase)
      await trx
        .updateTable('conversations')
        .set((e) => ({ chased: e('chased', '+', 1) }))
        .where('id', '=', conversationId)
        .execute()
    await countAsks(trx, conversationId)
    await weighHarm(trx, conversationId)
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
    if (!row) throw notFound(say('conversations.this.question'))
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

/**
 * Whether we owed them something when they wrote: an earlier message without an answer, an earlier question without one, or
 * a promise that is open. Only then is "any news?" our failure (D3), and not the first word of a new matter.
 */
async function weOwed(trx: Trx, conversation: ConversationRow, messageId: string): Promise<boolean> {
  if (conversation.nextPromiseId) return true
  const { rows } = await sql<{ owed: boolean }>`
    select exists (
      select 1 from messages earlier
      where earlier.conversation_id = m.conversation_id and earlier.direction = 'in' and earlier.at < m.at
        and not earlier.auto_reply and not earlier.is_bounce and not earlier.held
        and (
          not exists (select 1 from messages ours where ours.conversation_id = m.conversation_id and ours.direction = 'out' and not ours.auto_reply and ours.at > earlier.at and ours.at < m.at)
          or exists (select 1 from asks a where a.conversation_id = m.conversation_id and a.message_id = earlier.id and (a.answered_at is null or a.answered_at > m.at))
        )) as owed
    from messages m where m.conversation_id = ${conversation.id} and m.id = ${messageId}`.execute(trx)
  return rows[0]?.owed ?? false
}

/**
 * What a signal weighs, most harmful first; the scale is that of the list's order (hours of waiting). Danger that is put politely
 * stands above hurry that is put loudly, and who is in need above who may leave us: feelings never decide who gets less (CARE.md §10).
 */
const weights = {
  severe: 150,
  urgent: 120,
  vulnerable: 110,
  leaving: 100,
  upset: 80,
  repeat: 70,
  failure: 60,
} as const

/** Below it the single signals say better what is the matter; a lone grave word, as in a question about allergies, is no danger. */
const severeFrom = 0.8
const strength = (signal: string, of: number | undefined): number =>
  signal === 'severe' && (of ?? 0) < severeFrom ? 0 : Math.min(1, of ?? 0)

/** Keeps on the row how much harm shows in what they wrote since our last answer, so that lists need not look. */
export async function weighHarm(trx: Trx, conversationId: string): Promise<void> {
  const readings = await trx
    .selectFrom('readings')
    .innerJoin('messages', (j) =>
      j
        .onRef('messages.conversationId', '=', 'readings.conversationId')
        .onRef('messages.id', '=', 'readings.messageId'),
    )
    .select(['readings.signals', 'readings.evidence'])
    .where('readings.conversationId', '=', conversationId)
    .where(
      sql<boolean>`messages.at > coalesce((select max(o.at) from messages o where o.conversation_id = ${conversationId} and o.direction = 'out' and not o.auto_reply), '-infinity')`,
    )
    .execute()
  let heaviest = { harm: 0, harmSignal: null as string | null, harmWords: null as string | null }
  for (const { signals, evidence } of readings)
    for (const [signal, weight] of Object.entries(weights)) {
      const harm = weight * strength(signal, signals[signal])
      if (harm <= heaviest.harm) continue
      const words = evidence.find((one) => one.signal === signal)?.words ?? null
      heaviest = { harm, harmSignal: signal, harmWords: words?.slice(0, 120) ?? null }
    }
  await trx.updateTable('conversations').set(heaviest).where('id', '=', conversationId).execute()
}

/** Counts anew what they asked and nobody has answered. */
export async function countAsks(trx: Trx, conversationId: string): Promise<void> {
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
