import type { z } from 'zod'
import type { erasure as erasureShape } from '#contract/pages.ts'
import { type Actor, type CustomerActor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { conflict, notFound, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as english } from '#server/base/text.ts'
import { readPageRules } from '#server/conversations/pageRules.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { plain, receiveMessage } from '#server/conversations/receive.ts'
import { within } from '#server/customers/sight.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { theirs } from './mineData.ts'
import type { Voice } from './voice.ts'
import './tables.ts'

/**
 * They ask to be forgotten. A person decides, and so it also arrives as a letter of theirs, which has its clocks like every other;
 * where the company chose so it happens at once. Asked twice, it is one request.
 */
export async function askToErase(trx: Trx, by: CustomerActor, { say }: Voice): Promise<'asked' | 'at-once'> {
  const { erase } = await readPageRules(trx)
  await trx.selectFrom('customers').select('id').where('id', '=', by.id).forUpdate().execute()
  const before = await trx
    .selectFrom('erasures')
    .select('state')
    .where('customerId', '=', by.id)
    .where('state', 'in', ['asked', 'confirmed'])
    .executeTakeFirst()
  if (before) return before.state === 'confirmed' ? 'at-once' : 'asked'
  const newest = await trx
    .selectFrom('conversations')
    .select(['id', 'inboxId', 'subject'])
    .where('customerId', '=', by.id)
    .where('held', '=', false)
    .where(theirs)
    .orderBy('lastAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const erasureId = newId('erasure')
  const atOnce = erase === 'at-once'
  const now = await clockNow(trx)
  await trx
    .insertInto('erasures')
    .values({
      id: erasureId,
      customerId: by.id,
      conversationId: newest?.id ?? null,
      state: atOnce ? 'confirmed' : 'asked',
      byId: null,
      because: null,
      settledAt: atOnce ? now : null,
    })
    .execute()
  if (newest && !atOnce) await writeIt(trx, by, newest, say('pages.eraseWords'), erasureId)
  const about = { inboxId: newest?.inboxId ?? null, conversationId: newest?.id ?? null, customerId: by.id }
  await recordEvent(trx, by, atOnce ? 'erasure.confirmed' : 'erasure.asked', about, { erasureId })
  await audit(trx, by, 'erasure.asked', { kind: 'customer', id: by.id }, { erasureId, atOnce })
  return atOnce ? 'at-once' : 'asked'
}

async function writeIt(
  trx: Trx,
  by: CustomerActor,
  conversation: { id: string; subject: string },
  words: string,
  erasureId: string,
): Promise<void> {
  const requester = await trx
    .selectFrom('participants')
    .select(['address', 'name'])
    .where('conversationId', '=', conversation.id)
    .where('role', '=', 'requester')
    .executeTakeFirst()
  const there = { ...by, conversationId: conversation.id }
  await lockConversation(trx, there, conversation.id)
  await receiveMessage(trx, there, {
    conversationId: conversation.id,
    channel: 'page',
    at: await clockNow(trx),
    from: requester ? { name: requester.name, email: requester.address } : null,
    to: [],
    cc: [],
    subject: conversation.subject,
    text: words,
    textFull: words,
    ...plain,
    clientKey: `page:${erasureId}`,
  })
}

/** They have thought better of it. False where nothing was asked, or it is decided already. */
export async function withdrawErasure(trx: Trx, by: CustomerActor): Promise<boolean> {
  const row = await trx
    .updateTable('erasures')
    .set({ state: 'withdrawn', settledAt: sqlNow })
    .where('customerId', '=', by.id)
    .where('state', '=', 'asked')
    .returning(['id', 'conversationId'])
    .executeTakeFirst()
  if (!row) return false
  await record(trx, by, 'erasure.withdrawn', { ...row, customerId: by.id })
  return true
}

type Open = z.input<typeof erasureShape>

/** Requests nobody has decided, as far as the reader knows these people; and whether they may decide. */
export async function listErasures(db: Db | Trx, by: Actor): Promise<{ items: Open[] }> {
  const rows = await db
    .selectFrom('erasures')
    .innerJoin('customers', 'customers.id', 'erasures.customerId')
    .select(['erasures.id', 'customerId', 'conversationId', 'askedAt', 'state', 'customers.name'])
    .where('state', 'in', ['asked', 'confirmed'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('customerInboxes')
          .select('inboxId')
          .whereRef('customerInboxes.customerId', '=', 'erasures.customerId')
          .where(within(by, 'customer_inboxes.inbox_id')),
      ),
    )
    .orderBy('askedAt')
    .orderBy('erasures.id')
    .limit(200)
    .execute()
  return {
    items: await Promise.all(
      rows.map(async ({ name, askedAt, state, ...row }) => ({
        ...row,
        customerName: name,
        askedAt: askedAt.toISOString(),
        state: state as 'asked',
        mayDecide: await knowsAll(db, by, row.customerId),
      })),
    ),
  }
}

/** Whoever decides must see all that would be deleted. */
async function knowsAll(db: Db | Trx, by: Actor, customerId: string): Promise<boolean> {
  const inboxes = await db
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', customerId)
    .union(db.selectFrom('conversations').select('inboxId').where('customerId', '=', customerId))
    .execute()
  return inboxes.every((one) => sees(by, one.inboxId))
}

/** It is done from here on: nobody takes it back. */
export async function confirmErasure(db: Db, by: Actor, id: string): Promise<void> {
  await decide(db, by, id, async (trx, row) => {
    await trx
      .updateTable('erasures')
      .set({ state: 'confirmed', byId: by.id, settledAt: sqlNow })
      .where('id', '=', id)
      .execute()
    await record(trx, by, 'erasure.confirmed', row)
  })
}

/** Not forgotten; they read why. */
export async function refuseErasure(db: Db, by: Actor, id: string, because: string): Promise<void> {
  await decide(db, by, id, async (trx, row) => {
    await trx
      .updateTable('erasures')
      .set({ state: 'refused', byId: by.id, because, settledAt: sqlNow })
      .where('id', '=', id)
      .execute()
    await record(trx, by, 'erasure.refused', row)
  })
}

interface Row {
  id: string
  customerId: string
  conversationId: string | null
}

async function decide(db: Db, by: Actor, id: string, write: (trx: Trx, row: Row) => Promise<void>) {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('erasures')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const known = (await listErasures(trx, by)).items.find((one) => one.id === id)
    if (!row || !known) throw notFound(english('pages.this.erasure'))
    if (row.state !== 'asked') throw conflict('erasure-settled', english('pages.erasure.settled'))
    if (!known.mayDecide) throw new Problem(403, 'sees-too-little', english('pages.erasure.seesTooLittle'))
    await write(trx, row)
  })
}

async function record(
  trx: Trx,
  by: Actor,
  type: 'erasure.confirmed' | 'erasure.refused' | 'erasure.withdrawn',
  row: Row,
): Promise<void> {
  const inbox = await trx
    .selectFrom('customerInboxes')
    .select('inboxId')
    .where('customerId', '=', row.customerId)
    .orderBy('lastAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  await recordEvent(
    trx,
    by,
    type,
    { inboxId: inbox?.inboxId ?? null, conversationId: row.conversationId, customerId: row.customerId },
    { erasureId: row.id },
  )
  await audit(trx, by, type, { kind: 'customer', id: row.customerId }, { erasureId: row.id })
}
