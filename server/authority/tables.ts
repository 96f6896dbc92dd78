import type { Generated } from '#server/database/database.ts'

export interface AuthorityRulesTable {
  id: string
  inboxId: string | null
  role: 'teammate' | 'lead' | 'admin'
  kind: string
  unit: string
  perCase: number
  perPerson: number | null
  perMonth: number | null
  noProofUpTo: number | null
  because: string
  byId: string | null
  at: Generated<Date>
}

export interface DecisionsTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  kind: string
  unit: string
  amount: number
  because: string
  proof: string | null
  state: 'decided' | 'asked' | 'approved' | 'declined' | 'withdrawn'
  /** A teammate, or a key of the installation: limits count over either. */
  byId: string | null
  byName: string | null
  at: Generated<Date>
  answeredById: string | null
  answeredByName: string | null
  answeredAt: Date | null
  answer: string | null
  result: Generated<'none' | 'waiting' | 'done' | 'failed'>
  reference: string | null
  resultAt: Date | null
  resultWords: string | null
  /** The record of it among what we did. */
  actId: Generated<string | null>
  demo: Generated<boolean>
}

interface HookDeliveriesTable {
  id: string
  kind: string
  decisionId: string | null
  at: Generated<Date>
  outcome: 'taken' | 'gone' | 'refused' | 'later'
  status: number
  tookMs: number
}

declare module '#server/database/database.ts' {
  interface Tables {
    authorityRules: AuthorityRulesTable
    decisions: DecisionsTable
    hookDeliveries: HookDeliveriesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'authority.changed': Record<string, never>
    /** Within limits, or approved: from here on it counts, and a connected program carries it out. */
    'decision.made': { decisionId: string; kind: string; unit: string; amount: number }
    'decision.asked': { decisionId: string; kind: string; unit: string; amount: number }
    'decision.declined': { decisionId: string; because: string }
    'decision.withdrawn': { decisionId: string }
    'decision.result': { decisionId: string; result: 'done' | 'failed' }
  }
}
