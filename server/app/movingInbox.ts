import { sql } from 'kysely'
import { type Actor, requireRole, sees, tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById, lockConversation } from '#server/conversations/queries.ts'
import { assign } from '#server/conversations/state.ts'
import { changeInbox } from '#server/conversations/ties.ts'
import { noteSeen } from '#server/customers/actions.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { passOnPromises } from '#server/promises/handing.ts'
import { findTeammate, inboxById } from '#server/team/queries.ts'

/**
 * What tells where something was at its time, and stays so: letters as they arrived, and by which inbox their ids are known.
 */
const staying = [
  'events',
  'letters',
  // Ours that has not left leaves by the road it was written for: its From is that inbox's.
  'outbox',
  'email_ids',
  'unknown_references',
  'conversation_inboxes',
  'fingerprints',
]

/**
 * Moves a conversation to another inbox, in every room at once: whatever carries both its number and an inbox, by the columns the
 * tables have, so that a room built later is not passed over. Only for somebody who sees both.
 */
export async function moveToInbox(
  house: House,
  by: Actor,
  id: string,
  inboxId: string,
): Promise<{ inboxId: string; released: string | null }> {
  requireRole(by, 'teammate')
  return transaction(house.db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    if (!sees(by, inboxId)) throw invalid('/inboxId', say('conversations.move.notSeen'))
    if (row.inboxId === inboxId) return { inboxId, released: null }
    const [from, to] = [await inboxById(trx, row.inboxId), await inboxById(trx, inboxId)]
    if (to.archivedAt) throw conflict('archived', say('conversations.move.archived', { name: to.name }))
    await changeInbox(trx, by, id, to, from.name)
    await takeAlong(trx, id, inboxId)
    await noteSeen(trx, row.customerId, inboxId)
    return { inboxId, released: await release(trx, id) }
  })
}

async function takeAlong(trx: Trx, id: string, inboxId: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.columns i on i.table_schema = c.table_schema and i.table_name = c.table_name and i.column_name = 'inbox_id'
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'conversation_id'
      and c.table_name <> all(${staying}::text[])
    order by c.table_name`.execute(trx)
  for (const { name } of rows)
    await sql`update ${sql.table(name)} set inbox_id = ${inboxId} where conversation_id = ${id}`.execute(trx)
}

/** Whoever does not see the new inbox cannot look after it there: it is New. Returns whose it was. */
async function release(trx: Trx, id: string): Promise<string | null> {
  const { assigneeId, inboxId } = await conversationById(trx, tend, id)
  const assignee = assigneeId ? await findTeammate(trx, assigneeId) : null
  if (!assignee || assignee.inboxIds.includes(inboxId)) return null
  await assign(trx, tend, id, null)
  return assignee.name
}

/** Word given by somebody who does not see the new inbox passes on, as when somebody leaves it. Safe to repeat. */
export async function passOnAfterMove(house: Pick<House, 'db'>, conversationId: string): Promise<void> {
  const makers = await house.db
    .selectFrom('promises')
    .select('makerId')
    .distinct()
    .where('conversationId', '=', conversationId)
    .where('makerId', 'is not', null)
    .execute()
  for (const { makerId } of makers) await passOnPromises(house.db, makerId!)
}
