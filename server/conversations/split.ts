import { type RawBuilder, sql } from 'kysely'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import type { Trx } from '#server/database/database.ts'
import type { ConversationRow, MessageRow } from './conversation.ts'
import { addDraft } from './drafts.ts'
import { lockConversation, participantsOf } from './queries.ts'
import { openConversation } from './receive.ts'
import { joinTags } from './tagging.ts'
import { firstUnansweredAt, settle, type Turn } from './turn.ts'
import './tables.ts'

/** What went from one conversation into another; the rooms above take their own along. */
export interface Moved {
  from: string
  to: string
  messageIds: string[]
}

/**
 * Makes one message, and all behind it, a conversation of its own: the same person, the same inbox, whoever these letters
 * were between. Something must stay behind.
 */
export async function splitOff(
  trx: Trx,
  by: Actor,
  id: string,
  { messageId, subject }: { messageId: string; subject?: string },
): Promise<Moved & { inboxId: string; firstAt: Date }> {
  requireRole(by, 'teammate')
  const row = await lockConversation(trx, by, id)
  const messages = await trx
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const place = messages.findIndex((message) => message.id === messageId)
  const first = messages[place]
  if (!first) throw notFound(say('conversations.this.message'))
  if (first.direction === 'note') throw invalid('/messageId', say('conversations.split.note'))
  const stay = messages.slice(0, place)
  if (!stay.some((message) => message.direction !== 'note' && !message.held))
    throw invalid('/messageId', say('conversations.split.nothingStays'))
  const go = messages.slice(place)
  const to = await openBeside(trx, by, row, go, subject ?? (first.subject || row.subject))
  const moved = { from: id, to, messageIds: go.map((message) => message.id) }
  await carry(trx, moved)
  await sql`insert into seen (conversation_id, teammate_id, message_id, at)
    select ${to}, teammate_id, message_id, at from seen where conversation_id = ${id}
    on conflict do nothing`.execute(trx)
  await settle(trx, id, await turnLeft(trx, row, go))
  await settle(trx, to, await turnOfNew(trx, row, to))
  const about = { inboxId: row.inboxId, customerId: row.customerId }
  const named = await trx
    .selectFrom('conversations')
    .select('subject')
    .where('id', '=', to)
    .executeTakeFirstOrThrow()
  await recordEvent(
    trx,
    by,
    'conversation.split',
    { ...about, conversationId: id },
    { other: to, subject: named.subject },
  )
  await recordEvent(
    trx,
    by,
    'conversation.split-off',
    { ...about, conversationId: to },
    { other: id, subject: row.subject },
  )
  await audit(
    trx,
    by,
    'conversation.split',
    { kind: 'conversation', id, inboxId: row.inboxId },
    { to, messages: go.length },
  )
  return { ...moved, inboxId: row.inboxId, firstAt: first.createdAt }
}

