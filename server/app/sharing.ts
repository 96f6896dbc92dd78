import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { newSecret } from '#server/base/ids.ts'
import { firstUnansweredAt, settle } from '#server/conversations/turn.ts'
import type { Trx } from '#server/database/database.ts'
import { settleRow } from '#server/promises/ledger.ts'

// Where conversations of two people were merged, letters of both stand in one: to forget the one takes nothing of the other.

/** What is theirs beyond their own conversations. */
export interface Elsewhere {
  /** Their letters in conversations of others. */
  messages: string[]
  /** Conversations of theirs that went into another one. */
  merged: string[]
  addresses: string[]
  /** Conversations of others they have a part in. */
  touched: string[]
}

/** A conversation of theirs that holds letters of somebody else is that person's from now on. Links that were given out end. */
export async function handOver(trx: Trx, customerId: string): Promise<void> {
  const { rows } = await sql<{ id: string; heir: string }>`
    select distinct on (c.id) c.id, m.customer_id as heir from conversations c
    join messages m on m.conversation_id = c.id and m.customer_id <> c.customer_id
    where c.customer_id = ${customerId} order by c.id, m.at, m.id`.execute(trx)
  for (const { id, heir } of rows) {
    // What came since from their address was kept under the name of whose the conversation was.
    await sql`update messages m set customer_id = a.customer_id from customer_addresses a
      where m.conversation_id = ${id} and m.customer_id = ${customerId} and m.direction = 'in'
        and a.kind = 'email' and a.address = lower(m.from_address) and a.customer_id <> ${customerId}
        and a.customer_id in (select customer_id from messages where conversation_id = ${id})`.execute(trx)
    await sql`update conversations set customer_id = ${heir}, page_key = ${newSecret()}, subject = coalesce(
        (select subject from merges where conversation_id = ${id} and customer_id = ${heir} and undone_at is null order by id desc limit 1),
        (select subject from messages where conversation_id = ${id} and customer_id = ${heir} order by at, id limit 1), '')
      where id = ${id}`.execute(trx)
    await sql`update participants set role = 'requester' where conversation_id = ${id}
      and address in (select address from customer_addresses where customer_id = ${heir})`.execute(trx)
    // What was noted was noted on her matter, but for what came along with his.
    await sql`delete from field_values v where conversation_id = ${id} and not exists (
      select 1 from merges g where g.conversation_id = ${id} and g.customer_id = ${heir} and g.undone_at is null
        and g.was #> '{above,fields}' ? v.field_id)`.execute(trx)
    // Written for the one who goes; and there is nothing any more to part the other from.
    await sql`delete from drafts where conversation_id = ${id}`.execute(trx)
    await sql`delete from scheduled_replies where conversation_id = ${id}`.execute(trx)
    await sql`delete from translated_replies where conversation_id = ${id} and message_id is null`.execute(
      trx,
    )
    await sql`delete from merges where conversation_id = ${id} and customer_id = ${heir}`.execute(trx)
  }
}

/** What was noted on a conversation of theirs, and went along into somebody else's. */
export async function forgetFieldsElsewhere(trx: Trx, customerId: string): Promise<void> {
  await sql`delete from field_values v using merges g where g.customer_id = ${customerId} and g.undone_at is null
    and v.conversation_id = g.conversation_id and g.was #> '{above,fields}' ? v.field_id`.execute(trx)
}

export async function elsewhereOf(trx: Trx, customerId: string): Promise<Elsewhere> {
  const { rows } = await sql<Elsewhere>`
    with mine as materialized (select address from customer_addresses where customer_id = ${customerId} and kind = 'email'),
    went as materialized (select from_id, conversation_id from merges where customer_id = ${customerId} and undone_at is null),
    letters as materialized (
      select m.id, m.conversation_id from messages m join conversations c on c.id = m.conversation_id
        where m.customer_id = ${customerId} and c.customer_id <> ${customerId}
      union
      select m.id, m.conversation_id from went join conversations c on c.id = went.conversation_id and c.customer_id <> ${customerId}
        join messages m on m.conversation_id = c.id
        where m.direction = 'in' and lower(m.from_address) in (select address from mine)
      union
      -- Ours that went to nobody but them are theirs as well, wherever they stand.
      select m.id, m.conversation_id from messages m join conversations c on c.id = m.conversation_id
        where m.direction = 'out' and c.customer_id <> ${customerId} and m."to" || m.cc || m.bcc <> '[]'
          and (m.conversation_id in (select p.conversation_id from participants p where p.address in (select address from mine))
            or m.id in (select o.message_id from outbox o join outbox_recipients r on r.outbox_id = o.id
              where lower(r.address) in (select address from mine)))
          and not exists (select 1 from jsonb_array_elements(m."to" || m.cc || m.bcc) one
            where not lower(one ->> 'email') in (select address from mine))
    )
    select array(select id::text from letters) as messages, array(select from_id::text from went) as merged,
      array(select address from mine) as addresses,
      array(select conversation_id::text from letters union select p.conversation_id::text from participants p
        join conversations c on c.id = p.conversation_id
        where p.address in (select address from mine) and c.customer_id <> ${customerId}
        union select o.conversation_id::text from outbox o join outbox_recipients r on r.outbox_id = o.id
        where lower(r.address) in (select address from mine)) as touched`.execute(trx)
  return rows[0]!
}

