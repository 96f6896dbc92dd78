import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { presentTeammate } from '#server/team/queries.ts'
import { type LeaveRow, leaveById, leavesOf } from './queries.ts'
import { dayOf, startOf } from './workingTime.ts'
import './tables.ts'

/** The company is closed on a day, and the day has a name. */
export async function closeOn(db: Db, by: Actor, day: string, name: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    await trx
      .insertInto('holidays')
      .values({ day, name, byId: by.id })
      .onConflict((c) => c.column('day').doUpdateSet({ name, byId: by.id }))
      .execute()
    await recordEvent(trx, by, 'calendar.changed', {}, {})
    await audit(trx, by, 'holiday.set', null, { day, name })
  })
}

export async function openOn(db: Db, by: Actor, day: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const gone = await trx.deleteFrom('holidays').where('day', '=', day).returning('day').executeTakeFirst()
    if (!gone) return
    await recordEvent(trx, by, 'calendar.changed', {}, {})
    await audit(trx, by, 'holiday.removed', null, { day })
  })
}

/** A teammate is away: their own word, or a lead's. Two leaves of one person never overlap. */
export async function planLeave(
  db: Db,
  by: Actor,
  leave: { teammateId?: string; from: string; to: string; standInId: string | null },
): Promise<LeaveRow> {
  const who = leave.teammateId ?? teammateId(by)
  if (!who) throw invalid('/teammateId', say('calendar.whose'))
  requireRole(by, who === teammateId(by) ? 'teammate' : 'lead')
  return transaction(db, async (trx) => {
    await presentTeammate(trx, who)
    const { timeZone } = await readCompany(trx)
    if (leave.to < leave.from) throw invalid('/to', say('calendar.backwards'))
    if (leave.to < dayOf(await clockNow(trx), timeZone)) throw invalid('/to', say('calendar.over'))
    if (leave.standInId === who) throw invalid('/standInId', say('calendar.self'))
    if (leave.standInId) await presentTeammate(trx, leave.standInId)
    const crossing = (await leavesOf(trx, who)).find(
      (one) => one.fromDay <= leave.to && leave.from <= one.toDay,
    )
    if (crossing)
      throw invalid('/from', say('calendar.crossing', { from: crossing.fromDay, to: crossing.toDay }))
    const row = await trx
      .insertInto('leaves')
      .values({
        id: newId('leave'),
        teammateId: who,
        fromDay: leave.from,
        toDay: leave.to,
        standInId: leave.standInId,
        byId: by.id,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await setTimer(trx, 'leave.begins', row.id, startOf(row.fromDay, timeZone))
    await recordEvent(trx, by, 'leave.planned', { teammateId: who }, { leaveId: row.id })
    await audit(trx, by, 'leave.planned', { kind: 'teammate', id: who }, { from: row.fromDay, to: row.toDay })
    return row
  })
}

export async function cancelLeave(db: Db, by: Actor, id: string): Promise<void> {
  const row = await leaveById(db, id)
  if (!row) throw notFound(say('calendar.this'))
  requireRole(by, row.teammateId === teammateId(by) ? 'teammate' : 'lead')
  await transaction(db, async (trx) => {
    await clearTimers(trx, 'leave.begins', id)
    await trx.deleteFrom('leaves').where('id', '=', id).execute()
    await recordEvent(trx, by, 'leave.cancelled', { teammateId: row.teammateId }, { leaveId: id })
    await audit(trx, by, 'leave.cancelled', { kind: 'teammate', id: row.teammateId })
  })
}
