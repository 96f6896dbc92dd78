import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { recordEvent } from '#server/base/events.ts'
import { enqueue, type JobKind } from '#server/base/jobs.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { elsewhereOf, forgetElsewhere, forgetFieldsElsewhere, handOver } from './sharing.ts'
import '#server/pages/tables.ts'

/** Files whose person was erased. */
export interface Leftover {
  names: string[]
}

/** Tables that outlive a person: that it happened, and that a letter was seen, so that no mailbox brings it back. */
const staying = new Set(['erasures', 'audit', 'letters', 'customers'])

/**
 * Forgets one person, in every room at once: whatever carries their number or that of a conversation of theirs, by the columns the
 * tables have, so that a room built later is not passed over. Safe to repeat: what is gone stays gone.
 */
export async function erasePerson(
  house: House,
  erasureId: string,
  forgetFiles: JobKind<Leftover> | ((trx: Trx, names: string[]) => Promise<void>),
): Promise<void> {
  // In the place of a letter's bytes, so that nothing names a file that is not there.
  const blank = await house.files.keep(Buffer.from('This letter was erased.\r\n'))
  await transaction(house.db, async (trx) => {
    const row = await trx
      .selectFrom('erasures')
      .select(['customerId', 'state'])
      .where('id', '=', erasureId)
      .forUpdate()
      .executeTakeFirst()
    if (row?.state !== 'confirmed') return
    const { customerId } = row
    await handOver(trx, customerId)
    const elsewhere = await elsewhereOf(trx, customerId)
    const own = await idsOf(trx, 'conversations', customerId)
    const conversations = [...own, ...elsewhere.merged]
    const inboxes = await trx
      .selectFrom('customerInboxes')
      .select('inboxId')
      .where('customerId', '=', customerId)
      .execute()
    const names = await filesOf(trx, conversations, elsewhere.messages)
    const promises = await promisesOf(trx, customerId, conversations)
    await dropTimers(trx, [customerId, ...conversations, ...promises], conversations)
    await sql`update letters set raw_file = ${blank}, raw_size = 25, envelope_from = null, envelope_to = '[]',
      state = 'ignored', outcome = 'erased', conversation_id = null, message_id = null
      where conversation_id = any(${conversations}::text[]) or message_id = any(${elsewhere.messages}::text[])`.execute(
      trx,
    )
    await sql`delete from automatic_mail where address in
      (select address from customer_addresses where customer_id = ${customerId})`.execute(trx)
    await sql`delete from status_subscribers where address in
      (select lower(address) from customer_addresses where customer_id = ${customerId})`.execute(trx)
    await dropEchoes(trx, [customerId, ...conversations])
    await forgetFieldsElsewhere(trx, customerId)
    await dropRows(trx, {
      customer_id: [customerId],
      conversation_id: conversations,
      promise_id: promises,
      message_id: elsewhere.messages,
    })
    await forgetElsewhere(trx, house, elsewhere)
    // What they did themselves stays on record, without their name.
    await sql`update audit set by_name = '' where by_kind = 'customer' and by_id = ${customerId}`.execute(trx)
    await sql`delete from events where by_kind = 'customer' and by_id = ${customerId}`.execute(trx)
    await dropMerged(trx, customerId)
    await trx.deleteFrom('customers').where('id', '=', customerId).execute()
    await trx
      .updateTable('erasures')
      .set({ state: 'done', conversationId: null, settledAt: sqlNow })
      .where('id', '=', erasureId)
      .execute()
    for (const { inboxId } of inboxes)
      await recordEvent(trx, tend, 'customer.erased', { inboxId, customerId }, {})
    await audit(trx, tend, 'customer.erased', { kind: 'customer', id: customerId }, { erasureId })
    if (typeof forgetFiles === 'function') await forgetFiles(trx, names)
    else if (names.length) await enqueue(trx, forgetFiles, { names })
  })
}

/** Whoever was brought together with them is them: the cards from before, and the journals that would bring rows back, go as well. */
async function dropMerged(trx: Trx, customerId: string): Promise<void> {
  await sql`with recursive them(id) as (
      select ${customerId}::text collate "C"
      union select m.from_id::text collate "C" from person_merges m join them on m.into_id = them.id and m.undone_at is null
    ), gone as (delete from customers where id in (select id from them) and id <> ${customerId})
    delete from person_merges where from_id in (select id from them) or into_id in (select id from them)`.execute(
    trx,
  )
}

