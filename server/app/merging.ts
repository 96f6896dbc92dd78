import { sql } from 'kysely'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { cleanWishes } from '#server/customers/own.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { carry, type Journal, putBack, readJournal } from './carrying.ts'
import '#server/customers/tables.ts'
import '#server/pages/tables.ts'

const undoDays = 30

/**
 * Brings two people together: everything of the one, in every room at once, is the other's from now on, and later letters to either
 * address find them. What was done is kept row by row, so that parting them brings back what was.
 */
export async function bringTogether(db: Db, by: Actor, intoId: string, fromId: string): Promise<string> {
  requireRole(by, 'teammate')
  if (intoId === fromId) throw invalid('/otherId', say('customers.merge.self'))
  return transaction(db, async (trx) => {
    await demandKnown(trx, by, intoId)
    await demandKnown(trx, by, fromId)
    const people = await trx
      .selectFrom('customers')
      .selectAll()
      .where('id', 'in', [intoId, fromId])
      .orderBy('id')
      .forUpdate()
      .execute()
    const into = people.find((one) => one.id === intoId)
    const from = people.find((one) => one.id === fromId)
    if (!into || !from) throw notFound(say('customers.this.person'))
    const erasing = await trx
      .selectFrom('erasures')
      .select('id')
      .where('customerId', 'in', [intoId, fromId])
      .where('state', 'in', ['asked', 'confirmed'])
      .executeTakeFirst()
    if (erasing) throw conflict('erasing', say('customers.merge.erasing'))
    const inboxes = await demandAllSeen(trx, by, intoId, fromId)
    const id = newId('personMerge')
    await trx
      .insertInto('personMerges')
      .values({
        id,
        fromId,
        intoId,
        fromName: from.name,
        byId: teammateId(by),
        byName: by.name,
        undoUntil: new Date((await clockNow(trx)).getTime() + undoDays * 86_400_000),
        undoneAt: null,
      })
      .execute()
    const journal: Journal = []
    await keepLastSeen(trx, journal, intoId, fromId)
    await keepAskedNot(trx, journal, intoId, fromId)
    await fillCard(trx, journal, into, from)
    await carry(trx, journal, fromId, intoId)
    for (let at = 0; at < journal.length; at += 500)
      await trx
        .insertInto('personMergeRows')
        .values(
          journal.slice(at, at + 500).map((row, index) => ({
            mergeId: id,
            position: at + index,
            tableName: row.table,
            how: row.how,
            key: JSON.stringify(row.key),
            before: row.before ? JSON.stringify(row.before) : null,
            after: row.after ? JSON.stringify(row.after) : null,
          })),
        )
        .execute()
    for (const inboxId of inboxes)
      await recordEvent(trx, by, 'customer.merged', { customerId: intoId, inboxId }, { mergeId: id, fromId })
    await audit(trx, by, 'customer.merged', { kind: 'customer', id: intoId }, { fromId, mergeId: id })
    return id
  })
}

/** Parts them again. What came in between stays with its conversation, and a conversation with whose it was. */
export async function partAgain(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const merge = await trx
      .selectFrom('personMerges')
      .selectAll()
      .where('id', '=', id)
      .where('undoneAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!merge) throw notFound(say('customers.this.merge'))
    const { fromId, intoId } = merge
    await demandKnown(trx, by, intoId).catch(() => {
      throw notFound(say('customers.this.merge'))
    })
    if (merge.undoUntil < (await clockNow(trx))) throw conflict('too-late', say('customers.merge.tooLate'))
    const later = await trx
      .selectFrom('personMerges')
      .select('id')
      .where('undoneAt', 'is', null)
      .where((e) => e.or([e('fromId', '=', intoId), e.and([e('intoId', '=', intoId), e('id', '>', id)])]))
      .executeTakeFirst()
    if (later) throw conflict('merged-since', say('customers.merge.later'))
    await trx
      .selectFrom('customers')
      .select('id')
      .where('id', 'in', [intoId, fromId])
      .orderBy('id')
      .forUpdate()
      .execute()
    await demandAllSeen(trx, by, intoId)
    await putBack(trx, await readJournal(trx, id), { fromId, intoId, since: merge.at })
    await trx.updateTable('personMerges').set({ undoneAt: sqlNow }).where('id', '=', id).execute()
    await trx.deleteFrom('personMergeRows').where('mergeId', '=', id).execute()
    for (const customerId of [intoId, fromId])
      for (const inboxId of await inboxesOf(trx, customerId))
        await recordEvent(trx, by, 'customer.parted', { customerId, inboxId }, { mergeId: id, fromId })
    await audit(trx, by, 'customer.parted', { kind: 'customer', id: intoId }, { fromId, mergeId: id })
  })
}