/** Whatever is left of them there once their rows are gone: no answer goes to them in copy, and nothing tells of them. */
export async function forgetElsewhere(
  trx: Trx,
  house: Pick<House, 'files'>,
  { messages, merged, addresses, touched }: Elsewhere,
) {
  await sql`delete from messages where id = any(${messages}::text[])`.execute(trx)
  await sql`delete from conversations_put_back where id = any(${merged}::text[])`.execute(trx)
  await sql`delete from participants where conversation_id = any(${touched}::text[]) and address = any(${addresses}::text[])`.execute(
    trx,
  )
  await stopWritingTo(trx, addresses)
  await setAside(trx, house, { addresses, touched })
  // What became of their letter is told with the address, in the journal and to the team.
  await sql`update events e set detail = e.detail || jsonb_build_object('to', (
      select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(e.detail -> 'to') one where not lower(one #>> '{}') = any(${addresses}::text[])))
    where conversation_id = any(${touched}::text[]) and type like 'mail.%' and jsonb_typeof(detail -> 'to') = 'array'`.execute(
    trx,
  )
  await sql`delete from mail_tasks where conversation_id = any(${touched}::text[])
    and exists (select 1 from unnest(${addresses}::text[]) address where position(address in lower(detail)) > 0)`.execute(
    trx,
  )
  await sql`delete from reply_tokens where address = any(${addresses}::text[])`.execute(trx)
  await sql`update letters l set envelope_to = coalesce((
      select jsonb_agg(one) from jsonb_array_elements_text(l.envelope_to) one where not lower(one) = any(${addresses}::text[])), '[]')
    where conversation_id = any(${touched}::text[])`.execute(trx)
  for (const table of ['messages', 'drafts', 'scheduled_replies'])
    for (const column of ['to', 'cc', 'bcc'])
      await sql`update ${sql.table(table)} t set ${sql.ref(column)} = coalesce((
          select jsonb_agg(one) from jsonb_array_elements(t.${sql.ref(column)}) one where not lower(one ->> 'email') = any(${addresses}::text[])), '[]')
        where conversation_id = any(${touched}::text[])`.execute(trx)
  await sql`delete from scheduled_replies where conversation_id = any(${touched}::text[]) and "to" = '[]'`.execute(
    trx,
  )
  for (const id of touched) {
    const home = await trx
      .selectFrom('conversations')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!home) continue
    const waitingSince = await firstUnansweredAt(trx, id)
    await settle(
      trx,
      id,
      home.status === 'closed' || home.status === 'snoozed'
        ? {}
        : { status: waitingSince ? 'open' : 'waiting', waitingSince },
    )
    await settleRow(trx, id)
  }
}

/** What is queued, or tried again, leaves without them; where it was for nobody else, it does not leave. */
async function stopWritingTo(trx: Trx, addresses: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    delete from outbox_recipients where lower(address) = any(${addresses}::text[]) returning outbox_id as id`.execute(
    trx,
  )
  const letters = rows.map(({ id }) => id)
  await sql`delete from outbox o where id = any(${letters}::text[])
    and not exists (select 1 from outbox_recipients r where r.outbox_id = o.id)`.execute(trx)
}

/**
 * A letter that went to others too stays what they got: its bytes are frozen, and may be signed. But it names who is forgotten, so
 * it lies in a file, as large ones do, where no row and no search shows it.
 */
async function setAside(
  trx: Trx,
  { files }: Pick<House, 'files'>,
  { addresses, touched }: Pick<Elsewhere, 'addresses' | 'touched'>,
): Promise<void> {
  const { rows } = await sql<{ id: string; letter: string }>`select id, letter from outbox
    where conversation_id = any(${touched}::text[])
      and exists (select 1 from unnest(${addresses}::text[]) address where position(address in lower(letter)) > 0)`.execute(
    trx,
  )
  for (const { id, letter } of rows)
    await trx
      .updateTable('outbox')
      .set({ letter: null, bytesFile: await files.keep(Buffer.from(letter, 'latin1')) })
      .where('id', '=', id)
      .execute()
}