const idsOf = async (trx: Trx, table: 'conversations', customerId: string): Promise<string[]> =>
  (await trx.selectFrom(table).select('id').where('customerId', '=', customerId).execute()).map(
    ({ id }) => id,
  )

/** Raw letters, attachments and the frozen bytes of what we sent. */
async function filesOf(trx: Trx, conversations: string[], messages: string[]): Promise<string[]> {
  const theirs = sql`conversation_id = any(${conversations}::text[])`
  const { rows } = await sql<{ name: string }>`
    select raw_file as name from letters where ${theirs} or message_id = any(${messages}::text[])
    union select raw_file from messages where (${theirs} or id = any(${messages}::text[])) and raw_file is not null
    union select file from attachments where ${theirs} or message_id = any(${messages}::text[])
    union select bytes_file from outbox where (${theirs} or message_id = any(${messages}::text[])) and bytes_file is not null`.execute(
    trx,
  )
  return rows.map((row) => row.name)
}

const promisesOf = async (trx: Trx, customerId: string, conversations: string[]): Promise<string[]> =>
  (
    await sql<{ id: string }>`
      select id from promises where customer_id = ${customerId} or conversation_id = any(${conversations}::text[])`.execute(
      trx,
    )
  ).rows.map(({ id }) => id)

async function dropTimers(trx: Trx, ids: string[], conversations: string[]): Promise<void> {
  await sql`delete from timers where string_to_array(subject, ' ') && (
    ${ids}::text[]
    || array(select id::text from scheduled_replies where conversation_id = any(${conversations}::text[])))`.execute(
    trx,
  )
}

/** Counts of presses, answers kept for a day so that a request can be repeated, and work that is done. */
async function dropEchoes(trx: Trx, ids: string[]): Promise<void> {
  await sql`delete from rate_limits where split_part(bucket, ':', 2) = any(${ids}::text[])`.execute(trx)
  await sql`delete from idempotency where exists (
    select 1 from unnest(${ids}::text[]) as id where position(id in response::text) > 0)`.execute(trx)
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(
    trx,
  )
  if (rows[0]?.there)
    await sql`delete from jobs.job where state in ('completed', 'cancelled', 'failed') and exists (
      select 1 from unnest(${ids}::text[]) as id where position(id in data::text) > 0)`.execute(trx)
}

/** `ids`: by the name of the column, what is gone. */
async function dropRows(trx: Trx, ids: Record<string, string[]>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select c.table_name as name, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and c.column_name = any(${Object.keys(ids)}::text[])
    order by c.table_name, c.column_name`.execute(trx)
  for (const { name, column } of rows)
    if (!staying.has(name))
      await sql`delete from ${sql.table(name)} where ${sql.ref(column)} = any(${ids[column]!}::text[])`.execute(
        trx,
      )
  const gone = Object.values(ids).flat()
  await sql`delete from conversations_put_back where into_id = any(${gone}::text[])`.execute(trx)
  // What was merged, linked or split is told in the other one, with the subject and the name of this.
  await sql`delete from events where detail ->> 'other' = any(${gone}::text[])`.execute(trx)
  await sql`delete from conversation_links where other_id = any(${gone}::text[])`.execute(trx)
  await sql`delete from page_presses where split_part(subject, ' ', 1) = any(${gone}::text[])`.execute(trx)
  await sql`delete from conversations where id = any(${gone}::text[])`.execute(trx)
}

/** Removes the bytes that nothing else needs: the same photo may have come from somebody else. */
export async function forgetFiles(house: House, { names }: Leftover): Promise<void> {
  for (const name of names) {
    const { rows } = await sql<{ needed: boolean }>`select
      exists (select 1 from attachments where file = ${name}) or exists (select 1 from letters where raw_file = ${name})
      or exists (select 1 from messages where raw_file = ${name}) or exists (select 1 from outbox where bytes_file = ${name})
      as needed`.execute(house.db)
    if (!rows[0]!.needed) await house.files.remove(name)
  }
}
