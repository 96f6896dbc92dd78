import type { Generated } from '#server/database/database.ts'
import type { Answer, Channel } from './target.ts'

export interface TargetRulesTable {
  id: string
  answer: Answer
  inboxId: string | null
  channel: Channel | null
  pressing: boolean | null
  minutes: number
  byId: string | null
  at: Generated<Date>
}

export interface TargetsTable {
  conversationId: string
  inboxId: string
  answer: Answer
  since: Date
  minutes: number
  nearAt: Date
  targetAt: Date
  nearSaidAt: Date | null
  missedAt: Date | null
}

export interface FirstAnswersTable {
  conversationId: string
  inboxId: string
  channel: string
  askedAt: Date
  answeredAt: Date
  minutes: number
}

declare module '#server/database/database.ts' {
  interface Tables {
    targetRules: TargetRulesTable
    targets: TargetsTable
    firstAnswers: FirstAnswersTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'target.near': { target: string }
    'target.missed': { target: string }
    'target-rules.changed': Record<string, never>
  }
}
