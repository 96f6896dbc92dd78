import type { Selectable } from 'kysely'
import { type Actor, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { holdFiles, moveFiles } from '#server/conversations/attachments.ts'
import { dropDraft } from '#server/conversations/drafts.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { assign, snooze } from '#server/conversations/state.ts'
import { stateOf } from '#server/conversations/turn.ts'
import { writtenBefore } from '#server/conversations/write.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandAble } from '#server/promises/handing.ts'
import { type Reply, stopIfCrossed } from './actions.ts'
import { sayWhyAllTheSame } from './allTheSame.ts'
import { addressed } from './recipients.ts'
import { reckonFrom } from './reckoning.ts'
import type { Rest, ScheduledRepliesTable } from './tables.ts'
import { asShown, holdTranslation, moveHeld } from './translated.ts'
import { checkedBody, cleaned, keyOf } from './write.ts'
import './tables.ts'

export type ScheduledRow = Selectable<ScheduledRepliesTable>
export const timerOfReply = 'reply.leave'

/** A year: whoever means longer has mistyped. */
const longest = 366 * 86_400_000

/**
 * Writes an answer that leaves by itself at its time. Until then nothing of it is on the timeline, on the customer's page or
 * promised, and the conversation is put off. It is kept back when they write first.
 */
export async function scheduleReply(
  house: House,
  by: Actor,
  reply: Omit<Reply, 'undoSeconds' | 'later' | 'offer'> & { sendAt: string },
): Promise<{ id: string; sendAt: string }> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const conversation = await lockConversation(trx, by, reply.conversationId)
    const author = teammateId(by)
    if (!author) throw invalid('/sendAt', say('replies.later.aPerson'))
    const key = keyOf(by, reply.clientKey)
    const before = key && (await scheduledBefore(trx, key))
    if (before) return { id: before.id, sendAt: before.sendAt.toISOString() }
    // The process that took it in died before it could answer, and it has left since.
    if (key && (await writtenBefore(trx, key, conversation.id)))
      throw conflict('already-sent', say('replies.later.gone'))
    if (reply.seen && !reply.anyway) await stopIfCrossed(trx, by, conversation.id, reply.seen)
    const sendAt = new Date(reply.sendAt)
    const now = await clockNow(trx)
    if (sendAt <= now) throw invalid('/sendAt', say('replies.later.past'))
    if (sendAt.getTime() > now.getTime() + longest) throw invalid('/sendAt', say('replies.later.tooFar'))
    const body = checkedBody(reply)
    await asShown(trx, by, conversation.id, reply)
    const promises = await reckonFrom(trx, body.text, reply.promises, { written: now, leaves: sendAt })
    for (const [index, { due, makerId }] of promises.entries()) {
      if (due && new Date(due) <= sendAt)
        throw invalid(`/promises/${index}/due`, say('replies.later.promiseBefore'))
      if (makerId && makerId !== author)
        await demandAble(trx, makerId, conversation.inboxId, `/promises/${index}/makerId`)
    }
    const { to, cc, bcc } = await addressed(trx, conversation.id, reply)
    if (to.length === 0) throw invalid('/to', say('replies.nobody'))
    await holdFiles(trx, by, reply.attachments, conversation.id)
    const id = newId('scheduled')
    const rest: Rest = {
      afterwards: reply.afterwards,
      goodbye: reply.goodbye ?? null,
      answeredAsks: reply.answeredAsks,
      care: reply.care ?? null,
      translation: reply.translation ?? null,
    }
    await holdTranslation(trx, reply.translation, true)
    await trx
      .insertInto('scheduledReplies')
      .values({
        id,
        conversationId: conversation.id,
        inboxId: conversation.inboxId,
        authorId: author,
        because: null,
        sendAt,
        text: body.text,
        html: cleaned(reply.html),
        to: JSON.stringify(to),
        cc: JSON.stringify(cc),
        bcc: JSON.stringify(bcc),
        attachments: JSON.stringify(reply.attachments),
        promises: JSON.stringify(promises),
        rest: JSON.stringify(rest),
        seen: await newestOf(trx, conversation.id),
        before: JSON.stringify(stateOf(conversation)),
        clientKey: key,
      })
      .execute()
    await setTimer(trx, timerOfReply, id, sendAt)
    await dropDraft(trx, by, conversation.id, 'reply', { keptAt: reply.draft, text: reply.text })
    if (!conversation.assigneeId) await assign(trx, by, conversation.id, author)
    await snooze(trx, by, conversation.id, {
      until: null,
      reason: say('replies.later.reason', {}, inHouse()),
    })
    await sayWhyAllTheSame(trx, by, conversation, reply.allTheSame)
    const { inboxId } = conversation
    await recordEvent(
      trx,
      by,
      'reply.scheduled',
      { inboxId, conversationId: conversation.id },
      { sendAt: sendAt.toISOString() },
    )
    await audit(trx, by, 'reply.scheduled', { kind: 'conversation', id: conversation.id, inboxId })
    return { id, sendAt: sendAt.toISOString() }
  })
}

