import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import './tables.ts'

/** Makes one message findable: its subject, words and files' names, as written and by English stem. Safe to repeat. */
export async function indexMessage(db: Db, messageId: string): Promise<void> {
  await sql`
    insert into search_entries (conversation_id, message_id, inbox_id, is_note, at, words)
    select m.conversation_id, m.id, m.inbox_id, m.direction = 'note', m.at,
      strip(to_tsvector('simple', t.all_text) || to_tsvector('english', t.all_text))
    from messages m
    cross join lateral (select left(concat_ws(' ', m.subject, coalesce(m.text_full, m.text), m.from_name, m.from_address,
      (select string_agg(translate(a.filename, '._-', '   '), ' ') from attachments a where a.conversation_id = m.conversation_id and a.message_id = m.id)), 500000) as all_text) t
    where m.id = ${messageId}
    on conflict (conversation_id, message_id) do update set words = excluded.words, inbox_id = excluded.inbox_id`.execute(
    db,
  )
}

/** A message taken back before it left is not found any more. */
export async function forgetMessage(db: Db, messageId: string): Promise<void> {
  await db.deleteFrom('searchEntries').where('messageId', '=', messageId).execute()
}
