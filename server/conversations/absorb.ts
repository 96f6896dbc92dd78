import { type RawBuilder, sql } from 'kysely'
import { clearTimers } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import { addDraft } from './drafts.ts'
import { joinTags } from './tagging.ts'
import { settle, type Turn } from './turn.ts'
import './tables.ts'

/** What went from one conversation into another; the rooms above take their own along. */
export interface Moved {
  from: string
  to: string
  messageIds: string[]
}

/**
 * One conversation goes into another, whole: its letters keep their times, its people, drafts and records come along, and its
 * row is gone. Links and reply addresses that were given out lead on to `home`.
 */
export async function absorb(
  trx: Trx,
  home: ConversationRow,
  row: ConversationRow,
  pageKey: string,
): Promise<Moved> {
  const { id } = row
  const messageIds = (
    await trx.selectFrom('messages').select('id').where('conversationId', '=', id).execute()
  ).map((message) => message.id)
  const moved = { from: id, to: home.id, messageIds }
  await carry(trx, moved)
  await carryPeople(trx, moved)
  await joinTags(trx, id, home.id)
  await trx.updateTable('acts').set({ conversationId: home.id }).where('conversationId', '=', id).execute()
  await carryTies(trx, id, home.id)
  await clearTimers(trx, 'conversation.wake', id)
  await trx.updateTable('conversations').set({ splitFrom: home.id }).where('splitFrom', '=', id).execute()
  await trx.updateTable('conversations').set({ relatedTo: home.id }).where('relatedTo', '=', id).execute()
  await trx.updateTable('conversationsPutBack').set({ intoId: home.id }).where('intoId', '=', id).execute()
  await trx.updateTable('merges').set({ conversationId: home.id }).where('conversationId', '=', id).execute()
  await trx.insertInto('conversationsPutBack').values({ id, intoId: home.id, pageKey }).execute()
  await trx.deleteFrom('presence').where('conversationId', '=', id).execute()
  await trx.deleteFrom('conversations').where('id', '=', id).execute()
  await trx
    .updateTable('conversations')
    .set((e) => ({
      chased: e('chased', '+', row.chased),
      assigneeId: e.fn.coalesce('assigneeId', e.val(row.assigneeId)),
    }))
    .where('id', '=', home.id)
    .execute()
  await settle(trx, home.id, await turnTogether(trx, home, row))
  return moved
}

/** All that hangs on messages in this room goes with them. */
export async function carry(trx: Trx, { from, to, messageIds }: Moved): Promise<void> {
  if (messageIds.length === 0) return
  const these = sql.join(messageIds)
  const tables: [RawBuilder<unknown>, RawBuilder<unknown>][] = [
    [sql`messages`, sql`id`],
    [sql`attachments`, sql`message_id`],
    [sql`asks`, sql`message_id`],
    [sql`readings`, sql`message_id`],
  ]
  for (const [table, column] of tables)
    await sql`update ${table} set conversation_id = ${to} where conversation_id = ${from} and ${column} in (${these})`.execute(
      trx,
    )
  await trx
    .updateTable('participants')
    .set({ addedIn: null })
    .where('conversationId', '=', from)
    .where('addedIn', 'in', messageIds)
    .execute()
}

/** Who took part, what was being written and what was read there: all of it belongs to the one that remains. */
async function carryPeople(trx: Trx, { from, to }: Moved): Promise<void> {
  await sql`insert into participants (conversation_id, address, name, role, added_by_id, added_at)
    select ${to}, address, name, 'cc', added_by_id, added_at from participants where conversation_id = ${from}
    on conflict do nothing`.execute(trx)
  await trx.deleteFrom('participants').where('conversationId', '=', from).execute()
  for (const draft of await trx
    .deleteFrom('drafts')
    .where('conversationId', '=', from)
    .returningAll()
    .execute())
    await addDraft(trx, { ...draft, conversationId: to })
  await sql`insert into seen (conversation_id, teammate_id, message_id, at)
    select ${to}, teammate_id, message_id, at from seen where conversation_id = ${from}
    on conflict (teammate_id, conversation_id) do update set message_id = greatest(seen.message_id, excluded.message_id)`.execute(
    trx,
  )
  await trx.deleteFrom('seen').where('conversationId', '=', from).execute()
}

/** Its followers and links, and the inboxes it has been in. */
async function carryTies(trx: Trx, from: string, to: string): Promise<void> {
  await sql`insert into followers (conversation_id, teammate_id, since)
    select ${to}, teammate_id, since from followers where conversation_id = ${from} on conflict do nothing`.execute(
    trx,
  )
  await sql`insert into conversation_inboxes (conversation_id, inbox_id, until)
    select ${to}, inbox_id, until from conversation_inboxes where conversation_id = ${from} on conflict do nothing`.execute(
    trx,
  )
  await sql`insert into conversation_links (conversation_id, other_id, by_id, at)
    select least(${to}::text, other), greatest(${to}::text, other), by_id, at from (
      select case when conversation_id = ${from} then other_id else conversation_id end as other, by_id, at
      from conversation_links where ${from} in (conversation_id, other_id)
    ) links where other <> ${to} on conflict do nothing`.execute(trx)
  await sql`delete from conversation_links where ${from} in (conversation_id, other_id)`.execute(trx)
  // The drafts came along; where the same two look at another one there already, that goes on.
  await sql`update second_looks l set conversation_id = ${to} where conversation_id = ${from} and not exists (
    select 1 from second_looks o where o.conversation_id = ${to} and o.author_id = l.author_id and o.reader_id = l.reader_id)`.execute(
    trx,
  )
  await trx.deleteFrom('secondLooks').where('conversationId', '=', from).execute()
  await trx.deleteFrom('followers').where('conversationId', '=', from).execute()
  await trx.deleteFrom('conversationInboxes').where('conversationId', '=', from).execute()
}

/** Open when either was; looked after only when both were. */
async function turnTogether(trx: Trx, home: ConversationRow, row: ConversationRow): Promise<Turn> {
  const is = (status: ConversationRow['status']) => home.status === status || row.status === status
  if (is('open')) {
    await clearTimers(trx, 'conversation.wake', home.id)
    const waits = [home.waitingSince, row.waitingSince].filter((at) => at !== null)
    return {
      status: 'open',
      waitingSince: waits.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      closedAt: null,
      closedBy: null,
      goodbye: null,
      snoozedUntil: null,
      snoozeReason: null,
    }
  }
  if (home.status === 'closed' && row.status !== 'closed')
    return { status: 'waiting', closedAt: null, closedBy: null, goodbye: null }
  return {}
}
