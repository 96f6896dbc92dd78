import type { Selectable } from 'kysely'
import { clockNow } from '#server/base/clock.ts'
import { once } from '#server/base/glance.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import type { LeavesTable } from './tables.ts'
import { dayOf, type WorkingTime } from './workingTime.ts'
import './tables.ts'

export type LeaveRow = Selectable<LeavesTable>

/** When somebody is there: opening hours without holidays; with a teammate, also without the days they are away. */
export async function workingTime(db: Db | Trx, teammateId: string | null = null): Promise<WorkingTime> {
  const { timeZone, hours } = await readCompany(db)
  const rows = await once('holidays', () => db.selectFrom('holidays').select(['day', 'name']).execute())
  const away = teammateId ? await leavesOf(db, teammateId) : []
  return {
    timeZone,
    hours,
    holidays: Object.fromEntries(rows.map((row) => [row.day, row.name])),
    away: away.map((leave) => ({ from: leave.fromDay, to: leave.toDay })),
  }
}

export const leavesOf = (db: Db | Trx, teammateId: string): Promise<LeaveRow[]> =>
  db.selectFrom('leaves').selectAll().where('teammateId', '=', teammateId).orderBy('fromDay').execute()

export const leaveById = (db: Db | Trx, id: string): Promise<LeaveRow | undefined> =>
  db.selectFrom('leaves').selectAll().where('id', '=', id).executeTakeFirst()

/** The leave a teammate is on at a moment. */
export async function leaveAt(db: Db | Trx, teammateId: string, at: Date): Promise<LeaveRow | undefined> {
  const { timeZone } = await readCompany(db)
  const day = dayOf(at, timeZone)
  return (await leavesOf(db, teammateId)).find((leave) => leave.fromDay <= day && day <= leave.toDay)
}

export async function listHolidays(db: Db | Trx) {
  return { items: await db.selectFrom('holidays').select(['day', 'name']).orderBy('day').execute() }
}

/** Leaves that are not over yet. */
export async function listLeaves(db: Db | Trx) {
  const { timeZone } = await readCompany(db)
  const today = dayOf(await clockNow(db), timeZone)
  const rows = await db
    .selectFrom('leaves')
    .selectAll()
    .where('toDay', '>=', today)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return { items: rows.map(leaveShape) }
}

export const leaveShape = (row: LeaveRow) => ({
  id: row.id,
  teammateId: row.teammateId,
  from: row.fromDay,
  to: row.toDay,
  standInId: row.standInId,
})
