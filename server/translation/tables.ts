import type { Generated } from '#server/database/database.ts'

export interface TranslationsTable {
  conversationId: string
  messageId: string
  language: string
  /** A number made from the words that were translated. */
  madeOf: string
  text: string
  fromLanguage: string | null
  engine: string
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    translations: TranslationsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'translation.changed': Record<string, never>
  }
}