/** Puts a conversation that was split off back into the one it came from. Links and reply addresses that were given out go on leading to it. */
export async function putBack(trx: Trx, by: Actor, id: string): Promise<Moved> {
  requireRole(by, 'teammate')
  const there = await trx
    .selectFrom('conversations')
    .select(['splitFrom', 'inboxId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there || !sees(by, there.inboxId)) throw notFound(say('conversations.this.conversation'))
  if (!there.splitFrom) throw conflict('not-split', say('conversations.split.never'))
  // The older one first, as everybody locks them, so that two verbs never wait for each other.
  const home = await lockConversation(trx, by, there.splitFrom)
  const row = await lockConversation(trx, by, id)
  const messageIds = (
    await trx.selectFrom('messages').select('id').where('conversationId', '=', id).execute()
  ).map((message) => message.id)
  const moved = { from: id, to: home.id, messageIds }
  await carry(trx, moved)
  await carryPeople(trx, moved)
  await joinTags(trx, id, home.id)
  await trx.updateTable('acts').set({ conversationId: home.id }).where('conversationId', '=', id).execute()
  await clearTimers(trx, 'conversation.wake', id)
  await trx.updateTable('conversations').set({ splitFrom: home.id }).where('splitFrom', '=', id).execute()
  await trx.updateTable('conversationsPutBack').set({ intoId: home.id }).where('intoId', '=', id).execute()
  await trx.insertInto('conversationsPutBack').values({ id, intoId: home.id, pageKey: row.pageKey }).execute()
  await trx.deleteFrom('presence').where('conversationId', '=', id).execute()
  await trx.deleteFrom('conversations').where('id', '=', id).execute()
  await settle(trx, home.id, await turnTogether(trx, home, row))
  const about = { inboxId: row.inboxId, customerId: row.customerId }
  const detail = { other: id, subject: row.subject }
  await recordEvent(trx, by, 'conversation.put-back', { ...about, conversationId: home.id }, detail)
  // Whoever has it open hears that it is gone.
  await recordEvent(trx, by, 'conversation.gone', { ...about, conversationId: id }, { into: home.id })
  await audit(
    trx,
    by,
    'conversation.put-back',
    { kind: 'conversation', id: home.id, inboxId: row.inboxId },
    { from: id },
  )
  return moved
}

async function openBeside(
  trx: Trx,
  by: Actor,
  row: ConversationRow,
  messages: readonly MessageRow[],
  subject: string,
): Promise<string> {
  const people = await participantsOf(trx, row.id)
  const requester = people.find((person) => person.role === 'requester')
  const first = messages[0]!
  const { id } = await openConversation(trx, by, {
    inboxId: row.inboxId,
    customerId: row.customerId,
    subject,
    channel: first.channel as 'email',
    at: first.at,
    requester: requester ?? { name: first.fromName, email: first.fromAddress ?? '' },
    // Whoever was on none of these letters has no part in the new matter.
    cc: people.filter(
      (person) =>
        person.role === 'cc' &&
        messages.some(
          (message) =>
            [...message.to, ...message.cc].some((one) => one.email.toLowerCase() === person.email) ||
            message.fromAddress?.toLowerCase() === person.email,
        ),
    ),
    assigneeId: row.assigneeId,
    demo: row.demo,
  })
  await trx.updateTable('conversations').set({ splitFrom: row.id }).where('id', '=', id).execute()
  return id
}

/** All that hangs on messages in this room goes with them. */
async function carry(trx: Trx, { from, to, messageIds }: Moved): Promise<void> {
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

/** Whose turn it is in what stays: as it stood before the letters that went. */
async function turnLeft(trx: Trx, row: ConversationRow, gone: readonly MessageRow[]): Promise<Turn> {
  if (row.status === 'closed' || row.status === 'snoozed') return {}
  const closed = await closedBefore(trx, row.id, gone[0]!.createdAt)
  if (!closed) return turnBy(await firstUnansweredAt(trx, row.id))
  return {
    status: 'closed',
    waitingSince: null,
    closedAt: closed.at,
    closedBy: closed.byKind === 'teammate' ? closed.byId : null,
    goodbye: (closed.detail as { goodbye: string | null }).goodbye,
  }
}

/** It was looked after when they wrote again about something else. */
async function closedBefore(trx: Trx, id: string, at: Date) {
  const last = await trx
    .selectFrom('events')
    .selectAll()
    .where('conversationId', '=', id)
    .where('type', 'in', [
      'conversation.closed',
      'conversation.reopened',
      'conversation.waiting',
      'conversation.snoozed',
      'message.received',
    ])
    .where('at', '<', at)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return last?.type === 'conversation.closed' ? last : null
}

async function turnOfNew(trx: Trx, old: ConversationRow, id: string): Promise<Turn> {
  if (old.status === 'closed')
    return {
      status: 'closed',
      waitingSince: null,
      closedAt: old.closedAt,
      closedBy: old.closedBy,
      goodbye: old.goodbye,
    }
  return turnBy(await firstUnansweredAt(trx, id))
}

const turnBy = (waitingSince: Date | null): Turn => ({
  status: waitingSince ? 'open' : 'waiting',
  waitingSince,
})

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
