import { type Actor, requireRole, sees, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { clearClocks, setClocks } from './clocks.ts'
import { demandAble } from './handing.ts'
import { change, lockPromise, record, settleRow, step } from './ledger.ts'
import { everyoneKnows, nameThem } from './people.ts'
import { demandFuture, demandOpen, type PromiseRow } from './promise.ts'
import { promiseAgain } from './series.ts'
import './tables.ts'

export interface NewPromise {
  /** Given where something of it must be there before it. */
  id?: string
  conversationId: string
  customerId: string
  inboxId: string
  messageId: string | null
  what: string
  to: string | null
  quote: string | null
  makerId: string | null
  /** Null: "when the part is in", no time of its own. */
  due: Date | null
  kind?: PromiseRow['kind']
  /** Our sentence with what they are to do first. Until they have, no clock runs, and the due waits beside. */
  condition?: string | null
  repeats?: PromiseRow['repeats']
  /** Others it is made to besides the customer, by name. */
  alsoTo?: readonly string[]
  /** Only when the past is brought in (demo, import). */
  madeAt?: Date
  demo?: boolean
}

/** Gives our word: the promise, its timers and its event, in the caller's transaction. `pointer` is where the request names it. */
export async function makePromise(
  db: Db | Trx,
  by: Actor,
  promise: NewPromise,
  pointer = '',
): Promise<string> {
  return transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    if (!sees(by, promise.inboxId)) throw notFound(say('promises.conversation'))
    const now = promise.madeAt ?? (await clockNow(trx))
    if (promise.due) demandFuture(promise.due, now, `${pointer}/due`, await workingTime(trx))
    if (promise.makerId && promise.makerId !== by.id)
      await demandAble(trx, promise.makerId, promise.inboxId, `${pointer}/makerId`)
    const condition = promise.condition?.trim() || null
    const due = condition ? null : promise.due
    if (promise.repeats && !due) throw invalid(`${pointer}/due`, say('promises.noTimeRepeats'))
    const id = promise.id ?? newId('promise')
    const { alsoTo = [], ...given } = promise
    await trx
      .insertInto('promises')
      .values({
        ...given,
        id,
        due,
        condition,
        metAt: null,
        dueOnceMet: condition ? promise.due : null,
        repeats: promise.repeats ?? null,
        seriesId: null,
        seriesDue: promise.repeats ? due : null,
        brokenAt: null,
        madeAt: now,
        nudgeAt: null,
        nudgedAt: null,
        lateAt: null,
        settledAt: null,
        handoverToId: null,
      })
      .execute()
    if (alsoTo.length) await nameThem(trx, promise, id, alsoTo)
    const row = await lockPromise(trx, tend, id)
    await step(trx, by, row, 'made', { due: due?.toISOString() ?? null }, now)
    await setClocks(trx, row, now)
    await settleRow(trx, row.conversationId)
    await record(trx, by, row, 'promise.made', { what: row.what, due: row.due?.toISOString() ?? null })
    return id
  })
}

/** Kept; `told` says whether the customer knows. A late promise can still be kept; its lateness stays on record. */
export async function keepPromise(
  db: Db | Trx,
  by: Actor,
  id: string,
  { told, at, again = true }: { told: boolean; at?: Date; again?: boolean },
): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    if (row.state === 'kept') return
    demandOpen(row)
    await settle(trx, by, row, 'kept', { told }, at)
    if (told) await everyoneKnows(trx, row, null)
    await record(trx, by, row, 'promise.kept', { told, late: row.lateAt !== null })
    if (again) await promiseAgain(trx, by, row)
    await audit(trx, by, 'promise.kept', { kind: 'promise', id, inboxId: row.inboxId })
  })
}

/** The customer said it is no longer needed. */
export async function releasePromise(db: Db | Trx, by: Actor, id: string, because: string): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    demandOpen(row)
    await settle(trx, by, row, 'released', { because })
    await record(trx, by, row, 'promise.released', { because })
    await audit(trx, by, 'promise.released', { kind: 'promise', id, inboxId: row.inboxId }, { because })
  })
}

async function settle(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  state: 'kept' | 'released',
  detail: Record<string, unknown>,
  when?: Date,
): Promise<void> {
  const at = when ?? (await clockNow(trx))
  await change(trx, row, {
    state,
    settledAt: at,
    nudgeAt: null,
    handoverToId: null,
    told: state === 'released' || detail.told === true,
  })
  await step(trx, by, row, state, detail, at)
  await clearClocks(trx, row.id)
}
