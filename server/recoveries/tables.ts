import type { CostKind, RecoveryStep } from '#contract/recoveries.ts'
import type { Generated } from '#server/database/database.ts'

export interface RecoveriesTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  what: string
  source: 'hand' | 'signal' | 'promise' | 'api'
  messageId: string | null
  promiseId: string | null
  since: Date
  openedAt: Generated<Date>
  openedById: string | null
  openedByName: string | null
  closedAt: Date | null
  closedById: string | null
  closedByName: string | null
  outcome: 'made-right' | 'as-it-is' | 'mistaken' | null
  because: string | null
  checkDue: Date | null
  checkPromiseId: string | null
  checkSaidAt: Date | null
  demo: Generated<boolean>
}

export type EvidenceKind = 'message' | 'act' | 'promise' | 'decision' | 'extra'

export interface RecoveryStepsTable {
  conversationId: string
  recoveryId: string
  step: RecoveryStep
  state: 'done' | 'left-out'
  evidenceKind: EvidenceKind | null
  evidenceId: string | null
  words: string | null
  place: number | null
  because: string | null
  at: Date
  byId: string | null
  byName: string | null
}

interface RecoveryCostsTable {
  conversationId: string
  recoveryId: string
  position: Generated<number>
  kind: CostKind
  words: string
  messageId: string | null
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

interface RecoveryRefusalsTable {
  conversationId: string
  subject: string
  step: RecoveryStep | 'open'
  byId: string | null
  at: Generated<Date>
}

export interface ComplaintsTable {
  conversationId: string
  inboxId: string
  customerId: string
  since: Date
  level: Generated<number>
  nextAt: Date | null
  ignoredAt: Date | null
}

interface SecondChancesTable {
  customerId: string
  inboxId: string
  recoveryId: string
  since: Date
  until: Date
}

export interface SecondReadingsTable {
  conversationId: string
  id: string
  inboxId: string
  askedById: string
  readerId: string
  text: string
  askedAt: Generated<Date>
  answeredAt: Date | null
  isGood: boolean | null
  comment: string | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    complaints: ComplaintsTable
    secondChances: SecondChancesTable
    secondReadings: SecondReadingsTable
    recoveries: RecoveriesTable
    recoverySteps: RecoveryStepsTable
    recoveryCosts: RecoveryCostsTable
    recoveryRefusals: RecoveryRefusalsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'recovery.opened': { recoveryId: string; what: string; source: RecoveriesTable['source'] }
    'recovery.step-done': { recoveryId: string; step: RecoveryStep; words: string | null }
    'recovery.step-left-out': { recoveryId: string; step: RecoveryStep; because: string }
    /** Taken back by hand, or because the letter or act that did it was taken back. */
    'recovery.step-open': { recoveryId: string; step: RecoveryStep }
    'recovery.cost-noted': { recoveryId: string }
    'recovery.changed': { recoveryId: string }
    'recovery.check-planned': { recoveryId: string; due: string; promised: boolean }
    /** The time to ask them whether it is good again has come. */
    'recovery.check-due': { recoveryId: string }
    'recovery.closed': { recoveryId: string; outcome: string; because: string | null }
    'recovery.reopened': { recoveryId: string }
    'recovery-rules.changed': Record<string, never>
    /** Unanswered beyond our own measure; `level` says to whom it has climbed. */
    'complaint.climbed': { level: number; since: string }
    /** Answered, or no complaint after all. */
    'complaint.over': Record<string, never>
    /** Their next matter after a failure: more care from here. */
    'second-chance.noted': { since: string; to: string | null }
    /** It happened to the same person again. */
    'second-chance.failed': { recoveryId: string; firstId: string; what: string; first: string }
    'second-reading.asked': { readingId: string; to: string }
    'second-reading.answered': { readingId: string; to: string; good: boolean }
  }
}
