import type { Actor } from '#server/base/actor.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { afresh, bareSubject, gistOf } from './conversation.ts'
import { addFiles, type Incoming, incomingRow, type NewConversation } from './receive.ts'
import './tables.ts'

/** A new matter and the person's own words it begins with. */
export interface Opening {
  conversation: Pick<NewConversation, 'inboxId' | 'customerId' | 'subject' | 'channel' | 'requester'> & {
    cc: NonNullable<NewConversation['cc']>
  }
  message: Omit<Incoming, 'conversationId' | 'clientKey' | 'reopens' | 'newSubject'>
  writer: Actor
}

/**
 * Opens many matters with their first messages, as `openConversation` and `receiveMessage` do one after the other: neither is held, automatic
 * nor spam. What is new needs not be read or locked, and is written as it stands in the end.
 */
export async function openAll(
  trx: Trx,
  by: Actor,
  openings: readonly Opening[],
): Promise<{ conversationId: string; messageId: string }[]> {
  const all = openings.map((one) => ({ ...one, id: newId('conversation'), messageId: newId('message') }))
  await insertAll(
    trx,
    'conversations',
    all.map(({ id, messageId, conversation, message: { at, text, subject } }) => ({
      id,
      inboxId: conversation.inboxId,
      customerId: conversation.customerId,
      subject: bareSubject(conversation.subject) || '(no subject)',
      channel: conversation.channel,
      assigneeId: null,
      lastAt: at,
      lastMessageId: messageId,
      gist: gistOf(text || subject),
      waitingSince: at,
      ...afresh,
      relatedTo: null,
      held: false,
      pageKey: newSecret(),
      demo: false,
      createdAt: at,
    })),
  )
  await insertAll(
    trx,
    'participants',
    all.flatMap(({ id, conversation: { requester, cc } }) => [
      personRow(id, requester, 'requester', null),
      ...cc.map((person) => personRow(id, person, 'cc', by.id)),
    ]),
    'on conflict do nothing',
  )
  await insertAll(
    trx,
    'messages',
    all.map(({ id, messageId, conversation, message }) =>
      incomingRow({ ...conversation, id }, messageId, message, 'in'),
    ),
  )
  for (const { id, messageId, writer, message, conversation } of all) {
    const { inboxId, customerId } = conversation
    await addFiles(trx, message.attachments, { conversationId: id, messageId, inboxId })
    const about = { inboxId, conversationId: id, customerId }
    await recordEvent(trx, by, 'conversation.opened', about, { channel: conversation.channel })
    await recordEvent(
      trx,
      writer,
      'message.received',
      { ...about, messageId },
      { automatic: false, held: false },
    )
  }
  return all.map(({ id, messageId }) => ({ conversationId: id, messageId }))
}

const personRow = (
  conversationId: string,
  { name, email }: { name: string | null; email: string },
  role: 'requester' | 'cc',
  addedById: string | null,
) => ({ conversationId, address: email.toLowerCase(), name, role, addedById, addedIn: null })
