import { type Actor, requireRole, teammateId, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import { change, lockPromise, record, step } from './ledger.ts'
import { demandOpen, isOpen, type PromiseRow } from './promise.ts'
import './tables.ts'

/** A teammate who can keep a promise of this inbox; throws `invalid` otherwise. */
export async function demandAble(
  trx: Trx,
  id: string,
  inboxId: string,
  pointer = '/teammateId',
): Promise<TeammateRow> {
  const teammate = await findTeammate(trx, id)
  if (!teammate || teammate.leftAt || teammate.role === 'observer')
    throw invalid(pointer, say('promises.notAble'))
  if (!teammate.inboxIds.includes(inboxId)) throw invalid(pointer, say('promises.notSeen'))
  return teammate
}

/**
 * Asks a teammate to take it over. It stays with its maker until accepted, so it is never nobody's. Who asks for it
 * themselves has said yes already.
 */
export async function handOver(
  db: Db | Trx,
  by: Actor,
  id: string,
  to: string,
  brief: string | undefined,
): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    demandOpen(row)
    const receiver = await demandAble(trx, to, row.inboxId)
    if (to === row.makerId)
      throw conflict('already-theirs', say('promises.alreadyTheirs', { name: receiver.name }))
    if (to === teammateId(by)) return take(trx, by, row)
    await change(trx, row, { handoverToId: to })
    await step(trx, by, row, 'handed-over', { to, ...(brief && { brief }) })
    await record(trx, by, row, 'promise.handed-over', { to }, to)
    await audit(trx, by, 'promise.handed-over', { kind: 'promise', id, inboxId: row.inboxId }, { to })
  })
}

/** Takes over a promise handed to me, or says no: then it stays with its maker. */
export async function answerHandover(db: Db, by: Actor, id: string, accept: boolean): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    demandOpen(row)
    if (row.handoverToId === null || row.handoverToId !== teammateId(by))
      throw conflict('not-handed-over', say('promises.notHandedOver'))
    if (accept) return take(trx, by, row)
    await change(trx, row, { handoverToId: null })
    await step(trx, by, row, 'declined', { to: row.makerId })
    await record(trx, by, row, 'promise.declined', { to: row.makerId }, row.makerId)
  })
}

async function take(trx: Trx, by: Actor, row: PromiseRow): Promise<void> {
  await change(trx, row, { handoverToId: null, makerId: teammateId(by) })
  await step(trx, by, row, 'accepted', { from: row.makerId })
  await record(trx, by, row, 'promise.accepted', { from: row.makerId })
  await audit(trx, by, 'promise.accepted', { kind: 'promise', id: row.id, inboxId: row.inboxId })
}

/**
 * A teammate has left, or sees fewer inboxes: their word still stands. It passes to whoever looks after the conversation, or
 * is nobody's until somebody takes it, which Today shows to all. Safe to repeat.
 */
export async function passOnPromises(db: Db, teammate: string): Promise<void> {
  const gone = await findTeammate(db, teammate)
  const still = gone && !gone.leftAt && gone.role !== 'observer' ? gone.inboxIds : []
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'inboxId'])
    .where('state', 'in', ['open', 'late', 'broken'])
    .where((e) => e.or([e('makerId', '=', teammate), e('handoverToId', '=', teammate)]))
    .orderBy('id')
    .execute()
  for (const { id, inboxId } of rows)
    if (!still.includes(inboxId)) await transaction(db, async (trx) => passOn(trx, id, teammate))
}

async function passOn(trx: Trx, id: string, teammate: string): Promise<void> {
  const row = await lockPromise(trx, tend, id)
  if (!isOpen(row)) return
  if (row.handoverToId === teammate) {
    await change(trx, row, { handoverToId: null })
    await step(trx, tend, row, 'declined', { to: row.makerId })
    await record(trx, tend, row, 'promise.declined', { to: row.makerId }, row.makerId)
  }
  if (row.makerId !== teammate) return
  const { assigneeId } = await trx
    .selectFrom('conversations')
    .select('assigneeId')
    .where('id', '=', row.conversationId)
    .executeTakeFirstOrThrow()
  const to = assigneeId === teammate ? null : assigneeId
  await change(trx, row, { makerId: to })
  await step(trx, tend, row, 'passed-on', { from: teammate, to })
  await record(trx, tend, row, 'promise.passed-on', { from: teammate, to }, to)
}
