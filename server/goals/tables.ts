import type { Generated } from '#server/database/database.ts'

export interface GoalsTable {
  id: string
  customerId: string
  inboxId: string
  words: string
  conversationId: string | null
  messageId: string | null
  reviewOn: string
  state: Generated<'open' | 'done' | 'dropped'>
  byId: string | null
  madeAt: Generated<Date>
  settledAt: Date | null
}

interface GoalReviewsTable {
  goalId: string
  position: Generated<number>
  at: Generated<Date>
  byId: string | null
  byName: string | null
  outcome: 'done' | 'again' | 'dropped'
  note: string | null
  nextOn: string | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    goals: GoalsTable
    goalReviews: GoalReviewsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'goal.kept': { goalId: string; reviewOn: string }
    'goal.reviewed': { goalId: string; outcome: 'done' | 'again' | 'dropped'; nextOn: string | null }
    'goal.forgotten': { goalId: string }
  }
}
