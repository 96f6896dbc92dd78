import type { ExpressionBuilder } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { type Db, type Tables, type Trx, transaction } from '#server/database/database.ts'
import { insertRows, type Places, question } from '#server/database/statement.ts'
import { attachFiles } from './attachments.ts'
import { type ConversationRow, gistOf } from './conversation.ts'
import { noteSeenMessage } from './presence.ts'
import { lockConversation } from './queries.ts'
import { addFiles, addPeople, type KeptFile } from './receive.ts'
import { stateOf } from './turn.ts'
import './tables.ts'

export interface OwnMessage {
  conversationId: string
  /** Its row, where the caller holds it. */
  conversation?: ConversationRow
  /** As it stands on the letter; without it the writer's name. */
  from?: Person
  to: Person[]
  cc: Person[]
  /** Unseen by the others. */
  bcc?: Person[]
  subject: string
  text: string
  /** Sanitised already. */
  html: string | null
  attachmentIds: string[]
  /** The client's Idempotency-Key: the same one finds the message written before. */
  clientKey: string | null
  /** The caller has looked for what an earlier try has written, and holds the conversation. */
  isFirst?: boolean
  at?: Date
  /** The first word of a conversation that was just opened with it: the number it has there. */
  opens?: string
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
  const conversation = own.conversation ?? (await lockConversation(trx, by, own.conversationId))
  const before = !own.isFirst && own.clientKey && (await writtenBefore(trx, own.clientKey, conversation.id))
  if (before) return { messageId: before.id, at: before.at, repeated: true }
  const at = own.at ?? (await clockNow(trx))
  const messageId = await insert(trx, by, conversation, 'out', { ...own, at })
  await noteSeenMessage(trx, by, conversation.id, messageId)
  // What was opened with it says so already; and one that was sent elsewhere may be older than what stands here.
  if (!own.opens && at >= conversation.lastAt) {
    const { id } = conversation
    // A row says what a person wrote.
    if (own.automatic) await noteNewest(trx, { id, at, messageId }).execute()
    else await noteAnswer(trx, { id, at, messageId, gist: gistOf(own.text) }).execute()
  }
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

/** The database knows more than milliseconds. */
const later = (e: ExpressionBuilder<Tables, 'conversations'>, at: Date) =>
  e.fn<Date>('greatest', ['lastAt', e.val(at)])
const noteNewest = question((db, place: Places<{ id: string; at: Date; messageId: string }>) =>
  db
    .updateTable('conversations')
    .set((e) => ({ lastAt: later(e, place('at')), lastMessageId: place('messageId') }))
    .where('id', '=', place('id')),
)
const noteAnswer = question((db, place: Places<{ id: string; at: Date; messageId: string; gist: string }>) =>
  db
    .updateTable('conversations')
    .set((e) => ({ lastAt: later(e, place('at')), lastMessageId: place('messageId'), gist: place('gist') }))
    .where('id', '=', place('id')),
)

/** The message an earlier try with the same key wrote, in this conversation or, without one, in any. */
export const writtenBefore = (trx: Trx, clientKey: string, conversationId?: string) =>
  conversationId
    ? askWritten(trx, clientKey, conversationId).executeTakeFirst()
    : writtenAnywhere(trx, { clientKey }).executeTakeFirst()

/** For `askAhead`. */
export const askWritten = (trx: Trx, clientKey: string, conversationId: string) =>
  writtenHere(trx, { clientKey, conversationId })
const writtenAnywhere = question((db, place: Places<{ clientKey: string }>) =>
  db
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at', 'text'])
    .where('clientKey', '=', place('clientKey')),
)
const writtenHere = question((db, place: Places<{ clientKey: string; conversationId: string }>) =>
  db
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at', 'text'])
    .where('clientKey', '=', place('clientKey'))
    .where('conversationId', '=', place('conversationId')),
)

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
  const id = own.opens ?? newId('message')
  await insertRows(trx, 'messages', [
    {
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
      bcc: JSON.stringify(own.bcc ?? []),
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
    },
  ])
  const message = { conversationId: conversation.id, messageId: id, inboxId: conversation.inboxId }
  await attachFiles(trx, by, own.attachmentIds, message, own.html)
  await addFiles(trx, own.letter?.files ?? [], message)
  return id
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
