import { sql } from 'kysely'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { carry, type Moved } from './absorb.ts'
import type { ConversationRow } from './conversation.ts'
import { giveTiesBack } from './partTies.ts'
import { lockConversation } from './queries.ts'
import type { WasApart } from './tables.ts'
import { firstUnansweredAt, restoreState, settle } from './turn.ts'
import { bringRows, homeBefore } from './wasApart.ts'
import './tables.ts'

export interface Parted extends Moved {
  /** What the rooms above had taken along. */
  above: Record<string, string[]>
  /** What each wore; null where that was not kept. */
  tags: { its: string[]; home: string[] | null }
}

/**
 * Parts them again: what came from the other one, and is still here, goes back to it. What was written since stays where it was
 * written, but for letters of those who took part only in the other.
 */
export async function partAgain(trx: Trx, by: Actor, mergeId: string): Promise<Parted> {
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
  const before = homeBefore(was, home.id)
  const isTouched = !before || (await happenedSince(trx, home.id, mergeId, turns))
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
  await giveTiesBack(trx, { home: home.id, id: fromId }, was)
  await assigneeAgain(trx, home, was, mergeId)
  await trx
    .updateTable('merges')
    .set({ undoneAt: now, undoneBy: teammateId(by) })
    .where('id', '=', mergeId)
    .execute()
  await settle(trx, fromId, {})
  await restoreState(trx, fromId, was.state)
  await settle(trx, home.id, isTouched ? await turnWithout(trx, home) : {})
  if (!isTouched) await restoreState(trx, home.id, before.state)
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
  const tags = { its: (was.row.tags as string[]) ?? [], home: before?.tags ?? null }
  return { ...moved, above: was.above, tags }
}

/** Its row as it was, whatever columns it has; in the inbox the two are in by now. */
async function bringBack(trx: Trx, customerId: string, was: WasApart, home: ConversationRow): Promise<void> {
  const row = {
    ...was.row,
    inbox_id: home.inboxId,
    assignee_id: await stillHere(trx, was.row.assignee_id, home.inboxId),
    // Two people may have become one since.
    customer_id: customerId,
    // Kept by the room of promises, which settles them when they are back.
    next_promise_id: null,
    next_promise_due: null,
    next_promise_state: null,
  }
  await trx.deleteFrom('conversationsPutBack').where('id', '=', String(was.row.id)).execute()
  await bringRows(trx, 'conversations', [row])
  await bringRows(trx, 'participants', was.people)
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

/** Whoever looked after it, where they are here still and see it; else it is New. */
async function stillHere(trx: Trx, teammate: unknown, inboxId: string): Promise<string | null> {
  const one = typeof teammate === 'string' ? await findTeammate(trx, teammate) : undefined
  return one && !one.leftAt && one.role !== 'observer' && one.inboxIds.includes(inboxId) ? one.id : null
}

/** Whom only the merge gave it to looks after the other one again. */
async function assigneeAgain(trx: Trx, home: ConversationRow, was: WasApart, mergeId: string): Promise<void> {
  const before = homeBefore(was, home.id)
  if (!before || before.assigneeId || home.assigneeId !== was.row.assignee_id) return
  if (await happenedSince(trx, home.id, mergeId, ['conversation.assigned'])) return
  await trx.updateTable('conversations').set({ assigneeId: null }).where('id', '=', home.id).execute()
}

/** What changes whose turn it is; without any of it the home stands as it stood. */
const turns = [
  'message.received',
  'message.let-in',
  'message.written',
  'reply.undone',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.closed',
  'conversation.reopened',
  'conversation.waiting',
  'conversation.merged',
  'conversation.unmerged',
  'conversation.split',
  'conversation.put-back',
]

async function happenedSince(trx: Trx, homeId: string, mergeId: string, types: string[]): Promise<boolean> {
  const { rows } = await sql<{ happened: boolean }>`
    select exists (select 1 from events e where e.conversation_id = ${homeId} and e.type = any(${types}::text[])
      and e.seq > coalesce((select m.seq from events m where m.conversation_id = ${homeId} and m.type = 'conversation.merged'
        and m.detail->>'mergeId' = ${mergeId}), 0)) as happened`.execute(trx)
  return rows[0]!.happened
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
