import type { Generated } from '#server/database/database.ts'

interface FrameworksTable {
  id: string
  name: string
  text: string
  used: Generated<number>
  lastUsedAt: Date | null
  demo: Generated<boolean>
  updatedAt: Generated<Date>
  updatedBy: string | null
  removedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    frameworks: FrameworksTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'framework.changed': Record<string, never>
  }
}
