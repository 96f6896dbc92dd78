import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '#contract/acts.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { readActKinds } from './actKinds.ts'
import { conversationById, lockConversation } from './queries.ts'
import type { ActsTable } from './tables.ts'

/** What we did, in one press: a record with who and when. */
export async function recordAct(
  db: Db | Trx,
  by: Actor,
  act: { conversationId: string; kind: string; note?: string | null; at?: Date },
): Promise<Act> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'actions')
    const conversation = await lockConversation(trx, by, act.conversationId)
    const { usual, own } = await readActKinds(trx)
    if (![...usual, ...own].includes(act.kind)) throw invalid('/kind', say('conversations.acts.unknown'))
    const row = await trx
      .insertInto('acts')
      .values({
        conversationId: conversation.id,
        id: newId('act'),
        customerId: conversation.customerId,
        inboxId: conversation.inboxId,
        kind: act.kind,
        note: act.note?.trim() || null,
        at: act.at ?? (await clockNow(trx)),
        byId: teammateId(by),
        byName: by.name,
        undoneAt: null,
        undoneBy: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await settleTalk(trx, [conversation.id])
    await recordEvent(trx, by, 'act.recorded', about(row), { kind: row.kind })
    await audit(trx, by, 'act.recorded', subjectOf(row), { kind: row.kind })
    return shape(row)
  })
}

/** It was not done after all. The record stays, as taken back. */
export async function undoAct(db: Db | Trx, by: Actor, conversationId: string, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await lockConversation(trx, by, conversationId)
    const row = await trx
      .updateTable('acts')
      .set((e) => ({
        undoneAt: e.fn.coalesce('undoneAt', sql<Date>`clock_now()`),
        undoneBy: e.fn.coalesce('undoneBy', e.val(teammateId(by))),
      }))
      .where('conversationId', '=', conversationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound(say('conversations.acts.this'))
    await settleTalk(trx, [conversationId])
    await recordEvent(trx, by, 'act.undone', about(row), { kind: row.kind })
    await audit(trx, by, 'act.undone', subjectOf(row), { kind: row.kind })
  })
}

export async function actsOf(db: Db | Trx, by: Actor, conversationId: string): Promise<Act[]> {
  await conversationById(db, by, conversationId)
  const rows = await db
    .selectFrom('acts')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(shape)
}

/** A failure they told us of, an answer of ours, and nothing done: talk. */
const onlyTalk = sql<boolean>`
  exists (select 1 from readings r where r.conversation_id = conversations.id and (r.signals ->> 'failure')::float >= 0.5)
  and exists (select 1 from messages m where m.conversation_id = conversations.id and m.direction = 'out' and not m.auto_reply)
  and not exists (select 1 from acts a where a.conversation_id = conversations.id and a.undone_at is null)`

/** Notes on their rows whether these are problems we have only talked about. Safe to repeat. */
export async function settleTalk(db: Db | Trx, conversationIds: readonly string[]): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ talkOnly: onlyTalk })
    .where(sql<boolean>`id = any(${conversationIds}::text[])`)
    .where(sql<boolean>`talk_only is distinct from (${onlyTalk})`)
    .execute()
}

/** From now on it is shown: what was written before counts as well. A few hundred at a time, so that nobody waits. */
export async function settleAllTalk(db: Db): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('conversations')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    const ids = rows.map((row) => row.id)
    if (ids.length) await settleTalk(db, ids)
    if (ids.length < 500) return
    after = ids.at(-1)!
  }
}

type Row = Selectable<ActsTable>

const about = (row: Row) => ({
  inboxId: row.inboxId,
  conversationId: row.conversationId,
  customerId: row.customerId,
})
const subjectOf = (row: Row) => ({ kind: 'act', id: row.id, inboxId: row.inboxId })

const shape = (row: Row): Act => ({
  id: row.id,
  kind: row.kind,
  note: row.note,
  at: row.at.toISOString(),
  by: row.byName,
  undone: row.undoneAt !== null,
})
