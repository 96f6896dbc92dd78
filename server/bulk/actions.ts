import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { BulkAct } from '#contract/bulk.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, notFound, Problem } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { markSpam } from '#server/conversations/spam.ts'
import { assign, close, snooze } from '#server/conversations/state.ts'
import { stateOf } from '#server/conversations/turn.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { putOn, takeOff } from '#server/tags/actions.ts'
import { tagByName } from '#server/tags/queries.ts'
import type { Move, Snapshot } from './tables.ts'
import { putBack } from './undo.ts'
import './tables.ts'

export interface Result {
  id: string
  problem: { type: string; title: string } | null
}
/** One thing with many, each on its own: what one may not do, or what is not there, stops none of the others. */
export async function doTogether(
  db: Db,
  by: Actor,
  { ids, act }: { ids: readonly string[]; act: BulkAct },
  move: Move,
  idempotencyKey: string | null = null,
): Promise<{ id: string; results: Result[] }> {
  requireRole(by, 'teammate')
  const once = idempotencyKey && `${by.id} ${idempotencyKey}`
  const id = await begin(db, by, act, once)
  const done = new Set(
    (await db.selectFrom('bulkItems').select('conversationId').where('bulkId', '=', id).execute()).map(
      (one) => one.conversationId,
    ),
  )
  const results: Result[] = []
  for (const one of new Set(ids))
    results.push(
      await each(one, async () => {
        if (done.has(one)) return
        await transaction(db, async (trx) => {
          const before = await snapshot(trx, by, one, act)
          await doOne(trx, by, one, act, move)
          const after = await snapshot(trx, by, one, act)
          if (isDeepStrictEqual(before, after)) return
          await trx
            .insertInto('bulkItems')
            .values({
              bulkId: id,
              conversationId: one,
              before: JSON.stringify(before),
              after: JSON.stringify(after),
            })
            .execute()
        })
      }),
    )
  return { id, results }
}

/** One press takes all of it back, for whoever did it; once. */
export async function undoTogether(
  db: Db,
  by: Actor,
  id: string,
  move: Move,
): Promise<{ results: Result[] }> {
  requireRole(by, 'teammate')
  const bulk = await db
    .selectFrom('bulkActs')
    .selectAll()
    .where('id', '=', id)
    .where('byId', '=', by.id ?? '')
    .executeTakeFirst()
  if (!bulk) throw notFound(say('bulk.this'))
  const items = await db
    .selectFrom('bulkItems')
    .selectAll()
    .where('bulkId', '=', id)
    .orderBy('conversationId')
    .execute()
  const results: Result[] = []
  for (const { conversationId, before, after } of items)
    results.push(
      await each(conversationId, () =>
        transaction(db, async (trx) => {
          const now = await snapshot(trx, by, conversationId, bulk.act)
          // Pressed twice, or by a repeat: it stands as before already.
          if (isDeepStrictEqual(now, before)) return
          if (!isDeepStrictEqual(now, after)) throw conflict('changed-since', say('bulk.changed'))
          await putBack(trx, by, conversationId, bulk.act, before, move)
        }),
      ),
    )
  await db
    .updateTable('bulkActs')
    .set({ undoneAt: await clockNow(db) })
    .where('id', '=', id)
    .execute()
  return { results }
}

async function begin(db: Db, by: Actor, act: BulkAct, once: string | null): Promise<string> {
  const id = newId('bulk')
  const { rows } = await sql<{ id: string }>`
    insert into bulk_acts (id, by_id, act, once) values (${id}, ${by.id ?? ''}, ${JSON.stringify(act)}::jsonb, ${once})
    on conflict (once) do update set once = excluded.once returning id`.execute(db)
  return rows[0]!.id
}

/** How one went, as a value; only what is broken in Tend itself stops the rest. */
async function each(id: string, work: () => Promise<void>): Promise<Result> {
  try {
    await work()
    return { id, problem: null }
  } catch (error) {
    if (error instanceof Problem) return { id, problem: { type: error.type, title: error.message } }
    throw error
  }
}

async function snapshot(trx: Trx, by: Actor, id: string, act: BulkAct): Promise<Snapshot> {
  const row = await lockConversation(trx, by, id)
  const tag = act.do === 'tag' ? await tagByName(trx, act.name) : undefined
  return {
    state: stateOf(row),
    assigneeId: row.assigneeId,
    inboxId: row.inboxId,
    spam: row.spamAt !== null,
    worn: tag !== undefined && row.tags.includes(tag.id),
  }
}

async function doOne(trx: Trx, by: Actor, id: string, act: BulkAct, move: Move): Promise<void> {
  switch (act.do) {
    case 'assign':
      return assign(trx, by, id, act.teammateId)
    case 'tag': {
      if (act.on) return void (await putOn(trx, by, id, act.name))
      const tag = await tagByName(trx, act.name)
      return tag && void (await takeOff(trx, by, id, tag.id))
    }
    case 'snooze':
      return snooze(trx, by, id, { until: act.until ? new Date(act.until) : null, reason: act.reason })
    case 'close':
      return void (await close(trx, by, id, act.goodbye))
    case 'move':
      return void (await move(trx, by, id, act.inboxId))
    case 'spam':
      return void (await markSpam(trx, by, id, { block: false }))
  }
}

/** What nobody can take back any more is let go. */
export async function forgetOldBulk(db: Db): Promise<void> {
  await sql`delete from bulk_acts where at < clock_now() - interval '30 days'`.execute(db)
}
