import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { setClocks } from './clocks.ts'
import { change, lockPromise, record, step } from './ledger.ts'
import { demandFuture, demandOpen, isUnmet } from './promise.ts'
import './tables.ts'

/**
 * They have done their part, and the clock starts: by the time given, or the one that was named with the promise where that is still
 * ahead. Without either it has no time of its own, as any other word of ours may have none.
 */
export async function meetCondition(db: Db, by: Actor, id: string, given: Date | null): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    demandOpen(row)
    if (!isUnmet(row)) throw conflict('not-waiting', say('promises.notWaiting'))
    const now = await clockNow(trx)
    if (given) demandFuture(given, now, '/due', await workingTime(trx))
    const named = row.dueOnceMet && row.dueOnceMet > now ? row.dueOnceMet : null
    const due = given ?? named
    const met = await change(trx, row, { metAt: now, due, dueOnceMet: null })
    const detail = { due: due?.toISOString() ?? null }
    await step(trx, by, row, 'met', detail, now)
    await setClocks(trx, met, now)
    await record(trx, by, met, 'promise.started', detail)
    await audit(trx, by, 'promise.started', { kind: 'promise', id, inboxId: row.inboxId }, detail)
  })
}
