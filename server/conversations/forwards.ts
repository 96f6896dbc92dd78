import { sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import { attachFiles } from './attachments.ts'
import { afresh, type ConversationRow, type MessageRow } from './conversation.ts'
import { lockConversation } from './queries.ts'
import { addFiles, type Incoming, insertIncoming } from './receive.ts'
import './tables.ts'

// What goes to somebody outside beside the conversation, and what they answer. Both stand on the timeline as notes that are
// letters: the customer's page never shows a note, and none of it counts as an answer to them.

/** A letter beside the conversation. */
export const isBeside = (message: Pick<MessageRow, 'direction' | 'channel'>): boolean =>
  message.direction === 'note' && message.channel === 'email'

/** The letters that are passed on, in the order of time. Refused where one is a note or of another conversation. */
export async function lettersToForward(
  trx: Trx,
  conversationId: string,
  ids: readonly string[],
): Promise<MessageRow[]> {
  const rows = await trx
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  for (const [index, id] of ids.entries()) {
    const row = rows.find((one) => one.id === id)
    if (!row) throw notFound(say('conversations.this.message'))
    if (row.direction === 'note') throw invalid(`/messageIds/${index}`, say('conversations.forward.note'))
  }
  return rows
}

export interface Forward {
  from: Person
  to: Person[]
  cc: Person[]
  subject: string
  text: string
  letters: readonly MessageRow[]
  files: readonly string[]
  attachmentIds: string[]
  clientKey: string | null
}

/** Writes it on the timeline; the road out is the caller's. */
export async function writeForward(
  trx: Trx,
  by: Actor,
  conversation: ConversationRow,
  given: Forward,
): Promise<{ messageId: string; at: Date }> {
  const { id: conversationId, inboxId, customerId } = conversation
  const messageId = newId('message')
  const at = await clockNow(trx)
  await trx
    .insertInto('messages')
    .values({
      conversationId,
      id: messageId,
      inboxId,
      customerId,
      direction: 'note',
      channel: 'email',
      at,
      fromName: given.from.name,
      fromAddress: given.from.email,
      authorId: teammateId(by),
      to: JSON.stringify(given.to),
      cc: JSON.stringify(given.cc),
      subject: given.subject,
      text: given.text,
      textFull: null,
      html: null,
      bounce: null,
      forwarded: null,
      rawFile: null,
      rawSize: null,
      clientKey: given.clientKey,
    })
    .execute()
  const message = { conversationId, messageId, inboxId }
  await attachFiles(trx, by, given.attachmentIds, message)
  await copyFiles(trx, conversationId, given, message)
  const to = [...given.to, ...given.cc].map((person) => person.email)
  await recordEvent(trx, by, 'message.forwarded', { ...message, customerId }, { to })
  await audit(trx, by, 'message.forwarded', { kind: 'message', id: messageId, inboxId }, { to })
  return { messageId, at }
}

/** The same bytes once more, for the letter that goes out; only files of what is passed on. */
async function copyFiles(
  trx: Trx,
  conversationId: string,
  { files, letters }: Pick<Forward, 'files' | 'letters'>,
  message: { conversationId: string; messageId: string; inboxId: string },
): Promise<void> {
  if (files.length === 0) return
  const rows = await trx
    .selectFrom('attachments')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('id', 'in', [...files])
    .where(
      'messageId',
      'in',
      letters.map((letter) => letter.id),
    )
    .execute()
  for (const [index, id] of files.entries()) {
    const file = rows.find((row) => row.id === id)
    if (!file) throw invalid(`/files/${index}`, say('conversations.forward.notTheirs'))
    const { filename, contentType, size, file: bytes } = file
    await trx
      .insertInto('attachments')
      .values({
        ...message,
        id: newId('file'),
        uploadedBy: null,
        filename,
        contentType,
        size,
        inline: false,
        contentId: null,
        file: bytes,
        accessKey: newSecret(),
      })
      .execute()
  }
}

/** It did not leave after all. */
export async function undoForward(trx: Trx, by: Actor, message: MessageRow): Promise<void> {
  if (!isBeside(message) || !message.authorId)
    throw conflict('not-ours', say('conversations.forward.notOurs'))
  const { conversationId, id: messageId, inboxId } = message
  await trx
    .deleteFrom('attachments')
    .where('conversationId', '=', conversationId)
    .where('messageId', '=', messageId)
    .execute()
  await trx
    .deleteFrom('messages')
    .where('conversationId', '=', conversationId)
    .where('id', '=', messageId)
    .execute()
  await recordEvent(trx, by, 'forward.undone', { conversationId, messageId, inboxId }, {})
  await audit(trx, by, 'forward.undone', { kind: 'conversation', id: conversationId, inboxId })
}

/** Who passed something of this conversation on to that address, and it is nobody who takes part in it: the newest such letter. */
export async function forwardedTo(
  trx: Trx,
  conversationId: string,
  address: string,
): Promise<{ forwarder: string | null } | null> {
  const them = sql`jsonb_build_array(jsonb_build_object('email', ${address.toLowerCase()}::text))`
  const row = await trx
    .selectFrom('messages')
    .select('authorId')
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'note')
    .where('channel', '=', 'email')
    .where(sql<boolean>`("to" @> ${them} or cc @> ${them})`)
    .where(
      sql<boolean>`not exists (select 1 from participants p where p.conversation_id = ${conversationId} and p.address = ${address.toLowerCase()})`,
    )
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row ? { forwarder: row.authorId } : null
}

/** Their answer comes in beside the conversation. It is our turn again where it was put off or waited for the customer. */
export async function receiveBeside(
  trx: Trx,
  incoming: Incoming,
  forwarder: string | null,
): Promise<{ messageId: string }> {
  const conversation = await lockConversation(trx, tend, incoming.conversationId)
  const { id: conversationId, inboxId, customerId, status } = conversation
  const messageId = newId('message')
  await insertIncoming(trx, conversation, messageId, incoming, 'note')
  await addFiles(trx, incoming.attachments, { conversationId, messageId, inboxId })
  const isMachine = incoming.flags.autoReply || incoming.flags.bounce
  if (!isMachine && (status === 'snoozed' || status === 'waiting')) {
    await clearTimers(trx, 'conversation.wake', conversationId)
    await trx
      .updateTable('conversations')
      .set({ ...afresh, status: 'open' })
      .where('id', '=', conversationId)
      .execute()
  }
  await recordEvent(
    trx,
    tend,
    'forward.answered',
    { inboxId, conversationId, customerId, messageId, teammateId: forwarder },
    { from: incoming.from?.name || incoming.from?.email || '?', forwarder: isMachine ? null : forwarder },
  )
  return { messageId }
}
