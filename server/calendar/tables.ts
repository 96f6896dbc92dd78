import type { Generated } from '#server/database/database.ts'

interface HolidaysTable {
  day: string
  name: string
  byId: string | null
  at: Generated<Date>
}

export interface LeavesTable {
  id: string
  teammateId: string
  fromDay: string
  toDay: string
  standInId: string | null
  byId: string | null
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    holidays: HolidaysTable
    leaves: LeavesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'calendar.changed': Record<string, never>
    'leave.planned': { leaveId: string }
    'leave.cancelled': { leaveId: string }
  }
}
