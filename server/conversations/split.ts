import { sql } from 'kysely'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { absorb, carry, type Moved } from './absorb.ts'
import type { ConversationRow, MessageRow } from './conversation.ts'
import { demandCanJoin } from './joining.ts'
import { lockConversation, participantsOf } from './queries.ts'
import { openConversation } from './receive.ts'
import { firstUnansweredAt, settle, type Turn } from './turn.ts'
import './tables.ts'

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
    .select(['subject', 'customerId'])
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
    { ...about, customerId: named.customerId, conversationId: to },
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
  demandCanJoin(home, row)
  const moved = await absorb(trx, home, row, row.pageKey)
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
  const first = messages[0]!
  // Letters of somebody else whose conversation was merged into this one are theirs again.
  const stranger = messages.find(
    (message) => message.direction === 'in' && message.customerId !== row.customerId,
  )
  const isOthers =
    stranger !== undefined &&
    !messages.some((message) => message.direction === 'in' && message.customerId === row.customerId)
  const requester = isOthers
    ? { name: stranger.fromName, email: stranger.fromAddress ?? '' }
    : people.find((person) => person.role === 'requester')
  const { id } = await openConversation(trx, by, {
    inboxId: row.inboxId,
    customerId: isOthers ? stranger.customerId : row.customerId,
    subject,
    channel: first.channel as 'email',
    at: first.at,
    requester: requester ?? { name: first.fromName, email: first.fromAddress ?? '' },
    // Whoever was on none of these letters has no part in the new matter.
    cc: people.filter(
      (person) =>
        (person.role === 'cc' || isOthers) &&
        person.email !== requester?.email.toLowerCase() &&
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
