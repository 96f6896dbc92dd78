import type { HeatKind, PolicyStep } from '#contract/heat.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface HeatAnswersTable {
  conversationId: string
  messageId: string
  kind: HeatKind | 'no'
  byId: string | null
  byName: string | null
  at: Generated<Date>
}

export interface RestsTable {
  conversationId: string
  teammateId: string
  inboxId: string
  until: Date
  saidAt: Date | null
}

export interface ReliefsTable {
  conversationId: string
  id: string
  inboxId: string
  customerId: string
  askedById: string
  /** Everybody who was asked, in turn. */
  asked: ColumnType<string[], string, string>
  handoverId: string | null
  state: Generated<'open' | 'taken' | 'nobody' | 'withdrawn'>
  nextAt: Date | null
  at: Generated<Date>
}

export interface PolicyStepsTable {
  conversationId: string
  id: string
  inboxId: string
  customerId: string
  step: PolicyStep
  because: string | null
  byId: string | null
  byName: string | null
  at: Generated<Date>
  until: Date | null
  liftedAt: Date | null
  liftedByName: string | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    heatAnswers: HeatAnswersTable
    rests: RestsTable
    reliefs: ReliefsTable
    policySteps: PolicyStepsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'heat.answered': { kind: HeatKind | 'no' }
    'heat-rules.changed': Record<string, never>
    /** `until`: a draft rests; null: its writer writes on. */
    'rest.changed': { until: string | null }
    'rest.over': Record<string, never>
    'relief.asked': { reliefId: string; to: string }
    'relief.over': { reliefId: string; state: 'taken' | 'withdrawn' }
    /** Everybody who is here was asked, and nobody could. */
    'relief.nobody': { reliefId: string }
    'policy.step': { stepId: string; step: PolicyStep; because: string | null }
    'policy.lifted': { stepId: string }
  }
}
