import { sql } from 'kysely'
import type { Field, FieldKind, FieldSubject, FilledField } from '#contract/fields.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { columnOf, demandSeen, fieldRows, fieldShape, fieldsOf, type Subject } from './queries.ts'
import { type FieldRow, readValue } from './values.ts'
import './tables.ts'

const once = (choices: readonly string[]) => [...new Set(choices)]

export async function addField(
  db: Db | Trx,
  by: Actor,
  given: { subject: FieldSubject; name: string; kind: FieldKind; choices: readonly string[] },
): Promise<Field> {
  requireRole(by, 'lead')
  const choices = given.kind === 'choice' ? once(given.choices) : []
  if (given.kind === 'choice' && choices.length < 2) throw invalid('/choices', say('fields.twoChoices'))
  return transaction(db, async (trx) => {
    const id = newId('field')
    const position = (await fieldRows(trx, given.subject)).length
    const made = await trx
      .insertInto('fields')
      .values({
        ...given,
        id,
        position,
        choices: JSON.stringify(choices),
        byId: teammateId(by),
        removedAt: null,
      })
      .onConflict((c) => c.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!made) throw conflict('field-exists', say('fields.exists', { name: given.name }))
    await told(trx, by, 'field.added', made)
    return fieldShape(made)
  })
}

/** What was chosen before keeps its words, also where they can no longer be chosen. */
export async function changeField(
  db: Db,
  by: Actor,
  id: string,
  change: { name?: string; choices?: readonly string[]; position?: number },
): Promise<Field> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const row = await held(trx, id)
    const choices = change.choices && row.kind === 'choice' ? once(change.choices) : row.choices
    if (row.kind === 'choice' && choices.length < 2) throw invalid('/choices', say('fields.twoChoices'))
    if (change.name !== undefined) await demandFree(trx, row, change.name)
    await trx
      .updateTable('fields')
      .set({ name: change.name ?? row.name, choices: JSON.stringify(choices) })
      .where('id', '=', id)
      .execute()
    if (change.position !== undefined) await place(trx, row, change.position)
    const changed = await held(trx, id)
    await told(trx, by, 'field.changed', changed)
    return fieldShape(changed)
  })
}

async function demandFree(trx: Trx, row: FieldRow, name: string): Promise<void> {
  const same = (await fieldRows(trx, row.subject)).find(
    (one) => one.id !== row.id && one.name.toLowerCase() === name.toLowerCase(),
  )
  if (same) throw conflict('field-exists', say('fields.exists', { name: same.name }))
}

async function place(trx: Trx, row: FieldRow, position: number): Promise<void> {
  const others = (await fieldRows(trx, row.subject)).filter((one) => one.id !== row.id)
  const order = others.toSpliced(Math.min(position, others.length), 0, row)
  for (const [at, { id }] of order.entries())
    await trx.updateTable('fields').set({ position: at }).where('id', '=', id).execute()
}

export async function removeField(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const row = await held(trx, id)
    await trx
      .updateTable('fields')
      .set({ removedAt: await clockNow(trx) })
      .where('id', '=', id)
      .execute()
    await told(trx, by, 'field.removed', row)
  })
}

export async function restoreField(db: Db, by: Actor, id: string): Promise<Field> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const row = await trx.selectFrom('fields').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw notFound(say('fields.this'))
    await demandFree(trx, row, row.name)
    await trx.updateTable('fields').set({ removedAt: null }).where('id', '=', id).execute()
    await told(trx, by, 'field.restored', row)
    return fieldShape(row)
  })
}

async function held(trx: Trx, id: string): Promise<FieldRow> {
  const row = await trx
    .selectFrom('fields')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('fields.this'))
  return row
}

async function told(trx: Trx, by: Actor, action: string, row: FieldRow): Promise<void> {
  await recordEvent(trx, by, 'field.changed', {}, {})
  await audit(trx, by, action, { kind: 'field', id: row.id }, { name: row.name, subject: row.subject })
}

/** Fills fields in, all of those given or none; null empties one. */
export async function fill(
  db: Db | Trx,
  by: Actor,
  subject: Subject,
  values: Readonly<Record<string, string | null>>,
): Promise<{ items: FilledField[] }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const about = await demandSeen(trx, by, subject)
    const fields = await fieldRows(trx, subject.kind)
    const names: string[] = []
    for (const [id, value] of Object.entries(values)) {
      const field = fields.find((one) => one.id === id)
      if (!field) throw invalid(`/values/${id}`, say('fields.notThese'))
      if (await keep(trx, by, subject, field, value)) names.push(field.name)
    }
    if (names.length) {
      const { conversationId, customerId } = about
      for (const inboxId of about.inboxIds)
        await recordEvent(trx, by, 'field.filled', { inboxId, conversationId, customerId }, { names })
      await audit(trx, by, 'field.filled', { kind: subject.kind, id: subject.id }, { names })
    }
    return fieldsOf(trx, by, subject)
  })
}

/** Says whether anything is different now. */
async function keep(
  trx: Trx,
  by: Actor,
  subject: Subject,
  field: FieldRow,
  value: string | null,
): Promise<boolean> {
  const { text, number, day } = readValue(field, value, `/values/${field.id}`)
  const column = sql.raw(`${subject.kind}_id`)
  if (text === null && number === null && day === null) {
    const { numAffectedRows } = await sql`
      delete from field_values where field_id = ${field.id} and ${columnOf(subject)} = ${subject.id}`.execute(
      trx,
    )
    return Number(numAffectedRows) > 0
  }
  const { numAffectedRows } = await sql`
    insert into field_values as kept (field_id, ${column}, text, number, day, by_id)
    values (${field.id}, ${subject.id}, ${text}, ${number}::numeric, ${day}::date, ${teammateId(by)})
    on conflict (${column}, field_id) where ${column} is not null
    do update set text = excluded.text, number = excluded.number, day = excluded.day, by_id = excluded.by_id, at = clock_now()
    where (kept.text, kept.number, kept.day) is distinct from (excluded.text, excluded.number, excluded.day)`.execute(
    trx,
  )
  return Number(numAffectedRows) > 0
}
