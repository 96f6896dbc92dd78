import type { FieldKind, FieldSubject } from '#contract/fields.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface FieldsTable {
  id: string
  subject: FieldSubject
  name: string
  kind: FieldKind
  choices: ColumnType<string[], string | undefined, string>
  position: Generated<number>
  demo: Generated<boolean>
  madeAt: Generated<Date>
  byId: string | null
  removedAt: Date | null
}

interface FieldValuesTable {
  fieldId: string
  conversationId: string | null
  customerId: string | null
  circleId: string | null
  text: string | null
  number: string | null
  day: string | null
  byId: string | null
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    fields: FieldsTable
    fieldValues: FieldValuesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** A field was added, reworded, moved, removed or brought back. */
    'field.changed': Record<string, never>
    /** Something was filled in. */
    'field.filled': { names: string[] }
  }
}
