import { sql } from 'kysely'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent, recordEvents } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import type { ConversationRow } from './conversation.ts'
import { holdConversations } from './holding.ts'
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
export const recordReading = (db: Db, by: Actor, reading: Reading): Promise<void> =>
  recordReadings(db, by, [reading])

/** Conversations that are held in one transaction. */
const atMostHeld = 25

/** The same for many messages, in as many statements as for one. */
export async function recordReadings(db: Db, by: Actor, readings: readonly Reading[]): Promise<void> {
  const byConversation = Map.groupBy(readings, (reading) => reading.conversationId)
  const ids = [...byConversation.keys()].sort()
  for (let n = 0; n < ids.length; n += atMostHeld)
    await holdConversations(db, ids.slice(n, n + atMostHeld), async (trx, held) => {
      const rows = held.map(({ row }) => {
        if (!row || !sees(by, row.inboxId)) throw notFound(say('conversations.this.conversation'))
        return row
      })
      await record(
        trx,
        by,
        rows.flatMap((conversation) =>
          byConversation.get(conversation.id)!.map((reading) => ({ conversation, reading })),
        ),
      )
    })
}

interface Placed {
  conversation: ConversationRow
  reading: Reading
}

async function record(trx: Trx, by: Actor, all: readonly Placed[]): Promise<void> {
  const { rows } = await sql<{ messageId: string }>`
    insert into readings (conversation_id, message_id, signals, evidence, praised)
    select conversation_id, message_id, signals, evidence, praised
      from json_populate_recordset(null::readings, ${JSON.stringify(all.map(readingRow))}::json)
    on conflict do nothing returning message_id`.execute(trx)
  const isFresh = new Set(rows.map(({ messageId }) => messageId))
  const fresh = all.filter(({ reading }) => isFresh.has(reading.messageId))
  if (fresh.length === 0) return
  const asks = fresh.flatMap(({ reading: { conversationId, messageId, asks } }) =>
    asks.map((text, position) => ({ conversationId, id: newId('ask'), messageId, position, text })),
  )
  await insertAll(trx, 'asks', asks)
  if (asks.length) await countAsks(trx, ...new Set(asks.map(({ conversationId }) => conversationId)))
  const chased = new Set<Reading>()
  for (const { conversation, reading } of fresh) {
    if ((reading.signals.chase ?? 0) < 0.5 || !(await weOwed(trx, conversation, reading.messageId))) continue
    chased.add(reading)
    await trx
      .updateTable('conversations')
      .set((e) => ({ chased: e('chased', '+', 1) }))
      .where('id', '=', conversation.id)
      .execute()
  }
  await weighHarm(trx, ...new Set(fresh.map(({ conversation }) => conversation.id)))
  await recordEvents(
    trx,
    by,
    'conversation.read',
    fresh.map(({ conversation: { id, inboxId, customerId }, reading }) => ({
      subjects: { inboxId, conversationId: id, customerId, messageId: reading.messageId },
      detail: { asks: reading.asks.length, chase: chased.has(reading) },
    })),
  )
}

const readingRow = ({ reading }: Placed) => ({
  conversation_id: reading.conversationId,
  message_id: reading.messageId,
  signals: { ...reading.signals, ...(reading.severity && { severe: reading.severity.weight }) },
  evidence: [
    ...reading.evidence,
    ...(reading.severity?.words ? [{ signal: 'severe', words: reading.severity.words }] : []),
  ],
  praised: reading.praised,
})

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
export async function weighHarm(trx: Trx, ...conversationIds: string[]): Promise<void> {
  const { rows: readings } = await sql<{
    conversationId: string
    signals: Record<string, number>
    evidence: Reading['evidence']
  }>`
    select r.conversation_id, r.signals, r.evidence
    from readings r join messages m on m.conversation_id = r.conversation_id and m.id = r.message_id
    where r.conversation_id = any(${conversationIds}::text[])
      and m.at > coalesce((select max(o.at) from messages o
        where o.conversation_id = r.conversation_id and o.direction = 'out' and not o.auto_reply), '-infinity')`.execute(
    trx,
  )
  const heaviest = new Map(
    conversationIds.map((id) => [
      id,
      { harm: 0, words: null as string | null, signal: null as string | null },
    ]),
  )
  for (const { conversationId, signals, evidence } of readings)
    for (const [signal, weight] of Object.entries(weights)) {
      const harm = weight * strength(signal, signals[signal])
      if (harm <= heaviest.get(conversationId)!.harm) continue
      const words = evidence.find((one) => one.signal === signal)?.words ?? null
      heaviest.set(conversationId, { harm, signal, words: words?.slice(0, 120) ?? null })
    }
  const now = JSON.stringify([...heaviest].map(([id, harm]) => ({ id, ...harm })))
  await sql`
    update conversations c set harm = n.harm, harm_signal = n.signal, harm_words = n.words
    from json_to_recordset(${now}::json) as n(id text, harm real, signal text, words text)
    where c.id = n.id and (c.harm, c.harm_signal, c.harm_words) is distinct from (n.harm, n.signal, n.words)`.execute(
    trx,
  )
}

/** Counts anew what they asked and nobody has answered. */
export async function countAsks(trx: Trx, ...conversationIds: string[]): Promise<void> {
  await sql`
    update conversations c set open_asks =
      (select count(*) from asks a where a.conversation_id = c.id and a.answered_at is null)
    where c.id = any(${conversationIds}::text[])`.execute(trx)
}
