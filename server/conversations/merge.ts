import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { absorb, carry, type Moved } from './absorb.ts'
import type { ConversationRow } from './conversation.ts'
import { demandCanJoin } from './joining.ts'
import { lockConversation } from './queries.ts'
import type { WasApart } from './tables.ts'
import { firstUnansweredAt, restoreState, settle, stateOf } from './turn.ts'
import './tables.ts'

/** So long two conversations can be parted again. */
const days = 30

export interface Merged extends Moved {
  mergeId: string
  until: Date
}

/**
 * Two conversations become one: `fromId` goes into `id`, whose person, subject and inbox stay. Where they are two people's,
 * only with `differentPerson`: from then on both get our answers.
 */
export async function mergeIn(
  trx: Trx,
  by: Actor,
  id: string,
  { fromId, differentPerson }: { fromId: string; differentPerson: boolean },
): Promise<Merged> {
  requireRole(by, 'teammate')
  if (fromId === id) throw invalid('/conversationId', say('conversations.merge.itself'))
  // The older one first, as everybody locks them, so that two verbs never wait for each other.
  const locked = new Map<string, ConversationRow>()
  for (const one of [id, fromId].sort()) locked.set(one, await lockConversation(trx, by, one))
  const [home, row] = [locked.get(id)!, locked.get(fromId)!]
  demandCanJoin(home, row)
  const isOther = home.customerId !== row.customerId
  const [theirs, mine] = [await nameOf(trx, row.customerId), await nameOf(trx, home.customerId)]
  if (isOther && !differentPerson)
    throw conflict('different-person', say('conversations.merge.different', { theirs, mine }))
  const was = await howItStood(trx, row)
  // A link opens the whole conversation: whoever was given one to theirs alone does not read somebody else's.
  const moved = await absorb(trx, home, row, isOther ? newSecret() : row.pageKey)
  const mergeId = newId('merge')
  const at = await clockNow(trx)
  const until = new Date(at.getTime() + days * 86_400_000)
  await trx
    .insertInto('merges')
    .values({
      id: mergeId,
      conversationId: id,
      fromId,
      inboxId: row.inboxId,
      customerId: row.customerId,
      subject: row.subject,
      was: JSON.stringify(was),
      byId: teammateId(by),
      byName: by.name,
      at,
      until,
      undoneAt: null,
      undoneBy: null,
    })
    .execute()
  const about = { inboxId: home.inboxId, customerId: home.customerId, conversationId: id }
  await recordEvent(trx, by, 'conversation.merged', about, {
    other: fromId,
    subject: row.subject,
    mergeId,
    person: isOther ? theirs : null,
  })
  await recordEvent(
    trx,
    by,
    'conversation.gone',
    { ...about, customerId: row.customerId, conversationId: fromId },
    { into: id },
  )
  await audit(
    trx,
    by,
    'conversation.merged',
    { kind: 'conversation', id, inboxId: home.inboxId },
    { from: fromId, differentPerson: isOther },
  )
  return { ...moved, mergeId, until }
}

const nameOf = async (trx: Trx, customerId: string): Promise<string> => {
  const row = await trx
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.preferredName || row?.name || '?'
}

async function howItStood(trx: Trx, row: ConversationRow): Promise<WasApart> {
  const { id } = row
  const { rows } = await sql<Omit<WasApart, 'state' | 'above'>>`select
    (select to_jsonb(c) from conversations c where c.id = ${id}) as row,
    coalesce((select jsonb_agg(to_jsonb(p)) from participants p where p.conversation_id = ${id}), '[]') as people,
    array(select id::text from messages where conversation_id = ${id} order by id) as messages,
    array(select id::text from acts where conversation_id = ${id}) as acts,
    array(select id::text from conversations_put_back where into_id = ${id}) as ways,
    array(select id::text from conversations where split_from = ${id}) as grown,
    array(select id::text from merges where conversation_id = ${id}) as merges,
    array(select teammate_id::text from followers where conversation_id = ${id}) as followers`.execute(trx)
  return { ...rows[0]!, state: stateOf(row), above: {} }
}

/** Notes what the rooms above took along, so that it finds the way back. */
export async function noteTaken(trx: Trx, mergeId: string, above: Record<string, string[]>): Promise<void> {
  await sql`update merges set was = jsonb_set(was, '{above}', ${JSON.stringify(above)}::jsonb) where id = ${mergeId}`.execute(
    trx,
  )
}

/**
 * Parts them again: what came from the other one, and is still here, goes back to it. What was written since stays where it was
 * written, but for letters of those who took part only in the other.
 */
