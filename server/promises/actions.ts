import { type Actor, requireRole, sees, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { noteOpenPromise } from '#server/conversations/state.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { demandFuture, demandOpen, isOpen, mostPressing, nudgeTime, type PromiseRow } from './promise.ts'
import './tables.ts'

export interface NewPromise {
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
  /** Only when the past is brought in (demo, import). */
  madeAt?: Date
  demo?: boolean
}

/** Gives our word: the promise, its timers and its event, in the caller's transaction. */
export async function makePromise(db: Db | Trx, by: Actor, promise: NewPromise): Promise<string> {
  return transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    if (!sees(by, promise.inboxId)) throw notFound('This conversation')
    const now = promise.madeAt ?? (await clockNow(trx))
    if (promise.due) demandFuture(promise.due, now)
    const id = newId('promise')
    await trx
      .insertInto('promises')
      .values({
        ...promise,
        id,
        madeAt: now,
        nudgedAt: null,
        lateAt: null,
        settledAt: null,
        handoverToId: null,
      })
      .execute()
    const row = await lock(trx, tend, id)
    await step(trx, by, row, 'made', { due: promise.due?.toISOString() ?? null }, now)
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
  { told, at }: { told: boolean; at?: Date },
): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lock(trx, by, id)
    if (row.state === 'kept') return
    demandOpen(row)
    await settle(trx, by, row, 'kept', { told }, at)
    await record(trx, by, row, 'promise.kept', { told, late: row.state === 'late' })
    await audit(trx, by, 'promise.kept', { kind: 'promise', id, inboxId: row.inboxId })
  })
}

/** The customer said it is no longer needed. */
export async function releasePromise(db: Db, by: Actor, id: string, because: string): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lock(trx, by, id)
    demandOpen(row)
    await settle(trx, by, row, 'released', { because })
    await record(trx, by, row, 'promise.released', { because })
    await audit(trx, by, 'promise.released', { kind: 'promise', id, inboxId: row.inboxId }, { because })
  })
}

/** A new time, told to the customer in `messageId`. Before the due it counts as keeping one's word; the step says which. */
export async function moveDue(
  trx: Trx,
  by: Actor,
  id: string,
  due: Date,
  told: { messageId: string | null; at?: Date },
): Promise<void> {
  requireRole(by, 'teammate')
  const row = await lock(trx, by, id)
  demandOpen(row)
  const now = told.at ?? (await clockNow(trx))
  demandFuture(due, now)
  const before = row.state === 'open' && (!row.due || now <= row.due)
  const moved: PromiseRow = { ...row, due, state: 'open', nudgedAt: null }
  await trx
    .updateTable('promises')
    .set({ due, state: 'open', nudgedAt: null, renegotiations: row.renegotiations + 1 })
    .where('id', '=', id)
    .where('conversationId', '=', row.conversationId)
    .execute()
  await step(
    trx,
    by,
    row,
    'renegotiated',
    { from: row.due?.toISOString() ?? null, due: due.toISOString(), before, messageId: told.messageId },
    now,
  )
  await setClocks(trx, moved, now)
  await settleRow(trx, row.conversationId)
  await record(trx, by, moved, 'promise.renegotiated', {
    from: row.due?.toISOString() ?? null,
    due: due.toISOString(),
    before,
  })
  await audit(
    trx,
    by,
    'promise.renegotiated',
    { kind: 'promise', id, inboxId: row.inboxId },
    { due: due.toISOString() },
  )
}

/** Asks a teammate to take it over. It stays with its maker until accepted, so it is never nobody's. */
export async function handOver(
  db: Db,
  by: Actor,
  id: string,
  to: string,
  brief: string | undefined,
): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lock(trx, by, id)
    demandOpen(row)
    const receiver = await findTeammate(trx, to)
    if (!receiver || receiver.leftAt || receiver.role === 'observer')
      throw invalid('/teammateId', 'is nobody who can take a promise')
    if (receiver.role !== 'admin' && !receiver.inboxIds.includes(row.inboxId))
      throw invalid('/teammateId', 'does not see this inbox')
    if (to === row.makerId)
      throw conflict('already-theirs', `This promise is ${receiver.name}'s already. Nothing was changed.`)
    await trx
      .updateTable('promises')
      .set({ handoverToId: to })
      .where('id', '=', id)
      .where('conversationId', '=', row.conversationId)
      .execute()
    await step(trx, by, row, 'handed-over', { to, ...(brief && { brief }) })
    await record(trx, by, row, 'promise.handed-over', { to }, to)
    await audit(trx, by, 'promise.handed-over', { kind: 'promise', id, inboxId: row.inboxId }, { to })
  })
}

/** Takes over a promise handed to me, or says no: then it stays with its maker. */
export async function answerHandover(db: Db, by: Actor, id: string, accept: boolean): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lock(trx, by, id)
    demandOpen(row)
    if (row.handoverToId === null || row.handoverToId !== teammateId(by))
      throw conflict('not-handed-over', 'This promise is not handed to you. Nothing was changed.')
    await trx
      .updateTable('promises')
      .set({ handoverToId: null, ...(accept && { makerId: row.handoverToId }) })
      .where('id', '=', id)
      .where('conversationId', '=', row.conversationId)
      .execute()
    if (accept) {
      await step(trx, by, row, 'accepted', { from: row.makerId })
      await record(trx, by, row, 'promise.accepted', { from: row.makerId })
    } else await record(trx, by, row, 'promise.declined', { to: row.makerId })
  })
}

