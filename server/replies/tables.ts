import type { ColumnType, Generated } from '#server/database/database.ts'

interface CareResultsTable {
  conversationId: string
  messageId: string
  marks: ColumnType<Record<string, boolean>, string, string>
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    careResults: CareResultsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'reply.sent': { promises: number; undoSeconds: number }
    'reply.undone': Record<string, never>
  }
}
