import { sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { insertRows } from '#server/database/statement.ts'
import { findTeammate } from '#server/team/queries.ts'
import { afresh, bareSubject, type ConversationRow, gistOf } from './conversation.ts'
import { lockConversation } from './queries.ts'
import type { Forwarded } from './tables.ts'
import './tables.ts'

export interface NewConversation {
  inboxId: string
  customerId: string
  subject: string
  channel: 'email' | 'page' | 'api'
  at: Date
  requester: Person
  cc?: Person[]
  assigneeId?: string | null
  relatedTo?: string | null
  held?: boolean
  demo?: boolean
  /** The line on its row until somebody has written. */
  gist?: string
  /** Our letter with which it is opened, and which is written right behind: it is their turn. */
  ours?: { messageId: string; gist: string }
}

/** A new matter of one person. It is empty until its first message is received or written. */
export async function openConversation(
  trx: Trx,
  by: Actor,
  opening: NewConversation,
): Promise<{ id: string; pageKey: string }> {
  if (!sees(by, opening.inboxId)) throw notFound(say('conversations.this.inbox'))
  const id = newId('conversation')
  const pageKey = newSecret()
  await insertRows(trx, 'conversations', [
    {
      id,
      inboxId: opening.inboxId,
      customerId: opening.customerId,
      subject: bareSubject(opening.subject) || '(no subject)',
      channel: opening.channel,
      assigneeId: opening.assigneeId ?? null,
      lastAt: opening.at,
      lastMessageId: opening.ours?.messageId ?? null,
      waitingSince: null,
      ...afresh,
      nextPromiseId: null,
      nextPromiseDue: null,
      nextPromiseState: null,
      relatedTo: opening.relatedTo ?? null,
      held: opening.held ?? false,
      pageKey,
      demo: opening.demo ?? false,
      ...(opening.gist && { gist: opening.gist }),
      ...(opening.ours && { gist: opening.ours.gist, status: 'waiting' as const }),
      createdAt: opening.at,
    },
  ])
  await addPeople(trx, id, [opening.requester], 'requester', null)
  await addPeople(trx, id, opening.cc ?? [], 'cc', by.id)
  await recordEvent(
    trx,
    by,
    'conversation.opened',
    { inboxId: opening.inboxId, conversationId: id, customerId: opening.customerId },
    { channel: opening.channel },
  )
  return { id, pageKey }
}

/** A file that came with a letter; its bytes are in the store. */
export interface KeptFile {
  filename: string
  contentType: string
  size: number
  inline: boolean
  contentId: string | null
  file: string
}

export interface Incoming {
  conversationId: string
  channel: 'email' | 'page' | 'api'
  at: Date
  from: Person | null
  to: Person[]
  cc: Person[]
  subject: string
  text: string
  textFull: string
  /** Sanitised already. */
  html: string | null
  hasRemote: boolean
  flags: {
    autoReply: boolean
    bounce: boolean
    suppressAutoReply: boolean
    list?: boolean
    report?: boolean
    challenge?: boolean
  }
  bounce: { recipients: string[]; kind: 'hard' | 'soft' | null; reason: string | null } | null
  forwarded: Forwarded | null
  /** Its subject, where nobody in the conversation used it before. */
  newSubject?: string | null
  warnings: string[]
  held: boolean
  unreadable: boolean
  rawFile: string | null
  rawSize: number | null
  attachments: KeptFile[]
  /** Set where the sender may press twice: the same one is the same message. */
  clientKey?: string
  /** False: it is kept and shown, and leaves whose turn it is. */
  reopens?: boolean
}

/** What a message is where no letter says otherwise. */
export const plain = {
  html: null,
  hasRemote: false,
  flags: { autoReply: false, bounce: false, suppressAutoReply: false },
  bounce: null,
  forwarded: null,
  warnings: [],
  held: false,
  unreadable: false,
  rawFile: null,
  rawSize: null,
  attachments: [],
} satisfies Partial<Incoming>

/** A message of theirs arrives. It reopens, unless it is automatic, a bounce, or held for a teammate to look at. */
export async function receiveMessage(
  trx: Trx,
  by: Actor,
  incoming: Incoming,
): Promise<{ messageId: string; repeated: boolean }> {
  const conversation = await lockConversation(trx, by, incoming.conversationId)
  const { inboxId, customerId } = conversation
  if (incoming.clientKey) {
    const before = await trx
      .selectFrom('messages')
      .select('id')
      .where('conversationId', '=', conversation.id)
      .where('clientKey', '=', incoming.clientKey)
      .executeTakeFirst()
    if (before) return { messageId: before.id, repeated: true }
  }
  const messageId = newId('message')
  // What comes into spam waits there with it: kept, and nobody is called for it.
  const heldWithSpam = !incoming.held && conversation.spamAt !== null
  const held = incoming.held || heldWithSpam
  const automatic = incoming.flags.autoReply || incoming.flags.bounce || (incoming.flags.report ?? false)
  await insertIncoming(trx, conversation, messageId, incoming, 'in', heldWithSpam)
  await addFiles(trx, incoming.attachments, { conversationId: conversation.id, messageId, inboxId })
  if (!automatic && !held && incoming.reopens !== false)
    await theyWrote(trx, conversation, {
      id: messageId,
      at: incoming.at,
      text: incoming.text || incoming.subject,
    })
  else if (!conversation.lastMessageId || incoming.reopens === false)
    // An automatic letter may open a matter: it is nobody's turn because of it, but the row says what it is.
    await trx
      .updateTable('conversations')
      .set({ lastMessageId: messageId, gist: gistOf(incoming.text || incoming.subject) })
      .where('id', '=', conversation.id)
      .execute()
  await recordEvent(
    trx,
    by,
    'message.received',
    { inboxId, conversationId: conversation.id, customerId, messageId },
    { automatic, held },
  )
  return { messageId, repeated: false }
}

/** `note`: read by the team alone. */
export const insertIncoming = (
  trx: Trx,
  conversation: Place,
  messageId: string,
  incoming: Incoming,
  direction: 'in' | 'note',
  heldWithSpam = false,
): Promise<void> =>
  insertAll(trx, 'messages', [incomingRow(conversation, messageId, incoming, direction, heldWithSpam)])

type Place = Pick<ConversationRow, 'id' | 'inboxId' | 'customerId'>

/** For `insertAll`. */
export const incomingRow = (
  conversation: Place,
  messageId: string,
  incoming: Omit<Incoming, 'conversationId'>,
  direction: 'in' | 'note',
  heldWithSpam = false,
) => ({
  conversationId: conversation.id,
  id: messageId,
  inboxId: conversation.inboxId,
  customerId: conversation.customerId,
  direction,
  channel: incoming.channel,
  at: incoming.at,
  fromName: incoming.from?.name ?? null,
  fromAddress: incoming.from?.email ?? null,
  authorId: null,
  to: incoming.to,
  cc: incoming.cc,
  subject: incoming.subject,
  text: incoming.text,
  textFull: incoming.textFull === incoming.text ? null : incoming.textFull,
  html: incoming.html,
  hasRemote: incoming.hasRemote,
  autoReply: incoming.flags.autoReply,
  isBounce: incoming.flags.bounce,
  suppressAutoReply: incoming.flags.suppressAutoReply,
  isList: incoming.flags.list ?? false,
  isReport: incoming.flags.report ?? false,
  isChallenge: incoming.flags.challenge ?? false,
  newSubject: incoming.newSubject ?? null,
  bounce: incoming.bounce,
  forwarded: incoming.forwarded,
  warnings: incoming.warnings,
  held: incoming.held || heldWithSpam,
  heldWithSpam,
  unreadable: incoming.unreadable,
  rawFile: incoming.rawFile,
  rawSize: incoming.rawSize,
  clientKey: incoming.clientKey ?? null,
})

/** The files of a letter, with the message it became. */
export async function addFiles(
  trx: Trx,
  files: readonly KeptFile[],
  message: { conversationId: string; messageId: string; inboxId: string },
): Promise<void> {
  for (const file of files)
    await trx
      .insertInto('attachments')
      .values({ ...file, ...message, id: newId('file'), uploadedBy: null, accessKey: newSecret() })
      .execute()
}

/** It is our turn again; their wait began with the first message we have not answered. */
export async function theyWrote(
  trx: Trx,
  conversation: ConversationRow,
  message: { id: string; at: Date; text: string },
): Promise<void> {
  const { id } = conversation
  await clearTimers(trx, 'conversation.wake', id)
  const isNewest = message.at >= conversation.lastAt
  const assigneeId = await stillHere(trx, conversation)
  await trx
    .updateTable('conversations')
    .set((e) => ({
      status: 'open' as const,
      ...(isNewest && { lastAt: message.at, lastMessageId: message.id, gist: gistOf(message.text) }),
      // `least` passes over nulls: a held message let in later may be older than the wait we knew of.
      waitingSince: e.fn<Date>('least', ['waitingSince', sql`${message.at}::timestamptz`]),
      assigneeId,
      ...afresh,
      held: false,
    }))
    .where('id', '=', id)
    .execute()
}

/** The assignee, unless they have left or no longer see the inbox: then it is New, so that nobody waits for somebody who is gone. */
export async function stillHere(trx: Trx, conversation: ConversationRow): Promise<string | null> {
  if (!conversation.assigneeId) return null
  const teammate = await findTeammate(trx, conversation.assigneeId)
  return teammate && !teammate.leftAt && teammate.inboxIds.includes(conversation.inboxId) ? teammate.id : null
}

/** People of a conversation; who is known already keeps their part. */
export async function addPeople(
  trx: Trx,
  conversationId: string,
  people: readonly Person[],
  role: 'requester' | 'cc',
  addedById: string | null,
  addedIn: string | null = null,
): Promise<void> {
  if (people.length === 0) return
  await insertRows(
    trx,
    'participants',
    people.map((person) => ({
      conversationId,
      address: person.email.toLowerCase(),
      name: person.name,
      role,
      addedById,
      addedIn,
    })),
    { known: 'left' },
  )
}
