import type { SilenceKind } from './silence.ts'

export interface SilencesTable {
  conversationId: string
  inboxId: string
  kind: SilenceKind
  since: Date
  nearAt: Date
  limitAt: Date
  nextAt: Date | null
  draft: string | null
  draftedAt: Date | null
  passedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    silences: SilencesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'silence.near': { limit: string }
    'silence.over': { limit: string }
    'silence.broken': Record<string, never>
    'silence-rules.changed': Record<string, never>
  }
}
