import { sql } from 'kysely'
import type { Trx } from '#server/database/database.ts'
import './tables.ts'

interface Way {
  from: string
  to: string
}

/** What was noted on a conversation goes along where the other one says nothing; what stands in the way waits for the way back. Returns which. */
export async function moveFields(trx: Trx, { from, to }: Way): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update field_values v set conversation_id = ${to} where v.conversation_id = ${from} and not exists (
      select 1 from field_values w where w.conversation_id = ${to} and w.field_id = v.field_id)
    returning v.field_id as id`.execute(trx)
  return rows.map((row) => row.id)
}

/** Those that came along go home, as they are by now. */
export async function moveFieldsBack(trx: Trx, { from, to }: Way, ids: readonly string[]): Promise<void> {
  await sql`update field_values v set conversation_id = ${to}
    where v.conversation_id = ${from} and v.field_id = any(${[...ids]}::text[]) and not exists (
      select 1 from field_values w where w.conversation_id = ${to} and w.field_id = v.field_id)`.execute(trx)
}
