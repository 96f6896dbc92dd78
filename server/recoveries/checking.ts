import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { makePromise } from '#server/promises/actions.ts'
import type { RecoveryRow } from './recovery.ts'
import { about, lockOpen, stepsOf, subjectOf } from './rows.ts'
import './tables.ts'

/** When we ask whether it is good again: our word to them, or a reminder to ourselves; or a promise that is just that. */
export type Check = { due: Date; promised: boolean } | { promiseId: string }

/** A timer's subject names the conversation too, so that it goes when a person is forgotten. */
export const timerOf = (row: Pick<RecoveryRow, 'conversationId' | 'id'>) => `${row.conversationId} ${row.id}`

export async function planCheck(db: Db | Trx, by: Actor, id: string, check: Check): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    const planned = 'promiseId' in check ? await ofPromise(trx, row, check.promiseId) : check
    const now = await clockNow(trx)
    if (planned.due <= now) throw invalid('/due', say('recoveries.past'))
    const promiseId =
      'promiseId' in check
        ? check.promiseId
        : check.promised
          ? await promiseCheck(trx, by, row, check.due)
          : null
    await clearTimers(trx, 'recovery.check', timerOf(row))
    const after = await trx
      .updateTable('recoveries')
      .set({ checkDue: planned.due, checkPromiseId: promiseId, checkSaidAt: null })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await setCheckTimer(trx, after)
    const detail = { recoveryId: id, due: planned.due.toISOString(), promised: promiseId !== null }
    await recordEvent(trx, by, 'recovery.check-planned', about(row), detail)
    await audit(trx, by, 'recovery.check-planned', subjectOf(row), detail)
  })
}

/** Only a reminder has a timer of its own: a promise has its nudge. Set again it is one. */
export async function setCheckTimer(
  trx: Trx,
  row: Pick<RecoveryRow, 'conversationId' | 'id' | 'checkDue' | 'checkPromiseId' | 'checkSaidAt'>,
): Promise<void> {
  if (row.checkDue && !row.checkPromiseId && !row.checkSaidAt)
    await setTimer(trx, 'recovery.check', timerOf(row), row.checkDue)
}

/** The timer: whoever looks after it is told. Said once, also when it runs twice. */
export async function remindToCheck(db: Db, subject: string): Promise<void> {
  const id = subject.split(' ').at(-1)!
  await transaction(db, async (trx) => {
    const there = await trx.selectFrom('recoveries').select('id').where('id', '=', id).executeTakeFirst()
    if (!there) return
    const row = await lockRow(trx, id)
    const now = await clockNow(trx)
    const done = (await stepsOf(trx, row)).some((one) => one.step === 'check')
    if (row.closedAt || done || row.checkSaidAt || !row.checkDue || row.checkDue > now) return
    await trx
      .updateTable('recoveries')
      .set({ checkSaidAt: now })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    const { assigneeId } = await trx
      .selectFrom('conversations')
      .select('assigneeId')
      .where('id', '=', row.conversationId)
      .executeTakeFirstOrThrow()
    const subjects = { ...about(row), teammateId: assigneeId }
    await recordEvent(trx, tend, 'recovery.check-due', subjects, { recoveryId: id })
  })
}

const lockRow = (trx: Trx, id: string) =>
  trx.selectFrom('recoveries').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

async function ofPromise(trx: Trx, row: RecoveryRow, promiseId: string): Promise<{ due: Date }> {
  const promise = await trx
    .selectFrom('promises')
    .select(['due', 'state'])
    .where('conversationId', '=', row.conversationId)
    .where('id', '=', promiseId)
    .executeTakeFirst()
  if (promise?.state !== 'open') throw notFound(say('recoveries.promise'))
  if (!promise.due) throw invalid('/promiseId', say('recoveries.noTime'))
  return { due: promise.due }
}

async function promiseCheck(trx: Trx, by: Actor, row: RecoveryRow, due: Date): Promise<string> {
  const { assigneeId } = await trx
    .selectFrom('conversations')
    .select('assigneeId')
    .where('id', '=', row.conversationId)
    .executeTakeFirstOrThrow()
  return makePromise(trx, by, {
    conversationId: row.conversationId,
    customerId: row.customerId,
    inboxId: row.inboxId,
    messageId: null,
    what: say('recoveries.checkBack', {}, inHouse()),
    to: null,
    quote: null,
    makerId: assigneeId ?? teammateId(by),
    due,
  })
}
