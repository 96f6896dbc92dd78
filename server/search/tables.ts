import type { ColumnType } from '#server/database/database.ts'

interface SearchEntriesTable {
  conversationId: string
  messageId: string
  inboxId: string
  isNote: boolean
  at: Date
  words: ColumnType<string, string, string>
}

declare module '#server/database/database.ts' {
  interface Tables {
    searchEntries: SearchEntriesTable
  }
}
