import type { z } from 'zod'
import type { promiseStep, repeats } from '#contract/promises.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface PromisesTable {
  /** A call has a time of day of its own. */
  kind: Generated<'word' | 'callback'>
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
  state: Generated<'open' | 'late' | 'broken' | 'kept' | 'released'>
  madeAt: Generated<Date>
  /** When its maker is to be nudged; null once settled, or where there is no room for a nudge. */
  nudgeAt: Date | null
  nudgedAt: Date | null
  lateAt: Date | null
  brokenAt: Date | null
  settledAt: Date | null
  told: Generated<boolean>
  renegotiations: Generated<number>
  /** Comes again when kept, until the matter is done. */
  repeats: z.infer<typeof repeats> | null
  /** The first of its series; null for the first itself. */
  seriesId: string | null
  /** When it is due by the series, before a closed day moved it. */
  seriesDue: Date | null
  /** Our sentence with what they are to do first; null where our word hangs on nothing of theirs. */
  condition: string | null
  metAt: Date | null
  /** The time that was named with it: due once they have done their part. */
  dueOnceMet: Date | null
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

interface PromisePeopleTable {
  conversationId: string
  promiseId: string
  position: number
  name: string
  toldAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    promisePeople: PromisePeopleTable
    promises: PromisesTable
    promiseSteps: PromiseStepsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'promise.made': { what: string; due: string | null }
    'promise.nudged': { due: string }
    'promise.renegotiated': { from: string | null; due: string; before: boolean }
    /** What moved it was taken back before it left. */
    'promise.moved-back': { state: PromisesTable['state'] extends Generated<infer S> ? S : never }
    /** What made it was taken back before it left: it was never said. */
    'promise.unsaid': Record<string, never>
    /** They have done their part, and the clock runs. */
    'promise.started': { due: string | null }
    'promise.handed-over': { to: string }
    'promise.accepted': { from: string | null }
    'promise.declined': { to: string | null }
    'promise.passed-on': { from: string; to: string | null }
    'promise.kept': { told: boolean; late: boolean }
    'promise.late': { due: string }
    /** `because` null: late, and nobody said a word. */
    'promise.broken': { due: string | null; because: string | null }
    'word-rules.changed': Record<string, never>
    'promise.told': { names: string[] }
    'promise.released': { because: string }
  }
}
