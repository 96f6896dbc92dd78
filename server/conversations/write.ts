import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { attachFiles } from './attachments.ts'
import { gistOf } from './conversation.ts'
import { lockConversation } from './queries.ts'
import { addPeople } from './receive.ts'
import './tables.ts'

export interface OwnMessage {
  conversationId: string
  to: Person[]
  cc: Person[]
  subject: string
  text: string
  /** Sanitised already. */
  html: string | null
  attachmentIds: string[]
  /** The client's Idempotency-Key: the same one finds the message written before. */
  clientKey: string | null
  at?: Date
}

/** A message of ours goes onto the timeline; the road out is the caller's. */
export async function writeMessage(
  trx: Trx,
  by: Actor,
  own: OwnMessage,
): Promise<{ messageId: string; at: Date; repeated: boolean }> {
  const conversation = await lockConversation(trx, by, own.conversationId)
  if (own.clientKey) {
    const before = await trx
      .selectFrom('messages')
      .select(['id', 'at'])
      .where('conversationId', '=', conversation.id)
      .where('clientKey', '=', own.clientKey)
      .executeTakeFirst()
    if (before) return { messageId: before.id, at: before.at, repeated: true }
  }
  const at = own.at ?? (await clockNow(trx))
  const messageId = await insert(trx, by, conversation, 'out', { ...own, at })
  await trx
    .updateTable('conversations')
    .set((e) => ({
      lastAt: e.fn<Date>('greatest', ['lastAt', e.val(at)]),
      lastMessageId: messageId,
      gist: gistOf(own.text),
    }))
    .where('id', '=', conversation.id)
    .execute()
  await recordEvent(
    trx,
    by,
    'message.written',
    {
      inboxId: conversation.inboxId,
      conversationId: conversation.id,
      customerId: conversation.customerId,
      messageId,
    },
    {},
  )
  return { messageId, at, repeated: false }
}

/** A note; it never leaves the team and changes nothing they could see. */
export async function addNote(
  db: Db | Trx,
  by: Actor,
  note: { conversationId: string; text: string; html?: string | null; attachments?: string[]; at?: Date },
): Promise<{ messageId: string }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const conversation = await lockConversation(trx, by, note.conversationId)
    const at = note.at ?? (await clockNow(trx))
    const messageId = await insert(trx, by, conversation, 'note', {
      to: [],
      cc: [],
      subject: '',
      text: note.text,
      html: note.html ?? null,
      attachmentIds: note.attachments ?? [],
      clientKey: null,
      at,
    })
    await recordEvent(
      trx,
      by,
      'note.added',
      {
        inboxId: conversation.inboxId,
        conversationId: conversation.id,
        customerId: conversation.customerId,
        messageId,
      },
      {},
    )
    return { messageId }
  })
}

async function insert(
  trx: Trx,
  by: Actor,
  conversation: { id: string; inboxId: string; customerId: string },
  direction: 'out' | 'note',
  own: Omit<OwnMessage, 'conversationId'> & { at: Date },
): Promise<string> {
  const id = newId('message')
  await trx
    .insertInto('messages')
    .values({
      conversationId: conversation.id,
      id,
      inboxId: conversation.inboxId,
      customerId: conversation.customerId,
      direction,
      channel: direction === 'note' ? 'note' : 'email',
      at: own.at,
      fromName: by.name,
      fromAddress: null,
      authorId: teammateId(by),
      to: JSON.stringify(own.to),
      cc: JSON.stringify(own.cc),
      subject: own.subject,
      text: own.text,
      textFull: null,
      html: own.html,
      bounce: null,
      forwarded: null,
      rawFile: null,
      rawSize: null,
      clientKey: own.clientKey,
    })
    .execute()
  await attachFiles(trx, by, own.attachmentIds, {
    conversationId: conversation.id,
    messageId: id,
    inboxId: conversation.inboxId,
  })
  return id
}

/** Takes one of ours off the timeline again, before it left. Its files go back to the draft; the state is as their last word left it. */
export async function undoMessage(trx: Trx, by: Actor, messageId: string): Promise<void> {
  const message = await trx.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst()
  if (message?.direction !== 'out') throw notFound('This message')
  await lockConversation(trx, by, message.conversationId)
  await trx
    .updateTable('attachments')
    .set({ messageId: null, conversationId: null })
    .where('messageId', '=', messageId)
    .execute()
  await trx
    .updateTable('asks')
    .set({ answeredAt: null, answeredById: null, answeredIn: null })
    .where('conversationId', '=', message.conversationId)
    .where('answeredIn', '=', messageId)
    .execute()
  await trx
    .deleteFrom('messages')
    .where('conversationId', '=', message.conversationId)
    .where('id', '=', messageId)
    .execute()
  const last = await trx
    .selectFrom('messages')
    .select(['id', 'at', 'text', 'direction'])
    .where('conversationId', '=', message.conversationId)
    .where('direction', '!=', 'note')
    .where('held', '=', false)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const firstUnanswered = await firstUnansweredAt(trx, message.conversationId)
  const openAsks = await trx
    .selectFrom('asks')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('conversationId', '=', message.conversationId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('conversations')
    .set({
      status: 'open',
      closedAt: null,
      closedBy: null,
      goodbye: null,
      snoozedUntil: null,
      snoozeReason: null,
      waitingSince: firstUnanswered,
      openAsks: Number(openAsks.n),
      ...(last && { lastAt: last.at, lastMessageId: last.id, gist: gistOf(last.text) }),
    })
    .where('id', '=', message.conversationId)
    .execute()
}

/** When they began to wait: their first message behind our last one. */
export async function firstUnansweredAt(trx: Trx, conversationId: string): Promise<Date | null> {
  const ours = await trx
    .selectFrom('messages')
    .select('at')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'out')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  let theirs = trx
    .selectFrom('messages')
    .select('at')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .where('autoReply', '=', false)
    .where('isBounce', '=', false)
    .where('held', '=', false)
  if (ours) theirs = theirs.where('at', '>', ours.at)
  return (await theirs.orderBy('at').executeTakeFirst())?.at ?? null
}

/** People a teammate wrote to belong to the conversation from then on. */
export async function addParticipants(
  trx: Trx,
  conversationId: string,
  people: readonly Person[],
  addedById: string | null,
): Promise<void> {
  await addPeople(trx, conversationId, people, 'cc', addedById)
}

/** Messages of others that came after what the writer had seen, oldest first. Notes do not cross a reply. */
export async function crossed(trx: Trx, by: Actor, conversationId: string, seen: string) {
  const rows = await trx
    .selectFrom('messages')
    .leftJoin('teammates', 'teammates.id', 'messages.authorId')
    .select([
      'messages.id',
      'messages.direction',
      'messages.at',
      'messages.text',
      'messages.fromName',
      'messages.fromAddress',
      'messages.authorId',
      'teammates.name as authorName',
    ])
    .where('messages.conversationId', '=', conversationId)
    .where('messages.id', '>', seen)
    .where('messages.direction', '!=', 'note')
    .where('messages.autoReply', '=', false)
    .orderBy('messages.id')
    .execute()
  const me = teammateId(by)
  return rows
    .filter((row) => !me || row.authorId !== me)
    .map((row) => ({
      id: row.id,
      direction: row.direction,
      at: row.at.toISOString(),
      from: row.authorName ?? row.fromName ?? row.fromAddress,
      text: row.text,
    }))
}
