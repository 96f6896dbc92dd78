import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import { type AttachmentRow, afresh } from './conversation.ts'
import { giveBackDraft } from './drafts.ts'
import { lockConversation } from './queries.ts'
import type { StateBefore } from './tables.ts'
import { firstUnansweredAt, settle, stateAgain } from './turn.ts'

/**
 * Takes one of ours off the timeline again, before it left. Its files go back to the draft; the state is as it was before it. `written`:
 * what its writer wrote, where other words would have left.
 */
export async function undoMessage(
  trx: Trx,
  by: Actor,
  messageId: string,
  written: { text: string; html: string | null } | null = null,
): Promise<AttachmentRow[]> {
  const message = await trx.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst()
  if (message?.direction !== 'out') throw notFound(say('conversations.this.message'))
  const conversation = await lockConversation(trx, by, message.conversationId)
  const { id } = conversation
  const files = await trx
    .updateTable('attachments')
    .set({ messageId: null, conversationId: null })
    .where('conversationId', '=', id)
    .where('messageId', '=', messageId)
    .returningAll()
    .execute()
  await trx
    .updateTable('asks')
    .set({ answeredAt: null, answeredById: null, answeredIn: null })
    .where('conversationId', '=', id)
    .where('answeredIn', '=', messageId)
    .execute()
  await trx.deleteFrom('messages').where('conversationId', '=', id).where('id', '=', messageId).execute()
  await dropThoseBroughtBy(trx, id, messageId)
  await giveBackDraft(trx, { ...message, ...written }, files)
  await clearTimers(trx, 'conversation.wake', id)
  await settle(trx, id, await stateWithout(trx, id, messageId))
  return files
}

/** Whom only that message would have brought in does not belong to the conversation: they never heard of it. */
async function dropThoseBroughtBy(trx: Trx, conversationId: string, messageId: string): Promise<void> {
  const toThem = sql`jsonb_build_array(jsonb_build_object('email', participants.address))`
  await trx
    .deleteFrom('participants')
    .where('conversationId', '=', conversationId)
    .where('addedIn', '=', messageId)
    .where(
      sql<boolean>`not exists (select 1 from messages m where m.conversation_id = participants.conversation_id
        and m.direction = 'out' and (m."to" @> ${toThem} or m.cc @> ${toThem}))`,
    )
    .execute()
}

/** As it stood before the message; what they wrote since then, or before, still waits for us. */
async function stateWithout(trx: Trx, id: string, messageId: string) {
  const waitingSince = await firstUnansweredAt(trx, id)
  const event = await trx
    .selectFrom('events')
    .select('detail')
    .where('conversationId', '=', id)
    .where('type', '=', 'message.written')
    .where('messageId', '=', messageId)
    .executeTakeFirst()
  const before = (event?.detail as { before?: StateBefore } | undefined)?.before
  const wroteSince = waitingSince
    ? await trx
        .selectFrom('messages')
        .select('id')
        .where('conversationId', '=', id)
        .where('direction', '=', 'in')
        .where('autoReply', '=', false)
        .where('isBounce', '=', false)
        .where('isReport', '=', false)
        .where('held', '=', false)
        .where('id', '>', messageId)
        .executeTakeFirst()
    : undefined
  if (!before || wroteSince) return { ...afresh, status: 'open' as const, waitingSince }
  return stateAgain(trx, id, before, waitingSince)
}
