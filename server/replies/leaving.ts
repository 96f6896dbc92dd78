import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import { attachmentShape, attachmentUrl, releaseFiles } from '#server/conversations/attachments.ts'
import { crossed } from '#server/conversations/crossing.ts'
import { keepWordsAsDraft } from '#server/conversations/drafts.ts'
import { freshPictures } from '#server/conversations/ownPictures.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { restoreState } from '#server/conversations/turn.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { sendReplyIn } from './actions.ts'
import { reckonFrom } from './reckoning.ts'
import { lockScheduled, type ScheduledRow, scheduledOf, timerOfReply } from './scheduled.ts'
import { holdTranslation } from './translated.ts'
import type { Sent } from './write.ts'
import './tables.ts'

/**
 * Its time has come. The row goes in the same transaction that writes the message and its outbox row, so it leaves once,
 * whenever a process dies. Whatever came in between keeps it back for a person to look at.
 */
export async function leaveAtItsTime(house: House, id: string): Promise<void> {
  try {
    await transaction(house.db, async (trx) => {
      const row = await lockIfThere(trx, id)
      // Taken back, sent by hand, or put to another time, which has a timer of its own.
      if (row?.state !== 'waiting' || row.sendAt > (await clockNow(trx))) return
      const because = await whyNot(trx, row)
      if (because) await keepBack(trx, row, because)
      else await send(house, trx, row)
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    // What was fine when it was written is refused now: an address that became ours, a promise whose time has passed.
    await transaction(house.db, async (trx) => {
      const row = await lockIfThere(trx, id)
      if (row?.state === 'waiting') await keepBack(trx, row, error.message)
    })
  }
}

/** Now, by hand; also what was kept back. It is its writer's answer whoever presses. */
export async function sendScheduledNow(house: House, by: Actor, id: string): Promise<Sent> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const row = await lockScheduled(trx, by, id)
    const author = await writerOf(trx, row)
    if (!author) throw new Problem(409, 'writer-gone', say('replies.later.writerGoneNow'))
    const { inboxId, conversationId } = row
    await audit(trx, by, 'reply.sent-early', { kind: 'conversation', id: conversationId, inboxId })
    return send(house, trx, row)
  })
}

/** Not to be sent: its words and files are a draft of whoever takes it back. */
export async function takeBackScheduled(house: House, by: Actor, id: string) {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const row = await lockScheduled(trx, by, id)
    const files = await remove(trx, row, by)
    const words = wordsOf(row)
    // Version 0 lets the window that took it back go on with it.
    const me = teammateId(by)
    if (me) await keepWordsAsDraft(trx, me, row.conversationId, { ...words, version: 0 })
    await restore(trx, row)
    const { inboxId, conversationId } = row
    await recordEvent(trx, by, 'reply.unscheduled', { inboxId, conversationId }, {})
    await audit(trx, by, 'reply.unscheduled', { kind: 'conversation', id: conversationId, inboxId })
    return {
      conversationId,
      text: row.text,
      html: row.html && freshPictures(row.html, files, (file) => attachmentUrl(house, file)),
      to: row.to as Person[],
      cc: row.cc as Person[],
      bcc: row.bcc as Person[],
      attachments: files.map((file) => attachmentShape(house, file)),
    }
  })
}

/** They wrote: what waits to leave in this conversation would answer past them. Safe to repeat. */
export async function keepBackIfTheyWrote(
  house: House,
  event: { conversationId?: string | null; messageId?: string | null },
): Promise<void> {
  await transaction(house.db, async (trx) => {
    const message = await trx
      .selectFrom('messages')
      .selectAll()
      .where('id', '=', event.messageId!)
      .executeTakeFirst()
    if (
      message?.direction !== 'in' ||
      message.held ||
      message.autoReply ||
      message.isBounce ||
      message.isReport
    )
      return
    for (const { id } of await scheduledOf(trx, message.conversationId)) {
      const row = await lockIfThere(trx, id)
      if (row?.state === 'waiting' && row.createdAt <= message.createdAt)
        await keepBack(
          trx,
          row,
          say('replies.later.theyWrote', { name: message.fromName || message.fromAddress || '?' }),
        )
    }
  })
}

const lockIfThere = async (trx: Trx, id: string): Promise<ScheduledRow | null> =>
  lockScheduled(trx, tend, id).catch((error) => {
    if (error instanceof Problem && error.status < 500) return null
    throw error
  })

const writerOf = async (trx: Trx, row: ScheduledRow): Promise<TeammateRow | null> => {
  const author = await findTeammate(trx, row.authorId)
  return author && worksHere(author, row) ? author : null
}