/** The timer before the due: marks the nudge once. Returns the promise when there is somebody to nudge. */
export async function nudgePromise(db: Db, id: string): Promise<PromiseRow | null> {
  return transaction(db, async (trx) => {
    const row = await find(trx, id)
    if (row?.state !== 'open' || row.nudgedAt || !row.due) return null
    const now = await clockNow(trx)
    // A due that moved away has a timer of its own.
    const planned = nudgeTime(await clockBegan(trx, row), row.due)
    if (!planned || planned > now) return null
    await trx
      .updateTable('promises')
      .set({ nudgedAt: now })
      .where('id', '=', id)
      .where('conversationId', '=', row.conversationId)
      .execute()
    await step(trx, tend, row, 'nudged', { due: row.due.toISOString() }, now)
    await record(trx, tend, row, 'promise.nudged', { due: row.due.toISOString() }, row.makerId)
    return row
  })
}

/** The timer at the due: late from here on, and said so. */
export async function markLate(db: Db, id: string): Promise<PromiseRow | null> {
  return transaction(db, async (trx) => {
    const row = await find(trx, id)
    if (row?.state !== 'open' || !row.due) return null
    const now = await clockNow(trx)
    if (row.due > now) return null
    await trx
      .updateTable('promises')
      .set({ state: 'late', lateAt: row.lateAt ?? now })
      .where('id', '=', id)
      .where('conversationId', '=', row.conversationId)
      .execute()
    await step(trx, tend, row, 'late', { due: row.due.toISOString() }, now)
    await settleRow(trx, row.conversationId)
    await record(
      trx,
      tend,
      { ...row, state: 'late' },
      'promise.late',
      { due: row.due.toISOString() },
      row.makerId,
    )
    return row
  })
}

/** Promises that go with a message taken back before it left. */
export async function withdrawPromisesOf(trx: Trx, messageId: string): Promise<void> {
  const gone = await trx
    .deleteFrom('promises')
    .where('messageId', '=', messageId)
    .where('state', '=', 'open')
    .returning(['id', 'conversationId'])
    .execute()
  for (const { id, conversationId } of gone) {
    await trx
      .deleteFrom('promiseSteps')
      .where('conversationId', '=', conversationId)
      .where('promiseId', '=', id)
      .execute()
    await clearClocks(trx, id)
    await settleRow(trx, conversationId)
  }
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
  await trx
    .updateTable('promises')
    .set({ state, settledAt: at, handoverToId: null, told: state === 'released' || detail.told === true })
    .where('id', '=', row.id)
    .where('conversationId', '=', row.conversationId)
    .execute()
  await step(trx, by, row, state, detail, at)
  await clearClocks(trx, row.id)
  await settleRow(trx, row.conversationId)
}

async function find(trx: Trx, id: string): Promise<PromiseRow | undefined> {
  return trx.selectFrom('promises').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

async function lock(trx: Trx, by: Actor, id: string): Promise<PromiseRow> {
  const row = await find(trx, id)
  if (!row || !sees(by, row.inboxId)) throw notFound('This promise')
  return row
}

/** When the present due was set: the making, or the last renegotiation. */
async function clockBegan(trx: Trx, row: PromiseRow): Promise<Date> {
  const moved = await trx
    .selectFrom('promiseSteps')
    .select('at')
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .where('kind', '=', 'renegotiated')
    .orderBy('position', 'desc')
    .executeTakeFirst()
  return moved?.at ?? row.madeAt
}

async function setClocks(trx: Trx, row: PromiseRow, began: Date): Promise<void> {
  await clearClocks(trx, row.id)
  if (!row.due || !isOpen(row)) return
  const nudge = nudgeTime(began, row.due)
  if (nudge) await setTimer(trx, 'promise.nudge', row.id, nudge)
  await setTimer(trx, 'promise.due', row.id, row.due)
}

async function clearClocks(trx: Trx, id: string): Promise<void> {
  await clearTimers(trx, 'promise.nudge', id)
  await clearTimers(trx, 'promise.due', id)
}

/** Tells the conversation which promise is the most pressing now. */
async function settleRow(trx: Trx, conversationId: string): Promise<void> {
  const open = await trx
    .selectFrom('promises')
    .select(['id', 'due', 'state'])
    .where('conversationId', '=', conversationId)
    .where('state', 'in', ['open', 'late'])
    .execute()
  await noteOpenPromise(trx, conversationId, mostPressing(open))
}

async function step(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  kind: string,
  detail: Record<string, unknown>,
  at?: Date,
): Promise<void> {
  await trx
    .insertInto('promiseSteps')
    .values({
      conversationId: row.conversationId,
      promiseId: row.id,
      kind,
      byId: by.id,
      byName: by.kind === 'system' ? null : by.name,
      detail: JSON.stringify(detail),
      ...(at && { at }),
    })
    .execute()
}

type PromiseEvent = Extract<keyof import('#server/base/events.ts').Events, `promise.${string}`>

async function record<T extends PromiseEvent>(
  trx: Trx,
  by: Actor,
  row: PromiseRow,
  type: T,
  detail: import('#server/base/events.ts').Events[T],
  about: string | null = null,
): Promise<void> {
  await recordEvent(
    trx,
    by,
    type,
    {
      inboxId: row.inboxId,
      conversationId: row.conversationId,
      customerId: row.customerId,
      promiseId: row.id,
      messageId: row.messageId,
      teammateId: about,
    },
    detail,
  )
}
