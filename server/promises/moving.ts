import { sql } from 'kysely'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { workingTime } from '#server/calendar/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { catchUp, clearClocks, setClocks } from './clocks.ts'
import { change, lockPromise, record, settleRow, step } from './ledger.ts'
import { demandFuture, demandOpen, isOpen, type PromiseRow } from './promise.ts'
import './tables.ts'

/** A new time, told to the customer in `messageId`. Before the due it counts as keeping one's word; the step says which. */
export async function moveDue(
  trx: Trx,
  by: Actor,
  id: string,
  due: Date,
  told: { messageId: string | null; at?: Date },
): Promise<void> {
  requireRole(by, 'teammate')
  const row = await lockPromise(trx, by, id)
  demandOpen(row)
  const now = told.at ?? (await clockNow(trx))
  demandFuture(due, now, '/due', await workingTime(trx))
  const before = row.state === 'open' && (!row.due || now <= row.due)
  const from = row.due?.toISOString() ?? null
  const moved = await change(trx, row, {
    due,
    state: 'open',
    nudgedAt: null,
    renegotiations: row.renegotiations + 1,
  })
  const was = { state: row.state, nudgedAt: row.nudgedAt?.toISOString() ?? null }
  await step(
    trx,
    by,
    row,
    'renegotiated',
    { from, due: due.toISOString(), before, messageId: told.messageId, was },
    now,
  )
  await setClocks(trx, moved, now)
  await record(trx, by, moved, 'promise.renegotiated', { from, due: due.toISOString(), before })
  const subject = { kind: 'promise', id, inboxId: row.inboxId }
  await audit(trx, by, 'promise.renegotiated', subject, { due: due.toISOString() })
}

/**
 * Messages went into another conversation: the word given in them goes along; without `messageIds`, every one; `ids`: these
 * besides, which were given in no message. Returns which.
 */
export async function movePromises(
  trx: Trx,
  {
    from,
    to,
    messageIds,
    ids = [],
  }: { from: string; to: string; messageIds: readonly string[] | null; ids?: readonly string[] },
): Promise<string[]> {
  let found = trx.selectFrom('promises').select('id').where('conversationId', '=', from)
  if (messageIds)
    found = found.where((e) => e.or([e('messageId', 'in', ['', ...messageIds]), e('id', 'in', ['', ...ids])]))
  const moving = await found.forUpdate().execute()
  for (const { id } of moving) {
    await trx
      .updateTable('promiseSteps')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where('promiseId', '=', id)
      .execute()
    await trx
      .updateTable('promisePeople')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where('promiseId', '=', id)
      .execute()
    await trx
      .updateTable('promises')
      .set({ conversationId: to })
      .where('conversationId', '=', from)
      .where('id', '=', id)
      .execute()
  }
  if (messageIds) await settleRow(trx, from)
  await settleRow(trx, to)
  return moving.map(({ id }) => id)
}

/** A message was taken back before it left: what it promised was never said, and what it moved stays where it was. */
export async function unsayPromises(
  trx: Trx,
  by: Actor,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  const made = await trx
    .selectFrom('promises')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('messageId', '=', messageId)
    .execute()
  for (const { id } of made) await unmake(trx, by, await lockPromise(trx, by, id))
  const moves = await trx
    .selectFrom('promiseSteps')
    .select(['promiseId', 'position'])
    // The promise may stand in the conversation this one was split from.
    .where(
      sql<boolean>`(conversation_id, promise_id) in (select p.conversation_id, p.id from promises p
        join conversations c on c.customer_id = p.customer_id where c.id = ${conversationId})`,
    )
    .where('kind', '=', 'renegotiated')
    .where(sql<boolean>`detail->>'messageId' = ${messageId}`)
    .execute()
  for (const { promiseId, position } of moves)
    await moveBack(trx, by, await lockPromise(trx, by, promiseId), position)
}

/** A later message may have spoken of it, and that one has left: then it stands by that one. */
async function unmake(trx: Trx, by: Actor, row: PromiseRow): Promise<void> {
  const { conversationId, id } = row
  if (row.renegotiations > 0) {
    await trx
      .updateTable('promises')
      .set({ messageId: null, quote: null })
      .where('conversationId', '=', conversationId)
      .where('id', '=', id)
      .execute()
    return
  }
  await clearClocks(trx, id)
  const here = (column: 'id' | 'promiseId') =>
    sql<boolean>`conversation_id = ${conversationId} and ${sql.ref(column)} = ${id}`
  await trx.deleteFrom('promiseSteps').where(here('promiseId')).execute()
  await trx.deleteFrom('promisePeople').where(here('promiseId')).execute()
  await trx.deleteFrom('promises').where(here('id')).execute()
  await record(trx, by, row, 'promise.unsaid', {})
  await settleRow(trx, conversationId)
}

async function moveBack(trx: Trx, by: Actor, row: PromiseRow, position: number): Promise<void> {
  const moves = await trx
    .selectFrom('promiseSteps')
    .select(['position', 'at', 'detail'])
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .where('kind', '=', 'renegotiated')
    .orderBy('position', 'desc')
    .execute()
  const [latest, earlier] = moves
  const taken = moves.find((move) => move.position === position)!
  await trx
    .deleteFrom('promiseSteps')
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .where('position', '=', position)
    .execute()
  const renegotiations = Math.max(0, row.renegotiations - 1)
  if (latest !== taken || !isOpen(row)) {
    await change(trx, row, { renegotiations })
    await record(trx, by, row, 'promise.moved-back', { state: row.state })
    return
  }
  const { from, was } = taken.detail as {
    from: string | null
    was: { state: 'open' | 'late' | 'broken'; nudgedAt: string | null }
  }
  const back = await change(trx, row, {
    renegotiations,
    due: from ? new Date(from) : null,
    state: was.state,
    nudgedAt: was.nudgedAt ? new Date(was.nudgedAt) : null,
  })
  await record(trx, by, back, 'promise.moved-back', { state: back.state })
  await catchUp(trx, await setClocks(trx, back, earlier?.at ?? row.madeAt))
}
