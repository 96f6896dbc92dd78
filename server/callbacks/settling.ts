import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { lockIfThere } from '#server/promises/ledger.ts'
import { isOpen } from '#server/promises/promise.ts'
import { freeTime, takeTime } from './taking.ts'
import './tables.ts'

/**
 * A call's promise was handed over, moved, kept or released: the time it takes follows. Where whoever has it now has another call then,
 * it says so and waits for a person to move one of them. Safe to repeat.
 */
export async function settleCall(db: Db, promiseId: string): Promise<void> {
  const waiting = await transaction(db, async (trx) => {
    const before = await trx
      .selectFrom('callQuarters')
      .select('teammateId')
      .where('promiseId', '=', promiseId)
      .executeTakeFirst()
    await settle(trx, promiseId)
    return before?.teammateId
  })
  // Time that has become free may be what another waited for.
  if (waiting) await settleClashes(db, waiting, promiseId)
}

async function settleClashes(db: Db, teammateId: string, except: string): Promise<void> {
  const rows = await db
    .selectFrom('callbacks')
    .innerJoin('promises', (j) =>
      j
        .onRef('promises.conversationId', '=', 'callbacks.conversationId')
        .onRef('promises.id', '=', 'callbacks.promiseId'),
    )
    .select('callbacks.promiseId')
    .where('clashes', '=', true)
    .where('promises.makerId', '=', teammateId)
    .where('callbacks.promiseId', '!=', except)
    .execute()
  for (const row of rows) await transaction(db, (trx) => settle(trx, row.promiseId))
}

async function settle(trx: Trx, promiseId: string): Promise<void> {
  const row = await lockIfThere(trx, promiseId)
  const call = row && (await callOf(trx, promiseId))
  await freeTime(trx, promiseId)
  if (!row || !call) return
  const holds = isOpen(row) && !call.calledAt && row.makerId && row.due && row.due > (await clockNow(trx))
  const clashes = holds
    ? !(await takeTime(trx, {
        teammateId: row.makerId!,
        at: row.due!,
        minutes: call.minutes,
        promiseId,
      }))
    : false
  if (clashes === call.clashes) return
  await trx.updateTable('callbacks').set({ clashes }).where('promiseId', '=', promiseId).execute()
  if (clashes)
    await recordEvent(
      trx,
      tend,
      'callback.clashes',
      {
        inboxId: row.inboxId,
        conversationId: row.conversationId,
        customerId: row.customerId,
        promiseId,
        teammateId: row.makerId,
      },
      { at: row.due!.toISOString() },
    )
}

/** The promise has just got a new time in this transaction: where it is a call, that time must be free. */
export async function demandTime(trx: Trx, promiseId: string): Promise<void> {
  const call = await callOf(trx, promiseId)
  if (!call) return
  await settle(trx, promiseId)
  if ((await callOf(trx, promiseId))?.clashes) throw conflict('time-taken', say('callbacks.takenByUs'))
}

const callOf = (trx: Trx, promiseId: string) =>
  trx
    .selectFrom('callbacks')
    .select(['minutes', 'calledAt', 'clashes'])
    .where('promiseId', '=', promiseId)
    .executeTakeFirst()

/** Promises went into another conversation: what is known of their calls goes along. */
export async function followCalls(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  await trx
    .updateTable('callbacks')
    .set({ conversationId: to })
    .where('conversationId', '=', from)
    .where('promiseId', 'in', (q) => q.selectFrom('promises').select('id').where('conversationId', '=', to))
    .execute()
}
