import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

/** Messages went into another conversation: their letters, ids, headers, tasks and what waits in the outbox go along. */
export async function moveMail(
  trx: Trx,
  { from, to, messageIds }: { from: string; to: string; messageIds: readonly string[] },
): Promise<void> {
  if (messageIds.length === 0) return
  const tables: RawBuilder<unknown>[] = [
    sql`outbox`,
    sql`email_ids`,
    sql`email_headers`,
    sql`letters`,
    sql`mail_tasks`,
  ]
  for (const table of tables)
    await sql`update ${table} set conversation_id = ${to}
      where conversation_id = ${from} and message_id in (${sql.join([...messageIds])})`.execute(trx)
}

/** A whole conversation went into another: so does what belongs to none of its messages. Returns the references. */
export async function moveReferences(
  trx: Trx,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const moved = await trx
    .updateTable('unknownReferences')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .returning('messageIdHeader')
    .execute()
  await trx.updateTable('mailTasks').set({ conversationId: to }).where('conversationId', '=', from).execute()
  return moved.map((row) => row.messageIdHeader)
}

/** The way back of these. */
export async function moveReferencesBack(
  trx: Trx,
  { from, to }: { from: string; to: string },
  references: readonly string[],
): Promise<void> {
  if (references.length === 0) return
  await trx
    .updateTable('unknownReferences')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('messageIdHeader', 'in', [...references])
    .execute()
}
