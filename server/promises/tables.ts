import type { ColumnType, Generated } from '#server/database/database.ts'

export interface PromisesTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  messageId: string | null
  what: string
  to: string | null
  quote: string | null
  makerId: string | null
  handoverToId: string | null
  due: Date | null
  state: Generated<'open' | 'late' | 'kept' | 'broken' | 'released'>
  madeAt: Generated<Date>
  nudgedAt: Date | null
  lateAt: Date | null
  settledAt: Date | null
  told: Generated<boolean>
  renegotiations: Generated<number>
  demo: Generated<boolean>
}

export interface PromiseStepsTable {
  conversationId: string
  promiseId: string
  position: Generated<number>
  kind: string
  at: Generated<Date>
  byId: string | null
  byName: string | null
  detail: ColumnType<Record<string, unknown>, string, never>
}

declare module '#server/database/database.ts' {
  interface Tables {
    promises: PromisesTable
    promiseSteps: PromiseStepsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'promise.made': { what: string; due: string | null }
    'promise.nudged': { due: string }
    'promise.renegotiated': { from: string | null; due: string; before: boolean }
    'promise.handed-over': { to: string }
    'promise.accepted': { from: string | null }
    'promise.declined': { to: string | null }
    'promise.kept': { told: boolean; late: boolean }
    'promise.late': { due: string }
    'promise.released': { because: string }
  }
}
