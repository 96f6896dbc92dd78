import { sql } from 'kysely'
import type { Blocked } from '#contract/ties.ts'
import { type Actor, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { ConversationRow } from './conversation.ts'
import { lockConversation, participantsOf } from './queries.ts'
import { theyWrote } from './receive.ts'
import { restoreState, stateOf } from './turn.ts'
import './tables.ts'

/** Out of every list but Spam. Nothing is lost: its letters are kept, and later ones come here without a word. */
export async function markSpam(
  db: Db | Trx,
  by: Actor,
  id: string,
  { block }: { block: boolean },
): Promise<{ blockId: string | null }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    const writer =
      (await participantsOf(trx, id)).find((person) => person.role === 'requester')?.email ?? null
    if (!row.spamAt) await putAway(trx, by, row, 'marked', writer)
    const blockId = block && writer ? await addBlock(trx, by, row, writer) : null
    return { blockId }
  })
}

async function putAway(
  trx: Trx,
  by: Actor,
  row: ConversationRow,
  because: 'marked' | 'blocked',
  address: string | null,
): Promise<void> {
  const { id, inboxId, customerId } = row
  const now = await clockNow(trx)
  await clearTimers(trx, 'conversation.wake', id)
  await trx
    .updateTable('conversations')
    .set({
      spamAt: now,
      spamBy: by.name,
      spamBecause: because,
      spamBefore: because === 'marked' ? JSON.stringify(stateOf(row)) : null,
      status: 'closed',
      waitingSince: null,
      snoozedUntil: null,
      snoozeReason: null,
      closedAt: now,
      closedBy: teammateId(by),
      goodbye: null,
      harm: 0,
      harmSignal: null,
      harmWords: null,
    })
    .where('id', '=', id)
    .execute()
  await recordEvent(
    trx,
    by,
    'conversation.spam',
    { inboxId, conversationId: id, customerId },
    { because, address },
  )
  await audit(trx, by, 'conversation.spam', { kind: 'conversation', id, inboxId }, { because })
}

async function addBlock(
  trx: Trx,
  by: Actor,
  { inboxId, customerId }: ConversationRow,
  address: string,
): Promise<string> {
  const row = await trx
    .insertInto('blocks')
    .values({
      id: newId('block'),
      inboxId,
      address: address.toLowerCase(),
      customerId,
      byId: teammateId(by),
      byName: by.name,
    })
    .onConflict((c) => c.columns(['inboxId', 'address']).doUpdateSet({ customerId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(trx, by, 'blocks.changed', { inboxId }, { address })
  await audit(trx, by, 'sender.blocked', { kind: 'block', id: row.id, inboxId }, { address })
  return row.id
}

/** Whether letters of this address go to Spam in this inbox. */
export async function isBlocked(trx: Trx, inboxId: string, address: string): Promise<boolean> {
  return (await askBlock(trx, inboxId, address).executeTakeFirst()) !== undefined
}

/** For `askAhead`. */
export const askBlock = (trx: Trx, inboxId: string, address: string) =>
  trx
    .selectFrom('blocks')
    .select('id')
    .where('inboxId', '=', inboxId)
    .where('address', '=', address.toLowerCase())

/** Of these writers, in small letters, those whose letters go to Spam in this inbox. */
export async function blockedAmong(
  trx: Trx,
  inboxId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('blocks')
    .select('address')
    .where('inboxId', '=', inboxId)
    .where(sql<boolean>`address = any(${addresses.map((one) => one.toLowerCase())}::text[])`)
    .execute()
  return new Set(rows.map(({ address }) => address))
}

/** A conversation that a blocked writer begins is spam before its first letter is in it. */
export async function beginAsSpam(trx: Trx, id: string, address: string): Promise<void> {
  await putAway(trx, tend, await lockConversation(trx, tend, id), 'blocked', address)
}

/** It is no spam: it stands as before, letters that came meanwhile count, and its writer is blocked no more. */
export async function unmarkSpam(db: Db | Trx, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockConversation(trx, by, id)
    if (!row.spamAt) return
    const { inboxId, customerId } = row
    await trx
      .updateTable('conversations')
      .set({ spamAt: null, spamBy: null, spamBecause: null, spamBefore: null })
      .where('id', '=', id)
      .execute()
    if (row.spamBefore) await restoreState(trx, id, row.spamBefore)
    const writer = (await participantsOf(trx, id)).find((person) => person.role === 'requester')?.email
    if (writer) await dropBlocks(trx, by, inboxId, writer)
    await letAllIn(trx, by, id, row.spamAt)
    await recordEvent(trx, by, 'conversation.not-spam', { inboxId, conversationId: id, customerId }, {})
    await audit(trx, by, 'conversation.not-spam', { kind: 'conversation', id, inboxId })
  })
}

/**
 * Letters that came into spam begin their life now: read, counted and told. What would have been held anywhere, a stranger's or one
 * not proven to be theirs, stays held.
 */
async function letAllIn(trx: Trx, by: Actor, id: string, since: Date): Promise<void> {
  const letters = await trx
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', id)
    .where('direction', '=', 'in')
    .where('heldWithSpam', '=', true)
    .where('at', '>=', since)
    .orderBy('id')
    .execute()
  for (const letter of letters) {
    await trx
      .updateTable('messages')
      .set({ held: false, heldWithSpam: false })
      .where('conversationId', '=', id)
      .where('id', '=', letter.id)
      .execute()
    const { inboxId, customerId, autoReply, isBounce, isReport } = letter
    if (autoReply || isBounce || isReport) continue
    await theyWrote(trx, await lockConversation(trx, by, id), {
      id: letter.id,
      at: letter.at,
      text: letter.text || letter.subject,
    })
    const about = { inboxId, customerId, conversationId: id, messageId: letter.id }
    await recordEvent(trx, by, 'message.let-in', about, {})
  }
}

async function dropBlocks(trx: Trx, by: Actor, inboxId: string, address: string): Promise<void> {
  const gone = await trx
    .deleteFrom('blocks')
    .where('inboxId', '=', inboxId)
    .where('address', '=', address.toLowerCase())
    .returning('id')
    .execute()
  for (const { id } of gone) {
    await recordEvent(trx, by, 'blocks.changed', { inboxId }, { address })
    await audit(trx, by, 'sender.let-in', { kind: 'block', id, inboxId }, { address })
  }
}

/** Lets their later letters in again; what is in Spam stays there until somebody takes it out. */
export async function unblock(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await trx.selectFrom('blocks').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || !sees(by, row.inboxId)) throw notFound(say('conversations.this.block'))
    await dropBlocks(trx, by, row.inboxId, row.address)
  })
}

export async function listBlocks(db: Db, by: Actor): Promise<Blocked[]> {
  const rows = await db
    .selectFrom('blocks')
    .selectAll()
    .select(
      sql<number>`(select count(*) from messages m join conversations c on c.id = m.conversation_id
        where c.spam_at is not null and m.inbox_id = blocks.inbox_id and m.direction = 'in'
        and lower(m.from_address) = blocks.address and m.created_at >= blocks.at)::int`.as('letters'),
    )
    .where((e) => (by.inboxIds === 'all' ? e.lit(true) : e('inboxId', 'in', ['', ...by.inboxIds])))
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    inboxId: row.inboxId,
    address: row.address,
    at: row.at.toISOString(),
    by: row.byName,
    letters: row.letters,
  }))
}
