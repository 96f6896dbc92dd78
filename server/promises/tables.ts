import type { z } from 'zod'
import type { promiseStep } from '#contract/promises.ts'
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
  state: Generated<'open' | 'late' | 'kept' | 'released'>
  madeAt: Generated<Date>
  /** When its maker is to be nudged; null once settled, or where there is no room for a nudge. */
  nudgeAt: Date | null
  nudgedAt: Date | null
  lateAt: Date | null
  settledAt: Date | null
  told: Generated<boolean>
  renegotiations: Generated<number>
  demo: Generated<boolean>
}

export type StepKind = z.infer<typeof promiseStep>['kind']

export interface PromiseStepsTable {
  conversationId: string
  promiseId: string
  position: Generated<number>
  kind: StepKind
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
    'promise.passed-on': { from: string; to: string | null }
    'promise.kept': { told: boolean; late: boolean }
    'promise.late': { due: string }
    'promise.released': { because: string }
  }
}
