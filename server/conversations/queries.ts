import { type RawBuilder, sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import type { ConversationRow, MessageRow } from './conversation.ts'
import './tables.ts'

/** The row, when the reader may see it; `notFound` otherwise. */
export async function conversationById(db: Db | Trx, by: Actor, id: string): Promise<ConversationRow> {
  const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
  return demandVisible(by, row)
}

/** The same, held until the transaction ends: two people acting at once do so one after the other. */
export async function lockConversation(trx: Trx, by: Actor, id: string): Promise<ConversationRow> {
  return demandVisible(by, await askLocked(trx, id).executeTakeFirst())
}

/** For `askAhead`. */
export const askLocked = (trx: Trx, id: string) => locked(trx, { id })
const locked = question((db, place: Places<{ id: string }>) =>
  db.selectFrom('conversations').selectAll().where('id', '=', place('id')).forUpdate(),
)

/** The same for work that comes later: null where the conversation was put back meanwhile, or is gone. */
export async function lockIfThere(trx: Trx, id: string): Promise<ConversationRow | null> {
  return (await askLocked(trx, id).executeTakeFirst()) ?? null
}

/** The id a conversation goes by now: another one where it was put back; the same where it is, or never was. */
export async function presentId(db: Db | Trx, id: string): Promise<string> {
  const row = await db
    .selectFrom('conversationsPutBack')
    .select('intoId')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.intoId ?? id
}

/** For `ServeOptions`: a conversation that was put back is read where it is now, and so is all that stood beside it. */
export const presentPlace =
  (db: Db) =>
  async (kind: string, id: string): Promise<string | null> => {
    const now = kind === 'conversations' ? await presentId(db, id) : id
    return now === id ? null : now
  }

/** Whether one grew out of the other, over however many steps. */
export async function areOneFamily(db: Db | Trx, one: string, other: string): Promise<boolean> {
  const [root, otherRoot] = [await rootOf(db, one), await rootOf(db, other)]
  return root === otherRoot
}

async function rootOf(db: Db | Trx, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, split_from, 0 as step from conversations where id = ${id}
      union all
      select c.id, c.split_from, up.step + 1 from conversations c join up on c.id = up.split_from where up.step < 50
    )
    select id from up order by step desc limit 1`.execute(db)
  return rows[0]?.id ?? id
}

function demandVisible(by: Actor, row: ConversationRow | undefined): ConversationRow {
  if (!row || !sees(by, row.inboxId)) throw notFound(say('conversations.this.conversation'))
  if (by.kind === 'customer' && by.conversationId !== row.id)
    throw notFound(say('conversations.this.conversation'))
  return row
}

/** One message of an inbox the reader sees. A customer reaches those of their own conversation, and never a note. */
export async function messageById(db: Db | Trx, by: Actor, id: string): Promise<MessageRow> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('conversations.this.message'))
  if (by.kind === 'customer' && (by.conversationId !== row.conversationId || row.direction === 'note'))
    throw notFound(say('conversations.this.message'))
  return row
}

/** Who belongs to the conversation: its requester first, then those in copy. */
export async function participantsOf(
  db: Db | Trx,
  conversationId: string,
): Promise<(Person & { role: 'requester' | 'cc' })[]> {
  const rows = await askParticipants(db, conversationId).execute()
  return rows.map((row) => ({ name: row.name, email: row.address, role: row.role }))
}

/** For `askAhead`. */
export const askParticipants = (db: Db | Trx, conversationId: string) => participants(db, { conversationId })
const participants = question((db, place: Places<{ conversationId: string }>) =>
  db
    .selectFrom('participants')
    .selectAll()
    .where('conversationId', '=', place('conversationId'))
    .orderBy('role', 'desc')
    .orderBy('addedAt'),
)

/** The same as JSON, for a statement that reads more; null where there is nobody. */
export const participantsIn = (id: RawBuilder<unknown>) => sql`(select json_agg(json_build_object(
    'name', w.name, 'email', w.address, 'role', w.role) order by w.role desc, w.added_at)
  from participants w where w.conversation_id = ${id})`

/** Every subject that stands on a message of the conversation. */
export async function subjectsOf(db: Db | Trx, conversationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('messages')
    .select('subject')
    .distinct()
    .where('conversationId', '=', conversationId)
    .where('direction', '!=', 'note')
    .execute()
  return rows.map((row) => row.subject)
}

/** Whether one of ours went to that address unseen by the others. */
export async function hadBlindCopy(db: Db | Trx, conversationId: string, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where(
      sql<boolean>`bcc @> jsonb_build_array(jsonb_build_object('email', ${address.toLowerCase()}::text))`,
    )
    .executeTakeFirst()
  return row !== undefined
}