const scheduledBefore = (trx: Trx, key: string) =>
  trx.selectFrom('scheduledReplies').select(['id', 'sendAt']).where('clientKey', '=', key).executeTakeFirst()

/** By the database's time of writing, as `crossed` reads it. */
async function newestOf(trx: Trx, conversationId: string): Promise<string> {
  const row = await trx
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? 'msg_0'
}

/** Another time for it; what was kept back waits again from now on. */
export async function moveSending(house: House, by: Actor, id: string, to: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(house.db, async (trx) => {
    const row = await lockScheduled(trx, by, id)
    const sendAt = new Date(to)
    const now = await clockNow(trx)
    if (sendAt <= now) throw invalid('/sendAt', say('replies.later.past'))
    if (sendAt.getTime() > now.getTime() + longest) throw invalid('/sendAt', say('replies.later.tooFar'))
    const promises = await reckonFrom(trx, row.text, row.promises, { written: row.sendAt, leaves: sendAt })
    for (const promise of promises)
      if (promise.due && new Date(promise.due) <= sendAt)
        throw invalid('/sendAt', say('replies.later.promiseBefore'))
    await clearTimers(trx, timerOfReply, id)
    await setTimer(trx, timerOfReply, id, sendAt)
    const seen = await newestOf(trx, row.conversationId)
    await trx
      .updateTable('scheduledReplies')
      .set({ sendAt, promises: JSON.stringify(promises), state: 'waiting', because: null, seen })
      .where('id', '=', id)
      .execute()
    if (row.state === 'kept-back')
      await snooze(trx, by, row.conversationId, {
        until: null,
        reason: say('replies.later.reason', {}, inHouse()),
      })
    const { inboxId, conversationId } = row
    await recordEvent(
      trx,
      by,
      'reply.scheduled',
      { inboxId, conversationId },
      { sendAt: sendAt.toISOString() },
    )
    await audit(trx, by, 'reply.scheduled', { kind: 'conversation', id: conversationId, inboxId })
  })
}

/** The row behind the lock of its conversation, so that of leaving, taking back and a letter of theirs one comes first. */
export async function lockScheduled(trx: Trx, by: Actor, id: string): Promise<ScheduledRow> {
  const there = await trx
    .selectFrom('scheduledReplies')
    .select(['conversationId', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('replies.this.scheduled'))
  await lockConversation(trx, tend, there.conversationId)
  const row = await trx
    .selectFrom('scheduledReplies')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw conflict('already-sent', say('replies.later.gone'))
  return row
}

/** Those of one conversation, by their time. */
export async function scheduledOf(db: Db | Trx, conversationId: string): Promise<ScheduledRow[]> {
  return db
    .selectFrom('scheduledReplies')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('sendAt')
    .execute()
}

/** A conversation was split, put back or merged: an answer goes with the letters it was written after. Returns which went. */
export async function moveScheduled(
  trx: Trx,
  { from, to }: { from: string; to: string },
  which: { since?: Date; ids?: readonly string[] } = {},
): Promise<string[]> {
  let rows = trx
    .updateTable('scheduledReplies')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
  if (which.since) rows = rows.where('createdAt', '>=', which.since)
  if (which.ids) rows = rows.where('id', 'in', ['', ...which.ids])
  const moved = await rows.returning(['id', 'attachments', 'rest']).execute()
  await moveFiles(
    trx,
    moved.flatMap((row) => row.attachments),
    to,
  )
  await moveHeld(
    trx,
    moved.map((row) => row.rest.translation),
    to,
  )
  return moved.map((row) => row.id)
}
