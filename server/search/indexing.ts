import { sql } from 'kysely'
import type { Db, Trx } from '#server/database/database.ts'
import { indexText } from './words.ts'
import './tables.ts'

/**
 * Makes messages findable: their subject, words, people and names of files, as written and by English stem. Safe to repeat;
 * a message that has been taken back meanwhile is passed over.
 */
export async function indexMessages(db: Db | Trx, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  const messages = await db
    .selectFrom('messages')
    .selectAll()
    .where('id', 'in', [...messageIds])
    .execute()
  if (messages.length === 0) return
  const files = await db
    .selectFrom('attachments')
    .select(['messageId', 'filename'])
    .where('conversationId', 'in', [...new Set(messages.map((message) => message.conversationId))])
    .where('messageId', 'in', [...messageIds])
    .execute()
  await db
    .insertInto('searchEntries')
    .values(
      messages.map((message) => {
        const words = indexText([
          message.subject,
          message.fromName,
          message.fromAddress,
          ...[...message.to, ...message.cc, ...message.bcc].flatMap((person) => [person.name, person.email]),
          ...files.filter((file) => file.messageId === message.id).map((file) => file.filename),
          message.textFull ?? message.text,
          message.forwarded?.subject,
          message.forwarded?.text,
        ])
        return {
          conversationId: message.conversationId,
          messageId: message.id,
          inboxId: message.inboxId,
          isNote: message.direction === 'note',
          at: message.at,
          words: sql<string>`(select strip(to_tsvector('simple', w) || to_tsvector('english', w)) from (values (${words}::text)) as given(w))`,
        }
      }),
    )
    .onConflict((c) =>
      c
        .columns(['conversationId', 'messageId'])
        .doUpdateSet({ words: sql`excluded.words`, inboxId: sql`excluded.inbox_id` }),
    )
    .execute()
}

export const indexMessage = (db: Db | Trx, messageId: string): Promise<void> => indexMessages(db, [messageId])

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
