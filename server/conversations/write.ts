import { sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { attachFiles } from './attachments.ts'
import { type AttachmentRow, afresh, type ConversationRow, gistOf } from './conversation.ts'
import { giveBackDraft } from './drafts.ts'
import { noteSeenMessage } from './presence.ts'
import { lockConversation } from './queries.ts'
import { countAsks, weighHarm } from './reading.ts'
import { addFiles, addPeople, type KeptFile } from './receive.ts'
import type { StateBefore } from './tables.ts'

export interface OwnMessage {
  conversationId: string
  /** As it stands on the letter; without it the writer's name. */
  from?: Person
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
  /** Written by Tend itself: it answers nobody, and is no word of a person. */
  automatic?: boolean
  /** Of one that was sent elsewhere: its letter as it left, the words with what is quoted, and its files. */
  letter?: {
    textFull: string
    hasRemote: boolean
    rawFile: string
    rawSize: number
    files: KeptFile[]
  }
}

/** A message of ours goes onto the timeline; the road out is the caller's. */
export async function writeMessage(
  trx: Trx,
  by: Actor,
  own: OwnMessage,
): Promise<{ messageId: string; at: Date; repeated: boolean }> {
  const conversation = await lockConversation(trx, by, own.conversationId)
  const before = own.clientKey && (await writtenBefore(trx, own.clientKey, conversation.id))
  if (before) return { messageId: before.id, at: before.at, repeated: true }
  const at = own.at ?? (await clockNow(trx))
  const messageId = await insert(trx, by, conversation, 'out', { ...own, at })
  await noteSeenMessage(trx, by, conversation.id, messageId)
  await trx
    .updateTable('conversations')
    .set((e) => ({
      lastAt: e.fn<Date>('greatest', ['lastAt', e.val(at)]),
      // One that was sent elsewhere may be older than what stands here.
      ...(at >= conversation.lastAt && { lastMessageId: messageId, gist: gistOf(own.text) }),
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
    { before: stateOf(conversation) },
  )
  return { messageId, at, repeated: false }
}

/** The message an earlier try with the same key wrote, in this conversation or, without one, in any. */
export async function writtenBefore(trx: Trx, clientKey: string, conversationId?: string) {
  const found = trx
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at', 'text'])
    .where('clientKey', '=', clientKey)
  return (conversationId ? found.where('conversationId', '=', conversationId) : found).executeTakeFirst()
}

/** How a conversation stands, to be restored when what changed it is taken back. */
export const stateOf = (row: ConversationRow): StateBefore => ({
  status: row.status,
  snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  snoozeReason: row.snoozeReason,
  closedAt: row.closedAt?.toISOString() ?? null,
  closedBy: row.closedBy,
  goodbye: row.goodbye,
})

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
      fromName: own.from?.name ?? by.name,
      fromAddress: own.from?.email ?? null,
      authorId: teammateId(by),
      to: JSON.stringify(own.to),
      cc: JSON.stringify(own.cc),
      subject: own.subject,
      text: own.text,
      textFull: own.letter && own.letter.textFull !== own.text ? own.letter.textFull : null,
      html: own.html,
      hasRemote: own.letter?.hasRemote ?? false,
      autoReply: own.automatic ?? false,
      bounce: null,
      forwarded: null,
      rawFile: own.letter?.rawFile ?? null,
      rawSize: own.letter?.rawSize ?? null,
      clientKey: own.clientKey,
    })
    .execute()
  const message = { conversationId: conversation.id, messageId: id, inboxId: conversation.inboxId }
  await attachFiles(trx, by, own.attachmentIds, message, own.html)
  await addFiles(trx, own.letter?.files ?? [], message)
  return id
}

/** Takes one of ours off the timeline again, before it left. Its files go back to the draft; the state is as it was before it. */
export async function undoMessage(trx: Trx, by: Actor, messageId: string): Promise<AttachmentRow[]> {
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
  await giveBackDraft(trx, message, files)
  await clearTimers(trx, 'conversation.wake', id)
  await settle(trx, id, await stateWithout(trx, id, messageId))
  return files
}

export type Turn = Partial<
  Pick<
    ConversationRow,
    'status' | 'waitingSince' | 'closedAt' | 'closedBy' | 'goodbye' | 'snoozedUntil' | 'snoozeReason'
  >
>

/** What the row says follows from the messages it has now. */
export async function settle(trx: Trx, id: string, turn: Turn): Promise<void> {
  const last = await trx
    .selectFrom('messages')
    .select(['id', 'at', 'text', 'subject'])
    .where('conversationId', '=', id)
    .where('direction', '!=', 'note')
    .where('held', '=', false)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  await trx
    .updateTable('conversations')
    .set({
      ...turn,
      lastMessageId: last?.id ?? null,
      gist: last ? gistOf(last.text || last.subject) : '',
      ...(last && { lastAt: last.at }),
    })
    .where('id', '=', id)
    .execute()
  await countAsks(trx, id)
  await weighHarm(trx, id)
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

async function stateAgain(trx: Trx, id: string, before: StateBefore, waitingSince: Date | null) {
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

/** Back to how it stood before something that is not going to happen; what they wrote since waits for us. */
export async function restoreState(trx: Trx, id: string, before: StateBefore): Promise<void> {
  const waitingSince = await firstUnansweredAt(trx, id)
  await trx
    .updateTable('conversations')
    .set(await stateAgain(trx, id, before, waitingSince))
    .where('id', '=', id)
    .execute()
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

/** People a teammate wrote to belong to the conversation from then on. */
export async function addParticipants(
  trx: Trx,
  conversationId: string,
  people: readonly Person[],
  addedById: string | null,
  addedIn: string | null = null,
): Promise<void> {
  await addPeople(trx, conversationId, people, 'cc', addedById, addedIn)
}

/**
 * Messages of others that came after what the writer had seen, oldest first. Notes, automatic letters and held ones do
 * not cross a reply. `seen` is the id of the newest message seen; order is the database's time of writing, because ids made on
 * two machines need not ascend.
 */
export async function crossed(trx: Trx, by: Actor, conversationId: string, seen: string) {
  const behind = sql<boolean>`coalesce(
    messages.created_at > (select s.created_at from messages s where s.conversation_id = ${conversationId} and s.id = ${seen}),
    messages.id > ${seen})`
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
    .where(behind)
    .where('messages.direction', '!=', 'note')
    .where('messages.autoReply', '=', false)
    .where('messages.isBounce', '=', false)
    .where('messages.isReport', '=', false)
    .where('messages.held', '=', false)
    .orderBy('messages.createdAt')
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