export async function partAgain(
  trx: Trx,
  by: Actor,
  mergeId: string,
): Promise<Moved & { above: Record<string, string[]> }> {
  requireRole(by, 'teammate')
  const found = await trx
    .selectFrom('merges')
    .select('conversationId')
    .where('id', '=', mergeId)
    .executeTakeFirst()
  if (!found) throw notFound(say('conversations.this.merge'))
  const home = await lockConversation(trx, by, found.conversationId)
  const merge = (await trx
    .selectFrom('merges')
    .selectAll()
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst())!
  if (merge.undoneAt) throw conflict('parted', say('conversations.merge.parted'))
  const now = await clockNow(trx)
  if (merge.until <= now) throw conflict('too-late', say('conversations.merge.tooLate'))
  const { was, fromId } = merge
  await bringBack(trx, merge.customerId, was, home)
  const messageIds = await whatGoesBack(trx, was, home.id)
  const moved = { from: home.id, to: fromId, messageIds }
  await carry(trx, moved)
  // What came since was kept under the name of whose the conversation was.
  const came = messageIds.filter((id) => !was.messages.includes(id))
  if (came.length)
    await trx
      .updateTable('messages')
      .set({ customerId: merge.customerId })
      .where('conversationId', '=', fromId)
      .where('id', 'in', came)
      .execute()
  await giveBack(trx, was, home.id, fromId)
  await trx
    .updateTable('merges')
    .set({ undoneAt: now, undoneBy: teammateId(by) })
    .where('id', '=', mergeId)
    .execute()
  await settle(trx, fromId, {})
  await restoreState(trx, fromId, was.state)
  await settle(trx, home.id, await turnWithout(trx, home))
  const about = { inboxId: home.inboxId, customerId: home.customerId, conversationId: home.id }
  await recordEvent(trx, by, 'conversation.unmerged', about, { other: fromId, subject: merge.subject })
  await recordEvent(
    trx,
    by,
    'conversation.parted',
    { inboxId: home.inboxId, customerId: merge.customerId, conversationId: fromId },
    { other: home.id, subject: home.subject },
  )
  await audit(
    trx,
    by,
    'conversation.parted',
    { kind: 'conversation', id: home.id, inboxId: home.inboxId },
    { into: fromId },
  )
  return { ...moved, above: was.above }
}

/** Its row as it was, whatever columns it has; in the inbox the two are in by now. */
async function bringBack(trx: Trx, customerId: string, was: WasApart, home: ConversationRow): Promise<void> {
  const row = {
    ...was.row,
    inbox_id: home.inboxId,
    // Two people may have become one since.
    customer_id: customerId,
    // Kept by the room of promises, which settles them when they are back.
    next_promise_id: null,
    next_promise_due: null,
    next_promise_state: null,
  }
  await trx.deleteFrom('conversationsPutBack').where('id', '=', String(was.row.id)).execute()
  await sql`insert into conversations select * from jsonb_populate_record(null::conversations, ${JSON.stringify(row)}::jsonb)`.execute(
    trx,
  )
  await sql`insert into participants select * from jsonb_populate_recordset(null::participants, ${JSON.stringify(was.people)}::jsonb)`.execute(
    trx,
  )
}

/** Its own letters, and what has come since from those who had a part in it alone. */
async function whatGoesBack(trx: Trx, was: WasApart, homeId: string): Promise<string[]> {
  const known = was.people.map((person) => String(person.address))
  const { rows } = await sql<{ id: string }>`
    select id from messages where conversation_id = ${homeId} and (
      id = any(${was.messages}::text[])
      or (direction = 'in' and created_at > (select max(at) from merges where conversation_id = ${homeId} and from_id = ${String(was.row.id)})
        and lower(from_address) = any(${known}::text[])
        and not exists (select 1 from participants p where p.conversation_id = ${homeId} and p.address = lower(messages.from_address)
          and p.role = 'requester')))
    order by id`.execute(trx)
  return rows.map((row) => row.id)
}

async function giveBack(trx: Trx, was: WasApart, homeId: string, id: string): Promise<void> {
  const mine = (ids: readonly string[]) => sql`any(${[...ids]}::text[])`
  await sql`update acts set conversation_id = ${id} where conversation_id = ${homeId} and id = ${mine(was.acts)}`.execute(
    trx,
  )
  await sql`update conversations_put_back set into_id = ${id} where into_id = ${homeId} and id = ${mine(was.ways)}`.execute(
    trx,
  )
  await sql`update conversations set split_from = ${id} where split_from = ${homeId} and id = ${mine(was.grown)}`.execute(
    trx,
  )
  await sql`update merges set conversation_id = ${id} where conversation_id = ${homeId} and id = ${mine(was.merges)}`.execute(
    trx,
  )
  await sql`insert into followers (conversation_id, teammate_id)
    select ${id}, one from unnest(${was.followers}::text[]) as one
    where exists (select 1 from followers f where f.conversation_id = ${homeId} and f.teammate_id = one)
    on conflict do nothing`.execute(trx)
  await sql`insert into seen (conversation_id, teammate_id, message_id, at)
    select ${id}, teammate_id, message_id, at from seen where conversation_id = ${homeId} on conflict do nothing`.execute(
    trx,
  )
  // Whom only the merge brought in has no part here any more, unless they were written to since.
  await sql`delete from participants p where conversation_id = ${homeId} and role = 'cc'
    and address in (select jsonb_array_elements(${JSON.stringify(was.people)}::jsonb)->>'address')
    and not exists (select 1 from messages m where m.conversation_id = ${homeId} and (
      lower(m.from_address) = p.address
      or m."to" @> jsonb_build_array(jsonb_build_object('email', p.address))
      or m.cc @> jsonb_build_array(jsonb_build_object('email', p.address))))`.execute(trx)
  const chased = Number(was.row.chased ?? 0)
  if (chased)
    await sql`update conversations set chased = greatest(0, chased - ${chased}) where id = ${homeId}`.execute(
      trx,
    )
}

/** Whose turn it is in what stays; what was put off or looked after since then is left so. */
async function turnWithout(trx: Trx, home: ConversationRow) {
  if (home.status === 'closed' || home.status === 'snoozed') return {}
  const waitingSince = await firstUnansweredAt(trx, home.id)
  return { status: waitingSince ? ('open' as const) : ('waiting' as const), waitingSince }
}
