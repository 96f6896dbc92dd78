import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import { indexText } from './words.ts'
import './tables.ts'

/**
 * Makes one message findable: its subject, words, people and names of files, as written and by English stem. Safe to repeat;
 * a message that has been taken back meanwhile is passed over.
 */
export async function indexMessage(db: Db | Trx, messageId: string): Promise<void> {
  const message = await db.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst()
  if (!message) return
  const files = await db
    .selectFrom('attachments')
    .select('filename')
    .where('conversationId', '=', message.conversationId)
    .where('messageId', '=', messageId)
    .execute()
  const words = indexText([
    message.subject,
    message.fromName,
    message.fromAddress,
    ...[...message.to, ...message.cc].flatMap((person) => [person.name, person.email]),
    ...files.map((file) => file.filename),
    message.textFull ?? message.text,
    message.forwarded?.subject,
    message.forwarded?.text,
  ])
  const vector = sql<string>`strip(to_tsvector('simple', ${words}) || to_tsvector('english', ${words}))`
  await db
    .insertInto('searchEntries')
    .values({
      conversationId: message.conversationId,
      messageId,
      inboxId: message.inboxId,
      isNote: message.direction === 'note',
      at: message.at,
      words: vector,
    })
    .onConflict((c) =>
      c.columns(['conversationId', 'messageId']).doUpdateSet({ words: vector, inboxId: message.inboxId }),
    )
    .execute()
}

/** Messages came here from another conversation: they are found here from now on. */
export async function indexConversation(db: Db, conversationId: string): Promise<void> {
  const rows = await db
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .execute()
  for (const { id } of rows) {
    await db
      .deleteFrom('searchEntries')
      .where('messageId', '=', id)
      .where('conversationId', '!=', conversationId)
      .execute()
    await indexMessage(db, id)
  }
}

/** A message taken back before it left is not found any more. */
export async function forgetMessage(db: Db | Trx, messageId: string): Promise<void> {
  await db.deleteFrom('searchEntries').where('messageId', '=', messageId).execute()
}