const worksHere = ({ leftAt, role, inboxIds }: TeammateRow, { inboxId }: ScheduledRow): boolean =>
  !leftAt && role !== 'observer' && inboxIds.includes(inboxId)

async function whyNot(trx: Trx, row: ScheduledRow): Promise<string | null> {
  const author = await writerOf(trx, row)
  if (!author) return say('replies.later.writerGone')
  if ((await conversationById(trx, tend, row.conversationId)).spamAt) return say('replies.later.spam')
  const [first] = await crossed(trx, actorOf(author, 'session'), row.conversationId, row.seen)
  if (first)
    return say(first.direction === 'in' ? 'replies.later.theyWrote' : 'replies.later.answered', {
      name: first.from ?? '?',
    })
  for (const { makerId } of row.promises) {
    const maker = makerId && (await findTeammate(trx, makerId))
    if (maker && !worksHere(maker, row)) return say('replies.later.makerGone', { name: maker.name })
  }
  const now = await clockNow(trx)
  return row.promises.some((promise) => promise.due && new Date(promise.due) <= now)
    ? say('replies.later.tooLate')
    : null
}

async function send(house: House, trx: Trx, row: ScheduledRow): Promise<Sent> {
  const by = actorOf((await findTeammate(trx, row.authorId))!, 'session')
  const conversation = await conversationById(trx, tend, row.conversationId)
  const { answeredAsks, care, goodbye, afterwards, translation } = row.rest
  // What was decided about the conversation since then stands.
  const decided = conversation.status === 'closed' || conversation.snoozedUntil !== null
  await clearTimers(trx, timerOfReply, row.id)
  await trx.deleteFrom('scheduledReplies').where('id', '=', row.id).execute()
  return sendReplyIn(house, trx, by, {
    conversationId: row.conversationId,
    text: row.text,
    ...(row.html && { html: row.html }),
    to: row.to,
    cc: row.cc,
    bcc: row.bcc,
    // By hand it may leave before its time, or long after.
    promises: await reckonFrom(trx, row.text, row.promises, {
      written: row.sendAt,
      leaves: await clockNow(trx),
    }),
    attachments: row.attachments,
    undoSeconds: 0,
    anyway: true,
    afterwards: decided ? 'open' : afterwards,
    ...(goodbye && { goodbye }),
    answeredAsks,
    ...(care && { care }),
    ...(translation && { translation }),
    // Its draft went when it was written; what is begun here now is another.
    draft: null,
    // The key it was written with goes along, so that asking again finds what has left.
    clientKey: row.clientKey?.slice(`${by.kind} ${by.id} `.length) ?? row.id,
  })
}

/** Its words are its writer's draft again, or lie here where they are writing something else already, or are gone. */
async function keepBack(trx: Trx, row: ScheduledRow, because: string): Promise<void> {
  const { inboxId, conversationId } = row
  const author = await writerOf(trx, row)
  const isDraft =
    author !== null &&
    (await keepWordsAsDraft(trx, author.id, conversationId, { ...wordsOf(row), version: 1 }))
  if (isDraft) await remove(trx, row, null)
  else {
    await clearTimers(trx, timerOfReply, row.id)
    await trx
      .updateTable('scheduledReplies')
      .set({ state: 'kept-back', because })
      .where('id', '=', row.id)
      .execute()
  }
  await restore(trx, row)
  await recordEvent(
    trx,
    tend,
    'reply.kept-back',
    { inboxId, conversationId, teammateId: row.authorId },
    { because, isDraft },
  )
}

const wordsOf = (row: ScheduledRow) => ({
  text: row.text,
  html: row.html,
  to: row.to,
  cc: row.cc,
  bcc: row.bcc,
  attachments: row.attachments,
})

async function remove(trx: Trx, row: ScheduledRow, to: Actor | null) {
  await clearTimers(trx, timerOfReply, row.id)
  await holdTranslation(trx, row.rest.translation, false)
  await trx.deleteFrom('scheduledReplies').where('id', '=', row.id).execute()
  return releaseFiles(trx, row.attachments, to)
}

/** The conversation was put off for this alone: unless another waits, or somebody decided otherwise, it stands as before. */
async function restore(trx: Trx, row: ScheduledRow): Promise<void> {
  const others = await scheduledOf(trx, row.conversationId)
  if (others.some((one) => one.id !== row.id && one.state === 'waiting')) return
  const { status, snoozedUntil } = await conversationById(trx, tend, row.conversationId)
  if (status === 'snoozed' && snoozedUntil === null) await restoreState(trx, row.conversationId, row.before)
}
