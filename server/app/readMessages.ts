import { setImmediate as turn } from 'node:timers/promises'
import { readInbound } from '#care/inbound.ts'
import { tend } from '#server/base/actor.ts'
import { type Reading, recordReadings } from '#server/conversations/reading.ts'
import type { Db } from '#server/database/database.ts'

/** Care language reads what people wrote, each letter in a turn of its own: others shall not wait for all of them. */
export async function readMessages(db: Db, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  // By its own id: it may have been moved to another conversation since.
  const messages = await db
    .selectFrom('messages')
    .select(['id', 'conversationId', 'text'])
    .where('id', 'in', [...messageIds])
    .where('held', '=', false)
    .where('autoReply', '=', false)
    .where('isBounce', '=', false)
    .where('isReport', '=', false)
    .where('unreadable', '=', false)
    .execute()
  if (messages.length === 0) return
  const teammates = (
    await db.selectFrom('teammates').select('name').where('leftAt', 'is', null).execute()
  ).map((row) => row.name)
  const readings: Reading[] = []
  for (const { id, conversationId, text } of messages) {
    if (readings.length) await turn()
    const { asks, signals, evidence, severity, worst, praised } = readInbound(text, { teammates })
    readings.push({
      conversationId,
      messageId: id,
      asks: asks.map((ask) => ask.text),
      signals,
      evidence: evidence.map(({ signal, words }) => ({ signal, words })),
      severity: { weight: severity, words: worst },
      praised,
    })
  }
  await recordReadings(db, tend, readings)
}