/** Their own page is one over every inbox: who does not see all of theirs would open walls by making two people one. */
async function demandAllSeen(trx: Trx, by: Actor, ...ids: string[]): Promise<string[]> {
  const inboxes = await inboxesOf(trx, ...ids)
  if (!inboxes.every((inbox) => sees(by, inbox))) throw forbidden(say('customers.merge.elsewhere'))
  return inboxes
}

async function inboxesOf(trx: Trx, ...ids: string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .distinct()
    .where('customerId', 'in', ids)
    .orderBy('inboxId')
    .execute()
  return rows.map((row) => row.inboxId)
}

/** Where both are known in an inbox, the later of the two is when they were heard of. */
async function keepLastSeen(trx: Trx, journal: Journal, intoId: string, fromId: string): Promise<void> {
  const { rows } = await sql<{ inboxId: string; before: object; after: object }>`
    update customer_inboxes mine set last_at = theirs.last_at
    from customer_inboxes theirs, customer_inboxes old
    where mine.customer_id = ${intoId} and theirs.customer_id = ${fromId} and theirs.inbox_id = mine.inbox_id
      and old.customer_id = mine.customer_id and old.inbox_id = mine.inbox_id and theirs.last_at > mine.last_at
    returning mine.inbox_id, jsonb_build_object('last_at', old.last_at) as before, jsonb_build_object('last_at', mine.last_at) as after`.execute(
    trx,
  )
  for (const { inboxId, before, after } of rows)
    journal.push({
      table: 'customer_inboxes',
      how: 'changed',
      key: { customer_id: intoId, inbox_id: inboxId },
      before: before as Record<string, unknown>,
      after: after as Record<string, unknown>,
    })
}

/** Whoever of the two asked not to be written to when we write to many: the one they are asked it. */
async function keepAskedNot(trx: Trx, journal: Journal, intoId: string, fromId: string): Promise<void> {
  const { rows } = await sql<{ after: Record<string, unknown> }>`
    update customers mine set no_circulars_at = theirs.no_circulars_at from customers theirs
    where mine.id = ${intoId} and theirs.id = ${fromId} and mine.no_circulars_at is null and theirs.no_circulars_at is not null
    returning jsonb_build_object('no_circulars_at', mine.no_circulars_at) as after`.execute(trx)
  for (const { after } of rows)
    journal.push({
      table: 'customers',
      how: 'changed',
      key: { id: intoId },
      before: { no_circulars_at: null },
      after,
    })
}

const filled = {
  preferredName: 'preferred_name',
  sayIt: 'say_it',
  pronouns: 'pronouns',
  language: 'language',
  formality: 'formality',
  timeZone: 'time_zone',
  company: 'company',
  role: 'role',
  reachBy: 'reach_by',
  accessNeeds: 'access_needs',
} as const
type Card = { id: string; pleaseDont: string[] } & Record<keyof typeof filled, string | null>

/** What only the other's card says is not lost; where both say something, theirs stands. Wishes of both are kept. */
async function fillCard(trx: Trx, journal: Journal, into: Card, from: Card): Promise<void> {
  const fields = (Object.keys(filled) as (keyof typeof filled)[]).filter(
    (field) => !into[field] && from[field],
  )
  const wishes = cleanWishes([...into.pleaseDont, ...from.pleaseDont])
  const widened = JSON.stringify(wishes) !== JSON.stringify(into.pleaseDont)
  if (fields.length === 0 && !widened) return
  const pick = (card: Card) => Object.fromEntries(fields.map((field) => [filled[field], card[field]]))
  await trx
    .updateTable('customers')
    .set({
      ...(Object.fromEntries(fields.map((field) => [field, from[field]])) as object),
      ...(widened && { pleaseDont: JSON.stringify(wishes) }),
    })
    .where('id', '=', into.id)
    .execute()
  journal.push({
    table: 'customers',
    how: 'changed',
    key: { id: into.id },
    before: { ...pick(into), ...(widened && { please_dont: into.pleaseDont }) },
    after: { ...pick(from), ...(widened && { please_dont: wishes }) },
  })
}
