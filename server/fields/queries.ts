import { sql } from 'kysely'
import type { Field, FieldSubject, FilledField } from '#contract/fields.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type FieldRow, type Kept, valueShown } from './values.ts'
import './tables.ts'

export const fieldRows = (db: Db | Trx, subject?: FieldSubject): Promise<FieldRow[]> => {
  const rows = db
    .selectFrom('fields')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy(sql`lower(name)`)
    .orderBy('id')
  return (subject ? rows.where('subject', '=', subject) : rows).execute()
}

export const fieldShape = ({ id, subject, name, kind, choices }: FieldRow): Field => ({
  id,
  subject,
  name,
  kind,
  choices,
})

/** What something is; where the reader may not see it, it is not here. */
export interface Subject {
  kind: FieldSubject
  id: string
}
const columns = { conversation: 'conversation_id', customer: 'customer_id', circle: 'circle_id' } as const
export const columnOf = (subject: Subject) => sql.ref(`field_values.${columns[subject.kind]}`)

/** Through which inboxes whoever sees it hears that something was filled in. */
export async function demandSeen(
  db: Db | Trx,
  by: Actor,
  { kind, id }: Subject,
): Promise<{ inboxIds: string[]; customerId: string | null; conversationId: string | null }> {
  if (kind === 'conversation') {
    const row = await conversationById(db, by, id)
    return { inboxIds: [row.inboxId], customerId: row.customerId, conversationId: id }
  }
  if (kind === 'customer') {
    await demandKnown(db, by, id)
    const { rows } = await sql<{ id: string }>`
      select inbox_id as id from customer_inboxes i where customer_id = ${id} and ${within(by, 'i.inbox_id')}`.execute(
      db,
    )
    return { inboxIds: rows.map((row) => row.id), customerId: id, conversationId: null }
  }
  requireRole(by, 'observer')
  const { rows } = await sql<{ inboxId: string }>`
    select inbox_id from circles g where g.id = ${id} and ${within(by, 'g.inbox_id')}`.execute(db)
  if (!rows[0]) throw notFound(say('fields.circle'))
  return { inboxIds: [rows[0].inboxId], customerId: null, conversationId: null }
}

/** The fields of a subject, filled or not. */
export async function fieldsOf(db: Db | Trx, by: Actor, subject: Subject): Promise<{ items: FilledField[] }> {
  await demandSeen(db, by, subject)
  const fields = await fieldRows(db, subject.kind)
  const { rows } = await sql<Kept & { fieldId: string }>`
    select field_id, text, number::text as number, to_char(day, 'YYYY-MM-DD') as day from field_values
    where ${columnOf(subject)} = ${subject.id}`.execute(db)
  const held = new Map(rows.map((row) => [row.fieldId, valueShown(row)]))
  return { items: fields.map((row) => ({ ...fieldShape(row), value: held.get(row.id) ?? null })) }
}
