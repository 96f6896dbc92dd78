import { clockNow } from '#server/base/clock.ts'
import { setTimer } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import { afresh, type ConversationRow, gistOf } from './conversation.ts'
import { countAsks, weighHarm } from './reading.ts'
import type { StateBefore } from './tables.ts'

// Whose turn it is, how it stood before, and what the row says of it.

/** How a conversation stands, to be restored when what changed it is taken back. */
export const stateOf = (row: ConversationRow): StateBefore => ({
  status: row.status,
  snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  snoozeReason: row.snoozeReason,
  closedAt: row.closedAt?.toISOString() ?? null,
  closedBy: row.closedBy,
  goodbye: row.goodbye,
})

export type Turn = Partial<
  Pick<
    ConversationRow,
    'status' | 'waitingSince' | 'closedAt' | 'closedBy' | 'goodbye' | 'snoozedUntil' | 'snoozeReason'
  >
>

/** What the row says follows from the messages it has now. */
export async function settle(trx: Trx, id: string, turn: Turn): Promise<void> {
  const newest = trx
    .selectFrom('messages')
    .select(['id', 'at', 'text', 'subject', 'autoReply', 'isBounce', 'isReport'])
    .where('conversationId', '=', id)
    .where('direction', '!=', 'note')
    .where('held', '=', false)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  const last = await newest.executeTakeFirst()
  // The row says what a person wrote, and of what a machine wrote only where nobody else did.
  const isMachine = last && (last.autoReply || last.isBounce || last.isReport)
  const said = isMachine
    ? ((await newest
        .where('autoReply', '=', false)
        .where('isBounce', '=', false)
        .where('isReport', '=', false)
        .executeTakeFirst()) ?? last)
    : last
  await trx
    .updateTable('conversations')
    .set({
      ...turn,
      lastMessageId: last?.id ?? null,
      gist: said ? gistOf(said.text || said.subject) : '',
      ...(last && { lastAt: last.at }),
    })
    .where('id', '=', id)
    .execute()
  await countAsks(trx, id)
  await weighHarm(trx, id)
}

/** Back to how it stood before something that is not going to happen; what they wrote since waits for us. */
export async function restoreState(trx: Trx, id: string, before: StateBefore): Promise<void> {
  const waitingSince = await firstUnansweredAt(trx, id)
  await trx
    .updateTable('conversations')
    .set(await stateAgain(trx, id, before, waitingSince))
    .where('id', '=', id)
    .execute()
}

/** That state, or our turn where the time it waited for has passed meanwhile. */
export async function stateAgain(trx: Trx, id: string, before: StateBefore, waitingSince: Date | null) {
  const until = before.snoozedUntil ? new Date(before.snoozedUntil) : null
  // A time that has passed meanwhile would never wake it again.
  if (until !== null && until <= (await clockNow(trx)))
    return { ...afresh, status: 'open' as const, waitingSince }
  if (until) await setTimer(trx, 'conversation.wake', id, until)
  return {
    status: before.status,
    waitingSince: before.status === 'closed' ? null : waitingSince,
    snoozedUntil: until,
    snoozeReason: before.snoozeReason,
    closedAt: before.closedAt ? new Date(before.closedAt) : null,
    closedBy: before.closedBy,
    goodbye: before.goodbye,
  }
}

/** When they began to wait: their first message behind our last one. */
export async function firstUnansweredAt(trx: Trx, conversationId: string): Promise<Date | null> {
  const ours = await trx
    .selectFrom('messages')
    .select('at')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    // A machine of ours has answered nobody.
    .where('autoReply', '=', false)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  let theirs = trx
    .selectFrom('messages')
    .select('at')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .where('autoReply', '=', false)
    .where('isBounce', '=', false)
    .where('isReport', '=', false)
    .where('held', '=', false)
  if (ours) theirs = theirs.where('at', '>', ours.at)
  return (await theirs.orderBy('at').executeTakeFirst())?.at ?? null
}
