import { sql } from 'kysely'
import type { Person } from '#contract/common.ts'
import { clockNow } from '#server/base/clock.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import { bareSubject, gistOf } from './conversation.ts'
import type { Incoming } from './receive.ts'
import { firstUnansweredAt } from './turn.ts'
import './tables.ts'

// What was said before Tend was here. It keeps its dates, is nobody's turn, tells nobody and records no event of its own.

/** A matter of the past: closed, since nobody waits. */
export interface OldConversation {
  id: string
  inboxId: string
  customerId: string
  subject: string
  at: Date
  requester: Person
  cc: Person[]
  relatedTo: string | null
}

export interface OldMessage extends Omit<Incoming, 'held' | 'clientKey' | 'reopens' | 'channel'> {
  /** Made from its date (`idAt`): the timeline is in the order of ids. */
  id: string
  inboxId: string
  customerId: string
  direction: 'in' | 'out'
  authorId: string | null
}

/** People whom a letter of ours was written to belong to its conversation. */
export interface OldCompany {
  conversationId: string
  people: Person[]
}

/** Many matters and messages of the past at once, each to its place; whose turn it is stays as it is. */
export async function addHistory(
  trx: Trx,
  old: { conversations: OldConversation[]; messages: OldMessage[]; company: OldCompany[] },
): Promise<void> {
  const newest = new Map<string, OldMessage>()
  const oldest = new Map<string, Date>()
  for (const message of old.messages) {
    const { conversationId, at } = message
    const last = newest.get(conversationId)
    if (!last || at >= last.at) newest.set(conversationId, message)
    const first = oldest.get(conversationId)
    if (!first || at < first) oldest.set(conversationId, at)
  }
  const opened = new Set(old.conversations.map((one) => one.id))
  await insertAll(
    trx,
    'conversations',
    old.conversations.map(({ id, inboxId, customerId, subject, at, relatedTo }) => ({
      id,
      inboxId,
      customerId,
      subject: bareSubject(subject) || '(no subject)',
      channel: 'email',
      status: 'closed',
      ...lastOf(newest.get(id)),
      closedAt: newest.get(id)?.at ?? at,
      relatedTo,
      pageKey: newSecret(),
      lastAt: newest.get(id)?.at ?? at,
      createdAt: oldest.get(id) ?? at,
    })),
  )
  await addAllPeople(trx, [
    ...old.conversations.map(({ id, requester }) => ({
      conversationId: id,
      people: [requester],
      role: 'requester' as const,
    })),
    ...old.conversations.map(({ id, cc }) => ({ conversationId: id, people: cc, role: 'cc' as const })),
    ...old.company.map((one) => ({ ...one, role: 'cc' as const })),
  ])
  await addAllMessages(trx, old.messages)
  for (const [id, last] of newest) if (!opened.has(id)) await settleOrder(trx, id, last, oldest.get(id)!)
}

const lastOf = (message: OldMessage | undefined) => ({
  lastMessageId: message?.id ?? null,
  gist: message ? gistOf(message.text || message.subject) : '',
})

async function addAllPeople(
  trx: Trx,
  all: { conversationId: string; people: Person[]; role: 'requester' | 'cc' }[],
): Promise<void> {
  const rows = new Map<string, Record<string, unknown>>()
  for (const { conversationId, people, role } of all)
    for (const person of people) {
      const address = person.email.toLowerCase()
      const key = `${conversationId} ${address}`
      if (!rows.has(key))
        rows.set(key, { conversationId, address, name: person.name, role, addedById: null, addedIn: null })
    }
  await insertAll(trx, 'participants', [...rows.values()], 'on conflict do nothing')
}

async function addAllMessages(trx: Trx, messages: readonly OldMessage[]): Promise<void> {
  await insertAll(
    trx,
    'messages',
    messages.map((old) => ({
      conversationId: old.conversationId,
      id: old.id,
      inboxId: old.inboxId,
      customerId: old.customerId,
      direction: old.direction,
      channel: 'email',
      at: old.at,
      fromName: old.from?.name ?? null,
      fromAddress: old.from?.email ?? null,
      authorId: old.authorId,
      to: old.to,
      cc: old.cc,
      subject: old.subject,
      text: old.text,
      textFull: old.textFull === old.text ? null : old.textFull,
      html: old.html,
      hasRemote: old.hasRemote,
      autoReply: old.flags.autoReply,
      isBounce: old.flags.bounce,
      suppressAutoReply: old.flags.suppressAutoReply,
      bounce: old.bounce,
      forwarded: old.forwarded,
      warnings: old.warnings,
      unreadable: old.unreadable,
      rawFile: old.rawFile,
      rawSize: old.rawSize,
      createdAt: old.at,
    })),
  )
  const files = messages.flatMap((old) =>
    old.attachments.map((file) => ({
      ...file,
      id: newId('file'),
      conversationId: old.conversationId,
      messageId: old.id,
      inboxId: old.inboxId,
      uploadedBy: null,
      accessKey: newSecret(),
    })),
  )
  await insertAll(trx, 'attachments', files)
}

/** A conversation that was there before: what is newer in it stays the newest. */
async function settleOrder(trx: Trx, id: string, last: OldMessage, first: Date): Promise<void> {
  const isLast = sql<boolean>`(last_message_id is null or last_at <= ${last.at}::timestamptz)`
  const { gist } = lastOf(last)
  await trx
    .updateTable('conversations')
    .set({
      lastMessageId: sql`case when ${isLast} then ${last.id} else last_message_id end`,
      gist: sql`case when ${isLast} then ${gist} else gist end`,
      lastAt: sql`greatest(last_at, ${last.at}::timestamptz)`,
      createdAt: sql`least(created_at, ${first}::timestamptz)`,
      closedAt: sql`case when status = 'closed' and closed_by is null then greatest(closed_at, ${last.at}::timestamptz) else closed_at end`,
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Of these matters of the past, those whose last word is theirs and younger than `since` are our turn after all. Returns
 * their messages that wait for an answer.
 */
export async function openUnanswered(
  trx: Trx,
  conversationIds: readonly string[],
  since: Date,
): Promise<{ opened: number; messageIds: string[] }> {
  const now = await clockNow(trx)
  const messageIds: string[] = []
  let opened = 0
  for (const id of conversationIds) {
    const waitingSince = await firstUnansweredAt(trx, id)
    if (!waitingSince) continue
    const waiting = await trx
      .selectFrom('messages')
      .select(['id', 'at'])
      .where('conversationId', '=', id)
      .where('direction', '=', 'in')
      .where('autoReply', '=', false)
      .where('isBounce', '=', false)
      .where('at', '>=', waitingSince)
      .orderBy('at')
      .execute()
    if (!waiting.some((one) => one.at >= since)) continue
    const { numUpdatedRows } = await trx
      .updateTable('conversations')
      .set({ status: 'open', waitingSince: waitingSince > now ? now : waitingSince, closedAt: null })
      .where('id', '=', id)
      .where('status', '=', 'closed')
      .where('closedBy', 'is', null)
      .where('goodbye', 'is', null)
      .executeTakeFirst()
    if (!numUpdatedRows) continue
    opened++
    messageIds.push(...waiting.map((one) => one.id))
  }
  return { opened, messageIds }
}
