import type { Said, StatusLevel, StatusStage } from '#contract/status.ts'
import type { Generated } from '#server/database/database.ts'

export interface StatusComponentsTable {
  id: string
  name: Said
  about: Said | null
  position: number
  madeAt: Generated<Date>
  removedAt: Generated<Date | null>
  demo: Generated<boolean>
}

export interface StatusReportsTable {
  id: string
  title: Said
  begunAt: Date
  overAt: Generated<Date | null>
  cause: Generated<Said | null>
  incidentId: string | null
  byId: string | null
  byName: string | null
  madeAt: Generated<Date>
  removedAt: Generated<Date | null>
  demo: Generated<boolean>
}

export interface StatusUpdatesTable {
  reportId: string
  position: number
  id: string
  stage: StatusStage
  impact: Said
  doing: Said
  levels: Record<string, StatusLevel>
  nextAt: Date | null
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

export interface StatusStatementsTable {
  id: string
  title: Said
  words: Said
  publishedAt: Date
  changedAt: Generated<Date | null>
  demo: Generated<boolean>
}

export interface StatusSubscribersTable {
  id: string
  address: string
  language: string
  askedAt: Generated<Date>
  confirmedAt: Generated<Date | null>
}

export interface StatusHooksTable {
  id: string
  name: string
  url: string
  inside: boolean
  sealed: string
  byId: string | null
  madeAt: Generated<Date>
}

export interface StatusDeliveriesTable {
  newsId: string
  toId: string
  kind: 'mail' | 'hook'
  askedAt: Generated<Date>
  result: Generated<'waiting' | 'done' | 'failed'>
  status: Generated<number | null>
  doneAt: Generated<Date | null>
}

declare module '#server/database/database.ts' {
  interface Tables {
    statusComponents: StatusComponentsTable
    statusReports: StatusReportsTable
    statusUpdates: StatusUpdatesTable
    statusStatements: StatusStatementsTable
    statusSubscribers: StatusSubscribersTable
    statusHooks: StatusHooksTable
    statusDeliveries: StatusDeliveriesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** The page looks or speaks differently: its parts, its order, its colours, a correction. */
    'status.changed': Record<string, never>
    /** Something new was said to everybody; whoever asked to hear of it does. */
    'status.said': { newsId: string; reportId: string | null }
    /** Somebody wants to hear by mail, and has still to say so from their mailbox. */
    'status.asked': { subscriberId: string }
  }
}
