import { tend } from '#server/base/actor.ts'
import { type LeaveRow, leaveById } from '#server/calendar/queries.ts'
import { startOf } from '#server/calendar/workingTime.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { findTeammate } from '#server/team/queries.ts'
import { setClocks } from './clocks.ts'
import { change, lockPromise, record, step } from './ledger.ts'
import { isOpen, type PromiseRow } from './promise.ts'

/**
 * A teammate will be away: what they have promised for those days, and what has no time of its own, is asked of their stand-in.
 * It stays with its maker until accepted. Safe to repeat.
 */
export async function handOverForLeave(db: Db, leaveId: string): Promise<void> {
  const leave = await leaveById(db, leaveId)
  const standIn = leave?.standInId ? await findTeammate(db, leave.standInId) : undefined
  if (!leave || !standIn || standIn.leftAt || standIn.role === 'observer') return
  await eachOf(db, leave, async (trx, row) => {
    if (row.handoverToId || !standIn.inboxIds.includes(row.inboxId)) return
    await change(trx, row, { handoverToId: standIn.id })
    await step(trx, tend, row, 'handed-over', { to: standIn.id, because: 'leave' })
    await record(trx, tend, row, 'promise.handed-over', { to: standIn.id }, standIn.id)
  })
}

/**
 * The leave begins: what nobody has accepted by then is the team's, on everyone's board, until somebody takes it. A stand-in who
 * was asked may still say yes.
 */
export async function passOnForLeave(db: Db, leaveId: string): Promise<void> {
  const leave = await leaveById(db, leaveId)
  if (!leave) return
  await eachOf(db, leave, async (trx, row) => {
    const passed = await change(trx, row, { makerId: null })
    await step(trx, tend, row, 'passed-on', { from: leave.teammateId, to: null, because: 'leave' })
    await record(trx, tend, row, 'promise.passed-on', { from: leave.teammateId, to: null })
    if (!passed.nudgedAt && passed.state === 'open') await setClocks(trx, passed, row.madeAt)
  })
}

async function eachOf(db: Db, leave: LeaveRow, work: (trx: Trx, row: PromiseRow) => Promise<void>) {
  const { timeZone } = await readCompany(db)
  const back = new Date(startOf(leave.toDay, timeZone).getTime() + 36 * 3_600_000)
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('makerId', '=', leave.teammateId)
    .where('state', 'in', ['open', 'late', 'broken'])
    .where((e) => e.or([e('due', 'is', null), e('due', '<', back)]))
    .orderBy('id')
    .execute()
  for (const { id } of rows)
    await transaction(db, async (trx) => {
      const row = await lockPromise(trx, tend, id)
      if (isOpen(row) && row.makerId === leave.teammateId) await work(trx, row)
    })
}
