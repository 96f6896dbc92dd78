import { sql } from 'kysely'
import { type Actor, teammateId } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

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
